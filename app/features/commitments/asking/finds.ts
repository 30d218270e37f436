import { type Link, openLink, readerBehind } from '../../../access/link.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { Problem } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import type { AskedLinkShown, AskingInput, AskingShown } from './contract.ts'
import * as store from './store.ts'

/** The page from which owners are asked before a meeting: who was, what came back, and about what nobody was asked. */
export async function findAsking(viewer: Viewer, { id }: AskingInput): Promise<AskingShown | null> {
  const meeting = await store.findComing(viewer, id)
  if (!meeting || !mayAct(viewer, 'asking.begin', { bodyId: meeting.bodyId })) return null
  const asking = await store.findAskingOf(viewer, id)
  const rows = asking ? await store.askedIn(viewer, asking.id) : []
  const owed = await store.owedTo(viewer, meeting.bodyId)
  const seen = new Set(owed.map(one => one.id))
  const reported = await store.reportedBy(
    viewer,
    rows.flatMap(({ linkId }) => linkId ?? []),
  )
  const told = new Set(rows.flatMap(({ commitments }) => Object.keys(commitments)))
  const open = meeting.state === 'scheduled' && meeting.day !== null && meeting.day >= viewer.today
  return {
    meeting: { id: meeting.id, name: meeting.name, day: meeting.day },
    asking: asking && { begunAt: asking.begunAt, done: asking.doneAt !== null },
    asked: rows.map(({ id: asked, name, addressee, commitments, linkId, outboxId, state }) => ({
      ...{ id: asked, to: name ?? addressee ?? '' },
      commitments: Object.keys(commitments).filter(one => seen.has(one)).length,
      reported: reported.filter(one => one.linkId === linkId).length,
      mail: outboxId ? (state ?? ('gone' as const)) : null,
    })),
    left: asking
      ? owed
          .filter(one => !told.has(one.id))
          .map(one => ({ ...one, canAsk: mayAct(viewer, 'commitment.ask', { bodyId: meeting.bodyId }) }))
      : [],
    open: owed.length,
    zone: viewer.network.timeZone,
    can: { begin: open && asking === null },
  }
}

/** What an open link is about: what its person sees himself, and what is told in wordings that are approved still. */
export async function linkedCommitments(viewer: Viewer, link: Link): Promise<AskedLinkShown['commitments'] | null> {
  const asked = await store.linkedAsked(viewer, link)
  if (!asked) return null
  const entries = Object.entries(asked.commitments)
  const own = entries.filter(([, wording]) => wording === null).map(([id]) => id)
  const reader = own.length > 0 ? await readerBehind(viewer, link) : null
  const seen = reader ? await store.seenBy(reader, own) : []
  const approved = await store.toldInWordings(
    viewer,
    link,
    entries.flatMap(([, wording]) => wording ?? []),
  )
  const said = await store.saidThrough(viewer, link)
  const reportsOn = (id: Id) =>
    said.flatMap(({ commitmentId, report, sentence, at }) =>
      commitmentId === id && report ? [{ report, sentence, at }] : [],
    )
  return [...seen, ...approved].map(one => ({ ...one, reports: reportsOn(one.id) }))
}

/** What a mail's link opens; null for one that never was. Throws `link-expired` and `link-revoked`. */
export async function findAskedLink(viewer: Viewer, { secret }: { secret: string }): Promise<AskedLinkShown | null> {
  const link = await openLink(viewer, secret, 'commitments.report')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const commitments = await linkedCommitments(viewer, link.value)
  return commitments && { commitments, zone: viewer.network.timeZone, expiresAt: link.value.expiresAt }
}
