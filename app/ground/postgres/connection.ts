import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from '../ids.ts'
import { Problem } from '../problems.ts'

export type Login = { readonly user: string; readonly password: string }

/**
 * How processes of ours reach the server of a data folder. `host` is the folder of its Unix socket.
 * The superuser is for the launcher alone, the owner for migrations, the app role for everything else.
 */
export type Connection = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly superuser: Login
  readonly owner: Login
  readonly app: Login
}

export const PORT = 5432
const FILE = 'connection.json'

export type Logins = Pick<Connection, 'superuser' | 'owner' | 'app'>

export const newLogins = (): Logins => ({
  superuser: { user: 'rundtisch_super', password: newSecret() },
  owner: { user: 'rundtisch_owner', password: newSecret() },
  app: { user: 'rundtisch_app', password: newSecret() },
})

/** Reads the connection file of the folder `<data>/postgres`; null when there is none. */
export function readConnection(postgresFolder: string): Connection | null {
  try {
    return JSON.parse(readFileSync(join(postgresFolder, FILE), 'utf8')) as Connection
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/** Readable by the owner only; replaced in one step, so that a reader never sees half of it. */
export function writeConnection(postgresFolder: string, connection: Connection): void {
  const file = join(postgresFolder, FILE)
  writeFileSync(`${file}.new`, JSON.stringify(connection, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * The server that another process of ours keeps running on this data folder.
 * Problem `database-unreachable` when none was ever started there.
 */
export function attach(dataFolder: string): Connection {
  const connection = readConnection(join(dataFolder, 'postgres'))
  if (!connection) throw new Problem('database-unreachable', { values: { address: dataFolder } })
  return connection
}
