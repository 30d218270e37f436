import { z } from 'zod'
import {
  attendanceStates,
  decisionResults,
  entryKinds,
  findingCodes,
  headFields,
} from '../../../../../reader/src/reading.ts'
import { audiences } from '../../../../ground/schema.ts'
import { day, id, list, named, timestamp } from '../../../../ground/shapes.ts'

/** JSON of a reading under review: what the reader proposed and what people made of it. */
const lines = z.strictObject({ from: z.int(), to: z.int() })
export const finding = z.strictObject({
  code: z.enum(findingCodes),
  lines,
  values: z.record(z.string(), z.string()).optional(),
})
const text = z.string().nullable()
const readingStates = ['open', 'confirmed', 'discarded'] as const

const head = z.strictObject({
  title: z.string(),
  body: z.string(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
  chair: z.string(),
  minuteTaker: z.string(),
  /** Where the reader found it. */
  at: z.partialRecord(z.enum(headFields), lines),
})

const ofItem = {
  id,
  lines,
  position: z.int(),
  state: z.enum(['proposed', 'accepted', 'rejected']),
  /** A person added it or changed it after the reader. */
  touched: z.boolean(),
}
/** `from` and `until` as far as they were said: a day, a month, a year. */
export const when = z.strictObject({ words: z.string(), from: text, until: text, start: text, end: text })
const votes = z.strictObject({ yes: z.int().nullable(), no: z.int().nullable(), abstain: z.int().nullable() })
const believed = { confidence: z.number().min(0).max(1), doubts: list(finding) }

const entryNow = z.strictObject({
  ...believed,
  kind: z.enum(entryKinds),
  text: z.string(),
  under: z.int().nullable(),
  owners: list(z.string()),
  due: when.nullable(),
  speaker: text,
  result: z.enum(decisionResults).nullable(),
  votes: votes.nullable(),
  condition: text,
  title: text,
  when: when.nullable(),
  place: text,
  parked: z.boolean(),
  lookAgainOn: day.nullable(),
  done: z.boolean().nullable(),
  sameAs: z.strictObject({ id: id.nullable(), by: z.enum(['reader', 'person']) }).nullable(),
  cues: list(z.string()),
})
const attendeeNow = z.strictObject({ name: z.string(), state: z.enum(attendanceStates), onBehalfOf: text })
const agendaNow = z.strictObject({ number: text, title: z.string(), level: z.int() })

const item = z.discriminatedUnion('section', [
  z.strictObject({ ...ofItem, section: z.literal('attendance'), now: attendeeNow }),
  z.strictObject({ ...ofItem, section: z.literal('agenda'), now: agendaNow }),
  z.strictObject({
    ...ofItem,
    section: z.literal('entry'),
    now: entryNow,
    read: z.strictObject(believed).nullable(),
  }),
])

const nameMatch = z.strictObject({
  kind: z.enum(['person', 'office', 'organization', 'outside', 'nobody']),
  id: id.nullable(),
  name: z.string(),
  by: z.enum(['reader', 'person']),
})

export const ReviewShown = z.strictObject({
  review: z.strictObject({
    id,
    sourceId: id,
    fileName: z.string(),
    state: z.enum(readingStates),
    revision: z.int(),
    head,
    bodyId: id.nullable(),
    /** The meeting at whose table it was written; null for a text that was brought in. */
    meetingId: id.nullable(),
    audience: z.enum(audiences),
    withoutAdministration: z.boolean(),
    findings: list(finding),
    names: z.record(z.string(), nameMatch),
    lines: list(z.string()),
    items: list(item),
  }),
  bodies: list(named),
  known: list(z.string()),
  commitments: list(z.strictObject({ id, wording: z.string(), owner: text })),
  can: z.strictObject({ judge: z.boolean(), confirm: z.boolean(), discard: z.boolean() }),
})

export const ReadingRow = z.strictObject({
  id,
  title: z.string(),
  fileName: z.string(),
  state: z.enum(readingStates),
  createdAt: timestamp,
  undecided: z.int(),
})
export const ReadingListShown = z.strictObject({
  readings: list(ReadingRow),
  timeZone: z.string(),
  can: z.strictObject({ begin: z.boolean() }),
})
export const ReadingNewShown = z.strictObject({ can: z.strictObject({ begin: z.literal(true) }) })

/** What a write tells: the reading, its revision from now on, and the item it was about. */
export const ReadingWritten = z.strictObject({ id })
export const ReadingChanged = z.strictObject({ id, revision: z.int(), item: id.nullable() })

const owner = z.union([
  z.strictObject({ kind: z.enum(['person', 'office', 'organization']), id, name: z.string() }),
  z.strictObject({ kind: z.literal('outside'), name: z.string() }),
  z.strictObject({ kind: z.literal('nobody'), name: text }),
])
/** What a confirmed reading became. */
export const ReadingConfirmed = z.strictObject({
  minutesId: id,
  meetingId: id,
  bodyId: id,
  day,
  tasks: list(z.strictObject({ entryId: id, wording: z.string(), owner, dueOn: day.nullable(), dueWords: text })),
  statuses: list(z.strictObject({ entryId: id, commitmentId: id, done: z.boolean().nullable(), sentence: z.string() })),
})
