const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\f\v]/g
const WHITE = /[\s\u00a0\u202f]+/g
/** Without one of these a line is in its normal form: a sign that is no plain letter, more than one blank, a blank at an end. */
const ODD = /[^ -~ÄÖÜäöüß–„“”’…]| {2}|^ | $/
const TAB_WIDTH = 4

/** A line in its normal form: NFC, soft hyphens and other invisible signs out, white space collapsed to one blank, trimmed. */
export function normalLine(raw: string): string {
  if (!ODD.test(raw)) return raw
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
