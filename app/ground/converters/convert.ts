import { type Outcome, refused } from '../problems.ts'
import { convertApart } from './apart.ts'
import { bounds, fileTooLarge, textTooLong } from './bounds.ts'
import { decodeText } from './encoding.ts'
import { type Extracted, extractedOf, sha256Of } from './extracted.ts'
import { containerOf, markupKindOf, unread } from './kind.ts'

export type { Extracted } from './extracted.ts'

/** The number counts changes of the lines made of plain text. */
export const plainConverter = 'plain 1'
const MARKDOWN_NAME = /\.(?:md|markdown|mdown)$/i

/**
 * Text out of a file a person chose: TXT, Markdown, DOCX, ODT or PDF, told by its content. The name only parts
 * Markdown from plain text. Never throws on content; time, memory and text are bounded (`bounds`). `owner` tells whose the file is:
 * what others bring does not wait for it.
 * Refused: `file-empty`, `file-too-large`, `file-type-unknown` (with `kind`, see `unreadKinds`), `file-broken`,
 * `file-has-no-text`, `file-expands-too-far`, `file-took-too-long`, `text-too-long`.
 */
export async function convertFile(
  bytes: Uint8Array,
  fileName: string,
  owner: string | null = null,
): Promise<Outcome<Extracted>> {
  if (bytes.length === 0) return refused('file-empty')
  if (bytes.length > bounds.fileBytes) return fileTooLarge()
  const container = containerOf(bytes)
  if (!container.ok) return container
  if (container.value === 'text') return plainText(bytes, fileName)
  const converted = await convertApart({ container: container.value, bytes }, owner)
  return converted.ok ? extractedOf(converted.value, sha256Of(bytes), 'file-has-no-text') : converted
}

/** Text that a person pasted. Refused: `file-empty`, `text-too-long`. */
export async function convertText(text: string, name = ''): Promise<Outcome<Extracted>> {
  if (text.length > bounds.textBytes) return textTooLong()
  return extractedOf(plain(text, name), sha256Of(Buffer.from(text)), 'file-empty')
}

function plainText(bytes: Uint8Array, fileName: string): Outcome<Extracted> {
  const text = decodeText(bytes)
  if (text === null) return unread('other')
  const markup = markupKindOf(text)
  if (markup) return unread(markup)
  if (text.length > bounds.textBytes) return textTooLong()
  return extractedOf(plain(text, fileName), sha256Of(bytes), 'file-empty')
}

const plain = (text: string, name: string) => ({
  text,
  converter: plainConverter,
  mediaType: MARKDOWN_NAME.test(name) ? 'text/markdown' : 'text/plain',
})
