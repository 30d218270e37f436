import { beginsSmall } from '../../../language/capitals.ts'
import { cue } from '../../../language/cues.ts'
import { verbForms } from '../../../language/verbs.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { hasTitleForm, isAgendaWord, numberOf, titleOf } from './titles.ts'

/** An item as listed: level from the indent, 1 is outermost. */
export type ListedItem = {
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly line: number
}

/**
 * The agenda's list. `from` is the line that announces it, `to` its last line.
 * `holdsMinutes`: sentences hang below its items, so that the list is the minutes themselves.
 */
export type AgendaList = {
  readonly from: number
  readonly to: number
  readonly items: readonly ListedItem[]
  readonly holdsMinutes: boolean
}

/** "Der Versammlungsleiter stellte die Tagesordnung vor:" */
const ANNOUNCEMENT = cue(/(?:Tagesordnung|Traktanden|Agenda|folgende (?:Punkte|Themen|TOPs))[^:]{0,80}:$/)
/** Heads a list that tells the items before their sections. */
const CONTENTS = /^(?:Inhalt|Inhaltsverzeichnis|Inhaltsübersicht|Übersicht):?$/
const FEWEST_ITEMS = 2
/** No agenda is longer; the bound keeps comparing it with the sections cheap. */
const MOST_ITEMS = 400
const DEEPEST_ITEM = 3
const LONG = 90
const SENTENCE = /[.!;]$| (?:ist|sind|wird|werden|wurde|wurden|hat|haben|soll|sollen|muss|kann) /

/** Finds the list of agenda items below the words that announce it; null if there is none. `taken` lines are skipped. */
export function agendaListOf(document: Document, taken: ReadonlySet<number>): AgendaList | null {
  for (const line of document.lines) {
    if (taken.has(line.number) || !announces(line)) continue
    const list = listBelow(document, line.number)
    if (list) return list
  }
  return null
}

function announces(line: Line): boolean {
  if (line.apart !== null || line.cells || line.text === '') return false
  const plain = plainOf(line.body)
  return isAgendaWord(plain) || CONTENTS.test(plain) || (plain.length < 200 && ANNOUNCEMENT.test(plain))
}

function listBelow(document: Document, from: number): AgendaList | null {
  const lines = itemLines(document, from)
  const marked = lines.filter(isItem)
  if (marked.length < FEWEST_ITEMS) return null
  if (tellsMinutes(marked)) return null
  const holdsMinutes = holdsSentences(lines)
  const kept = holdsMinutes ? marked : marked.slice(0, MOST_ITEMS)
  const indents = [...new Set(marked.map(line => line.indent))].sort((a, b) => a - b)
  const items = kept.map(line => ({
    number: numberOf(line.marker),
    title: titleOf(line.body),
    level: levelOf(line, indents),
    line: line.number,
  }))
  return { from, to: lines.at(-1)!.number, items, holdsMinutes }
}

/** "Besprochene Punkte" can head what was said instead: entries of which many are sentences. */
function tellsMinutes(marked: readonly Line[]): boolean {
  const outer = marked.filter(line => line.indent === marked[0]!.indent && numberOf(line.marker) === null)
  const sentences = outer.filter(line => isSentence(plainOf(line.body)))
  return sentences.length >= FEWEST_ITEMS && sentences.length * 3 >= outer.length
}

function isSentence(text: string): boolean {
  if (text.includes('?')) return false
  const words = wordsOf(text)
  const said = words.slice(1, -1).some(({ text: word }) => beginsSmall(word) && isFiniteForm(word))
  return words.length > 2 && (said || (words.length > 3 && SENTENCE.test(`${text} `)))
}

function isFiniteForm(word: string): boolean {
  return (
    /^(?:ist|sind|wird|werden|hat|haben|soll|muss|kann)$/.test(word) ||
    verbForms(word).some(form => form.shape === 'singular')
  )
}

/** The lines of the list that begins below line `from`: marked lines and what hangs below them. */
function itemLines(document: Document, from: number): Line[] {
  const found: Line[] = []
  let counts = false
  for (let at = from; at < document.lines.length; at += 1) {
    const line = document.lines[at]!
    const first = found[0]
    if (line.text === '' || (line.apart === 'rule' && !first)) continue
    if (line.heading !== null || line.apart !== null || line.cells) break
    if (line.marker === null && (!first || line.indent <= first.indent)) break
    if (first && line.indent <= first.indent && !goesOn(line, first, counts)) break
    counts ||= Number(numberOf(line.marker)) > 1
    found.push(line)
  }
  return found
}

/** The list goes on with the same kind of mark and, if it `counts` on from 1, without starting over. */
function goesOn(line: Line, first: Line, counts: boolean): boolean {
  const number = numberOf(line.marker)
  if ((number === null) !== (numberOf(first.marker) === null)) return false
  return number === null || !counts || number !== numberOf(first.marker)
}

function isItem(line: Line): boolean {
  return line.marker !== null && line.body !== ''
}

/** The deeper of what number and indent say, at most three. */
function levelOf(line: Line, indents: readonly number[]): number {
  const depth = numberOf(line.marker)?.split('.').length ?? 1
  return Math.min(Math.max(depth, indents.indexOf(line.indent) + 1), DEEPEST_ITEM)
}

/** Sentences below the items make the list the minutes; short sub-items do not. */
function holdsSentences(lines: readonly Line[]): boolean {
  const outer = lines[0]!.indent
  const inner = lines.filter(line => line.indent > outer)
  const sentences = inner.filter(line => line.body.length > LONG || SENTENCE.test(line.body))
  return inner.length > 0 && sentences.length * 3 > inner.length
}

/**
 * The items of a list that holds the minutes: its outer entries, and inner ones with the form of a title that have
 * entries of their own.
 */
export function itemsOfMinutesList(document: Document, list: AgendaList): ListedItem[] {
  return list.items.filter(item => {
    const line = document.lines[item.line - 1]!
    if (item.level === 1) return true
    return hasEntries(document, line) && hasTitleForm(line.body)
  })
}

function hasEntries(document: Document, line: Line): boolean {
  let at = line.number
  while (document.lines[at]?.text === '') at += 1
  const below = document.lines[at]
  return below !== undefined && below.indent > line.indent && below.marker !== null
}
