import { z } from 'zod'
import { type Audience, audiences, type Day, type Id } from '../../ground/schema.ts'
import type { AgendaItem, AgendaLine, Attendee, GuestEntry, Meeting } from './model.ts'

/** What forms and the API send. Messages are problem codes; empty fields arrive as ''. */
const id = z.uuid('not-found')
const text = (longest: number) => z.string().trim().max(longest, 'input-too-long').default('')
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
  withoutAdministration: z
    .union([z.literal('yes'), z.boolean()])
    .optional()
    .transform(Boolean),
  announced: z
    .union([z.literal('yes'), z.boolean()])
    .optional()
    .transform(Boolean),
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
export const MeetingChange = z.object({ ...content, id }).superRefine(sound)
export type MeetingChange = z.infer<typeof MeetingChange>

type Named = { readonly id: Id; readonly name: string }

export type MeetingList = {
  readonly bodyId: Id | null
  /** Drafts and announced ones, the next first, those without a day last. */
  readonly coming: readonly Meeting[]
  /** The latest first. */
  readonly held: readonly Meeting[]
  /** Where the next page of held ones begins, null on the last. */
  readonly next: string | null
  readonly bodies: readonly Named[]
  readonly today: Day
  readonly can: { readonly plan: boolean }
}

export type MeetingShown = Meeting & {
  readonly agenda: readonly (AgendaItem & {
    readonly commitments: readonly AgendaLine[] | null
    /** What was noted there, told to its guests only: everybody else opens the minutes. */
    readonly entries: readonly GuestEntry[]
  })[]
  /** Not for a guest for single items: he knows name, day and place, and those items. */
  readonly whole: boolean
  /** Null where it is not for the reader. */
  readonly attendance: readonly Attendee[] | null
  /** Names of those who may know of it, where its audience is `named`. */
  readonly named: readonly Named[]
  readonly zone: string
  readonly today: Day
  readonly can: { readonly change: boolean }
}

export type MeetingFormShown = {
  readonly meeting: (Omit<Meeting, 'body'> & { readonly named: readonly Id[] }) | null
  readonly bodies: readonly (Named & { readonly audience: Audience; readonly withoutAdministration: boolean })[]
  readonly bodyId: Id | null
  /** A draft of the body that stands already: planning another would be one too many. */
  readonly draft: { readonly id: Id; readonly name: string } | null
  readonly people: readonly Named[]
}
