import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../app/ground/clock.ts'
import { appAddress, openDatabase, ownerAddress, ownerDatabase } from '../../app/ground/database.ts'
import { migrate } from '../../app/ground/migrate.ts'
import { launch } from '../../app/ground/postgres/launcher.ts'
import type { WorldDatabase } from '../world/world.ts'

/** A database of a figure's own, as an installation has it, gone when it is closed. */
export async function ownDatabase(): Promise<WorldDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-figure-'))
  const server = await launch(folder)
  await migrate(ownerAddress(server.connection), server.connection.app.user, systemClock)
  const address = appAddress(server.connection)
  const app = await openDatabase(address)
  const owner = ownerDatabase(ownerAddress(server.connection))
  return {
    ...{ app, owner, appAddress: address },
    async close() {
      await Promise.all([app.destroy(), owner.destroy()])
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
