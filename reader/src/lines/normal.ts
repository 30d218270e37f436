const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\f\v]/g
const WHITE = /[\s\u00a0\u202f]+/g
const TAB_WIDTH = 4

/** A line in its normal form: NFC, soft hyphens and other invisible signs out, white space collapsed to one blank, trimmed. */
export function normalLine(raw: string): string {
  return raw.normalize('NFC').replace(INVISIBLE, '').replace(WHITE, ' ').trim()
}

/** Columns before the first sign; a tab counts to the next multiple of four. A blank line has 0. */
export function indentOf(raw: string): number {
  let columns = 0
  for (const sign of raw) {
    if (sign === ' ' || sign === '\u00a0') columns += 1
    else if (sign === '\t') columns += TAB_WIDTH - (columns % TAB_WIDTH)
    else return columns
  }
  return 0
}
