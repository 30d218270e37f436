import type { TextKey } from '../app/texts/texts.ts'
import type { Share } from '../reader/src/measure/calibration.ts'
import { type MeasuredKind, type Miss, measuredKinds } from '../reader/src/measure/compared.ts'
import { type MeasuredField, measuredFields } from '../reader/src/measure/fields.ts'
import type { AttendanceList } from '../reader/src/measure/gold.ts'
import type { Measure, Score } from '../reader/src/measure.ts'
import { type HeadField, SURE } from '../reader/src/reading.ts'
import { t } from './command.ts'

const INDENT = '  '
/** For what there is no figure. */
const NONE = '–'
const percent = new Intl.NumberFormat('de', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const decimal = new Intl.NumberFormat('de', { minimumFractionDigits: 1 })

const kindNames: Readonly<Record<MeasuredKind, TextKey>> = {
  agenda: 'minutes.items.agenda',
  tasks: 'entry.kinds.task',
  decisions: 'entry.kinds.decision',
  appointments: 'entry.kinds.appointment',
  ideas: 'entry.kinds.idea',
  lessons: 'entry.kinds.lesson',
  wishes: 'entry.kinds.wish',
  attendance: 'minutes.items.attendance',
  head: 'cli.read.measure.head',
}
const fieldNames: Readonly<Record<MeasuredField | HeadField, TextKey>> = {
  responsible: 'minutes.entry.owners',
  due: 'minutes.entry.due',
  result: 'minutes.entry.result',
  votes: 'minutes.entry.votes',
  title: 'minutes.head.name',
  body: 'minutes.head.body',
  date: 'minutes.head.date',
  start: 'minutes.head.start',
  end: 'minutes.head.end',
  place: 'minutes.head.place',
  chair: 'minutes.head.chair',
  minuteTaker: 'minutes.head.minute-taker',
}
const listNames: Readonly<Record<AttendanceList, TextKey>> = {
  present: 'attendance.present',
  absent: 'attendance.absent',
  excused: 'attendance.excused',
  guests: 'attendance.guest',
}

/** The word of a kind on the page, by which it can be asked for too. */
export const kindName = (kind: MeasuredKind): string => t(kindNames[kind])

/** The figures for people who look at them in a terminal; German, in percent. */
export function printed(measure: Measure): string {
  const { calibration, core } = measure
  const { right, of, share } = calibration.sure
  const bands = calibration.bands.filter(band => band.of > 0)
  const parts = [
    [t('cli.read.measure.lead', { count: measure.texts })],
    table([columns, ...measuredKinds.map(kind => scoreRow(kind, measure.kinds[kind]))]),
    [t('cli.read.measure.core', { f1: figure(core) })],
    [
      t('cli.read.measure.fields'),
      ...table(measuredFields.map(field => shareRow(t(fieldNames[field]), measure.fields[field]))),
    ],
    [
      t('cli.read.measure.sure', { from: decimal.format(SURE), right, of, share: figure(share) }),
      ...table(bands.map(band => shareRow(`${decimal.format(band.from)}–${decimal.format(band.to)}`, band))),
    ],
  ]
  return `${parts.map(lines => `${lines.join('\n')}\n`).join('\n')}`
}

/** What reading and gold say differently, one line each: file, line, kind, what is the matter. */
export function missesPrinted(misses: readonly Miss[]): string {
  const lines = misses.map(miss => INDENT + missLine(miss))
  return `\n${[t('cli.read.measure.misses', { count: misses.length }), ...lines].join('\n')}\n`
}

function missLine(miss: Miss): string {
  const place = miss.line === null ? miss.name : `${miss.name}:${miss.line}`
  const words = miss.list === null ? miss.text : `${miss.text} (${t(listNames[miss.list])})`
  const text = words.replace(SPACES, ' ')
  const kind = kindName(miss.kind)
  if (miss.is !== 'wrong')
    return t(miss.is === 'missed' ? 'cli.read.measure.missed' : 'cli.read.measure.invented', { place, kind, text })
  const said = { field: t(fieldNames[miss.field]), gold: miss.gold || NONE, read: miss.read || NONE }
  if (miss.kind === 'head') return t('cli.read.measure.wrong-head', { place, kind, ...said })
  return t('cli.read.measure.wrong', { place, kind, text, ...said })
}
const SPACES = /\s+/g

const columns = [
  '',
  t('cli.read.measure.precision'),
  t('cli.read.measure.recall'),
  t('cli.read.measure.f1'),
  t('cli.read.measure.gold'),
  t('cli.read.measure.read'),
]

const scoreRow = (kind: MeasuredKind, { precision, recall, f1, gold, read }: Score): string[] => [
  ...[kindName(kind), figure(precision), figure(recall), figure(f1)],
  ...[String(gold), String(read)],
]

const shareRow = (name: string, { right, of, share }: Share): string[] => [
  ...[name, figure(share)],
  t('cli.read.measure.right-of', { right, of }),
]

const figure = (share: number | null): string => (share === null ? NONE : percent.format(100 * share))

/** Rows in columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => (row[at] ?? '').length)))
  return rows.map(
    row =>
      INDENT +
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(INDENT),
  )
}
