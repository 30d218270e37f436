import type { Piece } from './pieces.ts'

/** Words that stand together on one baseline: a whole printed line, or its part within a cell or a column. */
export type Segment = {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly rightToLeft: boolean
  /** The blank behind the first word, in sizes: wide behind the mark of a list. Null where it was printed in one go. */
  readonly firstGap: number | null
  /** Where the words behind that blank start. */
  readonly bodyX: number
  /** Starts with a raised number, as a footnote does. */
  readonly isNote: boolean
  /** Places of its first and last run in the content stream. */
  readonly first: number
  readonly last: number
}

/** In sizes of the letters: a blank is about 0.25 wide; cells with the usual margins stand 1 apart and more. */
const WORD_GAP = 0.12
export const CELL_GAP = 1
/** Baselines that differ by less are one: superscripts, checkboxes. */
const SAME_LINE = 0.55
/** Kerning draws runs over each other by this at most. */
const OVERLAP = 0.6

const NOTE_NUMBER = /^\d{1,3}$/
const UNIT = /(?:^|[\s\d])[ckm]?m$/
const RAISED = 0.15
const RAISED_SIZE = 0.8

/** Gathers runs in the order they are printed: writers print a cell or a column to its end before they turn to the next. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  let run: Piece[] = []
  for (const piece of pieces) {
    if (run.length > 0 && !adjoins(run, piece)) {
      segments.push(...segmentOf(run))
      run = []
    }
    run.push(piece)
  }
  segments.push(...segmentOf(run))
  return segments
}

function adjoins(run: readonly Piece[], piece: Piece): boolean {
  const anchor = run.findLast(isPrinted) ?? run[0]!
  const size = Math.max(anchor.size, piece.size)
  if (Math.abs(piece.y - anchor.y) > SAME_LINE * size) return false
  if (!isPrinted(piece)) return true
  const gap = Math.max(piece.x - (anchor.x + anchor.width), anchor.x - (piece.x + piece.width))
  return gap < CELL_GAP * size && gap > -OVERLAP * size - Math.min(anchor.width, piece.width)
}

/** Two parts of a line that were printed at different times, from left to right. */
export function togetherOf(left: Segment, right: Segment): Segment {
  const [first, then] = left.rightToLeft ? [right, left] : [left, right]
  return {
    ...left,
    text: `${first.text} ${then.text}`,
    end: right.end,
    size: Math.max(left.size, right.size),
    firstGap: isWord(left.text) ? (right.x - left.end) / left.size : left.firstGap,
    bodyX: isWord(left.text) ? right.x : left.bodyX,
    first: Math.min(left.first, right.first),
    last: Math.max(left.last, right.last),
  }
}

function segmentOf(run: readonly Piece[]): Segment[] {
  const printed = run.filter(isPrinted)
  const [some] = printed
  if (!some) return []
  const size = dominantSize(printed)
  const y = (printed.find(piece => piece.size === size) ?? some).y
  const next = printed[1]
  return [
    {
      text: textOf(run, { size, y }),
      x: Math.min(...printed.map(piece => piece.x)),
      end: Math.max(...printed.map(piece => piece.x + piece.width)),
      y,
      size,
      rightToLeft: isRightToLeft(printed),
      firstGap: next && isWord(some.text) ? (next.x - some.x - some.width) / size : null,
      bodyX: next && isWord(some.text) ? next.x : some.x,
      isNote: isNoteNumber(some, { size, y }, ''),
      first: some.order,
      last: printed.at(-1)!.order,
    },
  ]
}

function textOf(run: readonly Piece[], line: { readonly size: number; readonly y: number }): string {
  const backward = isRightToLeft(run.filter(isPrinted))
  const inOrder = [...run].sort((a, b) => (backward ? b.x - a.x : a.x - b.x) || a.order - b.order)
  let text = ''
  let last: Piece | null = null
  let blank = false
  for (const piece of inOrder) {
    if (!isPrinted(piece)) {
      blank = true
      continue
    }
    const gap = last === null ? 0 : backward ? last.x - piece.x - piece.width : piece.x - last.x - last.width
    if (last !== null && (blank || /^\s/.test(piece.text) || gap > WORD_GAP * piece.size)) text += ' '
    const note = isNoteNumber(piece, line, text)
    text += note ? `[${piece.text.trim()}]` : piece.text.trim()
    blank = /\s$/.test(piece.text) || (note && text.length === piece.text.trim().length + 2)
    last = piece
  }
  return text
}

/** A small raised number refers to a note, unless it is the power of a unit (m²). */
function isNoteNumber(piece: Piece, line: { readonly size: number; readonly y: number }, before: string): boolean {
  if (!NOTE_NUMBER.test(piece.text.trim()) || UNIT.test(before)) return false
  return piece.size < RAISED_SIZE * line.size && line.y - piece.y > RAISED * line.size
}

const isWord = (text: string): boolean => !/\s/.test(text.trim())

const isPrinted = (piece: Piece): boolean => piece.text.trim() !== ''

function dominantSize(pieces: readonly Piece[]): number {
  const signs = new Map<number, number>()
  for (const piece of pieces) signs.set(piece.size, (signs.get(piece.size) ?? 0) + piece.text.length)
  return [...signs].reduce((most, size) => (size[1] > most[1] ? size : most))[0]
}

function isRightToLeft(pieces: readonly Piece[]): boolean {
  let backward = 0
  for (const piece of pieces) backward += piece.rightToLeft ? piece.text.length : -piece.text.length
  return backward > 0
}
