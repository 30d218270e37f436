import { createHash } from 'node:crypto'
import { done, type Outcome, type ProblemCode, refused } from '../problems.ts'
import { bounds, textTooLong } from './bounds.ts'

/**
 * The text of a source, as it is read and shown beside it.
 * - `text`: NFC, lines separated by `\n` only; no `\r`, NUL or other control characters except the tab; no blank end.
 * - `lineCount`: counted over `\n`.
 * - `converter`: what made these lines, with versions ('docx 1, mammoth 1.13.0'); another version may count other lines.
 * - `mediaType`: of the source, by its content (RFC 2046 text/plain, RFC 7763 text/markdown …).
 * - `sha256`: of the source's bytes, hex: the address in the file store. Of a pasted text, of its UTF-8 bytes.
 */
export type Extracted = {
  readonly text: string
  readonly lineCount: number
  readonly converter: string
  readonly mediaType: string
  readonly sha256: string
}

/** What a converter hands over: text of any form, its own name and version, the media type it found. */
export type Converted = Pick<Extracted, 'text' | 'converter' | 'mediaType'>

const LINE_END = /\r\n?|[\v\u2028\u2029]/g
/** A form feed ends no line (`pdftotext` puts it before the first line of a page); within a line it parts words. */
const FORM_FEED_WITHIN = /(?<=[^\n\f])\f(?=[^\n\f])/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const CONTROL = /[\0-\x08\f\x0e-\x1f\x7f-\x9f\ufeff]/g

/** The one form of text that is kept, see `Extracted`. Takes any string; linear in its length. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(FORM_FEED_WITHIN, ' ')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trimEnd()
}

/** SHA-256 of bytes, hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Cleans what a converter made and holds it against the bounds: `text-too-long`, or `ifBlank` where no sign is left. */
export function extractedOf(converted: Converted, sha256: string, ifBlank: ProblemCode): Outcome<Extracted> {
  const text = cleanText(converted.text)
  if (text.trim() === '') return refused(ifBlank)
  const lineCount = countLines(text)
  if (Buffer.byteLength(text) > bounds.textBytes || lineCount > bounds.textLines) return textTooLong()
  const { converter, mediaType } = converted
  return done({ text, lineCount, converter, mediaType, sha256 })
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
