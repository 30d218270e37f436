import { Problem, type Refusal, refused } from '../problems.ts'

const MEGABYTE = 1024 * 1024

/** What one file may cost. Bytes, lines, milliseconds; every limit has its own refusal below. */
export const bounds = {
  fileBytes: 20 * MEGABYTE,
  /** All parts of a ZIP together, declared and really inflated. */
  inflatedBytes: 100 * MEGABYTE,
  /** How far one part may expand. Empty table rows reach 100 honestly, so it is judged from `ratioFreeBytes` on. */
  inflatedRatio: 200,
  ratioFreeBytes: 10 * MEGABYTE,
  zipEntries: 10_000,
  /** Nested elements in XML: minutes stay below 60; recursion in libraries must not meet thousands. */
  xmlDepth: 1_000,
  /** UTF-8 bytes of the extracted text. */
  textBytes: 5 * MEGABYTE,
  textLines: 200_000,
  milliseconds: 20_000,
  /** JavaScript heap of one conversion, and its buffers outside of the heap. */
  workerMegabytes: 512,
  workersAtOnce: 2,
  waitingFiles: 16,
  /** How long a worker with its libraries in memory waits for another file. */
  workerIdleMilliseconds: 120_000,
} as const

const inMegabytes = (bytes: number): number => Math.round(bytes / MEGABYTE)

export const fileTooLarge = (): Refusal =>
  refused('file-too-large', { values: { limit: inMegabytes(bounds.fileBytes) } })

export const fileTookTooLong = (): Refusal =>
  refused('file-took-too-long', { values: { limit: Math.round(bounds.milliseconds / 1000) } })

export const fileExpandsTooFar = (): Refusal =>
  refused('file-expands-too-far', { values: { limit: inMegabytes(bounds.inflatedBytes) } })

export const textTooLong = (): Refusal =>
  refused('text-too-long', { values: { limit: inMegabytes(bounds.textBytes), lines: bounds.textLines } })

/** Throws a refusal out of nested readers; `outcomeOf` catches it. */
export function giveUp(refusal: Refusal, cause?: unknown): never {
  const { code, field, values } = refusal
  throw new Problem(
    code,
    { ...(field === undefined ? {} : { field }), ...(values === undefined ? {} : { values }) },
    cause,
  )
}
