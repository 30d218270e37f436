import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from '../ids.ts'
import type { Binaries } from './binaries.ts'
import { confinement } from './confinement.ts'
import type { Logins } from './connection.ts'

const DATABASE = 'rundtisch'
const UNFINISHED = 'unfinished-'

// What a killed initdb had started may write and rename for a moment longer, and rmSync takes a file that went away
// under its hands for the whole folder having gone.
function remove(path: string): void {
  while (existsSync(path)) rmSync(path, { recursive: true, force: true, maxRetries: 20 })
}

/** Written to postgresql.conf when the folder is made; its operator may change them there. */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '40',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  max_wal_size: '512MB',
}

export const clusterFolder = (postgresFolder: string): string => join(postgresFolder, 'cluster')

export const hasCluster = (postgresFolder: string): boolean => existsSync(clusterFolder(postgresFolder))

/**
 * Makes the database files with the three roles and one empty database. They are made beside their place and moved
 * there in one step when complete: what a killed first start leaves behind is never taken for a database.
 */
export async function createCluster(binaries: Binaries, postgresFolder: string, logins: Logins): Promise<void> {
  for (const name of readdirSync(postgresFolder)) {
    if (name.startsWith(UNFINISHED)) remove(join(postgresFolder, name))
  }
  const unfinished = join(postgresFolder, `${UNFINISHED}${newSecret().slice(0, 8)}`)
  const passwordFile = `${unfinished}.password`
  writeFileSync(passwordFile, logins.superuser.password, { mode: 0o600 })
  await run(binaries.initdb, initdbArguments(unfinished, passwordFile, logins), binaries)
  rmSync(passwordFile)
  await runSql(binaries, unfinished, roleStatements(logins))
  await runSql(binaries, unfinished, [
    `CREATE DATABASE ${DATABASE} OWNER ${logins.owner.user}`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${DATABASE} TO ${logins.app.user}`,
  ])
  renameSync(unfinished, clusterFolder(postgresFolder))
  flushFolder(postgresFolder)
}

/** Gives the roles of an existing cluster new passwords, for a folder whose connection file was lost. */
export async function resetLogins(binaries: Binaries, postgresFolder: string, logins: Logins): Promise<void> {
  const statements = Object.values(logins).map(({ user, password }) => `ALTER ROLE ${user} PASSWORD '${password}'`)
  await runSql(binaries, clusterFolder(postgresFolder), statements)
}

export const databaseName = DATABASE

function initdbArguments(folder: string, passwordFile: string, logins: Logins): string[] {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`])
  return [
    ...['--pgdata', folder, '--username', logins.superuser.user, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--data-checksums', '--no-instructions'],
    // Sorting that people see names its collation in the query; the rest must not hang on the system's locales.
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...settings,
  ]
}

const roleStatements = ({ owner, app }: Logins): string[] =>
  [owner, app].map(
    ({ user, password }) =>
      `CREATE ROLE ${user} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${password}'`,
  )

// The single-user server needs no password and no socket. With -j a statement ends at ";\n\n".
const runSql = (binaries: Binaries, folder: string, statements: readonly string[]): Promise<void> =>
  run(binaries.postgres, ['--single', '-j', '-D', folder, 'postgres'], binaries, `${statements.join(';\n\n')};\n\n`)

async function run(program: string, args: readonly string[], { env }: Binaries, input = ''): Promise<void> {
  const [command, ...prefix] = confinement('KILL')
  const child = spawn(command, [...prefix, program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  // The single-user server ends with 0 even when a statement failed.
  if (code !== 0 || FAILURE.test(said)) throw new Error(`${program}: ${said}`)
}

const FAILURE = /^(?:.{0,80} )?(?:ERROR|FATAL|PANIC):/m

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
