import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../../app/ground/clock.ts'
import { ownerAddress } from '../../app/ground/database.ts'
import { migrate } from '../../app/ground/migrate.ts'
import type { Connection } from '../../app/ground/postgres/connection.ts'
import { launch } from '../../app/ground/postgres/launcher.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: Connection
  }
}

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }

/** One server for all test files; its database, migrated, is the template they copy. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-test-'))
  const server = await launch(folder, SETTINGS)
  await migrate(ownerAddress(server.connection), server.connection.app.user, systemClock)
  project.provide('server', server.connection)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
