import { type ChildProcess, spawn } from 'node:child_process'
import type { Connection } from '../../app/ground/postgres/connection.ts'
import { PROGRAM } from './server.ts'

/** Shared by all processes of a figure, and by whoever looks at their database. */
export const SECRET = 'a secret of this figure alone, as long as it has to be'
const STEP_MS = 50

export const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

type Started = {
  readonly port: number
  readonly patienceMs: number
  readonly demo?: boolean
  readonly env: Readonly<Record<string, string>>
}

/** A process of the app, as an operator starts a second one: the same database, the same files, the same secret. */
export async function started(folder: string, connection: Connection, options: Started): Promise<ChildProcess> {
  const { port, patienceMs, demo = false } = options
  const env = {
    ...process.env,
    ...{ DATABASE_URL: urlOf(connection, connection.app), DATABASE_OWNER_URL: urlOf(connection, connection.owner) },
    ...{ RUNDTISCH_DATA: folder, SECRET, LOG: 'errors', ...options.env },
  }
  const args = [PROGRAM, 'start', ...(demo ? ['--demo'] : []), '--port', String(port)]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let waited = 0; waited < patienceMs; waited += STEP_MS) {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => null)
    if (answer?.ok) return child
    if (child.exitCode !== null) throw new Error('a process could not start')
    await wait(STEP_MS)
  }
  throw new Error('a process did not answer')
}

const urlOf = ({ host, port, database }: Connection, { user, password }: { user: string; password: string }) =>
  `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
