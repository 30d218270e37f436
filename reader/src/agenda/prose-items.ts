import { isFirstName } from '../../../language/first-names.ts'
import { trimmed } from '../../../language/trim.ts'
import { headFieldOf } from '../head/fields.ts'
import type { Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { stateOfLabel } from '../people/states.ts'
import { hasTitleForm, isAgendaWord, isMinutesWord, isTemplateWord, isTopMarker, numberOf } from './titles.ts'

/** A paragraph that says an item's title in its first words. */
export type ProseItem = { readonly line: Line; readonly title: string; readonly number: string | null }

const FEWEST = 3
const LONGEST_TITLE = 70
const MOST_WORDS = 8
/** What stands between the title and what was said: "Kasse: …", "Kasse – …", "Kasse. Herr …". */
const LEAD = /^(.{2,70}?)(?: ?: +| [–—-] |(?<=\p{Ll}{3})[.] (?=[\p{Lu}„"]))(?=\S)/u
/** "(Mensa) berichtet …", "Kassenbericht wird …": title words before the sentence goes on. */
const TITLE_BEFORE_SENTENCE =
  /^(?:\(([^()]{2,70})\)|(\p{Lu}[^,.;:()]{1,60}?)(?=[,:] | (?:\p{Ll}+t|ist|sind|wird|werden|wurden?) ))/u
const IN_PROSE = /^(?:(?:Zu|Unter|Bei|Zum) (?:TOP|Punkt|Tagesordnungspunkt|Top)|TOP|Punkt) (\d{1,2})(?!\d)[.:,]? ?/
/** "**1. Mensa: Wechsel des Caterers.** Die Eltern sind …" */
const BOLD_POINT = /^(?:\*\*|__)(?:TOP )?(\d{1,2})[.:)]? ([^*_]{3,70})(?:\*\*|__)/
const WIDEST_STEP = 2

/**
 * Items of minutes in paragraphs that begin with a number and a title ("1. Mensa: Der Caterer …", "Zu TOP 2 (Mensa) sagt …").
 * Numbers go on from each other. Empty unless there are three. `lines` are the lines of the minutes without blank ones.
 */
export function numberedParagraphs(lines: readonly Line[]): ProseItem[] {
  const found: ProseItem[] = []
  let last = 0
  for (const line of lines) {
    const said = prosePoint(line)
    if (!said) continue
    const value = Number(said.number)
    if (value > last + WIDEST_STEP || value <= last) continue
    found.push({ line, ...said })
    last = value
  }
  const told = found.filter(item => item.line.body.length > item.title.length + SHORTEST_BEHIND).length
  return found.length >= FEWEST && told * 2 > found.length && Number(found[0]!.number) <= WIDEST_STEP ? found : []
}

function prosePoint(line: Line): { number: string; title: string } | null {
  if (line.heading !== null && !/^[*_]/.test(line.text)) return null
  const plain = plainOf(line.body)
  const bold = line.marker === null ? BOLD_POINT.exec(line.body) : null
  if (bold) return isShortTitle(bold[2]!) ? { number: bold[1]!, title: bold[2]! } : null
  const inner = line.marker === null ? IN_PROSE.exec(plain) : null
  const number = inner?.[1] ?? numberOf(line.marker)
  if (number === null || !/^\d{1,2}$/.test(number)) return null
  const rest = inner ? plain.slice(inner[0].length) : plain
  const top = inner !== null || isTopMarker(line.marker)
  const title = leadOf(rest) ?? (top ? beforeSentence(rest) : null) ?? (isShortTitle(rest) ? rest : null)
  return title === null ? null : { number, title }
}

function leadOf(text: string): string | null {
  const title = LEAD.exec(text)?.[1] ?? ''
  return isShortTitle(title) ? title : null
}

function beforeSentence(text: string): string | null {
  const match = TITLE_BEFORE_SENTENCE.exec(text)
  const title = match?.[1] ?? match?.[2] ?? ''
  return isShortTitle(title) ? title : null
}

function isShortTitle(title: string): boolean {
  const words = title.split(' ')
  return title.length >= 3 && title.length <= LONGEST_TITLE && words.length <= MOST_WORDS && hasTitleForm(title)
}

/** Without more than this behind its title a numbered line is an entry of some list. */
const SHORTEST_BEHIND = 12
const SHORTEST_TOLD = 30

/** "Schulhof: …", "Schulhof – …" */
const TOPIC_LEAD = /^([^:–]{3,45})(?:: | – )/

/**
 * Paragraphs or outer bullets that each begin with their topic ("Schulhof: Das Gerüst ist gesperrt."), where most of them
 * do. Labels of the head, functions, people and categories are no topics. Empty unless there are three.
 */
export function topicParagraphs(lines: readonly Line[]): ProseItem[] {
  const outer = lines.filter(line => line.indent === 0 && line.heading === null && numberOf(line.marker) === null)
  const heads = headsOf(lines)
  const found = outer.flatMap(line => {
    const plain = plainOf(line.body)
    const title = trimmed(TOPIC_LEAD.exec(plain)?.[1] ?? (heads.has(line) ? plain.replace(/ ?:$/, '') : ''), ' ')
    if (heads.has(line) && title.length <= LONGEST_TITLE && hasTitleForm(title) && !isTemplateWord(title))
      return [{ line, title, number: null, told: SHORTEST_TOLD }]
    return isTopic(title) ? [{ line, title, number: null, told: plain.length - title.length }] : []
  })
  const marked = found.filter(item => item.line.marker !== null).length * 2 > found.length
  const alike = found.filter(item => (item.line.marker !== null) === marked)
  const told = alike.filter(item => item.told >= SHORTEST_TOLD).length
  const long = outer.filter(line => line.text.length >= SHORTEST_TOLD).length
  const most = alike.length * 3 >= outer.length * 2 || (alike.length > FEWEST && alike.length * 2 >= long)
  return alike.length >= FEWEST && most && told * 2 >= alike.length ? alike : []
}

/** The outer bullets with others nested below them. */
function headsOf(lines: readonly Line[]): ReadonlySet<Line> {
  return new Set(
    lines.filter((line, at) => {
      const next = lines[at + 1]
      return line.marker !== null && line.indent === 0 && next !== undefined && next.marker !== null && next.indent > 0
    }),
  )
}

const LABELLED = /^(?:Thema|Tagesordnungspunkt|Besprechungspunkt|Punkt|Gegenstand|Betreff)(?: (\d{1,2}))?: (?=\S)/
const TIMED = /^\d{1,2}[:.]\d{2}(?: ?[–-] ?\d{1,2}[:.]\d{2})?(?: Uhr)?:? (?:[–-] )?(?=[\p{Lu}„"])/u

/** Short lines that say "Thema: Finanzen", or that begin with the time of the item ("19:20 Finanzen"). Empty unless there are three. */
export function labelledTitles(lines: readonly Line[]): ProseItem[] {
  for (const pattern of [LABELLED, TIMED]) {
    const found = lines.flatMap((line): ProseItem[] => {
      if (line.text.length > LONGEST_LABELLED || line.heading !== null) return []
      const plain = plainOf(line.body)
      const match = pattern.exec(plain)
      const title = match ? plain.slice(match[0].length) : ''
      return match && hasTitleForm(title) ? [{ line, title, number: match[1] ?? null }] : []
    })
    if (found.length >= FEWEST) return found
  }
  return []
}

const LONGEST_LABELLED = 90

function isTopic(title: string): boolean {
  if (!/^(?!Nächste)(?:\p{Lu}\p{Ll}|\p{Lu}{2})/u.test(title) || title.split(' ').length > MOST_WORDS / 2) return false
  if (isTemplateWord(title) || isAgendaWord(title) || isMinutesWord(title)) return false
  return headFieldOf(title) === null && stateOfLabel(title) === null && !isFirstName(title.split(' ')[0]!)
}
