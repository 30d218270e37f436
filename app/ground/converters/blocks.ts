/**
 * What DOCX and ODT have in common, and what is left of their form.
 * `text` may hold `\n` (a break within the paragraph), tabs, and `**…**` around bold words.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | ListItem
  | { readonly kind: 'table'; readonly rows: readonly Row[] }

/** `depth` 0 is outermost. `label` as shown ('-', '1.', 'a)', 'TOP 3'); empty in a further paragraph of the same item. */
export type ListItem = {
  readonly kind: 'item'
  readonly depth: number
  readonly label: string
  readonly text: string
}

export type Row = { readonly header: boolean; readonly cells: readonly Cell[] }
/** An empty array is an empty cell: also one that a merged neighbour covers. */
export type Cell = readonly Block[]

/** A run of text of one weight. */
export type Span = { readonly text: string; readonly bold: boolean }

const SPACED = /\s/

/** Joins spans, with `**` around what is bold: tight around the words, never across a line break. */
export function textOf(spans: readonly Span[]): string {
  let text = ''
  for (const span of merged(spans)) text += span.bold ? span.text.split('\n').map(embolden).join('\n') : span.text
  return text
}

/** The same without marks, for headings, which are bold by being headings. */
export const plainTextOf = (spans: readonly Span[]): string => spans.map(span => span.text).join('')

/** Neighbours of one weight become one; a bold blank is no bold word. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    const bold = span.bold || (last?.bold === true && isBlank(span.text) && SPACED.test(span.text))
    if (span.text === '') continue
    if (last && last.bold === bold) result[result.length - 1] = { bold, text: last.text + span.text }
    else result.push({ bold, text: span.text })
  }
  return result
}

function embolden(line: string): string {
  const words = line.trim()
  if (words === '') return line
  const start = line.length - line.trimStart().length
  return `${line.slice(0, start)}**${words}**${line.slice(start + words.length)}`
}

const isBlank = (text: string): boolean => text.trim() === ''
