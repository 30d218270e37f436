import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { AgendaList } from './agenda-list.ts'
import { loneNumbers } from './lone-numbers.ts'
import { numberedTitles } from './numbered-titles.ts'
import { boldBeginnings, bulletsWithChildren, bulletsWithText, shortLeadIns } from './outline-titles.ts'
import { labelledTitles, numberedParagraphs, type ProseItem, topicParagraphs } from './prose-items.ts'
import { tableItemsOf } from './table-items.ts'
import { titleLines } from './title-lines.ts'
import {
  hasTitleForm,
  isAgendaWord,
  isBoldHeading,
  isCategory,
  isMinutesWord,
  isResolution,
  isTemplateWord,
  isTopMarker,
  namesMinutes,
  numberOf,
  titleOf,
  titleTextOf,
} from './titles.ts'

/** An item at the heading of its section. */
export type BodyItem = {
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly line: number
}

const DEEPEST_ITEM = 3
const DEEPEST_HEADING = 6
const FEWEST_ITEMS = 2
const MOST_CONTAINERS = 20

/**
 * The items that have a section of their own in the minutes. Minutes mark them in one of several ways; the first that
 * occurs is taken: headings with numbers, lines with "TOP", headings, numbered lines, bold lines, outer list entries with
 * entries of their own or that end with ':', rows of a table,
 * lines that begin bold.
 */
export function bodyItemsOf(document: Document, taken: ReadonlySet<number>, list: AgendaList | null): BodyItem[] {
  const lines = document.lines.filter(line => isFree(line, taken) && !isInList(line, list))
  const headings = withoutAppendix(lines.filter(line => line.heading !== null && line.body !== ''))
  const marked = headings.filter(line => !isBoldHeading(line))
  const bold = headings.filter(isBoldHeading)
  for (const some of [marked, bold]) {
    const numbered = numberedHeadings(some)
    if (numbered.length > 0) return numbered
  }
  const lone = loneNumbers(lines)
  if (lone.length > 0) return lone
  const tops = topLines(lines)
  if (tops.length > 0) return tops.map(line => itemAt(line, depthOf(line)))
  const plain = plainHeadings(marked)
  if (plain.length >= FEWEST_ITEMS) return plain
  if (list?.holdsMinutes) return []
  const titles = numberedTitles(lines)
  if (titles.length >= FEWEST_ITEMS) return titles.map(line => itemAt(line, depthOf(line)))
  const boldItems = plainHeadings(bold)
  if (boldItems.length >= FEWEST_ITEMS) return boldItems
  const labelled = labelledTitles(lines)
  if (labelled.length > 0) return labelled.map(proseItem)
  const rows = tableItemsOf(document, taken)
  if (rows.length > 0) return rows
  if (plain.length === 0 && list === null) {
    const alone = titleLines(document, new Set(lines.map(line => line.number)))
    if (alone.length > 0) return alone.map(line => itemAt(line, 1))
  }
  const numberedProse = numberedParagraphs(lines).map(proseItem)
  if (numberedProse.length > 0) return numberedProse
  if (plain.length > 0 || list !== null) return plain
  const outline = [bulletsWithChildren(lines), bulletsWithText(document, lines), shortLeadIns(lines)].find(
    some => some.length > 0,
  )
  if (outline) return outline.map(line => itemAt(line, 1))
  const begun = boldBeginnings(lines).map(({ line, title }) => ({ ...itemAt(line, 1), title }))
  return begun.length > 0 ? begun : topicParagraphs(lines).map(proseItem)
}

function proseItem({ line, title, number }: ProseItem): BodyItem {
  return { number, title: titleOf(title), level: 1, line: line.number }
}

const APPENDIX = /^(?:Anh[aä]ng|Anhänge|Anlagen?|Appendix)(?: \p{L}{1,2}| \d{1,2})?:?$/iu

/** Without the headings below "Anhang". */
function withoutAppendix(headings: readonly Line[]): readonly Line[] {
  const at = headings.findIndex(line => APPENDIX.test(plainOf(line.body)))
  if (at < 0) return headings
  const end = headings.findIndex((line, later) => later > at && line.heading! <= headings[at]!.heading!)
  return [...headings.slice(0, at), ...(end < 0 ? [] : headings.slice(end))]
}

function isFree(line: Line, taken: ReadonlySet<number>): boolean {
  return !taken.has(line.number) && line.apart === null && !line.cells && line.text !== ''
}

