/** What is looked through, in the order in which a form offers it: names of tables. */
export const searchNouns = [
  'entry',
  'commitment',
  'paper',
  'letter',
  'meeting',
  'agenda_item',
  'publication',
  'body',
  'organization',
  'person',
  'office',
] as const
export type SearchNoun = (typeof searchNouns)[number]

export type Mark = { readonly from: number; readonly to: number }

/** Counting stops here: "more than 100". */
export const COUNTED = 100
export const PAGE = 20

const LONGEST = 320
const BEFORE = 80
const SPACE = /\s/

/**
 * A long text cut around its first mark, at spaces, with the marks moved along (UTF-16 units, end exclusive); an ellipsis
 * where something was left out.
 */
export function excerptOf(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  if (text.length <= LONGEST) return { text, marks: [...marks] }
  const first = marks[0]?.from ?? 0
  let from = first > BEFORE ? first - BEFORE : 0
  while (from > 0 && from < first && !SPACE.test(text[from - 1]!)) from++
  let to = Math.min(text.length, from + LONGEST)
  while (to < text.length && to > first + 1 && !SPACE.test(text[to]!)) to--
  const lead = from > 0 ? '… ' : ''
  const moved = marks
    .filter(mark => mark.from >= from && mark.to <= to)
    .map(mark => ({ from: mark.from - from + lead.length, to: mark.to - from + lead.length }))
  return { text: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`, marks: moved }
}

/** A text as stretches that are found words and stretches that are not, in order. */
export function stretchesOf(text: string, marks: readonly Mark[]): { text: string; found: boolean }[] {
  const stretches: { text: string; found: boolean }[] = []
  let at = 0
  for (const { from, to } of marks) {
    if (from < at) continue
    if (from > at) stretches.push({ text: text.slice(at, from), found: false })
    stretches.push({ text: text.slice(from, to), found: true })
    at = to
  }
  if (at < text.length) stretches.push({ text: text.slice(at), found: false })
  return stretches
}
