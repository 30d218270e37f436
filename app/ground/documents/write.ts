import { Problem } from '../problems.ts'
import { type Allowance, Workers, workerBeside } from '../workers/workers.ts'
import { csvOf, separatorOf } from './csv.ts'
import { type Document, type DocumentFormat, fileNameOf, mediaTypes, type Table, type TableFormat } from './document.ts'
import { markdownOf } from './markdown.ts'

/** What a worker gets to do. */
export type Job = { readonly document: Document; readonly format: Exclude<DocumentFormat, 'md'> }

/** A PDF of two hundred pages takes three seconds. */
const usual: Allowance = {
  milliseconds: 30_000,
  megabytes: 384,
  atOnce: 2,
  waiting: 16,
  idleMilliseconds: 120_000,
}

/** The workers that write files; those of a test with an allowance of its own are its own. */
export const writingWorkers = (allowance: Partial<Allowance> = {}): Workers<Job, Uint8Array> =>
  new Workers(workerBeside(import.meta.url, 'write'), { ...usual, ...allowance })

const workers = writingWorkers()

/**
 * The bytes of a document. PDF, DOCX and ODT are made in a process of its own, bounded in memory and time; `owner` tells
 * for whom, so that nobody waits for what another person wants. Throws the Problem `document-not-made` where time or
 * memory did not suffice, or too many wait.
 */
export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  owner: string | null,
  writing: Workers<Job, Uint8Array> = workers,
): Promise<Uint8Array> {
  if (format === 'md') return markdownOf(document)
  const result = await writing.run({ document, format }, owner)
  if (result.ended === 'done') return result.value
  throw new Problem('document-not-made', {}, result.ended === 'broken' ? result.error : result.ended)
}

/** What leaves: a document, and the table that it is as CSV. `day` goes into the file's name. */
export type Leaving = { readonly document: Document; readonly table: Table; readonly day: string | null }

/** A file to hand out, made for `owner` when its bytes are asked for. */
export const fileOf = ({ document, table, day }: Leaving, format: TableFormat, owner: string | null) => ({
  bytes: async () =>
    format === 'csv' ? csvOf(table, separatorOf(document.language)) : writeDocument(document, format, owner),
  mediaType: mediaTypes[format],
  fileName: fileNameOf(document.title, day, format),
})
