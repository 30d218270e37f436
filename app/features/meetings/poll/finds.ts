import { openLink, reachable } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import { recipientOf, type Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { PollKind } from '../../../ground/schema/polls.ts'
import type { Id } from '../../../ground/schema.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import { listBodies, listPeople } from '../../directory/finds.ts'
import type { BodySection } from '../../directory/model.ts'
import { holidaysOf } from '../../directory/rules/finds.ts'
import { proposedDays, sayable } from '../series/finds.ts'
import { patternOf, schoolHolidayOn } from '../series/model.ts'
import { schoolHolidays } from '../series/store.ts'
import { draftOf, findMeeting } from '../store.ts'
import { saidTo } from './answer/store.ts'
import type { ChoiceShown, PollFormShown, PollLinkShown, PollListShown, PollNewInput, PollShown } from './contract.ts'
import { reminded } from './letter/store.ts'
import { bestOf, type Choice, type Poll, type Said, sumOf } from './model.ts'
import * as store from './store.ts'

/** Polls that the viewer knows of, with whether he has answered those in which he is asked. Null for whoever is nobody here. */
export async function findPolls(viewer: Viewer): Promise<PollListShown | null> {
  if (!viewer.takesPart) return null
  const shown = []
  for (const poll of await store.listPolls(viewer, null)) {
    const own = poll.closedAt ? null : await store.ownInvitee(viewer, poll.id)
    const answered = own && (await saidTo(viewer, poll.id)).has(own.id)
    const { id, kind, question, untilDay, closedAt, body } = poll
    shown.push({ id, kind, question, untilDay, closedAt, body, answered })
  }
  return {
    open: shown.filter(({ closedAt }) => closedAt === null),
    closed: shown.filter(({ closedAt }) => closedAt !== null),
    can: { ask: await asksAnywhere(viewer) },
  }
}

const bodiesToAsk = async (viewer: Viewer) =>
  (await listBodies(viewer)).filter(({ id }) => mayAct(viewer, 'poll.ask', { bodyId: id }))
const asksAnywhere = async (viewer: Viewer) => (await bodiesToAsk(viewer)).length > 0

/** The form of a poll: first body and days, then each day with what speaks against it, and who is asked. */
export async function findPollForm(viewer: Viewer, input: PollNewInput): Promise<PollFormShown | null> {
  const bodies = await bodiesToAsk(viewer)
  if (bodies.length === 0) return null
  const bodyId = bodies.find(({ id }) => id === input.body)?.id ?? (bodies.length === 1 ? bodies[0]!.id : null)
  const against = bodyId ? await proposedDays(viewer, bodyId, [...new Set(input.days.map(({ day }) => day))]) : []
  return {
    bodies: bodies.map(({ id, name, meetingAudience, withoutAdministration }) => ({
      ...{ id, name, withoutAdministration, audience: meetingAudience },
    })),
    ...{ bodyId, kind: input.kind, wrong: input.wrong, today: viewer.today },
    days: bodyId
      ? input.days.map(one => ({ ...against.find(({ day }) => day === one.day)!, ...one }))
      : input.days.map(one => ({ ...one, holiday: null, schoolHoliday: null, taken: null })),
    people: bodyId ? await peopleFor(viewer, bodyId) : [],
  }
}

const PARTS = ['member', 'deputy', 'other'] as const

async function peopleFor(viewer: Viewer, bodyId: Id): Promise<PollFormShown['people']> {
  const seats = await store.seatsOf(viewer, bodyId)
  const part = (id: Id) => {
    const own = seats.filter(({ personId }) => personId === id)
    if (own.length === 0) return 'other' as const
    return own.every(({ role }) => role === 'deputy') ? ('deputy' as const) : ('member' as const)
  }
  const all = await listPeople(viewer)
  const mailed = new Set(
    (
      await reachable(
        viewer,
        all.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  return all
    .map(({ id, name }) => ({ id, name, part: part(id), reachable: mailed.has(id) }))
    .toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
}

export async function findPollPage(viewer: Viewer, { id }: { id: Id }): Promise<PollShown | null> {
  const poll = await store.findPoll(viewer, id)
  if (!poll) return null
  const { bodyId } = poll
  const asks = mayAct(viewer, 'poll.remind', { bodyId })
  const choices = await store.choicesOf(viewer, id)
  const said = await saidTo(viewer, id)
  const invitees = await store.inviteesOf(viewer, id)
  const own = invitees.find(({ personId }) => personId === viewer.personId)
  const belongs = viewer.kind === 'system' || viewer.coordinator || viewer.bodies.includes(bodyId)
  const open = poll.closedAt === null
  const was = open && asks ? await reminded(viewer, id) : null
  const meeting = poll.meetingId ? await findMeeting(viewer, poll.meetingId) : null
  const draft = open && asks && poll.kind === 'date' ? await draftOf(viewer, bodyId) : null
  const of = draft && (await findMeeting(viewer, draft.id))
  const takes = of && of.day === null && sameReach(of, poll)
  return {
    ...headOf(poll),
    ...{ audience: poll.audience, withoutAdministration: poll.withoutAdministration, zone: viewer.network.timeZone },
    choices: await summed(viewer, poll, choices, belongs ? [...said.values()] : null),
    own: own ? { said: said.get(own.id) ?? null } : null,
    invitees: belongs
      ? invitees.map(one => ({
          person: { id: one.personId, name: one.name },
          said: said.get(one.id) ?? null,
          mail: asks && one.outboxId ? (one.state ?? 'gone') : null,
        }))
      : null,
    meeting: meeting && { id: meeting.id, name: meeting.name },
    draft: takes ? { id: of.id, name: of.name } : null,
    reminded: was?.today ?? false,
    can: {
      remind: open && asks && !was?.today && invitees.some(one => !said.has(one.id)),
      close: open && mayAct(viewer, 'poll.close', { bodyId }),
    },
  }
}

const sameReach = (a: Pick<Poll, 'withoutAdministration'> & { audience: string }, b: Poll): boolean =>
  a.audience === b.audience && a.withoutAdministration === b.withoutAdministration

const headOf = ({ id, kind, question, wording, place, body, untilDay, closedAt }: Poll) => ({
  ...{ id, kind, question, wording, place, body, untilDay, closedAt },
})

/** Choices with what was said to them; sums are for those who see everybody's answers. */
async function summed(viewer: Viewer, poll: Poll, choices: readonly Choice[], said: readonly Said[] | null) {
  const sums = new Map(choices.map(({ id }) => [id, sumOf(id, said ?? [])]))
  const best = poll.kind === 'date' && said ? bestOf(sums) : []
  return (await withHolidays(viewer, choices)).map(choice => ({
    ...{ ...choice, sum: said ? sums.get(choice.id)! : null, best: best.includes(choice.id) },
    chosen: choice.id === poll.chosenId,
  }))
}

async function withHolidays(viewer: Viewer, choices: readonly Choice[]): Promise<ChoiceShown[]> {
  const dated = choices.some(({ day }) => day !== null)
  const holiday = dated ? await holidaysOf(viewer) : () => null
  const schools = dated ? await schoolHolidays(viewer) : []
  return choices.map(({ id, day, startTime, endTime, label, vote }) => ({
    ...{ id, day, startTime, endTime, label, vote },
    holiday: day && holiday(day),
    schoolHoliday: day && schoolHolidayOn(schools, day),
  }))
}

/**
 * What the holder of a mail's link sees: the question and his own answer, and when it is closed what was chosen. Null for
 * one that never was, or a poll that is no longer for him; throws `link-expired` and `link-revoked`.
 */
export async function findPollLink(viewer: Viewer, { secret }: { secret: string }): Promise<PollLinkShown | null> {
  const link = await openLink(viewer, secret, 'poll.answer')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const invitee = await store.linkedInvitee(viewer, link.value)
  const recipient = invitee && (await recipientOf(viewer, invitee.personId))
  const poll = recipient && (await store.findPoll(recipient, invitee.pollId))
  if (!poll) return null
  const choices = await withHolidays(recipient, await store.choicesOf(recipient, poll.id))
  const { kind, question, wording, place, untilDay, closedAt, chosenId } = poll
  return {
    ...{ kind, question, wording, place, untilDay, choices, name: recipient.personName ?? '' },
    ...{ zone: viewer.network.timeZone, expiresAt: link.value.expiresAt },
    said: (await saidTo(recipient, poll.id)).get(invitee.id) ?? null,
    closed: closedAt ? { chosen: choices.find(({ id }) => id === chosenId) ?? null } : null,
  }
}

/** Fills the slot of a body's page: its series of meetings, and what its people are being asked. */
export const plansOfBody: BodySection = async (viewer, bodyId) => {
  const t = texts(languageOf(viewer.language))
  const rows = await store.plansOf(viewer, bodyId)
  const items = rows.map(({ noun, id, name, detail }) => {
    if (noun === 'poll') return { href: `/polls/${id}`, label: name, detail: t(`poll.kind.${detail as PollKind}`) }
    const pattern = patternOf(detail)
    return { href: `/series/${id}`, label: name, detail: pattern && t('meetings.series.says', sayable(pattern)) }
  })
  return { title: t('meetings.plans'), items }
}
