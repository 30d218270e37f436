import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../problems.ts'
import { findBinaries } from './binaries.ts'
import { clusterFolder, createCluster, databaseName, hasCluster, resetLogins } from './cluster.ts'
import { type Connection, newLogins, PORT, readConnection, writeConnection } from './connection.ts'
import { lockFolder } from './folder-lock.ts'
import { endOrphan } from './orphan.ts'
import { startServer } from './server.ts'

/** A running server that we own. `ended` comes true when it ends, by `stop` or by itself. */
export type Launched = {
  readonly connection: Connection
  /** The postmaster's process number. */
  readonly pid: number
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of a data folder, which is made when missing. It listens on a Unix socket only and ends when
 * this process ends. `settings` are server settings for this run (tests switch fsync off).
 * Problems: `data-folder-unwritable`, `data-folder-in-use`, `namespaces-forbidden`, `setting-missing` (no server for
 * this platform), `database-unreachable` (it would not start; the cause holds what it said).
 */
export async function launch(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<Launched> {
  const folder = join(resolve(dataFolder), 'postgres')
  makeFolder(dataFolder, folder)
  const lock = lockFolder(folder)
  if (!lock) throw new Problem('data-folder-in-use', { values: { folder: dataFolder } })
  let socket: Socket | undefined
  try {
    const logins = await prepareCluster(folder)
    await endOrphan(clusterFolder(folder))
    socket = socketFolder(folder)
    const server = await startServer(findBinaries(join(folder, 'lib')), folder, socket.folder, settings)
    const connection: Connection = { host: socket.folder, port: PORT, database: databaseName, ...logins }
    writeConnection(folder, connection)
    const { remove } = socket
    const ended = server.ended.then(() => {
      remove()
      lock.release()
    })
    return {
      connection,
      pid: server.pid,
      ended,
      async stop() {
        await server.stop()
        await ended
      },
    }
  } catch (error) {
    socket?.remove()
    lock.release()
    throw error
  }
}

function makeFolder(dataFolder: string, folder: string): void {
  try {
    makeFolders(folder)
  } catch (cause) {
    throw new Problem('data-folder-unwritable', { values: { folder: dataFolder } }, cause)
  }
}

// Node's own recursive mkdir never returns where a file system answers ENOENT to the making, as /proc does.
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

async function prepareCluster(folder: string): Promise<Pick<Connection, 'superuser' | 'owner' | 'app'>> {
  const known = readConnection(folder)
  if (known && hasCluster(folder)) return { superuser: known.superuser, owner: known.owner, app: known.app }
  const binaries = findBinaries(join(folder, 'lib'))
  const logins = newLogins()
  if (hasCluster(folder)) await resetLogins(binaries, folder, logins)
  else await createCluster(binaries, folder, logins)
  return logins
}

type Socket = { readonly folder: string; remove(): void }

/** sockaddr_un.sun_path holds 108 bytes with its closing zero (unix(7)). */
const LONGEST_SOCKET_PATH = 107

// A data folder that lies deep gets its socket in a private folder of the temporary directory. What a killed server
// left of its socket is in the way of the next one.
function socketFolder(folder: string): Socket {
  const own = join(folder, 'socket')
  rmSync(own, { recursive: true, force: true })
  if (Buffer.byteLength(join(own, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH) {
    mkdirSync(own, { mode: 0o700 })
    return { folder: own, remove: () => {} }
  }
  const short = mkdtempSync(join(tmpdir(), 'rundtisch-'))
  return { folder: short, remove: () => rmSync(short, { recursive: true, force: true }) }
}
