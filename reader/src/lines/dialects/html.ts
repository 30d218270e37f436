import { BLANK, bullet, type Dialect, heading, row, type Written } from './dialect.ts'

const BLOCK_TAG = /^<\/?(?:html|body|h[1-6]|p|ul|ol|li|table|tr|td|th|div|dl|dt|dd|!doctype)(?:\s[^<>]{0,300})?>/i
const TITLE = /^<h([1-6])(?:\s[^<>]{0,300})?>/i
const ENTRY = /^<li(?:\s[^<>]{0,300})?>/i
const LIST_OPEN = /<[uo]l(?:\s[^<>]{0,300})?>/gi
const LIST_CLOSE = /<\/[uo]l>/gi
const CELL = /<t[dh](?:\s[^<>]{0,300})?>/i
const ROW_OPEN = /<tr(?:\s[^<>]{0,300})?>/i
const ROW_CLOSE = /<\/tr>/i
const TERM = /^<dt(?:\s[^<>]{0,300})?>(.{1,200}?)<\/dt> ?<dd(?:\s[^<>]{0,300})?>/i
const HIDDEN_OPEN = /^<(head|style|script|nav|footer)(?:\s[^<>]{0,300})?>/i
/** Tags that draw no words; those within a sentence (`<b>`, `<a>`) stay in the text. */
const FRAME =
  /<\/?(?:html|body|h[1-6]|p|ul|ol|li|table|thead|tbody|tr|td|th|div|section|article|header|main|dl|dt|dd|br|hr|!doctype)(?:\s[^<>]{0,300})?\/?>/gi
const LOOKED_AT = 200
const FEWEST_TAGS = 4
const LONGEST_LINE = 4000

/** HTML with a line for each element, as editors and exports write it. A row of a table stands at its first cell. */
export const html: Dialect = {
  name: 'html',
  speaks: texts =>
    texts.slice(0, LOOKED_AT).filter(text => text.startsWith('<') && BLOCK_TAG.test(text)).length >= FEWEST_TAGS,
  write: lines => {
    let depth = 0
    let hidden: string | null = null
    let open: { cells: string[]; at: number } | null = null
    const written: Written[] = []
    for (const [at, { text, indent }] of lines.entries()) {
      const line = text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text
      hidden ??= HIDDEN_OPEN.exec(line)?.[1]?.toLowerCase() ?? null
      if (hidden !== null) {
        if (line.toLowerCase().includes(`</${hidden}>`)) hidden = null
        written.push(BLANK)
        continue
      }
      if (ROW_OPEN.test(line)) open = { cells: [], at }
      if (open) {
        open.cells.push(...cellsOf(line))
        written.push(BLANK)
        if (open.cells.length > 0 && open.at < at && written[open.at] === BLANK) open.at = at
        if (!ROW_CLOSE.test(line)) continue
        if (open.cells.length > 0) written[open.at] = row(open.cells)
        open = null
        continue
      }
      depth += line.match(LIST_OPEN)?.length ?? 0
      written.push(plainLine(line, depth, indent))
      depth = Math.max(0, depth - (line.match(LIST_CLOSE)?.length ?? 0))
    }
    return written
  },
}

function cellsOf(line: string): string[] {
  return line.split(CELL).slice(1).map(bare)
}

function plainLine(line: string, depth: number, indent: number): Written {
  const title = TITLE.exec(line)
  if (title) return heading(bare(line), Number(title[1]))
  const text = bare(line)
  if (text === '') return BLANK
  if (ENTRY.test(line)) return bullet(text, Math.max(depth, 1))
  const term = TERM.exec(line)
  return term ? { text: `${bare(term[1]!)}: ${bare(line.slice(term[0].length))}`, indent: 0 } : { text, indent }
}

function bare(line: string): string {
  return line.replace(FRAME, ' ').trim()
}
