import type { Block, Cell } from '../blocks.ts'
import { regionsOf } from './columns.ts'
import { type Page, withoutMargins } from './margins.ts'
import { joined, type Measure, measureOf, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { type Row, rowOf, rowsOf } from './rows.ts'
import { CELL_GAP, type Segment } from './segments.ts'
import { type PdfTable, partsOf } from './tables.ts'

/** Letters this much larger than those of the running text make a heading. */
const HEADING = 1.15
const LONGEST_HEADING = 160
const LETTER = /\p{L}/u
/** Marks within this distance (in points) belong to one level of a list. */
const SAME_LEVEL = 4

type Run = { readonly measure: Measure } & ({ readonly rows: Row[] } | { readonly table: PdfTable })

/** The pages as blocks: headings by size, list items by their marks, tables by their columns, lines joined to paragraphs. */
export function blocksOfPages(pages: readonly Page[]): Block[] {
  const cleaned = withoutMargins(pages)
  const sizes = headingSizes(cleaned, bodySize(cleaned))
  const notes: Row[] = []
  const blocks = runsOf(cleaned, notes).flatMap(run =>
    'table' in run ? [tableOf(run.table, run.measure.right)] : textBlocks(paragraphsOf(run.rows, run.measure), sizes),
  )
  return [...blocks, ...notesOf(notes)]
}

/** Rows that stand between tables form one run, over columns and pages. Footnotes at the foot of a page go into `notes`. */
function runsOf(pages: readonly Page[], notes: Row[]): Run[] {
  const width = pages.reduce((most, page) => Math.max(most, page.width), 0)
  const placed = pages.flatMap(page =>
    regionsOf(page).flatMap(({ isColumn, segments }) => {
      const rows = rowsOf(segments)
      const note = rows.findIndex(row => row.y > page.height / 2 && row.segments[0]!.isNote)
      if (note >= 0) notes.push(...rows.splice(note))
      return partsOf(rows).map(part => ({ part, isColumn }))
    }),
  )
  const rowsWhere = (columns: boolean) =>
    placed.flatMap(({ part, isColumn }) => ('row' in part && isColumn === columns ? [part.row] : []))
  const columns = rowsWhere(true)
  const wide = measureOf(rowsWhere(false), width)
  const narrow = measureOf(
    columns,
    columns.reduce((most, row) => Math.max(most, row.end), 0),
  )

  const runs: Run[] = []
  for (const { part, isColumn } of placed) {
    const measure = isColumn ? narrow : wide
    const last = runs.at(-1)
    if ('table' in part) runs.push({ ...part, measure })
    else if (last && 'rows' in last && last.measure === measure) last.rows.push(part.row)
    else runs.push({ rows: [part.row], measure })
  }
  return runs
}

/** A cell is as wide as the next column lets it be, the last one as wide as the text. */
function tableOf({ columns, rows }: PdfTable, right: number): Block {
  const cellOf = (segments: readonly Segment[], column: number): Cell => {
    const lines = segments.map(segment => rowOf([segment]))
    const end = columns[column + 1]
    const size = lines[0]?.size ?? 0
    const measure = { ...measureOf(lines, right), right: end === undefined ? right : end - CELL_GAP * size }
    return textBlocks(paragraphsOf(lines, measure), [])
  }
  return { kind: 'table', rows: rows.map(row => ({ header: false, cells: row.map(cellOf) })) }
}

/** Paragraphs without a gap between them stay neighbours: lines of an address, fields of the head. */
function textBlocks(paragraphs: readonly Paragraph[], sizes: readonly number[]): Block[] {
  const blocks: Block[] = []
  const levels: number[] = []
  for (const paragraph of paragraphs) {
    const { rows, text, gapAbove } = paragraph
    const row = rows[0]!
    const level = sizes.indexOf(row.size) + 1
    const before = blocks.at(-1)
    if (level > 0 && text.length <= LONGEST_HEADING && LETTER.test(text)) {
      blocks.push({ kind: 'heading', level, text: row.mark === null ? text : `${row.mark} ${text}` })
      levels.length = 0
    } else if (row.mark !== null) {
      blocks.push({ kind: 'item', depth: depthOf(row.x, levels), label: row.mark, text })
    } else {
      levels.length = 0
      if (before?.kind === 'paragraph' && !gapAbove)
        blocks[blocks.length - 1] = { kind: 'paragraph', text: `${before.text}\n${text}` }
      else blocks.push({ kind: 'paragraph', text })
    }
  }
  return blocks
}

function depthOf(x: number, levels: number[]): number {
  while (levels.length > 0 && levels.at(-1)! > x + SAME_LEVEL) levels.pop()
  if (levels.length === 0 || levels.at(-1)! < x - SAME_LEVEL) levels.push(x)
  return levels.length - 1
}

/** The lines of each footnote as one paragraph, behind the text: they must not part a sentence that turns the page. */
function notesOf(rows: readonly Row[]): Block[] {
  const notes: string[] = []
  for (const { text, segments } of rows) {
    if (segments[0]!.isNote) notes.push(text)
    else notes[notes.length - 1] = joined(notes.at(-1)!, text)
  }
  return notes.map(text => ({ kind: 'paragraph', text }))
}

/** The size most letters have. */
function bodySize(pages: readonly Page[]): number {
  const signs = new Map<number, number>()
  for (const { segments } of pages)
    for (const { size, text } of segments) signs.set(size, (signs.get(size) ?? 0) + text.length)
  return [...signs].reduce((most, size) => (size[1] > most[1] ? size : most), [0, 0])[0]
}

/** Sizes above that of the running text, largest first: their places are the levels of headings. */
function headingSizes(pages: readonly Page[], body: number): number[] {
  const sizes = new Set(pages.flatMap(page => page.segments.map(segment => segment.size)))
  return [...sizes].filter(size => size >= HEADING * body).sort((a, b) => b - a)
}
