import type { Page } from './margins.ts'
import type { Segment } from './segments.ts'

/**
 * A part of a page that is read from top to bottom before the next one begins. Both columns of a page get the x of the
 * left one, so that a paragraph can go on from the one to the other.
 */
export type Region = { readonly isColumn: boolean; readonly segments: readonly Segment[] }

/** Running text in two columns has at least this many lines in each. */
const FEWEST_LINES = 5
/** The right column starts within this part of the text's width. */
const MIDDLE = [0.4, 0.62] as const
/** Lines of running text fill their column; cells of a table do not. */
const FULL = 0.55
const SAME_X = 3

/**
 * Parts a page set in two columns: what is above, the left column, the right column, what is below. A table is not
 * parted: its cells are printed row by row and do not fill their columns.
 */
export function regionsOf(page: Page): Region[] {
  const whole: Region[] = [{ isColumn: false, segments: page.segments }]
  const start = rightColumnOf(page.segments)
  if (start === null) return whole
  const right = page.segments.filter(segment => segment.x >= start - SAME_X)
  const top = Math.min(...right.map(segment => segment.y))
  const bottom = Math.max(...right.map(segment => segment.y))
  const printed = Math.max(...right.map(segment => segment.last))
  const above: Segment[] = []
  const left: Segment[] = []
  const below: Segment[] = []
  for (const segment of page.segments) {
    if (segment.y < top - segment.size / 2) above.push(segment)
    else if (segment.y > bottom + segment.size / 2 && segment.first > printed) below.push(segment)
    else if (segment.x < start - SAME_X) left.push(segment)
  }
  if (
    !areColumns(
      left,
      right.filter(segment => !above.includes(segment)),
      start,
    )
  )
    return whole
  const shift = start - Math.min(...left.map(segment => segment.x))
  const shifted = right.map(segment => ({ ...segment, x: segment.x - shift, end: segment.end - shift }))
  const regions: Region[] = [
    { isColumn: false, segments: above },
    { isColumn: true, segments: left },
    { isColumn: true, segments: shifted },
    { isColumn: false, segments: below },
  ]
  return regions.filter(region => region.segments.length > 0)
}

/** The x at which most lines start that do not start at the left edge, if it lies in the middle. */
function rightColumnOf(segments: readonly Segment[]): number | null {
  const [from, to] = [Math.min(...segments.map(({ x }) => x)), Math.max(...segments.map(({ end }) => end))]
  const starts = new Map<number, number>()
  for (const { x } of segments) {
    const share = (x - from) / (to - from)
    if (share < MIDDLE[0] || share > MIDDLE[1]) continue
    const near = Math.round(x / SAME_X) * SAME_X
    starts.set(near, (starts.get(near) ?? 0) + 1)
  }
  const most = [...starts].sort((a, b) => b[1] - a[1])[0]
  return most && most[1] >= FEWEST_LINES ? most[0] : null
}

function areColumns(left: readonly Segment[], right: readonly Segment[], start: number): boolean {
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return false
  // A line across the gap means that there is none.
  if (left.some(segment => segment.end > start)) return false
  const inOrder = Math.max(...left.map(({ last }) => last)) < Math.min(...right.map(({ first }) => first))
  return inOrder && fills(left, start) && fills(right, Math.max(...right.map(({ end }) => end)))
}

function fills(lines: readonly Segment[], end: number): boolean {
  const from = Math.min(...lines.map(({ x }) => x))
  const mean = lines.reduce((sum, line) => sum + line.end - line.x, 0) / lines.length
  return mean > FULL * (end - from)
}