/** The list with its announcement; "2. Tagesordnung:" announces it and is an item all the same. */
function isInList(line: Line, list: AgendaList | null): boolean {
  if (list === null || line.number < list.from || line.number > list.to) return false
  return line.number > list.from || numberOf(line.marker) === null
}

/**
 * Headings of which most bear a number, or some "TOP": numbers say the level, the others take that of their depth.
 * Empty where numbers are the exception.
 */
function numberedHeadings(headings: readonly Line[]): BodyItem[] {
  const candidates = headings.filter(line => numberOf(line.marker) !== null || !isNoItem(line))
  const numbered = candidates.filter(line => numberOf(line.marker) !== null)
  const enough = numbered.length >= FEWEST_ITEMS && numbered.length * 2 >= candidates.length
  if (!enough && !numbered.some(line => isTopMarker(line.marker))) return []
  const outer = outermost(numbered.filter(line => depthOf(line) === 1))
  const first = numbered[0]!.number
  return candidates
    .filter(line => line.number >= first && !standsOutside(line, candidates, outer))
    .map(line => itemAt(line, Math.max(depthOf(line), deeper(line, outer))))
}

/** A heading above the depth of the numbered ones, with none of them below it: it comes behind the agenda. */
function standsOutside(line: Line, candidates: readonly Line[], outer: number): boolean {
  if (numberOf(line.marker) !== null || line.heading! >= outer) return false
  const next = candidates.find(other => other.number > line.number)
  return next === undefined || next.heading! <= line.heading!
}

/** Lines with "TOP" that look like titles; where a run of them is told again further down, the run was the list. */
function topLines(lines: readonly Line[]): Line[] {
  const tops = lines.filter(line => isTopMarker(line.marker) && hasTitleForm(line.body))
  const first = tops[0]
  if (!first) return []
  const again = tops.findIndex((line, at) => at > 0 && numberOf(line.marker) === numberOf(first.marker))
  return again > 1 ? tops.slice(again) : tops
}

/** Below words such as "Traktanden" the next depth is level 1; without them the outermost heading is. */
function plainHeadings(headings: readonly Line[]): BodyItem[] {
  const container = containerOf(headings)
  const candidates = headings.filter(line => line.number > (container?.number ?? 0) && !isNoItem(line))
  if (candidates.length === 0 || areCategories(headings, candidates)) return []
  const inner = candidates.filter(line => container !== null && line.heading! > container.heading!)
  const outer = outermost(inner.length > 0 ? inner : candidates)
  return candidates.map(line => itemAt(line, deeper(line, outer)))
}

/** Minutes by categories ("Beschlüsse", "Aufgaben", "Termine") have no agenda. */
function areCategories(headings: readonly Line[], candidates: readonly Line[]): boolean {
  const template = headings.filter(line => isTemplateWord(line.body)).length
  return template >= FEWEST_ITEMS && candidates.every(line => isCategory(line.body))
}

/** The heading such as "Traktanden" or "Protokoll" with the most headings of its own; null if none has any. */
function containerOf(headings: readonly Line[]): Line | null {
  let best: Line | null = null
  let most = 0
  for (const line of headings.filter(isContainer).slice(0, MOST_CONTAINERS)) {
    const at = headings.indexOf(line)
    const end = headings.findIndex((other, later) => later > at && other.heading! <= line.heading!)
    const own = (end < 0 ? headings.length : end) - at - 1
    if (own > most) [best, most] = [line, own]
  }
  return best
}

function outermost(headings: readonly Line[]): number {
  return headings.reduce((least, line) => Math.min(least, line.heading!), DEEPEST_HEADING)
}

function isContainer(line: Line): boolean {
  return isAgendaWord(line.body) || isMinutesWord(line.body) || namesMinutes(line.body)
}

function isNoItem(line: Line): boolean {
  if (numberOf(line.marker) === null && namesMinutes(line.body)) return true
  if (/^\d{1,3}$/.test(plainOf(line.body))) return true
  return isContainer(line) || isTemplateWord(line.body) || isResolution(line.body) || plainOf(line.body) === ''
}

function deeper(line: Line, outer: number): number {
  return Math.min(Math.max(line.heading! - outer + 1, 1), DEEPEST_ITEM)
}

function depthOf(line: Line): number {
  return Math.min(numberOf(line.marker)?.split('.').length ?? 1, DEEPEST_ITEM)
}

function itemAt(line: Line, level: number): BodyItem {
  return { number: numberOf(line.marker), title: titleOf(titleTextOf(line.body)), level, line: line.number }
}
