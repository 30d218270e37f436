import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { BodyItem } from './body-items.ts'
import { titleOf } from './titles.ts'

const NUMBER_HEAD = /^(?:top|nr\.?|nummer|#|punkt|lfd\. ?nr\.?|trakt\.?|traktandum)$/i
const TITLE_HEAD =
  /^(?:thema|themen|titel|tagesordnungspunkt|top|gegenstand|agenda|traktandum|thema ?\/ ?inhalt|was|inhalt|geschäft|themenpunkt)$/i
const NUMBER = /^(?:TOP ?)?(\d{1,3}(?:\.\d{1,3}){0,3})(?:$|[.)](?= |$)|(?= ))/i
const TOPIC_HEAD = /^(?:thema|themen|top|tagesordnungspunkt|punkt)$/i
const LONGEST_INNER = 50
const FEWEST_ROWS = 2

/**
 * Items of minutes that are a table: rows below a head such as "TOP | Thema | Ergebnis", with a number in the first of
 * these columns and the title beside it or behind it. Empty without such a table.
 */
export function tableItemsOf(document: Document, taken: ReadonlySet<number>): BodyItem[] {
  for (const [at, line] of document.lines.entries()) {
    if (!line.cells || taken.has(line.number) || document.lines[at - 1]?.cells) continue
    const items = itemsBelow(document, at, line.cells.map(plainOf))
    if (items.length >= FEWEST_ROWS) return items
  }
  return []
}

function itemsBelow(document: Document, at: number, head: readonly string[]): BodyItem[] {
  const numberColumn = head.findIndex(cell => NUMBER_HEAD.test(cell))
  const titleColumn = head.findIndex((cell, column) => column !== numberColumn && TITLE_HEAD.test(cell))
  if (numberColumn < 0) return TOPIC_HEAD.test(head[0] ?? '') ? topicsBelow(document, at) : []
  const items: BodyItem[] = []
  for (const line of document.lines.slice(at + 1)) {
    if (line.apart === 'rule') continue
    if (!line.cells) break
    const item = itemOf(line, line.cells[numberColumn] ?? '', line.cells[titleColumn] ?? '')
    if (item) items.push(item)
  }
  return outermost(items)
}

/** Where most rows within an item are sentences, only the items themselves are of the agenda. */
function outermost(items: readonly BodyItem[]): BodyItem[] {
  const inner = items.filter(item => item.level > 1)
  const long = inner.filter(item => item.title.length > LONGEST_INNER).length
  return long * 3 > inner.length ? items.filter(item => item.level === 1) : [...items]
}

/** Rows that begin a topic ("Fahrräder | Werkstatt läuft | Sabri"); rows without one go on with it. */
function topicsBelow(document: Document, at: number): BodyItem[] {
  const items: BodyItem[] = []
  for (const line of document.lines.slice(at + 1)) {
    if (line.apart === 'rule') continue
    if (!line.cells) break
    const title = titleOf(line.cells[0] ?? '')
    if (title !== '') items.push({ number: null, title, level: 1, line: line.number })
  }
  return items
}

function itemOf(line: Line, numberCell: string, titleCell: string): BodyItem | null {
  const plain = plainOf(numberCell)
  const match = NUMBER.exec(plain)
  const title = titleOf(plain.slice(match?.[0].length ?? 0) || titleCell)
  if (!match || title === '') return null
  return { number: match[1]!, title, level: match[1]!.split('.').length, line: line.number }
}
