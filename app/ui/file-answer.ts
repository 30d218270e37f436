/** `bytes` as a call are made when the reading transaction has ended: what takes its time holds no connection. */
export type FileAnswer = {
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
  readonly mediaType: string
  readonly fileName: string
}

/** Headers by which a file is saved, never shown in place. */
export const savedHeaders = ({ mediaType, fileName }: FileAnswer) => ({
  'content-type': RUNS_IN_A_PAGE.test(mediaType) ? 'application/octet-stream' : mediaType,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(savedAs(fileName))}`,
})

/** HTML, SVG and XML can hold a script, should a reader ever open a download in place. */
const RUNS_IN_A_PAGE = /html|[/+]xml|script/i

/** A name alone: no folder it could be saved in, no sign that hides or turns its end. */
function savedAs(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last.replace(UNSEEN, '').toWellFormed() || 'download'
}
const UNSEEN = /[\p{Cc}\p{Cf}]/gu
