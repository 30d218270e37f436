import { weekdayName } from '../../language/calendar.ts'
import { cue } from '../../language/cues.ts'
import { datesIn } from '../../language/dates.ts'
import { otherLanguageOf } from '../../language/german.ts'
import type { Agenda } from './agenda/agenda.ts'
import type { Context } from './context.ts'
import { LEAST_LIKENESS, likenessOf } from './likeness.ts'
import { plainOf } from './lines/inline.ts'
import type { Entry, Finding } from './reading.ts'

/** What is doubtful about the text as a whole. */
export function wholeFindings(context: Context, agenda: Agenda, entries: readonly Entry[], text: string): Finding[] {
  const everything = { from: 1, to: context.document.lines.length }
  const findings: Finding[] = []
  const language = otherLanguageOf(text)
  if (language) findings.push({ code: 'other-language', lines: everything, values: { language } })
  const likeness = likenessOf(context, agenda, entries)
  if (likeness < LEAST_LIKENESS)
    findings.push({ code: 'not-minutes', lines: everything, values: { score: likeness.toFixed(2) } })
  return [...findings, ...weekdayFindings(context), ...numberFindings(agenda)]
}

/** Only lines with a weekday and a number are worth the search for dates. */
const DAY_NAME = cue(/(?:tag|woch|abend|Mo|Di|Mi|Do|Fr|Sa|So)[.,]? ?(?:den |dem |der )?\d/)

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
