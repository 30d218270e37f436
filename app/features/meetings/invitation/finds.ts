import { Temporal } from 'temporal-polyfill'
import { openLink } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import { recipientOf, type Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { LetterKind } from '../../../ground/schema/invitations.ts'
import type { Id } from '../../../ground/schema.ts'
import { listPeople } from '../../directory/finds.ts'
import { noticeOf } from '../../directory/rules/finds.ts'
import { agendaOf } from '../agenda/finds.ts'
import type { AgendaItem, Meeting } from '../model.ts'
import { findMeeting, isWhole } from '../store.ts'
import { isOpen } from './acts.ts'
import * as said from './answer/store.ts'
import type {
  AnswerShown,
  InvitationInput,
  InvitationLinkShown,
  InvitationsShown,
  InvitedMeeting,
  LetterPageShown,
} from './contract.ts'
import { compose, type Hindered, invitable, type Reached, reach, type Words } from './letter/finds.ts'
import * as letters from './letter/store.ts'
import { type Answer, awaits, holding, type LetterMail } from './model.ts'
import * as store from './store.ts'

/** What a meeting's page tells of its invitations: one's own, and everybody's to those who prepare it; null where there is nothing. */
export async function invitationsOf(
  viewer: Viewer,
  meeting: Meeting,
  whole: boolean,
): Promise<InvitationsShown | null> {
  const invitations = await store.invitationsTo(viewer, meeting.id)
  const bodyId = meeting.body?.id ?? null
  const invites = whole && mayAct(viewer, 'invitation.send', { id: meeting.id, bodyId })
  const can = { invite: invites && isOpen(viewer, meeting) }
  if (invitations.length === 0) return can.invite ? { own: null, people: [], reminder: null, can } : null
  const answers = await said.answersTo(viewer, meeting.id)
  const mails = invites ? await letters.mailsOf(viewer, meeting.id) : null
  const own = invitations.find(({ personId }) => personId === viewer.personId)
  const shown = (id: Id, notes: boolean) => {
    const all = answers.get(id) ?? []
    const held = holding(all, meeting)
    return { answer: held && answerOf(held, notes), answers: all.map(one => answerOf(one, notes)) }
  }
  const prepares = invites || (bodyId !== null && (viewer.coordinator || viewer.bodies.includes(bodyId)))
  return {
    own: own ? { ...shown(own.id, true), open: isOpen(viewer, meeting) } : null,
    people: (prepares ? invitations : []).map(({ id, personId, name, guest }) => ({
      ...{ invitationId: id, person: { id: personId, name }, guest },
      ...shown(id, invites || personId === viewer.personId),
      mails: mails ? (mails.get(id) ?? []).map(mailOf) : null,
    })),
    reminder: mails && reminderOf(meeting, invitations[0]?.remindBefore ?? 0, [...mails.values()].flat()),
    can,
  }
}

function reminderOf({ day }: Meeting, before: number, mails: readonly LetterMail[]): InvitationsShown['reminder'] {
  const sent = mails.filter(({ kind }) => kind === 'reminder').map(({ at }) => at)
  return {
    on: day && before > 0 ? Temporal.PlainDate.from(day).subtract({ days: before }).toString() : null,
    last: sent.toSorted().at(-1) ?? null,
  }
}

const mailOf = ({ id, kind, at, state, reason }: LetterMail): LetterMail => ({ id, kind, at, state, reason })

/** A note is for those who invite, and for whoever wrote it. */
const answerOf = (answer: Answer, notes: boolean): AnswerShown => ({
  ...{ answer: answer.answer, standIn: answer.standIn, note: notes ? answer.note : null, channel: answer.channel },
  ...{ at: answer.at, outdated: answer.outdated, day: answer.day, startTime: withSeconds(answer.startTime) },
})
const withSeconds = (time: string | null) => (time?.length === 5 ? `${time}:00` : time)

/** The page from which a meeting's letters go: who can still get one, and how it reads for one of them. */
export async function findLetterPage(
  viewer: Viewer,
  { id, as, kind = 'invitation' }: InvitationInput,
): Promise<LetterPageShown | null> {
  const meeting = await findMeeting(viewer, id)
  if (!meeting?.body || !(await isWhole(viewer, id))) return null
  if (!mayAct(viewer, 'invitation.send', { id, bodyId: meeting.body.id })) return null
  const words = { kind, wording: null, access: await letters.accessTold(viewer, id) }
  const candidates = meeting.day ? await candidatesOf(viewer, meeting, meeting.body.id, kind) : []
  const ready = candidates.filter(({ reached }) => typeof reached !== 'string')
  const chosen = ready.find(person => person.id === as) ?? ready[0]
  const due = meeting.day ? await noticeOf(viewer, { bodyId: meeting.body.id, day: meeting.day }) : null
  return {
    ...{ meeting: headOf(meeting), kind, access: words.access ?? '', ready: isOpen(viewer, meeting) },
    candidates: candidates.map(candidateOf),
    invited: await store.countInvited(viewer, id),
    remindBefore: await store.remindBefore(viewer, id),
    unanswered: (await said.unanswered(viewer, id)).length,
    notice: due && { ...due, bodyId: meeting.body.id, late: viewer.today > due.latest },
    preview: chosen ? await previewOf(viewer, meeting, chosen, words) : null,
  }
}

/** Whoever prepares a letter reads over its recipient's shoulder, and not what is closed to himself. */
async function agendaOfBoth(viewer: Viewer, meeting: Meeting, theirs: readonly AgendaItem[]): Promise<AgendaItem[]> {
  const ids = new Set(theirs.map(({ id }) => id))
  return (await agendaOf(viewer, meeting)).filter(({ id }) => ids.has(id))
}

const headOf = ({ id, name, day, startTime, endTime, place }: Meeting): InvitedMeeting => ({
  ...{ id, name, day, place },
  ...{ startTime: startTime, endTime: endTime },
})

type Candidate = { readonly id: Id; readonly name: string; readonly reached: Reached | Hindered }

async function candidatesOf(viewer: Viewer, meeting: Meeting, bodyId: Id, kind: LetterKind): Promise<Candidate[]> {
  const ids = await invitable(viewer, meeting.id, bodyId)
  const had = await letters.lettersHad(viewer, meeting.id)
  const candidates: Candidate[] = []
  for (const { id, name } of await listPeople(viewer))
    if (ids.has(id) && awaits(kind, had.get(id) ?? []))
      candidates.push({ id, name, reached: await reach(viewer, id, meeting.id) })
  return candidates
}

const candidateOf = ({ id, name, reached }: Candidate): LetterPageShown['candidates'][number] =>
  typeof reached === 'string'
    ? { id, name, hindered: reached, guest: false, language: '' }
    : { id, name, hindered: null, guest: reached.guest, language: reached.language }

/** How the letter reads for one of them. */
async function previewOf(viewer: Viewer, meeting: Meeting, { id, name, reached }: Candidate, words: Words) {
  if (typeof reached === 'string') return null
  const composed = await compose(viewer, reached, words)
  const { subject, content } = composed.mail('…', await agendaOfBoth(viewer, meeting, composed.agenda))
  const enclosure = composed.enclosure?.fileName ?? null
  return { person: { id, name }, language: composed.language, subject, content, enclosure }
}

/** A member of the body who sees the whole meeting; a guest for single items proposes nothing. */
const mayPropose = async (recipient: Viewer, { id, body }: Meeting): Promise<boolean> =>
  mayAct(recipient, 'proposal.make', { id, bodyId: body?.id ?? null }) && (await isWhole(recipient, id))

/**
 * What the holder of a letter's link sees: the meeting's head as its person sees it today, and his own answers. Null for
 * one that never was, or a meeting that is no longer for him; throws `link-expired` and `link-revoked`.
 */
export async function findInvitationLink(
  viewer: Viewer,
  { secret }: { secret: string },
): Promise<InvitationLinkShown | null> {
  const link = await openLink(viewer, secret, 'invitation.answer')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const invitation = await store.linkedInvitation(viewer, link.value)
  const recipient = invitation && (await recipientOf(viewer, invitation.personId))
  const meeting = recipient && (await findMeeting(recipient, invitation.meetingId))
  if (!recipient || !meeting) return null
  const answers = await said.linkedAnswers(viewer, link.value)
  const held = holding(answers, meeting)
  return {
    ...{ meeting: headOf(meeting), name: recipient.personName ?? '', zone: viewer.network.timeZone },
    cancelled: meeting.state === 'cancelled' ? { reason: meeting.cancelledReason } : null,
    access: await letters.accessTold(recipient, meeting.id),
    answer: held && answerOf(held, true),
    answers: answers.map(answer => answerOf(answer, true)),
    propose: isOpen(viewer, meeting) && (await mayPropose(recipient, meeting)),
    open: isOpen(viewer, meeting),
    expiresAt: link.value.expiresAt,
  }
}
