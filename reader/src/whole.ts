import { weekdayName } from '../../language/calendar.ts'
import { datesIn } from '../../language/dates.ts'
import { otherLanguageOf } from '../../language/german.ts'
import type { Agenda } from './agenda/agenda.ts'
import type { Context } from './context.ts'
import { namesMeeting } from './head/title.ts'
import type { Document } from './lines/document.ts'
import { plainOf } from './lines/inline.ts'
import type { Finding } from './reading.ts'

/** What is doubtful about the text as a whole. */
export function wholeFindings(context: Context, agenda: Agenda, text: string): Finding[] {
  const everything = { from: 1, to: context.document.lines.length }
  const findings: Finding[] = []
  const language = otherLanguageOf(text)
  if (language) findings.push({ code: 'other-language', lines: everything, values: { language } })
  const score = minutesScore(context, agenda)
  if (score < LEAST_SCORE)
    findings.push({ code: 'not-minutes', lines: everything, values: { score: score.toFixed(2) } })
  return [...findings, ...weekdayFindings(context), ...numberFindings(agenda)]
}

const LEAST_SCORE = 0.45

/**
 * How much a text looks like minutes, 0 to 1: each sign that minutes have and articles lack adds its weight.
 * Weights were set by hand; half is reached by a title of minutes with a date, or by a list of attendance with an agenda.
 */
export function minutesScore(context: Context, agenda: Agenda): number {
  const { head, attendance, document } = context
  const title = head.title?.value ?? ''
  const signs: readonly (readonly [boolean, number])[] = [
    [/protokoll|niederschrift|mitschrift/i.test(title), 0.4],
    [namesMeeting(title), 0.15],
    [head.date !== null, 0.2],
    [head.start !== null || head.end !== null, 0.15],
    [head.chair !== null, 0.15],
    [head.minuteTaker !== null, 0.2],
    [attendance.length >= 2, 0.35],
    [agenda.sections.length >= 2, 0.15],
    [agenda.list !== null, 0.15],
    [document.lines.some(line => VOTE.test(line.text)), 0.15],
    [isNotes(document), 0.2],
  ]
  return Math.min(
    1,
    signs.reduce((sum, [there, weight]) => sum + (there ? weight : 0), 0),
  )
}

/** Minutes are notes: many list entries, short lines. An article has paragraphs. */
function isNotes(document: Document): boolean {
  const lines = document.lines.filter(line => line.text !== '' && line.apart === null)
  const marked = lines.filter(line => line.marker !== null).length
  const signs = lines.reduce((sum, line) => sum + line.text.length, 0)
  return marked * 4 >= lines.length && signs <= LONGEST_MEAN_LINE * lines.length
}

const LONGEST_MEAN_LINE = 150
const VOTE = /einstimmig|Enthaltung|Ja-Stimmen|\bTOP \d|beschließt|Beschluss:/

/** Only lines with a weekday and a number are worth the search for dates. */
const DAY_NAME = /(?:tag|woch|abend|Mo|Di|Mi|Do|Fr|Sa|So)[.,]? ?(?:den |dem |der )?\d/

/** A weekday beside a date that the calendar contradicts. */
function weekdayFindings({ document, reference }: Context): Finding[] {
  const lines = document.lines.filter(line => DAY_NAME.test(line.text))
  return lines.flatMap(line =>
    datesIn(plainOf(line.text), reference).flatMap(({ weekday, words, from }): Finding[] => {
      if (!weekday || weekday.said === weekday.real || !from) return []
      const values = { words, date: from, said: weekdayName(weekday.said), real: weekdayName(weekday.real) }
      return [{ code: 'weekday-mismatch', lines: { from: line.number, to: line.number }, values }]
    }),
  )
}

/** A number that two sections bear; each number is told once, at its second place. */
function numberFindings(agenda: Agenda): Finding[] {
  if (agenda.list?.holdsMinutes) return []
  const seen = new Map<string, number>()
  const findings: Finding[] = []
  for (const { item } of agenda.sections) {
    const { number, lines } = agenda.items[item]!
    if (number === null) continue
    const times = (seen.get(number) ?? 0) + 1
    seen.set(number, times)
    if (times === 2) findings.push({ code: 'number-repeated', lines, values: { number } })
  }
  return findings
}
