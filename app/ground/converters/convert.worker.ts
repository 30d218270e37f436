import { parentPort, workerData } from 'node:worker_threads'
import { type Outcome, Problem, refused } from '../problems.ts'
import { convertContainer } from './container.ts'
import type { Converted } from './extracted.ts'
import type { Job } from './workers.ts'

/**
 * The thread that opens one file and ends. It is handed bytes and hands back an outcome; it sees neither the
 * environment nor another file, and what it throws is a broken file, as all it does is read one.
 */
async function work({ container, bytes }: Job): Promise<Outcome<Converted>> {
  try {
    return { ok: true, value: await convertContainer(container, bytes) }
  } catch (error) {
    if (error instanceof Problem) return refused(error.code, error.details)
    return refused('file-broken')
  }
}

parentPort?.postMessage(await work(workerData as Job))
