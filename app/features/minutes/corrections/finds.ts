import { Temporal } from 'temporal-polyfill'
import { openLink } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import { recipientOf, type Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { agendaOf, findMeeting } from '../../meetings/finds.ts'
import { entriesOf, findMinutesHead } from '../store.ts'
import type {
  CorrectionLinkInput,
  CorrectionLinkShown,
  CorrectionsInput,
  CorrectionsShown,
  Proposing,
} from './contract.ts'
import { type Correction, DAYS_TO_CORRECT, isRound, type Line, markOf, WHOLE } from './model.ts'
import * as store from './store.ts'

/** Everything in minutes that the reader sees and may speak of, in their order: items with their lines, then the rest. */
export async function linesOf(reader: Viewer, minutesId: Id, meetingId: Id): Promise<Line[]> {
  const agenda = await agendaOf(reader, { id: meetingId, state: 'held' })
  const entries = await entriesOf(reader, minutesId)
  const under = (id: Id | null) =>
    entries
      .filter(({ agendaItemId }) => agendaItemId === id)
      .map(({ id: entryId, content }) => ({ at: `entry-${entryId}`, number: null, text: content }))
  const items = agenda.flatMap(({ id, number, title }) => [{ at: `item-${id}`, number, text: title }, ...under(id)])
  return [...items, ...under(null)]
}

/** Corrections of minutes: what was proposed and became of it, and for whoever is asked the form. */
export async function findCorrections(viewer: Viewer, { id, at }: CorrectionsInput): Promise<CorrectionsShown | null> {
  const minutes = await findMinutesHead(viewer, id)
  if (!minutes) return null
  const { circulation, state } = minutes
  const leads = mayAct(viewer, 'circulation.begin', minutes)
  const open = isRound(state, circulation, viewer.today)
  const record = state === 'approved' && mayAct(viewer, 'correction.record', minutes)
  const lines = await linesOf(viewer, id, minutes.meetingId)
  const sent = leads && circulation ? await store.sentTo(viewer, circulation.id) : []
  return {
    minutes: { id, name: minutes.name, day: minutes.day, bodyName: minutes.bodyName },
    approved: state === 'approved',
    circulation: circulation && { until: circulation.until, open },
    sentTo: leads
      ? sent.map(({ outboxId, state: left, ...one }) => ({ ...one, mail: outboxId ? (left ?? 'gone') : null }))
      : null,
    corrections: withAbout(await store.correctionsOf(viewer, id), lines),
    proposing: record || (open && minutes.asked) ? proposing(lines, at, true) : null,
    until: Temporal.PlainDate.from(viewer.today).add({ days: DAYS_TO_CORRECT }).toString(),
    today: viewer.today,
    zone: viewer.network.timeZone,
    can: { begin: leads && !open && state !== 'approved', answer: leads && state !== 'approved', record },
  }
}

const withAbout = (corrections: readonly Correction[], lines: readonly Line[]) =>
  corrections.map(one => ({ ...one, about: lines.find(({ at }) => at === markOf(one))?.text ?? null }))

/** Where a place was asked for that is not there, none is chosen. `whole`: sees the minutes, not single items alone. */
function proposing(lines: readonly Line[], at: string, whole: boolean): Proposing {
  const line = lines.find(one => one.at === at)
  if (at !== '' && line) return { lines, chosen: { at, text: line.text } }
  return { lines, chosen: whole ? { at: markOf(WHOLE), text: null } : null }
}

/** Whoever stands behind an open link, and what he may still know of the minutes; null for whom they are no longer. */
export async function behindLink(viewer: Viewer, link: Parameters<typeof store.linkedCirculation>[1]) {
  const sent = await store.linkedCirculation(viewer, link)
  const reader = sent && (await recipientOf(viewer, sent.personId))
  const meeting = reader && (await findMeeting(reader, sent.meetingId))
  if (!meeting) return null
  const lines = await linesOf(reader, sent.minutesId, sent.meetingId)
  const whole = meeting.minutesId !== null
  return whole || lines.length > 0 ? { sent, reader, meeting, lines, whole } : null
}

/** What the link in a mail opens; null for one that never was. Throws `link-expired` and `link-revoked`. */
export async function findCorrectionLink(
  viewer: Viewer,
  { secret, at }: CorrectionLinkInput,
): Promise<CorrectionLinkShown | null> {
  const link = await openLink(viewer, secret, 'minutes.correct')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const behind = await behindLink(viewer, link.value)
  if (!behind) return null
  const { sent, reader, meeting, lines, whole } = behind
  const own = (await store.correctionsOf(reader, sent.minutesId)).filter(one => one.own)
  return {
    name: reader.personName ?? '',
    meeting: { name: meeting.name, day: meeting.day, body: meeting.body?.name ?? null },
    approved: sent.state === 'approved',
    circulation: { until: sent.until, open: isRound(sent.state, sent, viewer.today) },
    corrections: withAbout(own, lines),
    proposing: proposing(lines, at, whole),
    zone: viewer.network.timeZone,
    expiresAt: link.value.expiresAt,
  }
}
