import { type Outcome, refused } from '../problems.ts'
import { type Allowance, Workers, workerBeside } from '../workers/workers.ts'
import { bounds, fileExpandsTooFar, fileTookTooLong } from './bounds.ts'
import type { Converted } from './extracted.ts'
import type { Container } from './kind.ts'

/** What a worker gets to do. */
export type Job = { readonly container: Exclude<Container, 'text'>; readonly bytes: Uint8Array }

export const usual: Allowance = {
  milliseconds: bounds.milliseconds,
  megabytes: bounds.workerMegabytes,
  atOnce: bounds.workersAtOnce,
  waiting: bounds.waitingFiles,
  idleMilliseconds: bounds.workerIdleMilliseconds,
}

export type Converting = Workers<Job, Outcome<Converted>>

/** The workers that open files; those of a test with an allowance of its own are its own. */
export const convertingWorkers = (allowance: Allowance): Converting =>
  new Workers(workerBeside(import.meta.url, 'convert'), allowance)

const workers = convertingWorkers(usual)

/**
 * Converts in a process of its own: bounded in memory and time, and ended by any file that was not converted, so that none meets
 * what a broken one left behind. Two run at once, a few wait. Refused: `file-took-too-long` (also with too many waiting),
 * `file-expands-too-far` (memory), and whatever the converter refuses.
 */
export async function convertApart(
  job: Job,
  owner: string | null = null,
  converting: Converting = workers,
): Promise<Outcome<Converted>> {
  const result = await converting.run(job, owner)
  if (result.ended === 'done') return result.value
  if (result.ended === 'out-of-memory') return fileExpandsTooFar()
  return result.ended === 'broken' ? refused('file-broken') : fileTookTooLong()
}
