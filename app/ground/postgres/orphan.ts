import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../problems.ts'

const POLL_MS = 20
/** How long a server may take to write everything down, about a minute. */
const POLLS = 3000

/**
 * Ends the server that a killed process of ours left on these files, and takes away what it left in the new one's
 * way. Only for the holder of the folder's lock: no living launcher can own a server there.
 * Problem `data-folder-in-use` when the old server does not go.
 */
export async function endOrphan(cluster: string): Promise<void> {
  for (let poll = 0; poll < POLLS; poll++) {
    const [pid] = postmasterFile(cluster)
    if (!pid) return
    if (!isServerOf(cluster, Number(pid))) return disownPostmasterFile(cluster)
    if (poll === 0) process.kill(Number(pid), 'SIGINT')
    await pause(POLL_MS)
  }
  throw new Problem('data-folder-in-use', { values: { folder: cluster } })
}

/** Lines of postmaster.pid: process number, data folder, start, port, socket folder, address, shared memory, status. */
export function postmasterFile(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

// A dead server's number may stand for a zombie that nobody collects or, in a container, for another process, and
// PostgreSQL would not start beside either. It passes over its own parent's number (miscinit.c, CreateLockFile), and
// still looks whether children of the dead server hold the shared memory that the file names; so it must stay.
function disownPostmasterFile(cluster: string): void {
  const [, ...rest] = postmasterFile(cluster)
  writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, ...rest].join('\n'), { mode: 0o600 })
}

// The arguments of a zombie are gone, those of another process do not name these files.
function isServerOf(cluster: string, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}
