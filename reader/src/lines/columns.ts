import { columnHeadsOf } from './column-heads.ts'
import type { Apart } from './document.ts'
import { normalLine } from './normal.ts'

type Piece = { readonly text: string; readonly at: number }
type Head = { readonly pieces: readonly Piece[]; readonly tabs: boolean }

/** Between columns stands a tab or a run of blanks. */
const GAP = /\t+| {2,}/
const LONGEST_HEAD_CELL = 25

/**
 * The cells of tables that are drawn with tabs or blanks, null outside of them: a head row that says what and who or
 * until when ("was  wer  bis"), and the rows below it, up to a blank line or a line without columns.
 */
export function columnRowsOf(raws: readonly string[], apart: readonly (Apart | null)[]): (readonly string[] | null)[] {
  let head: Head | null = null
  return raws.map((raw, at) => {
    if (apart[at] === 'rule') return null
    if (raw.trim() === '' || apart[at] !== null) {
      head = null
      return null
    }
    if (head === null) {
      head = headIn(raw)
      return head?.pieces.map(piece => piece.text) ?? null
    }
    const pieces = piecesOf(raw)
    if (pieces.length < 2) {
      head = null
      return null
    }
    return head.tabs ? cellsInOrder(pieces, head) : cellsByPlace(pieces, head)
  })
}

function headIn(raw: string): Head | null {
  if (raw.includes('|') || !GAP.test(raw.trim())) return null
  const pieces = piecesOf(raw)
  const short = pieces.every(piece => piece.text.length <= LONGEST_HEAD_CELL && !/[.!,;]/.test(piece.text))
  if (!short || pieces.length < 2 || pieces.some(piece => piece.text.endsWith(':'))) return null
  const heads = columnHeadsOf(pieces.map(piece => piece.text))
  return heads && heads.who >= 0 ? { pieces, tabs: raw.includes('\t') } : null
}

/** The pieces of a line between its gaps, each with the column at which it begins. */
function piecesOf(raw: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const part of raw.split(/(\t+| {2,})/)) {
    if (!GAP.test(part) && part.trim() !== '') pieces.push({ text: normalLine(part), at })
    at += part.length
  }
  return pieces
}

function cellsInOrder(pieces: readonly Piece[], head: Head): string[] {
  return head.pieces.map((_, at) => pieces[at]?.text ?? '')
}

/** A piece belongs to the column whose head begins nearest to it. */
function cellsByPlace(pieces: readonly Piece[], head: Head): string[] {
  const cells = head.pieces.map(() => '')
  for (const piece of pieces) {
    const away = head.pieces.map(column => Math.abs(column.at - piece.at))
    const nearest = away.indexOf(Math.min(...away))
    cells[nearest] = cells[nearest] === '' ? piece.text : `${cells[nearest]} ${piece.text}`
  }
  return cells
}
