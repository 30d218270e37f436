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

const HIGHEST_IN_ONE_BYTE = 0xff
/** More units are not handed to one call. */
const LONGEST_NARROWED = 4000

/**
 * The same text, kept in one byte a sign where all signs have room in one. A line cut out of a text with one dash or arrow
 * has two bytes a sign like that text, and patterns with \p{L} search it more slowly.
 */
export function narrowed(text: string): string {
  if (text.length > LONGEST_NARROWED) return text
  const units: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > HIGHEST_IN_ONE_BYTE) return text
    units.push(unit)
  }
  return String.fromCharCode(...units)
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
