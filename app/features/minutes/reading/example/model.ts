import { exchangeOf } from '../../../../../reader/src/exchange.ts'
import { attendanceLists, type Gold, listKinds } from '../../../../../reader/src/measure/gold.ts'
import type {
  AgendaItem,
  Attendee,
  Entry,
  EntryKind,
  Head,
  HeadField,
  Reading,
} from '../../../../../reader/src/reading.ts'
import type { AgendaRow, AttendanceItem, EntryItem, HeadNow, Item, Review } from '../model.ts'

/** A text and how people read it: what the reader can be measured on. `name` is good for a file, and unlike others. */
export type Example = { readonly name: string; readonly text: string; readonly gold: Gold }

/**
 * A confirmed review as an example, in the exchange format. What was accepted counts, as it was corrected; what was
 * rejected is not there. Of what was left undecided nobody said that it is wrong: it is borderline.
 */
export function exampleOf(review: Review): Example {
  const accepted = exchangeOf(readingOf(review, item => item.state === 'accepted'))
  const undecided = exchangeOf(readingOf(review, item => item.state === 'proposed'))
  const both = <T extends object>(certain: readonly T[], open: readonly T[]) => [
    ...certain,
    ...open.map(item => ({ ...item, borderline: true })),
  ]
  const lists = Object.fromEntries(
    listKinds.map(kind => [kind, both<object>(accepted[kind], undecided[kind])]),
  ) as Pick<Gold, (typeof listKinds)[number]>
  const attendance = Object.fromEntries(
    attendanceLists.map(list => [list, both(accepted.attendance[list], undecided.attendance[list])]),
  )
  return {
    name: `${review.head.date}-${review.id.slice(-RANDOM_PART)}`,
    text: review.lines.join('\n'),
    gold: { meeting: meetingOf(accepted.meeting, review.head), attendance, ...lists },
  }
}

/** The last part of a UUIDv7 is random alone (RFC 9562, 5.7). */
const RANDOM_PART = 12

/** A field that a person filled in stands at no line. */
function meetingOf(meeting: ReturnType<typeof exchangeOf>['meeting'], { at }: HeadNow) {
  const lines = Object.entries(meeting.fieldLines).filter(([field]) => at[field as HeadField])
  return { ...meeting, line: at.title?.from ?? lines[0]?.[1] ?? null, fieldLines: Object.fromEntries(lines) }
}

/** What people made of a reading, as one. */
function readingOf({ head, lines, items }: Review, kept: (item: Item) => boolean): Reading {
  const some = items.filter(kept)
  return {
    ...{ reader: '', lineCount: lines.length, head: headOf(head), findings: [], mentions: null },
    attendance: some.filter(item => item.section === 'attendance').map(attendeeOf),
    agenda: some.filter(item => item.section === 'agenda').map(agendaItemOf),
    entries: some.filter(item => item.section === 'entry').flatMap(entryOf),
  }
}

const NOWHERE = { from: 0, to: 0 }

function headOf({ at, ...fields }: HeadNow): Head {
  const found = Object.entries(fields).map(([field, value]) => [
    field,
    value === '' ? null : { value, lines: at[field as HeadField] ?? NOWHERE },
  ])
  return Object.fromEntries(found) as Head
}

const attendeeOf = ({ now, lines }: AttendanceItem): Attendee => ({ ...now, lines })
const agendaItemOf = ({ now, lines }: AgendaRow): AgendaItem => ({ ...now, lines })

/** An entry of its kind; none for an appointment without any time, which is no appointment to a reader. */
function entryOf({ now, lines }: EntryItem): Entry[] {
  const { text, cues, confidence, doubts } = now
  const base = { text, lines, agendaItem: null, cues, confidence, doubts }
  const make = makers[now.kind] ?? (() => ({}))
  const own = make(now)
  return own === null ? [] : [{ ...base, kind: now.kind, ...own } as Entry]
}

type Now = EntryItem['now']
/** The fields that a kind has beside those of every entry. */
const makers: { readonly [K in EntryKind]?: (now: Now) => object | null } = {
  task: ({ owners, due }) => ({ owners, due }),
  status: ({ owners, done }) => ({ owners, done }),
  decision: ({ result, votes, condition }) => ({ result, votes, condition }),
  appointment: ({ title, text, when, place }) => when && { title: title ?? text, when, place },
  wish: ({ speaker }) => ({ from: speaker }),
  statement: ({ speaker }) => ({ speaker: speaker ?? '' }),
  idea: ({ parked }) => ({ parked }),
}
