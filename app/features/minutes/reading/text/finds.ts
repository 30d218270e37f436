import type { Reading } from '../../../../../reader/src/reading.ts'
import type { Asker } from '../../../../access/act.ts'
import type { Identity } from '../../../../access/viewer.ts'
import { convertFile, convertText, type Extracted } from '../../../../ground/converters/convert.ts'
import { done, type Outcome, refused } from '../../../../ground/problems.ts'
import { scanned } from '../../../../ground/scan.ts'
import { Workers, workerBeside } from '../../../../ground/workers/workers.ts'
import type * as contract from '../contract.ts'

/** About a hundred pages: no minutes are longer. */
const longest = { signs: 300_000, lines: 5000 }

/** The longest text takes some seconds. A worker begins with a second of compiling patterns and keeps 100 to 200 MB. */
const allowance = { milliseconds: 60_000, megabytes: 512, atOnce: 2, waiting: 16, idleMilliseconds: 120_000 }

const readers = new Workers<string, Reading>(workerBeside(import.meta.url, 'read'), allowance)

/** What a person brought, as bytes and as text; `field` is where on the form it stands. */
export type Taken = {
  readonly bytes: Uint8Array
  readonly extracted: Extracted
  readonly fileName: string
  readonly field: 'file' | 'pasted'
}

/** The text of a file or a pasted text. Refused: what `scanned`, `convertFile` and `convertText` refuse. */
export async function takeIn(
  { file, pasted }: contract.ReadingBegin,
  { ground, identity }: Pick<Asker, 'ground' | 'identity'>,
): Promise<Outcome<Taken>> {
  const uploaded = file && (file.size > 0 || file.name !== '')
  if (!uploaded && !pasted?.trim()) return refused('file-empty', { field: 'file' })
  const field = uploaded ? 'file' : 'pasted'
  const bytes = uploaded ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted)
  const fileName = uploaded ? file.name : ''
  const looked = uploaded ? await scanned(ground.settings, bytes) : done(null)
  if (!looked.ok) return looked
  const extracted = uploaded ? await convertFile(bytes, fileName, ownerOf(identity)) : await convertText(pasted ?? '')
  if (!extracted.ok) return { ...extracted, field }
  const { text, lineCount } = extracted.value
  if (text.length > longest.signs || lineCount > longest.lines)
    return refused('text-too-long', { field, values: { limit: longest.signs / 1_000_000, lines: longest.lines } })
  return done({ bytes, extracted: extracted.value, fileName, field })
}

/**
 * The reading of what was taken in. Refused: `file-took-too-long`, also where too many texts wait; throws what the
 * reader threw.
 */
export async function readApart({ extracted, field }: Taken, identity: Identity): Promise<Outcome<Reading>> {
  const reading = await readBeside(extracted.text, ownerOf(identity))
  if (reading) return done(reading)
  return refused('file-took-too-long', { field, values: { limit: allowance.milliseconds / 1000 } })
}

/**
 * The reading of a text for a person (null for our own code), made in a process of its own: nobody else waits for it.
 * Null where it took too long or too many texts wait; throws what the reader threw.
 */
export async function readBeside(text: string, owner: string | null): Promise<Reading | null> {
  const result = await readers.run(text, owner)
  if (result.ended === 'done') return result.value
  if (result.ended === 'broken' || result.ended === 'out-of-memory')
    throw new Error('the reader broke down', { cause: 'error' in result ? result.error : result.ended })
  return null
}

/** Whose the file is; our own code has none. */
function ownerOf({ as }: Identity): string | null {
  if (as.kind === 'account') return as.accountId
  return as.kind === 'person' ? as.personId : null
}
