import { type Act, act } from '../../../access/act.ts'
import { openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id, Report } from '../../../ground/schema.ts'
import { appendEvents } from '../history/store.ts'
import { REPORTS_A_DAY } from '../model.ts'
import type { AskedReport, AskingInput } from './contract.ts'
import { linkedCommitments } from './finds.ts'
import * as store from './store.ts'

const parts = {
  noun: 'asking',
  subject: async (viewer: Viewer, { id }: AskingInput) => {
    const meeting = await store.findComing(viewer, id)
    return meeting && { bodyId: meeting.bodyId, meeting }
  },
  run: async (
    viewer: Viewer,
    _input: AskingInput,
    { meeting }: { meeting: NonNullable<Awaited<ReturnType<typeof store.findComing>>> },
  ): Promise<Outcome<{ id: Id }>> => {
    if (meeting.state !== 'scheduled' || !meeting.day || meeting.day < viewer.today) return refused('meeting-not-open')
    const id = await store.insertAsking(viewer, meeting.id, meeting.bodyId)
    return id ? done({ id: meeting.id }) : refused('already-done')
  },
  about: () => null,
} as const

/**
 * Begins to ask every owner of an open commitment of the body before a meeting, once; the mails are written by the job.
 * Problems: `meeting-not-open`, `already-done`.
 */
export const beginAsking = act('asking.begin', parts)

/** The same by itself, some days before. Problems: as above. */
export const beginDue = act('asking.beginDue', parts)

/**
 * What somebody says through the link over all of his. Whoever presses acts as the public, even when he is signed in.
 * Problems: `not-found` (none of his, or no longer told), `link-expired`, `link-revoked`, `too-many-tries`.
 */
export const reportAsked: Act<AskedReport, { report: Report }> = (asker, input) =>
  reportAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const reportAsPublic = act('asking.reportByLink', {
  noun: 'commitment',
  subject: async (viewer, { secret, commitment }: AskedReport) => {
    const link = await openLink(viewer, secret, 'commitments.report')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: commitment, linked: true, link }
  },
  run: async (viewer, { commitment, report, sentence }, { link }): Promise<Outcome<{ report: Report }>> => {
    if (!link.ok) return link
    const told = (await linkedCommitments(viewer, link.value))?.find(({ id }) => id === commitment)
    if (!told) return refused('not-found')
    const today = told.reports.filter(({ at }) => dayOf(viewer, at) === viewer.today)
    if (today.length >= REPORTS_A_DAY) return refused('too-many-tries')
    const { id, personId } = link.value
    const said = { report, sentence: sentence || null, person_id: personId, link_id: id }
    await appendEvents(viewer, [{ commitmentId: commitment, kind: 'report', ...said }])
    return done({ report })
  },
})

const dayOf = ({ network }: Viewer, at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: network.timeZone, dateStyle: 'short' }).format(new Date(at))
