import { createLink, mailboxOf } from '../../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import type { CorrectionAnswer } from '../../../../ground/schema/corrections.ts'
import type { Day, Id } from '../../../../ground/schema.ts'
import { originOf } from '../../../../ground/settings.ts'
import { languageOf } from '../../../../texts/texts.ts'
import { mandatesOn } from '../../../directory/rules/finds.ts'
import { attendanceOf, findMeeting } from '../../../meetings/finds.ts'
import { linesOf } from '../finds.ts'
import { answerMail, roundMail } from '../mails.tsx'
import { DAYS_AFTER, SEATED } from '../model.ts'
import * as store from '../store.ts'

/** Who was there, and who has a seat in the body today, each once. */
export async function recipientsOf(viewer: Viewer, meetingId: Id, bodyId: Id): Promise<Id[]> {
  const there = (await attendanceOf(viewer, meetingId)) ?? []
  const present = there.filter(({ state }) => state === 'present' || state === 'guest')
  const seated = (await mandatesOn(viewer, bodyId, viewer.today)).filter(({ role }) => SEATED.has(role))
  return [...new Set([...present, ...seated].flatMap(({ personId }) => personId ?? []))]
}

type Round = {
  readonly circulationId: Id
  readonly minutesId: Id
  readonly meetingId: Id
  readonly untilDay: Day
}

/** Writes to each for whom there is something in the minutes, in the caller's transaction. Returns how many mails. */
export async function writeRound(viewer: Viewer, round: Round, people: readonly Id[]): Promise<number> {
  let sent = 0
  for (const personId of people) if (await writeTo(viewer, round, personId)) sent++
  return sent
}

/** One mail to one, read as him; whoever sees nothing of the minutes is not told that they go round. */
async function writeTo(viewer: Viewer, round: Round, personId: Id): Promise<boolean> {
  const { circulationId, minutesId, meetingId, untilDay } = round
  const reader = await recipientOf(viewer, personId)
  const meeting = reader && (await findMeeting(reader, meetingId))
  if (!meeting) return false
  const guest = meeting.minutesId === null
  if (guest && (await linesOf(reader, minutesId, meetingId)).length === 0) return false
  const id = await store.insertCirculated(viewer, { circulationId, meetingId, personId, guest })
  const mailbox = await mailboxOf(viewer, personId)
  if (!mailbox) return false
  const { secret } = await createLink(viewer, {
    ...{ purpose: 'minutes.correct', subjectId: id, personId, addressee: null },
    until: { day: untilDay, daysAfter: DAYS_AFTER },
  })
  const language = languageOf(mailbox.language)
  const mail = roundMail({
    ...{ language, networkName: viewer.network.name, name: mailbox.name, meeting, untilDay },
    href: `${originOf(viewer.ground)}/links/corrections/${secret}`,
  })
  await store.keepMail(viewer, id, await queueMail(viewer, { recipient: mailbox.email, language, ...mail }))
  return true
}

type Answered = {
  readonly id: Id
  readonly answer: CorrectionAnswer
  readonly word: string
  readonly meetingId: Id
}

/** Tells whoever proposed it, as long as he sees what it was about. */
export async function writeAnswer(viewer: Viewer, personId: Id, answered: Answered): Promise<void> {
  const { id, answer, word, meetingId } = answered
  const reader = await recipientOf(viewer, personId)
  const meeting = reader && (await findMeeting(reader, meetingId))
  const correction = reader && (await store.lockCorrection(reader, id))
  const mailbox = await mailboxOf(viewer, personId)
  if (!meeting || !correction || !mailbox) return
  const language = languageOf(mailbox.language)
  const mail = answerMail({
    ...{ language, networkName: viewer.network.name, name: mailbox.name, meeting, answer, word },
    wording: correction.wording,
  })
  await queueMail(viewer, { recipient: mailbox.email, language, ...mail })
}
