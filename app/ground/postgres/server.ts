import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../problems.ts'
import type { Binaries } from './binaries.ts'
import { clusterFolder } from './cluster.ts'
import { confinement } from './confinement.ts'
import { postmasterFile } from './orphan.ts'

export type Server = { readonly pid: number; readonly ended: Promise<void>; stop(): Promise<void> }

const POLL_MS = 20
const START_TRIES = 30
const TRY_AGAIN_MS = 500
const STOP_MS = 20_000
const LOG_BYTES = 5_000_000

/**
 * Starts the server and waits until it takes connections; crash recovery may take its time.
 * Problem `database-unreachable`, with what the server said as the cause.
 */
export async function startServer(
  binaries: Binaries,
  folder: string,
  socketFolder: string,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const cluster = clusterFolder(folder)
  const must = { listen_addresses: '', unix_socket_directories: socketFolder, unix_socket_permissions: '0700' }
  const options = Object.entries({ ...settings, ...must }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = join(folder, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const log = openLog(logFile)
    const child = spawnServer(binaries, ['-D', cluster, ...options], log.handle)
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    closeSync(log.handle)
    if (await becomesReady(child, cluster)) return { pid: child.pid!, ended, stop: () => stopServer(child, ended) }
    const said = readFileSync(logFile, 'utf8').slice(log.from)
    if (attempt === START_TRIES || !STILL_HELD.test(said)) {
      throw new Problem('database-unreachable', { values: { address: folder } }, new Error(said))
    }
    await pause(TRY_AGAIN_MS)
  }
}

/** Said while the children of a killed server still hold its shared memory. */
const STILL_HELD = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/

// In a session of its own, so that Ctrl+C in a terminal reaches us alone and requests can finish first.
function spawnServer({ postgres, env }: Binaries, args: readonly string[], log: number): ChildProcess {
  const [command, ...prefix] = confinement('INT')
  return spawn(command, [...prefix, postgres, ...args], { env, detached: true, stdio: ['ignore', log, log] })
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let failed = false
  child.once('error', () => (failed = true))
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const lines = postmasterFile(cluster)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await pause(POLL_MS)
  }
  return false
}

// SIGINT ends the connections and writes everything down; SIGQUIT leaves that to the recovery of the next start.
async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  await ended
  clearTimeout(patience)
}

function openLog(file: string): { handle: number; from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES) renameSync(file, `${file}.old`)
  return { handle: openSync(file, 'a', 0o600), from: size > LOG_BYTES ? 0 : size }
}
