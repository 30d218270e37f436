import { isBullet } from './pieces.ts'
import { CELL_GAP, type Segment, togetherOf } from './segments.ts'

/**
 * What stands on one line of a page or column.
 * - `mark`: its list mark ('-' for any bullet), null without; not part of `text`.
 * - `typed`: the mark was told by its sign alone ("14. November" may also go on a sentence).
 * - `text`: the words, cells parted by tabs.
 * - `bodyX`: where the words start behind the mark or the last tab; a wrapped line goes on there.
 * - `firstWord`: about the width of the first word: would it have fitted the line above?
 */
export type Row = {
  readonly mark: string | null
  readonly typed: boolean
  readonly text: string
  readonly x: number
  readonly bodyX: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly firstWord: number
  readonly rightToLeft: boolean
  readonly segments: readonly Segment[]
}

/** Baselines that differ by less (in sizes of the letters) are one line. */
const SAME_LINE = 0.45
/** What stands in front of an item: dashes, "3.", "2.1", "b)", "IV.", "TOP 3:". */
const MARK =
  /^(?:[-–—*o→]|\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?|\(?[a-z][.)]|[IVX]{1,5}\.|TOP \d{1,3}(?:\.\d{1,3})?[.:]?)$/
const BULLET = '-'
/** A blank wider than this (in sizes) sets a mark apart. */
const MARK_GAP = 0.6
const FEWEST_STRETCHED = 2
const STRETCHED_ALIKE = 0.2

/** The rows of a page or column from top to bottom. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: { y: number; size: number; segments: Segment[] }[] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && segment.y - row.y <= SAME_LINE * Math.min(row.size, segment.size)) row.segments.push(segment)
    else rows.push({ y: segment.y, size: segment.size, segments: [segment] })
  }
  return rows.map(({ segments }) => rowOf(wholeSegments(segments)))
}

/** Words may be printed in any order: what stands as near as words do belongs together. `segments` go from left to right. */
function wholeSegments(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = []
  for (const segment of [...segments].sort((a, b) => a.x - b.x)) {
    const last = whole.at(-1)
    if (last && segment.x - last.end < CELL_GAP * segment.size) whole[whole.length - 1] = togetherOf(last, segment)
    else whole.push(segment)
  }
  return whole
}

/** One row of segments on a line, also used for a single cell. */
export function rowOf(segments: readonly Segment[]): Row {
  const rightToLeft = segments.filter(segment => segment.rightToLeft).length * 2 > segments.length
  const inOrder = [...segments].sort((a, b) => (rightToLeft ? b.x - a.x : a.x - b.x))
  const first = inOrder[0]!
  const { mark, typed, rest } = markOf(first, inOrder.length > 1)
  const texts = [rest, ...inOrder.slice(1).map(segment => segment.text)].filter(text => text !== '')
  const behindMark = rest === '' ? inOrder[1] : undefined
  const bodyX = behindMark?.x ?? (mark !== null && !typed ? first.bodyX : first.x)
  const last = inOrder.at(-1)!
  const cells = behindMark ? inOrder.length - 1 : inOrder.length
  return {
    mark,
    typed,
    text: texts.join(isStretched(inOrder) ? ' ' : '\t'),
    x: first.x,
    bodyX: cells > 1 && !isStretched(inOrder) ? last.x : bodyX,
    end: Math.max(...segments.map(segment => segment.end)),
    y: first.y,
    size: Math.max(...segments.map(segment => segment.size)),
    firstWord: firstWordOf(behindMark ?? first),
    rightToLeft,
    segments: inOrder,
  }
}

type Marked = { readonly mark: string | null; readonly typed: boolean; readonly rest: string }

/** A bullet may be glued to its words; any other mark ends before a blank. */
function markOf({ text, firstGap }: Segment, others: boolean): Marked {
  const [word = '', ...words] = text.split(' ')
  const rest = words.join(' ')
  const unmarked: Marked = { mark: null, typed: false, rest: text }
  const sign = [...word][0] ?? ''
  if (isBullet(sign)) {
    const behind = `${word.slice(sign.length)} ${rest}`.trim()
    return behind !== '' || others ? { mark: BULLET, typed: false, rest: behind } : unmarked
  }
  if (others && MARK.test(text)) return { mark: shownMark(text), typed: false, rest: '' }
  if (rest === '' || !MARK.test(word)) return unmarked
  const apart = firstGap !== null && firstGap > MARK_GAP
  if (word === 'o' && !apart) return unmarked
  return { mark: shownMark(word), typed: !apart, rest }
}

/** Whether a part of a line is nothing but the mark of what follows. */
export const isMark = (text: string): boolean => isBullet(text) || MARK.test(text)

/** Word prints the bullet of its second level as an "o" of a typewriter font. */
const shownMark = (mark: string): string => (mark === 'o' ? BULLET : mark)

/** A justified line with few words has gaps as wide as those of a table, but all alike. */
function isStretched(segments: readonly Segment[]): boolean {
  const gaps = segments.slice(1).map((segment, at) => segment.x - segments[at]!.end)
  if (gaps.length < FEWEST_STRETCHED) return false
  return Math.max(...gaps) - Math.min(...gaps) < STRETCHED_ALIKE * segments[0]!.size
}

function firstWordOf({ text, x, end }: Segment): number {
  const word = text.indexOf(' ')
  return word < 0 ? end - x : ((end - x) * word) / text.length
}
