import { z } from 'zod'
import { answerChannels, invitationAnswers, letterKinds } from '../../../ground/schema/invitations.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, named, secret, text } from '../../../ground/shapes.ts'
import { LONGEST_ACCESS, LONGEST_WORDING, remindedBefore } from './model.ts'

const id = z.uuid('not-found')
const ids = z
  .union([
    z.literal('').transform(() => []),
    z.uuid('person-unknown').transform(one => [one]),
    z.array(z.uuid('person-unknown')).max(500, 'input-too-long'),
  ])
  .default([])
const sendable = ['invitation', 'save_the_date', 'update'] as const

export const InvitationInput = z.object({
  id,
  /** As whom the letter is shown beforehand. */
  as: z.uuid().optional().catch(undefined),
  kind: z.enum(['invitation', 'save_the_date']).optional().catch(undefined),
})
export type InvitationInput = z.infer<typeof InvitationInput>

/** `people` are asked only of an invitation and a save-the-date: an update goes to whoever was invited. */
export const InvitationSend = z.object({
  id,
  kind: z.enum(sendable, 'choice-invalid'),
  people: ids,
  wording: text(LONGEST_WORDING),
  access: text(LONGEST_ACCESS),
  /** Days before the meeting on which those are reminded who have not answered; 0 is never, '' leaves it as it is. */
  remindBefore: z
    .union([
      z.literal('').transform(() => null),
      z.null(),
      z.coerce.number('input-invalid').pipe(z.literal([...remindedBefore], 'input-invalid')),
    ])
    .default(null),
})
export type InvitationSend = z.infer<typeof InvitationSend>
export const InvitationRemind = z.object({ id })
export const InvitationRetry = z.object({ id, mailId: id })
export type InvitationRetry = z.infer<typeof InvitationRetry>

const day = z.union([z.literal('').transform(() => null), z.iso.date('day-invalid')]).default(null)
/** `day` and `startTime` are those that were read: an answer is an answer to them. */
const said = {
  answer: z.enum(invitationAnswers, 'input-missing'),
  standIn: text(200),
  note: text(500),
  day,
  startTime: z.union([z.literal('').transform(() => null), z.iso.time({ error: 'input-invalid' })]).default(null),
}
export const InvitationAnswerInput = z.object({ id, ...said })
export type InvitationAnswerInput = z.infer<typeof InvitationAnswerInput>
export const InvitationLinkInput = z.object({ secret })
export const InvitationAnswerByLink = z.object({ secret, ...said })
export type InvitationAnswerByLink = z.infer<typeof InvitationAnswerByLink>

export const answerShown = z.strictObject({
  answer: z.enum(invitationAnswers),
  standIn: z.string().nullable(),
  /** For those who invite, and for whoever said it. */
  note: z.string().nullable(),
  channel: z.enum(answerChannels),
  at: shape.timestamp,
  outdated: z.boolean(),
  day: shape.day.nullable(),
  startTime: shape.time.nullable(),
})
export type AnswerShown = z.infer<typeof answerShown>

const mail = z.strictObject({
  id: shape.id,
  kind: z.enum(letterKinds),
  at: shape.timestamp,
  state: z.enum(['waiting', 'sent', 'failed', 'shown', 'bounced', 'gone']),
  reason: z.string().nullable(),
})
const invitee = z.strictObject({
  invitationId: shape.id,
  person: named,
  guest: z.boolean(),
  /** What holds now; null for nothing yet. */
  answer: answerShown.nullable(),
  /** Everything that was said, oldest first. */
  answers: list(answerShown),
  /** Null for those who do not invite. */
  mails: list(mail).nullable(),
})
export type InviteeShown = z.infer<typeof invitee>

/** On the page of a meeting. */
export const invitationsShown = z.strictObject({
  /** The reader's own. */
  own: z.strictObject({ answer: answerShown.nullable(), answers: list(answerShown), open: z.boolean() }).nullable(),
  /** For those who prepare the meeting. */
  people: list(invitee),
  /** On which day those are reminded by themselves who have not answered, and when somebody was last; for those who invite. */
  reminder: z.strictObject({ on: shape.day.nullable(), last: shape.timestamp.nullable() }).nullable(),
  can: z.strictObject({ invite: z.boolean() }),
})
export type InvitationsShown = z.infer<typeof invitationsShown>

const meeting = z.strictObject({
  id: shape.id,
  name: z.string(),
  day: shape.day.nullable(),
  startTime: shape.time.nullable(),
  endTime: shape.time.nullable(),
  place: z.string().nullable(),
})
export type InvitedMeeting = z.infer<typeof meeting>

export const LetterPageShown = z.strictObject({
  meeting,
  kind: z.enum(['invitation', 'save_the_date']),
  /** Whoever can be invited and was not yet. */
  candidates: list(
    named.extend({
      language: z.string(),
      guest: z.boolean(),
      /** Why nothing can be sent; null where it can. */
      hindered: z.enum(['no-address', 'unseen']).nullable(),
    }),
  ),
  invited: z.int(),
  unanswered: z.int(),
  /** The last day on which it must leave by the rules of the body; null where they say nothing. */
  notice: z.strictObject({ bodyId: shape.id, latest: shape.day, late: z.boolean(), source: z.string() }).nullable(),
  access: z.string(),
  /** Days before the meeting on which those are reminded who have not answered; 0 is never. */
  remindBefore: z.int(),
  /** The letter as one of them gets it; null where there is nobody. */
  preview: z
    .strictObject({
      ...{ person: named, language: z.string(), subject: z.string(), content: z.string() },
      /** The name of the file that goes with it. */
      enclosure: z.string().nullable(),
    })
    .nullable(),
  /** Nothing can be sent without a day, before it is announced, or when it is past. */
  ready: z.boolean(),
})
export type LetterPageShown = z.infer<typeof LetterPageShown>

export const LetterSent = z.strictObject({ id: shape.id, sent: z.int(), hindered: z.int() })
export const InvitationLinkShown = z.strictObject({
  meeting,
  cancelled: z.strictObject({ reason: z.string().nullable() }).nullable(),
  name: z.string(),
  access: z.string().nullable(),
  answer: answerShown.nullable(),
  answers: list(answerShown),
  open: z.boolean(),
  /** The same link takes proposals for the agenda. */
  propose: z.boolean(),
  zone: z.string(),
  expiresAt: shape.timestamp,
})
export type InvitationLinkShown = z.infer<typeof InvitationLinkShown>
export const Answered = z.strictObject({ answer: z.enum(invitationAnswers) })
