import { partsOf } from '../../language/calendar.ts'
import { type DateMention, datesIn } from '../../language/dates.ts'
import { matchesOf } from '../../language/matches.ts'
import { withoutOverlaps } from '../../language/mentions.ts'
import { organisationsIn } from '../../language/organisations.ts'
import { fold, wordsOf } from '../../language/words.ts'
import type { Document } from './lines/document.ts'
import { plainOf } from './lines/inline.ts'
import { type Paragraph, paragraphsOf } from './lines/paragraphs.ts'
import type { MentionedDate, MentionedOrganisation, Mentions } from './reading.ts'

/** So many different ones are listed at most of each sort. */
const MOST = 300
const ISO_DAY = 10
const ISO_MONTH = 7

/**
 * The dates and the organisations that a text names, each once, with its first lines and how often it is named.
 * `reference` (ISO) resolves a day without year; without it the first day that the text names in full does.
 */
export function mentionsOf(document: Document, reference: string | null): Mentions {
  const paragraphs = toldIn(document)
  return { dates: datesOf(paragraphs, reference ?? firstDay(paragraphs)), organisations: organisationsOf(paragraphs) }
}

/** What people read: prose and, each for itself, the rows of tables, quoted mail and the fields at the top. */
function toldIn({ lines }: Document): Paragraph[] {
  const alone = lines
    .filter(({ apart, cells, text }) => text !== '' && (cells || apart === 'quote' || apart === 'front-matter'))
    .map(({ text, cells, number }) => ({
      text: plainOf(cells ? cells.join(' | ') : text),
      from: number,
      lineAt: () => number,
    }))
  return [...paragraphsOf(lines), ...alone].sort((a, b) => a.from - b.from)
}

/** The first day that the text names in full, else the first of the first month. */
function firstDay(paragraphs: readonly Paragraph[]): string | null {
  let month: string | null = null
  for (const { text } of paragraphs)
    for (const { from } of datesIn(text)) {
      if (from?.length === ISO_DAY) return from
      month ??= from?.length === ISO_MONTH ? `${from}-01` : null
    }
  return month
}

const MONTH_OR_DAY = /\d{1,2}\.|\d-\d|\/\d|Jan|Jän|Feb|Feber|März|Apr|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez/
const SAID_YEAR = /(?:19|20)\d{2}/
/** "2012", "2014–2017", "2020/21"; not a price, a count, a telephone number. */
const YEARS =
  /(?<![\p{L}\d.,:/§–-]|[\d§] |Nr\. )(?<from>(?:19|20)\d{2})(?: ?(?:–|-|\/|bis) ?(?<until>(?:19|20)?\d{2})(?!\d))?(?![\d%€]|[.,:/-]\d| ?(?:Euro|EUR|Uhr|%|€|km|kg|m²|Stück|\p{Lu}\p{L}{2,30}en(?!\p{L})))/gu
const CENTURY = 2

function datesOf(paragraphs: readonly Paragraph[], reference: string | null): MentionedDate[] {
  const found = new Map<string, MentionedDate>()
  for (const paragraph of paragraphs) {
    const said = datesIn(paragraph.text, reference).flatMap(mention => dated(mention, reference) ?? [])
    for (const { words, from, until, at, end } of withoutOverlaps([...said, ...yearsIn(paragraph.text)])) {
      const key = from === null ? fold(words) : `${from}/${until ?? ''}`
      const known = found.get(key)
      if (!known && found.size >= MOST) continue
      const lines = known?.lines ?? { from: paragraph.lineAt(at), to: paragraph.lineAt(end - 1) }
      found.set(key, { words: known?.words ?? words, from, until, lines, count: (known?.count ?? 0) + 1 })
    }
  }
  return [...found.values()]
}

type Dated = Pick<DateMention, 'words' | 'from' | 'until' | 'at' | 'end'>

