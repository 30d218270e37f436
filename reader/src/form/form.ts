import { datesIn } from '../../../language/dates.ts'
import { timesIn } from '../../../language/times.ts'
import {
  type AgendaItem,
  type AttendanceState,
  type Attendee,
  type Entry,
  type Field,
  type Finding,
  type FindingCode,
  type Head,
  type HeadField,
  headFields,
  type Reading,
} from '../reading.ts'
import { type EntryUnit, type Unit, unitsOf } from './units.ts'
import { dueOf, ownersOf, partsOf, personOf, resultOf, votesOf, whenOf } from './values.ts'

/** Read word for word, so seldom wrong; never sure of what somebody changed in the file. */
const AS_WRITTEN = 0.98

const STATES: Readonly<Record<string, AttendanceState>> = {
  Anwesend: 'present',
  Gäste: 'guest',
  Entschuldigt: 'excused',
  Abwesend: 'absent',
}
const HEAD: Readonly<Record<string, HeadField>> = {
  Gremium: 'body',
  Datum: 'date',
  Beginn: 'start',
  Ende: 'end',
  Ort: 'place',
  Leitung: 'chair',
  Protokoll: 'minuteTaker',
}
const ATTENDANCE = 'Anwesenheit'
/** Over entries that belong to no item of the agenda. */
const APART = 'Ohne Tagesordnungspunkt'
const TITLE = /^Protokoll: (?=\S)/
const ITEM = /^TOP ([^:]{1,12}): (.*)$/

type Read = Pick<Reading, 'head' | 'attendance' | 'agenda' | 'entries' | 'findings'>

/**
 * Minutes that our own writer wrote (app/features/minutes/documents.ts), read from what stands in them word for word;
 * null for all others, also where somebody changed more in them than wording. Rules for what people write do not touch
 * them: a piece of information stays one, whatever it speaks of.
 */
export function readForm(text: string, reference: string | null): Read | null {
  if (!text.includes(`Datum:`) || !text.includes('# ')) return null
  const units = unitsOf(text)
  const [title] = units ?? []
  if (!units || title?.kind !== 'heading' || !units.some(({ kind }) => kind === 'entry')) return null
  const head = headOf(units, title.text.replace(TITLE, ''))
  if (!head.date || !head.body) return null
  const day = head.date.value ?? reference
  const attendance = units.flatMap(attendeesOf)
  const agenda: AgendaItem[] = []
  const entries: Entry[] = []
  let item: number | null = null
  for (const unit of units.slice(1)) {
    if (unit.kind === 'heading' && unit.text !== ATTENDANCE) {
      if (unit.text !== APART) agenda.push(itemOf(unit, agenda.at(-1)))
      item = unit.text === APART ? null : agenda.length - 1
    }
    if (unit.kind === 'entry') entries.push(entryOf(unit, item, day))
  }
  return { head, attendance, agenda, entries, findings: [] }
}

function headOf(units: readonly Unit[], title: string): Head {
  const known: Partial<Record<HeadField, Field>> = { title: { value: title, lines: units[0]!.lines } }
  for (const unit of units) {
    if (unit.kind !== 'field' || !Object.hasOwn(HEAD, unit.label)) continue
    const field = HEAD[unit.label]!
    const value = saidIn(field, unit.value)
    if (value) known[field] ??= { value, lines: unit.lines }
  }
  return Object.fromEntries(headFields.map(field => [field, known[field] ?? null])) as Head
}

function saidIn(field: HeadField, said: string): string | null {
  if (field === 'date') return datesIn(said)[0]?.from ?? null
  if (field === 'start' || field === 'end') return timesIn(said)[0]?.start ?? null
  return said
}

function attendeesOf(unit: Unit): Attendee[] {
  if (unit.kind !== 'field' || !Object.hasOwn(STATES, unit.label)) return []
  return partsOf(unit.value).map(said => ({ ...personOf(said), state: STATES[unit.label]!, lines: unit.lines }))
}

/** Where a converter saw no heading, the number tells the level. */
function itemOf({ text, level, lines }: Extract<Unit, { kind: 'heading' }>, last: AgendaItem | undefined): AgendaItem {
  const [, number = null, title = text] = ITEM.exec(text) ?? []
  const deep = number === null ? (last?.level ?? 1) : number.split('.').filter(Boolean).length
  return { number, title, level: level > DEEPEST ? deep : level - 1, lines }
}
const DEEPEST = 6

function entryOf({ entry, parked, who, text, details, lines }: EntryUnit, item: number | null, day: string): Entry {
  const doubt = (code: FindingCode, values?: Record<string, string>): Finding =>
    values ? { code, lines, values } : { code, lines }
  const base = { text, lines, agendaItem: item, cues: ['form'], confidence: AS_WRITTEN, doubts: [] as Finding[] }
  switch (entry) {
    case 'decision': {
      const result = resultOf(details.result ?? '')
      const doubts = result ? [] : [doubt('result-missing')]
      return {
        ...base,
        ...{ kind: entry, doubts, result, votes: votesOf(details.votes), condition: details.condition ?? null },
      }
    }
    case 'task': {
      const owners = ownersOf(details.owners ?? '')
      const due = dueOf(details.due ?? '', day)
      const late = due === null ? [doubt('due-missing')] : due.from ? [] : [doubt('due-vague', { words: due.words })]
      return {
        ...base,
        kind: entry,
        doubts: [...(owners.length ? [] : [doubt('owner-missing')]), ...late],
        owners,
        due,
      }
    }
    case 'appointment': {
      const { title = text, place = null } = details
      return { ...base, kind: entry, title, when: whenOf(details.when ?? '', day), place }
    }
    case 'status':
      return { ...base, kind: entry, owners: [], done: null }
    case 'statement':
      return { ...base, kind: entry, speaker: who ?? '' }
    case 'wish':
      return { ...base, kind: entry, from: who }
    case 'idea':
      return { ...base, kind: entry, parked: parked || details.lookAgain !== undefined }
    default:
      return { ...base, kind: entry }
  }
}
