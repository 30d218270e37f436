import { z } from 'zod'
import { tableFormats } from '../../ground/documents/document.ts'
import { audiences, commitmentStates, type Day, ownerKinds, reports } from '../../ground/schema.ts'
import * as shape from '../../ground/shapes.ts'
import { box, list, named, text } from '../../ground/shapes.ts'
import { ReplacedTerm } from '../directory/term/contract.ts'
import { invitationsShown } from './invitation/contract.ts'

/** What forms and the API send. Messages are problem codes; empty fields arrive as ''. */
const id = z.uuid('not-found')
const day = z.union([z.literal('').transform(() => null), z.iso.date('day-invalid')]).default(null)
const time = z
  .union([z.literal('').transform(() => null), z.iso.time({ precision: -1, error: 'input-invalid' })])
  .default(null)
const ids = z
  .union([
    z.literal('').transform(() => []),
    z.uuid('person-unknown').transform(one => [one]),
    z.array(z.uuid('person-unknown')),
  ])
  .default([])

export const MeetingListInput = z.object({
  body: z.uuid().optional().catch(undefined),
  before: z
    .string()
    .max(60)
    .regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type MeetingListInput = z.infer<typeof MeetingListInput>

export const MeetingInput = z.object({ id })
export const MeetingDocumentInput = MeetingInput.extend({ format: z.enum(tableFormats) })
export type MeetingDocumentInput = z.infer<typeof MeetingDocumentInput>
export const MeetingNewInput = z.object({ body: z.uuid().optional().catch(undefined) })

/** `announced` makes it known to its whole audience; before that a draft is for its body and the coordination. */
const content = {
  name: text(200),
  day,
  startTime: time,
  endTime: time,
  place: text(300),
  audience: z.enum(audiences, 'choice-invalid'),
  /** Who may know of it where the audience is `named`; whoever plans it is always among them. */
  named: ids,
  withoutAdministration: box,
  announced: box,
}
type Content = { day: Day | null; startTime: string | null; endTime: string | null; announced: boolean }

/** Only a day can be announced, and an end lies after its start. */
function sound({ day, startTime, endTime, announced }: Content, context: z.RefinementCtx) {
  if (announced && !day) context.addIssue({ code: 'custom', message: 'input-missing', path: ['day'] })
  if (endTime && (!startTime || endTime <= startTime))
    context.addIssue({ code: 'custom', message: 'input-invalid', path: [startTime ? 'endTime' : 'startTime'] })
}

export const MeetingPlan = z.object({ ...content, bodyId: z.uuid('body-missing') }).superRefine(sound)
export type MeetingPlan = z.infer<typeof MeetingPlan>

/** Of a meeting that was held only place and audience change; the rest stands in its minutes. */
export const MeetingChange = z
  .object({
    ...content,
    id,
    /** More people than before are to know of it: somebody read who. */
    wider: box,
    /** Whether those who are invited get a letter about it; asked where what they were told changes. */
    update: z.enum(['yes', 'no']).optional().catch(undefined),
  })
  .superRefine(sound)
export type MeetingChange = z.infer<typeof MeetingChange>

export const AgendaItemInput = z.object({ id })

/** An empty audience is that of the meeting. `named` are let in by name: as the audience, or as guests beside it. */
export const AgendaItemChange = z.object({
  id,
  audience: z.union([z.literal('').transform(() => null), z.enum(audiences, 'choice-invalid')]).default(null),
  named: ids,
  withoutAdministration: box,
  wider: box,
})
export type AgendaItemChange = z.infer<typeof AgendaItemChange>

/** JSON of the same doors. What has no value for the reader is null. */
const times = { day: shape.day.nullable(), startTime: shape.time.nullable(), endTime: shape.time.nullable() }
export const MeetingHead = z.strictObject({
  ...times,
  id: shape.id,
  name: z.string(),
  /** Null for a guest for one item who may not know of the body. */
  body: named.nullable(),
  state: z.enum(['draft', 'scheduled', 'held', 'cancelled']),
  place: z.string().nullable(),
  audience: z.enum(audiences),
  withoutAdministration: z.boolean(),
  /** Its minutes, where there are some for the reader. */
  minutesId: shape.id.nullable(),
  /** Why it was called off, where it was. */
  cancelledReason: z.string().nullable(),
})

export const MeetingList = z.strictObject({
  bodyId: shape.id.nullable(),
  /** Drafts and announced ones, the next first, those without a day last. */
  coming: list(MeetingHead),
  /** The latest first. */
  held: list(MeetingHead),
  /** Where the next page of held ones begins, null on the last. */
  next: z.string().nullable(),
  bodies: list(named),
  today: shape.day,
  can: z.strictObject({ plan: z.boolean() }),
})
export type MeetingList = z.infer<typeof MeetingList>

/** An open commitment under the control of earlier minutes. */
const agendaLine = z.strictObject({
  commitmentId: shape.id,
  wording: z.string(),
  owner: z.strictObject({ kind: z.enum(ownerKinds), name: z.string().nullable() }),
  due: z.strictObject({ day: shape.day.nullable(), words: z.string().nullable() }),
  state: z.enum(commitmentStates),
  daysOverdue: z.int().nullable(),
  report: z.strictObject({ report: z.enum(reports), sentence: z.string().nullable(), at: shape.timestamp }).nullable(),
  href: z.string(),
})
const agendaItem = z.strictObject({
  id: shape.id,
  number: z.string().nullable(),
  title: z.string(),
  level: z.int(),
  kind: z.enum(['plain', 'minutes_control']),
  minutesId: shape.id.nullable(),
  minutesDay: shape.day.nullable(),
  /** The minutes that it looks back at wait for their approval, and the viewer may give it. */
  approve: z.boolean(),
  /** The commitment whose consequence put it there. */
  commitment: named.nullable(),
  /** Planned, in minutes. */
  duration: z.int().nullable(),
  /** Null: that of the meeting. */
  audience: z.enum(audiences).nullable(),
  withoutAdministration: z.boolean(),
  commitments: list(agendaLine).nullable(),
  /** What was noted there, told to its guests only: everybody else opens the minutes. */
  entries: list(z.strictObject({ id: shape.id, agendaItemId: shape.id, content: z.string() })),
})
const attendee = z.strictObject({
  personId: shape.id.nullable(),
  name: z.string(),
  state: z.enum(['present', 'absent', 'excused', 'guest']),
  onBehalfOf: z.string().nullable(),
})

export const MeetingShown = MeetingHead.extend({
  agenda: list(agendaItem),
  /** Not for a guest for single items: he knows name, day and place, and those items. */
  whole: z.boolean(),
  /** Null where it is not for the reader. */
  attendance: list(attendee).nullable(),
  /** Null where there is nothing of them for the reader. */
  invitations: invitationsShown.nullable(),
  /** Names of those who may know of it, where its audience is `named`. */
  named: list(named),
  zone: z.string(),
  today: shape.day,
  can: z.strictObject({
    ...{ change: z.boolean(), agenda: z.boolean(), cancel: z.boolean(), write: z.boolean() },
    /** May look who is there. */
    attend: z.boolean(),
    /** There is something to read about what comes to it. */
    prepare: z.boolean(),
    propose: z.boolean(),
  }),
})
export type MeetingShown = z.infer<typeof MeetingShown>

const readers = { people: list(named), everybody: z.boolean() }
export const MeetingReadersShown = z.strictObject({
  meeting: MeetingHead,
  /** Who sees the meeting as a whole. */
  whole: z.strictObject(readers),
  /** The items in order, each with those who see it. */
  items: list(z.strictObject({ id: shape.id, number: z.string().nullable(), title: z.string(), ...readers })),
})
export type MeetingReadersShown = z.infer<typeof MeetingReadersShown>

export const AgendaItemFormShown = z.strictObject({
  item: z.strictObject({
    id: shape.id,
    title: z.string(),
    level: z.int(),
    kind: z.enum(['plain', 'minutes_control']),
    duration: z.int().nullable(),
    audience: z.enum(audiences).nullable(),
    withoutAdministration: z.boolean(),
    named: list(shape.id),
  }),
  meeting: MeetingHead,
  people: list(named),
  /** Still to come: what the item says can change. */
  coming: z.boolean(),
  replacedTerms: list(ReplacedTerm),
})
export type AgendaItemFormShown = z.infer<typeof AgendaItemFormShown>

export const MeetingFormShown = z.strictObject({
  meeting: MeetingHead.extend({ named: list(shape.id) }).nullable(),
  bodies: list(named.extend({ audience: z.enum(audiences), withoutAdministration: z.boolean() })),
  bodyId: shape.id.nullable(),
  /** A draft of the body that stands already: planning another would be one too many. */
  draft: named.nullable(),
  people: list(named),
  /** How many are invited to it. */
  invited: z.int(),
})
export type MeetingFormShown = z.infer<typeof MeetingFormShown>

export const AgendaItemWritten = z.strictObject({ id: shape.id, meetingId: shape.id })
export const MeetingWritten = z.strictObject({ id: shape.id })
