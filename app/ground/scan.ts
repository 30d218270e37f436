import { spawn } from 'node:child_process'
import { done, type Outcome, refused } from './problems.ts'
import type { Settings } from './settings.ts'

const SECONDS_FOR_A_FILE = 60
/** As clamscan and clamdscan say it: nothing found, something found; whatever else is no answer. */
const CLEAN = 0
const FOUND = 1

/**
 * Hands an uploaded file to the operator's scanner (FILE_SCAN) on its standard input, before anything else looks into it
 * or keeps it. Without a scanner every file passes. Problems: `file-refused` where it found something, `scan-failed` where
 * it could not say: then nothing is taken in.
 */
export async function scanned({ fileScan }: Pick<Settings, 'fileScan'>, bytes: Uint8Array): Promise<Outcome<null>> {
  if (!fileScan) return done(null)
  const code = await exitOf(fileScan, bytes)
  if (code === CLEAN) return done(null)
  return refused(code === FOUND ? 'file-refused' : 'scan-failed', { field: 'file' })
}

/** The command's exit code; null where it did not start, was killed, or took too long. It gets none of our secrets. */
function exitOf([command = '', ...args]: readonly string[], bytes: Uint8Array): Promise<number | null> {
  return new Promise(resolve => {
    const scanner = spawn(command, args, {
      ...{ stdio: ['pipe', 'ignore', 'ignore'], env: {} },
      ...{ timeout: SECONDS_FOR_A_FILE * 1000, killSignal: 'SIGKILL' },
    })
    scanner.on('error', () => resolve(null))
    scanner.on('close', code => resolve(code))
    // A scanner that has seen enough closes its end.
    scanner.stdin.on('error', () => {})
    scanner.stdin.end(bytes)
  })
}
