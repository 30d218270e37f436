import { z } from 'zod'
import { conditionStates } from '../../../ground/schema/conditions.ts'
import { consequenceKinds } from '../../../ground/schema/consequences.ts'
import { answerSources, answers, commitmentStates, reports } from '../../../ground/schema.ts'
import { day, id, named, timestamp } from '../../../ground/shapes.ts'
import { DueShown, OwnerShown, SaidIn } from '../owner/contract.ts'

/** Who stands behind an event: somebody signed in, an owner by personal link, or a line of minutes read in. */
export const By = z.strictObject({
  kind: z.enum(['person', 'link', 'system']),
  /** Null where names are not for the reader. */
  name: z.string().nullable(),
})
export type By = z.infer<typeof By>

const event = { id, at: timestamp, by: By, source: SaidIn.nullable() }
const sentence = z.string().nullable()

/** An event of the append-only history, oldest first. */
export const EventShown = z.discriminatedUnion('kind', [
  z.strictObject({ ...event, kind: z.literal('opened') }),
  z.strictObject({ ...event, kind: z.literal('state'), state: z.enum(commitmentStates), sentence }),
  z.strictObject({ ...event, kind: z.literal('report'), report: z.enum(reports), sentence }),
  z.strictObject({
    ...{ ...event, kind: z.literal('answer'), answer: z.enum(answers), sentence },
    /** The day on which it was said; `at` is when it was written down. */
    givenOn: day.nullable(),
    ...{ speaker: z.string().nullable(), speakerOffice: z.string().nullable() },
    ...{ from: z.enum(answerSources).nullable(), sourceWords: z.string().nullable() },
    redirectedTo: z.string().nullable(),
    /** What was promised by it, as a commitment of theirs. */
    promised: named.nullable(),
  }),
  z.strictObject({ ...event, kind: z.literal('owner'), owner: OwnerShown }),
  z.strictObject({ ...event, kind: z.literal('due'), due: DueShown }),
  z.strictObject({ ...event, kind: z.literal('wording'), sentence: z.string() }),
  z.strictObject({ ...event, kind: z.literal('status'), sentence: z.string() }),
  z.strictObject({ ...event, kind: z.literal('asked') }),
  z.strictObject({ ...event, kind: z.literal('confirmed') }),
  /** What was agreed to follow, stopped before, or fired. */
  z.strictObject({ ...event, kind: z.literal('agreed'), consequence: z.enum(consequenceKinds) }),
  z.strictObject({ ...event, kind: z.literal('stopped'), consequence: z.enum(consequenceKinds), sentence: z.string() }),
  z.strictObject({ ...event, kind: z.literal('fired'), consequence: z.enum(consequenceKinds) }),
  /** What it hangs on: named, asked about, and answered; `day` is when it is asked, or when it came true. */
  z.strictObject({
    ...{ ...event, kind: z.literal('condition'), step: z.enum(['named', 'asked', ...conditionStates]) },
    ...{ sentence, day: day.nullable(), asked: z.string().nullable() },
  }),
  /** A letter about it that went out. */
  z.strictObject({ ...event, kind: z.literal('letter'), name: z.string(), href: z.string() }),
])
export type EventShown = z.infer<typeof EventShown>
