import type { TextKey } from '../app/texts/texts.ts'
import {
  type AgendaItem,
  type Attendee,
  attendanceStates,
  type Entry,
  entryKinds,
  type Finding,
  type Head,
  type Lines,
  type Mentions,
  type Reading,
  type When,
} from '../reader/src/reading.ts'
import { t } from './command.ts'

const INDENT = '  '

/** A reading for people who look at it in a terminal: head, attendance, agenda, entries by kind, doubts; German. */
export function printed(file: string, reading: Reading): string {
  const parts = [
    [`${file}`, ...headLines(reading.head)],
    attendanceStates.flatMap(state => attendanceLine(reading.attendance, state)),
    section(t('cli.read.agenda'), reading.agenda.map(agendaLine)),
    ...entryKinds.map(kind => {
      const entries = reading.entries.filter(entry => entry.kind === kind)
      return section(`${t(`entry.kinds.${kind}`)} (${entries.length})`, entries.flatMap(entryLines))
    }),
    section(t('cli.read.doubts'), reading.findings.map(findingLine)),
    ...mentionSections(reading.mentions),
  ]
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n')
}

/** What a text that is no minutes names all the same. */
function mentionSections(mentions: Mentions | null): string[][] {
  if (!mentions) return []
  const dates = mentions.dates.map(({ words, from, until, lines, count }) =>
    mentionLine(whenOf({ words, from, until, start: null, end: null }), lines, count),
  )
  const organisations = mentions.organisations.map(({ name, short, lines, count }) =>
    mentionLine(short ? `${name} (${short})` : name, lines, count),
  )
  return [section(t('cli.read.dates'), dates), section(t('cli.read.organisations'), organisations)]
}

function mentionLine(name: string, lines: Lines, count: number): string {
  return t('cli.read.mention', { name, lines: linesOf(lines), count })
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map(line => INDENT + line)]
}

function headLines({ title, date, start, end, place, chair, minuteTaker }: Head): string[] {
  const times = [start?.value, end?.value].filter(value => value !== undefined).join('–')
  const when = [date?.value, times, place?.value].filter(value => value).join(', ')
  const who = [
    chair ? t('cli.read.chair', { name: chair.value }) : '',
    minuteTaker ? t('cli.read.minute-taker', { name: minuteTaker.value }) : '',
  ]
  return [title?.value ?? t('cli.read.no-title'), when, ...who].filter(line => line !== '')
}

function attendanceLine(attendance: readonly Attendee[], state: Attendee['state']): string[] {
  const there = attendance.filter(attendee => attendee.state === state)
  if (there.length === 0) return []
  const names = there.map(({ name, onBehalfOf }) => (onBehalfOf ? `${name} (${onBehalfOf})` : name)).join(', ')
  return [t(`cli.read.${state}`, { count: there.length, names })]
}

function agendaLine({ number, title, level, lines }: AgendaItem): string {
  return `${INDENT.repeat(level - 1)}${number === null ? '' : `${number} `}${title}  [${linesOf(lines)}]`
}

function entryLines(entry: Entry): string[] {
  const details = detailsOf(entry).filter(detail => detail !== '')
  return [
    `${entry.text}  [${linesOf(entry.lines)}]`,
    ...(details.length > 0 ? [INDENT + details.join(' · ')] : []),
    ...entry.doubts.map(doubt => `${INDENT}? ${sentence(doubt)}`),
  ]
}

function detailsOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'task':
      return [ownersOf(entry.owners), entry.due ? t('cli.read.due', { due: whenOf(entry.due) }) : '']
    case 'status':
      return [ownersOf(entry.owners), entry.done === null ? '' : t(entry.done ? 'cli.read.done' : 'cli.read.open')]
    case 'decision':
      return decisionDetails(entry)
    case 'appointment':
      return [whenOf(entry.when), entry.place ?? '']
    case 'wish':
      return [entry.from === null ? '' : t('cli.read.from', { name: entry.from })]
    case 'statement':
      return [t('cli.read.from', { name: entry.speaker })]
    default:
      return []
  }
}

function decisionDetails({ result, votes, condition }: Extract<Entry, { kind: 'decision' }>): string[] {
  const said = (count: number | null) => count ?? '–'
  return [
    result === null ? '' : t(`decision.result.${result}`),
    votes === null
      ? ''
      : t('cli.read.votes', { yes: said(votes.yes), no: said(votes.no), abstain: said(votes.abstain) }),
    condition === null ? '' : t('cli.read.condition', { condition }),
  ]
}

function ownersOf(owners: readonly string[]): string {
  return owners.length === 0 ? '' : t('cli.read.owners', { owners: owners.join(', ') })
}

/** The day behind the words, where the words alone do not say it. */
function whenOf({ words, from, until, start, end }: When): string {
  const days = [from, until].filter(day => day !== null).join('–')
  const times = [start, end].filter(time => time !== null).join('–')
  return [days === '' || days === words ? words : `${words} (${days})`, times].filter(part => part !== '').join(', ')
}

function findingLine(finding: Finding): string {
  return `${sentence(finding)}  [${linesOf(finding.lines)}]`
}

function sentence({ code, values }: Finding): string {
  return t(`finding.${code}` as TextKey, values)
}

function linesOf({ from, to }: Lines): string {
  return t('cli.read.lines', { lines: from === to ? `${from}` : `${from}–${to}` })
}
