import { type Outcome, Problem, refused } from '../problems.ts'
import { serve } from '../workers/serve.ts'
import type { Job } from './apart.ts'
import { convertContainer } from './container.ts'
import type { Converted } from './extracted.ts'

/**
 * The process that opens files. It is handed bytes and hands back an outcome; what it throws is a broken file, as all it
 * does is read one.
 */
async function work({ container, bytes }: Job): Promise<Outcome<Converted>> {
  try {
    return { ok: true, value: await convertContainer(container, bytes) }
  } catch (error) {
    if (error instanceof Problem) return refused(error.code, error.details)
    return refused('file-broken')
  }
}

serve(work, converted => converted.ok)
