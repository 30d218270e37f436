import { wordsOf } from '../../../language/words.ts'
import type { Document } from '../lines/document.ts'
import type { AgendaItem } from '../reading.ts'
import { type AgendaList, agendaListOf, itemsOfMinutesList, type ListedItem } from './agenda-list.ts'
import { type BodyItem, bodyItemsOf } from './body-items.ts'
import { inlineListOf } from './inline-list.ts'

/**
 * The agenda: an item stands at the heading of its section; one that is only listed stands at the list.
 * `sections` says from which line on an item's section runs; listed items have none. `list` is the agenda's list.
 */
export type Agenda = {
  readonly items: readonly AgendaItem[]
  readonly sections: readonly { readonly item: number; readonly from: number }[]
  readonly list: AgendaList | null
}

/** Reads the agenda. `taken` holds the lines of title, head and attendance, which are no items. */
export function agendaOf(document: Document, taken: ReadonlySet<number>): Agenda {
  const listed = agendaListOf(document, taken) ?? inlineListOf(document, taken)
  const body = bodyItemsOf(document, taken, listed)
  const list = listed && standsWithin(listed, body) ? null : listed
  if (list && body.length === 0)
    return listedAgenda(document, isAllThereIs(document, list) ? { ...list, holdsMinutes: true } : list)
  return merged(body, list && !list.holdsMinutes ? list.items : [], list)
}

/** "Themen: Putzplan, Kasse" below the second item is no agenda of the meeting. */
function standsWithin(list: AgendaList, body: readonly BodyItem[]): boolean {
  return list.from === list.to && (body[1]?.line ?? list.from) < list.from
}

/** Entries below its items and next to nothing behind the list: then it holds the minutes, however short they are. */
function isAllThereIs(document: Document, list: AgendaList): boolean {
  const outer = document.lines[list.items[0]!.line - 1]!.indent
  const inner = document.lines.slice(list.from, list.to).filter(line => line.text !== '' && line.indent > outer).length
  const behind = document.lines.slice(list.to).filter(line => line.text !== '').length
  return inner >= FEWEST_INNER && behind < inner
}

const FEWEST_INNER = 2

function listedAgenda(document: Document, list: AgendaList): Agenda {
  const items = list.holdsMinutes ? itemsOfMinutesList(document, list) : list.items
  const sections = list.holdsMinutes ? items.map((item, at) => ({ item: at, from: item.line })) : []
  return { items: items.map(agendaItem), sections, list }
}

/**
 * Body items keep their place; a listed one without a section joins at its line with those numbered below it, and one with
 * a section lends its number. One section may stand for several that are listed.
 */
function merged(body: readonly BodyItem[], listed: readonly ListedItem[], list: AgendaList | null): Agenda {
  const partner = new Map<BodyItem, ListedItem>()
  const alone: ListedItem[] = []
  let outer = false
  for (const item of listed) {
    if (item.level > 1) {
      if (outer && item.number !== null) alone.push(item)
      continue
    }
    const section = body.find(other => !partner.has(other) && sameItem(other, item))
    if (section) partner.set(section, item)
    outer = !section && !body.some(other => other.number === null && sharesWords(other, item))
    if (outer) alone.push(item)
  }
  const numbered = body.map(item => ({ ...item, number: item.number ?? partner.get(item)?.number ?? null }))
  const all = [
    ...alone.map(item => ({ ...item, section: false })),
    ...numbered.map(item => ({ ...item, section: true })),
  ]
  all.sort((a, b) => a.line - b.line)
  const sections = all.flatMap((item, at) => (item.section ? [{ item: at, from: item.line }] : []))
  return { items: all.map(agendaItem), sections, list }
}

function agendaItem(item: ListedItem): AgendaItem {
  return { number: item.number, title: item.title, level: item.level, lines: { from: item.line, to: item.line } }
}

const ENOUGH_SHARED = 0.5

function sameItem(section: BodyItem, listed: ListedItem): boolean {
  if (section.number !== null && section.number === listed.number && section.level === 1) return true
  return sharesWords(section, listed)
}

function sharesWords(section: BodyItem, listed: ListedItem): boolean {
  const a = new Set(wordsOf(section.title.toLowerCase()).map(word => word.text))
  const b = new Set(wordsOf(listed.title.toLowerCase()).map(word => word.text))
  const shared = [...a].filter(word => b.has(word)).length
  return shared > 0 && shared / Math.min(a.size, b.size) >= ENOUGH_SHARED
}
