import { apartOf } from './apart.ts'
import { columnRowsOf } from './columns.ts'
import { writtenLines } from './dialects/written.ts'
import { type FrontMatter, frontMatterOf } from './front-matter.ts'
import { headingsOf } from './headings.ts'
import { markersOf } from './markers.ts'
import { narrowed } from './normal.ts'
import { tableRowsOf } from './tables.ts'

/**
 * Why a line is no prose of the minutes: the YAML block at the top, a fenced block, an HTML comment, a quoted mail (`>`),
 * or a line that only draws (`---`, the underline of a heading, the separator of a table).
 */
export type Apart = 'front-matter' | 'code' | 'comment' | 'quote' | 'rule'

/**
 * One source line.
 * - `number`: 1-based, counted over `\n` only (a form feed is no line end).
 * - `raw`: as it stands in the text, without the line end.
 * - `text`: NFC, NBSP and tab as blank, soft hyphens and form feeds out, white space collapsed and trimmed; the marks of
 *   other dialects (AsciiDoc, wikis, org, HTML) as Markdown writes them.
 * - `indent`: columns before the first sign, a tab counts to the next multiple of four.
 * - `marker`: the list mark as written ('-', '1.', 'a)', '0.1', 'TOP 3', '→'); of a checkbox the box ('[ ]', '[x]').
 * - `body`: `text` behind heading marks and list mark: the verbatim span that entries quote.
 * - `heading`: 1 to 6, by `#`, by underline, by `== … ==`, or by a line that is bold as a whole.
 * - `cells`: the cells of a table row, null outside of tables.
 */
export type Line = {
  readonly number: number
  readonly raw: string
  readonly text: string
  readonly indent: number
  readonly marker: string | null
  readonly body: string
  readonly heading: number | null
  readonly cells: readonly string[] | null
  readonly apart: Apart | null
}

/** `lines[n - 1]` is line n. `frontMatter` holds the YAML block at the top, if there is one. */
export type Document = { readonly lines: readonly Line[]; readonly frontMatter: FrontMatter | null }

const BYTE_ORDER_MARK = '\ufeff'

/**
 * Splits a text into lines and says of each what its form says: heading, list mark, table row, or apart from the prose.
 * Takes any string and never fails; time and memory grow with its length.
 */
export function documentOf(text: string): Document {
  const raws = withoutByteOrderMark(text)
    .split('\n')
    .map(raw => narrowed(raw.endsWith('\r') ? raw.slice(0, -1) : raw))
  const frontMatter = frontMatterOf(raws)
  const written = writtenLines(raws)
  const texts = written.map(line => line.text)
  const apart = apartOf(raws, texts, frontMatter?.lines.to ?? 0)
  const columns = columnRowsOf(raws, apart)
  const rows = tableRowsOf(texts, apart).map((row, at) => row ?? columns[at]!)
  const headings = headingsOf(texts, apart, rows)
  const marked = markersOf(
    texts.map((text, at) => headings[at]?.title ?? text),
    headings.map(heading => heading !== null),
  )

  const lines = raws.map((raw, at): Line => {
    const prose = apart[at] === null || apart[at] === 'quote'
    const isRow = rows[at] !== null
    return {
      number: at + 1,
      raw,
      text: texts[at]!,
      indent: written[at]!.indent,
      marker: prose && !isRow ? marked[at]!.marker : null,
      body: prose && !isRow ? marked[at]!.body : texts[at]!,
      heading: headings[at]?.level ?? null,
      cells: rows[at]!,
      apart: apart[at]!,
    }
  })
  return { lines, frontMatter }
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}