/** Words that count from today ("morgen", "in zwei Wochen") name no date of a text whose day nobody knows. */
function dated({ words, from, until, at, end, yearSaid }: DateMention, reference: string | null): Dated | null {
  if (!yearSaid && reference && from?.length === ISO_MONTH)
    return { words, from: nearestMonth(Number(from.slice(-2)), reference), until, at, end }
  if (MONTH_OR_DAY.test(words)) return { words, from, until, at, end }
  const year = SAID_YEAR.exec(words)?.[0]
  return year ? { words, from: year, until: null, at, end } : null
}

/** An article looks back as often as ahead: the month of that name that is nearest to the reference. */
function nearestMonth(month: number, reference: string): string {
  const now = partsOf(reference)
  const ahead = ((month - now.month + 18) % 12) - 6
  return addMonths(now.year, now.month, ahead)
}

function addMonths(year: number, month: number, ahead: number): string {
  const months = year * 12 + month - 1 + ahead
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

function yearsIn(text: string): Dated[] {
  return matchesOf(YEARS, text).map(match => {
    const { from = '', until } = match.groups ?? {}
    const last = until && (until.length === CENTURY ? from.slice(0, CENTURY) + until : until)
    const isSpan = last !== undefined && last > from
    return { words: match[0], from, until: isSpan ? last : null, at: match.index, end: match.index + match[0].length }
  })
}

function organisationsOf(paragraphs: readonly Paragraph[]): MentionedOrganisation[] {
  const found = new Map<string, MentionedOrganisation>()
  for (const paragraph of paragraphs) {
    for (const { name, short, at, end } of organisationsIn(paragraph.text)) {
      const known = found.get(keyOf(name))
      if (!known && found.size >= MOST) continue
      const lines = known?.lines ?? { from: paragraph.lineAt(at), to: paragraph.lineAt(end - 1) }
      found.set(keyOf(name), {
        name: known?.name ?? name,
        short: known?.short ?? short,
        lines,
        count: (known?.count ?? 0) + 1,
      })
    }
  }
  return withShortForms(joined([...found.values()]), paragraphs)
}

/** Alike but for blanks, signs and capitals. */
function keyOf(name: string): string {
  return wordsOf(fold(name))
    .map(word => word.text)
    .join('')
}

/** "Stadtteilrat" is the "Stadtteilrat Nord" that the text names, too: the fullest name stands for both. */
function joined(all: readonly MentionedOrganisation[]): MentionedOrganisation[] {
  const words = new Map(all.map(one => [one, wordsOf(fold(one.name)).map(word => word.text)]))
  const isPartOf = (a: MentionedOrganisation, b: MentionedOrganisation) =>
    words.get(a)!.length < words.get(b)!.length && words.get(a)!.every((word, at) => word === words.get(b)![at])
  const full = all.filter(one => !all.some(other => isPartOf(one, other)))
  return full
    .map(one => {
      const parts = all.filter(other => isPartOf(other, one) && full.find(first => isPartOf(other, first)) === one)
      const same = [one, ...parts].sort((a, b) => a.lines.from - b.lines.from)
      return {
        name: one.name,
        short: same.find(({ short }) => short !== null)?.short ?? null,
        lines: same[0]!.lines,
        count: same.reduce((sum, { count }) => sum + count, 0),
      }
    })
    .sort((a, b) => a.lines.from - b.lines.from)
}

/** Counts the abbreviations, too, where they stand alone. */
function withShortForms(
  all: readonly MentionedOrganisation[],
  paragraphs: readonly Paragraph[],
): MentionedOrganisation[] {
  const shorts = new Map<string, number>(all.flatMap(({ short }) => (short ? [[short, 0]] : [])))
  if (shorts.size === 0) return [...all]
  for (const { text } of paragraphs)
    for (const { text: word } of wordsOf(text)) if (shorts.has(word)) shorts.set(word, shorts.get(word)! + 1)
  // In the brackets that give it, the abbreviation was counted with the name.
  return all.map(one => (one.short ? { ...one, count: one.count + Math.max(0, shorts.get(one.short)! - 1) } : one))
}
