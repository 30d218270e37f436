import type { Row } from './rows.ts'

/** What rows are measured by. `right`: where lines of running text end; `leading`: their distance, in sizes. */
export type Measure = { readonly left: number; readonly right: number; readonly leading: number }

/** A paragraph as it was before it was set in lines; `rows` are never empty. */
export type Paragraph = { readonly rows: readonly Row[]; readonly text: string; readonly gapAbove: boolean }

/** In sizes of the letters. */
const SAME_X = 0.6
const HANGING = 3
const BLANK = 0.25
/** Widths of words are estimates, and the longest line seldom touches the margin. */
const SLACK = 0.8
const LONG_WORD = 6
const SAME_SIZE = 0.12
const USUAL_LEADING = 1.2
/** A distance this much above the usual one parts paragraphs. */
const PARAGRAPH_GAP = 1.3
/** Running text reaches at least this far over the page, or half of its lines are long and end alike. */
const RUNNING = 0.65
const ALIKE = 0.5
const LONG_LINE = 40
const SUPPORT = 0.15
const FEWEST_SUPPORT = 3

const SENTENCE_END = /[.:!?;"“”)]$/
const LOWER_START = /^[\p{Ll}(]/u
const SOFT_HYPHEN_END = /\u00ad$/
const HYPHEN_END = /[\p{L}\p{N}][-\u2010]$/u
/** "Haupt- und Nebenraum": the hyphen stands for a word left out. */
const COMBINING = /^(?:und|oder|bzw\.|sowie|noch|als|bis|wie)(?: |$)/

/** Measures the rows of a document (or of a column): where its lines end, how far apart they stand. */
export function measureOf(rows: readonly Row[], pageWidth: number): Measure {
  const left = rows.reduce((least, row) => Math.min(least, row.x), Number.POSITIVE_INFINITY)
  const right = rightOf(rows, left, pageWidth)
  const gapsBelow = (is: (above: Row) => boolean) =>
    rows.flatMap((row, at) => {
      const above = rows[at - 1]
      const gap = above && is(above) ? (row.y - above.y) / row.size : 0
      return gap > 0.5 && gap < 3 ? [gap] : []
    })
  // Where paragraphs are short, most rows have the room of a paragraph below them; full ones are those that go on.
  const belowFull = gapsBelow(({ end }) => end > FULL * right)
  const usual = middleOf(
    gapsBelow(() => true),
    USUAL_LEADING,
  )
  const leading = belowFull.length < FEWEST_SUPPORT ? usual : Math.min(usual, lowerOf(belowFull))
  return { left, right, leading: Math.max(leading, 1) }
}

/** Of the way to the right margin. */
const FULL = 0.85
/** A quarter of the numbers is less. */
const lowerOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 2]!

/** The rightmost x that several lines come near, as lines of wrapped text do. */
function rightOf(rows: readonly Row[], left: number, pageWidth: number): number {
  const mirrored = pageWidth - left
  const ends = rows.map(row => row.end).sort((a, b) => b - a)
  const needed = Math.max(FEWEST_SUPPORT, ends.length * SUPPORT)
  const near =
    LONG_WORD *
    middleOf(
      rows.map(row => row.size),
      0,
    )
  let until = 0
  for (const [at, end] of ends.entries()) {
    while (until < ends.length && ends[until]! > end - near) until += 1
    if (until - at < needed) continue
    const narrow = until - at >= ends.length * ALIKE && isLong(rows)
    return narrow || end > pageWidth * RUNNING ? end : mirrored
  }
  return mirrored
}

const isLong = (rows: readonly Row[]): boolean =>
  middleOf(
    rows.map(row => row.text.length),
    0,
  ) >= LONG_LINE

/** The median, or `otherwise` of nothing. */
const middleOf = (numbers: readonly number[], otherwise: number): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? otherwise

/**
 * Undoes the line breaks that only the width of the paper made: a line goes on in the next where that one's first word
 * would not have fitted. Words parted at the line end are healed ("Koordinie-", "rungsstelle").
 */
export function paragraphsOf(rows: readonly Row[], measure: Measure): Paragraph[] {
  const paragraphs: { rows: Row[]; text: string; gapAbove: boolean }[] = []
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1]
    const paragraph = paragraphs.at(-1)
    if (paragraph && above && goesOn(paragraph.rows, above, row, measure)) {
      paragraph.rows.push(row)
      paragraph.text = joined(paragraph.text, row.mark === null ? row.text : `${row.mark} ${row.text}`)
    } else paragraphs.push({ rows: [row], text: row.text, gapAbove: hasGap(above, row, measure) })
  }
  return paragraphs
}

/** Two printed lines as one text. */
export function joined(text: string, next: string): string {
  if (SOFT_HYPHEN_END.test(text)) return text.slice(0, -1) + next
  if (!HYPHEN_END.test(text)) return `${text} ${next}`
  if (COMBINING.test(next)) return `${text} ${next}`
  return LOWER_START.test(next) ? text.slice(0, -1) + next : text + next
}

function goesOn(rows: readonly Row[], above: Row, row: Row, measure: Measure): boolean {
  if (row.rightToLeft || row.text.includes('\t')) return false
  if (row.mark !== null && (!row.typed || SENTENCE_END.test(above.text))) return false
  if (Math.abs(row.size - above.size) > SAME_SIZE * above.size) return false
  const parted = HYPHEN_END.test(above.text) && LOWER_START.test(row.text)
  const full = above.end + BLANK * row.size + row.firstWord > measure.right - SLACK * row.size
  // On the next page or in the next column only what is plainly unfinished goes on.
  if (row.y <= above.y) return parted || (full && !SENTENCE_END.test(above.text))
  return (parted || full) && !hasGap(above, row, measure) && isAligned(rows, row)
}

function hasGap(above: Row | undefined, row: Row, measure: Measure): boolean {
  if (!above || row.y <= above.y) return false
  return row.y - above.y > PARAGRAPH_GAP * measure.leading * Math.max(row.size, above.size)
}

/** Below the words of the line above, below its list mark, or at the left of an indented first line. */
function isAligned(rows: readonly Row[], row: Row): boolean {
  const above = rows.at(-1)!
  const near = SAME_X * row.size
  if (Math.abs(row.x - above.bodyX) <= near) return true
  if (above.text.includes('\t')) return false
  const first = rows.length === 1
  return first && Math.abs(row.x - above.x) <= HANGING * row.size
}
