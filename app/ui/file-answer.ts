import { createHash } from 'node:crypto'

/** `bytes` as a call are made when the reading transaction has ended: what takes its time holds no connection. */
export type FileAnswer = {
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
  readonly mediaType: string
  readonly fileName: string
}

/** An answer before it is sent. */
export type Made = { readonly bytes: string | Uint8Array; readonly headers: Readonly<Record<string, string>> }

/** With a tag that says what it holds (RFC 9110, 8.8.3), so that nobody is sent it twice. */
export function withTag(made: Made | null): Made | null {
  if (!made) return null
  const bytes = typeof made.bytes === 'string' ? new TextEncoder().encode(made.bytes) : made.bytes
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  return { bytes, headers: { ...made.headers, etag } }
}

/** Headers by which a file is saved, never shown in place. */
export const savedHeaders = ({ mediaType, fileName }: FileAnswer) => ({
  'content-type': RUNS_IN_A_PAGE.test(mediaType) && mediaType !== ATOM ? 'application/octet-stream' : mediaType,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(savedAs(fileName))}`,
})

/** HTML, SVG and XML can hold a script, should a reader ever open a download in place. */
const RUNS_IN_A_PAGE = /html|[/+]xml|script/i

/** A feed of news, which only our own code writes (RFC 4287). */
export const ATOM = 'application/atom+xml'

/** A name alone: no folder it could be saved in, no sign that hides or turns its end. */
function savedAs(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last.replace(UNSEEN, '').toWellFormed() || 'download'
}
const UNSEEN = /[\p{Cc}\p{Cf}]/gu
