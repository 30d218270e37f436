import { z } from 'zod'
import { decisionResults, entryKinds } from '../../../reader/src/reading.ts'
import { documentFormats } from '../../ground/documents/document.ts'
import { day, id, list, time } from '../../ground/shapes.ts'
import { approval, frozenReport } from './approval/contract.ts'
import { correction } from './corrections/contract.ts'

/** What an entry is, and what became of a decision, as the reader tells them. */
export const entryKind = z.enum(entryKinds)
export const decisionResult = z.enum(decisionResults)

export const MinutesInput = z.object({ id: z.uuid('input-invalid') })
export const MinutesDocumentInput = MinutesInput.extend({ format: z.enum(documentFormats) })
export type MinutesDocumentInput = z.infer<typeof MinutesDocumentInput>

/** An entry; the fields that its kind does not have are null. */
const entry = z.strictObject({
  id,
  kind: entryKind,
  content: z.string(),
  lineFrom: z.int(),
  lineTo: z.int(),
  speaker: z.string().nullable(),
  lookAgainOn: day.nullable(),
  /** Of a task: who was named for it, by commas, and by when. */
  owners: z.string().nullable(),
  dueOn: day.nullable(),
  dueWords: z.string().nullable(),
  agendaItemId: id.nullable(),
  agendaNumber: z.string().nullable(),
  agendaTitle: z.string().nullable(),
  result: decisionResult.nullable(),
  yes: z.int().nullable(),
  no: z.int().nullable(),
  abstain: z.int().nullable(),
  condition: z.string().nullable(),
  appointmentTitle: z.string().nullable(),
  dateFrom: day.nullable(),
  dateUntil: day.nullable(),
  startTime: time.nullable(),
  endTime: time.nullable(),
  appointmentWords: z.string().nullable(),
  place: z.string().nullable(),
})

export const MinutesShown = z.strictObject({
  minutes: z.strictObject({
    id,
    state: z.enum(['recorded', 'draft', 'in_review', 'approved']),
    meetingId: id,
    name: z.string(),
    day: day.nullable(),
    bodyId: id,
    bodyName: z.string(),
    circulation: z.strictObject({ id, until: day }).nullable(),
    asked: z.boolean(),
  }),
  entries: list(entry),
  /** The text as it was read, null where a part of it is closed to the reader. */
  text: z.strictObject({ fileName: z.string(), revision: z.int(), lines: list(z.string()) }).nullable(),
  /** Those that were accepted; about a line, an item or the minutes as they are. */
  corrections: list(correction),
  approval: approval.nullable(),
  /** What was reported on earlier commitments until the meeting; kept when they were approved. */
  reports: list(frozenReport),
  zone: z.string(),
  can: z.strictObject({
    publish: z.boolean(),
    circulate: z.boolean(),
    propose: z.boolean(),
    approve: z.boolean(),
    record: z.boolean(),
  }),
})
