import { matchesOf } from '../../../language/matches.ts'
import { trimmed } from '../../../language/trim.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { AgendaList, ListedItem } from './agenda-list.ts'
import { hasTitleForm, isAgendaWord, titleOf } from './titles.ts'

const FEWEST_ITEMS = 2
const MOST_ITEMS = 40
const LONGEST_LINE = 1500
const LONGEST_TITLE = 90
/** "Tagesordnung: 1. Begrüßung, 2. Kasse" */
const ANNOUNCED = /^([^:]{2,60}): ?(?=\S)/
/** A number that begins an item within a line: "1. ", "2) ", "TOP 3: ". */
const NUMBER = /(?:^|(?<=[\s,;]))(?:(?:TOP|Top|Punkt) ?(\d{1,2})[.:)]?|(\d{1,2})[.)]) ?(?=[\p{Lu}„"(])/gu
/** A comma within brackets parts nothing. */
const PARTS = /(?:[;|·•]|,(?![^()]{0,60}\))) ?| \/ /
const BEGINS_LARGE = /^[\p{Lu}\p{N}„"“]/u
const LAST_AND = /^(.{3,50}) (?:und|sowie) (\p{Lu}.{2,49})$/u

/**
 * The agenda told in one line: "Tagesordnung: 1. Begrüßung, 2. Kasse", "Themen: Mensa, Schulhof und Flohmarkt", or such a
 * row of numbered titles on the line below "Tagesordnung". Null if there is none. `taken` lines are skipped.
 */
export function inlineListOf(document: Document, taken: ReadonlySet<number>): AgendaList | null {
  for (const line of document.lines) {
    if (taken.has(line.number) || line.apart !== null || line.cells || line.text.length > LONGEST_LINE) continue
    const items = itemsIn(document, line)
    if (items.length >= FEWEST_ITEMS && items.length <= MOST_ITEMS)
      return { from: line.number, to: items[0]!.line, items, holdsMinutes: false }
  }
  return null
}

function itemsIn(document: Document, line: Line): ListedItem[] {
  const plain = plainOf(line.body)
  const announced = ANNOUNCED.exec(plain)
  if (announced && isAgendaWord(announced[1]!)) {
    const told = plain.slice(announced[0].length)
    const numbered = numberedIn(told, line.number)
    return numbered.length > 0 ? numbered : partsOf(told, line.number)
  }
  if (!isAgendaWord(plain)) return []
  const below = document.lines.slice(line.number, line.number + 3).find(next => next.text !== '')
  return below && !below.cells && below.text.length <= LONGEST_LINE ? numberedIn(plainOf(below.text), below.number) : []
}

/** Titles between numbers that count up from the first. */
function numberedIn(text: string, line: number): ListedItem[] {
  const marks = matchesOf(NUMBER, text)
  const counts = marks.every((mark, at) => at === 0 || numberIn(mark) === numberIn(marks[at - 1]!) + 1)
  if (marks.length < FEWEST_ITEMS || marks[0]!.index > 0 || !counts) return []
  return marks.map((mark, at) => ({
    number: String(numberIn(mark)),
    title: titleOf(trimmed(text.slice(mark.index + mark[0].length, marks[at + 1]?.index), ' ,;|·')),
    level: 1,
    line,
  }))
}

function numberIn(mark: RegExpMatchArray): number {
  return Number(mark[1] ?? mark[2])
}

/** Topics between commas; one that is too long for a title makes the line a sentence. */
function partsOf(text: string, line: number): ListedItem[] {
  const parts = trimmed(text, ' .').split(PARTS)
  const last = LAST_AND.exec(parts.at(-1) ?? '')
  const titles = (last ? [...parts.slice(0, -1), last[1]!, last[2]!] : parts).map(titleOf).filter(title => title !== '')
  if (
    parts.length < FEWEST_ITEMS ||
    !titles.every(title => BEGINS_LARGE.test(title) && title.length <= LONGEST_TITLE && hasTitleForm(title))
  )
    return []
  return titles.map(title => ({ number: null, title, level: 1, line }))
}
