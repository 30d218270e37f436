import { act } from '../../access/act.ts'
import { revokeLinksOf } from '../../access/link.ts'
import type { Viewer } from '../../access/viewer.ts'
import { done, refused } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import type { ConfirmedReading } from '../minutes/model.ts'
import type { CommitmentChange, CommitmentMove, CommitmentOpen, CommitmentReport } from './contract.ts'
import { appendEvents, type NewEvent } from './history/store.ts'
import { withdrawPublications } from './link/store.ts'
import {
  dueDay,
  dueMark,
  dueOf,
  dueWords,
  mayFollow,
  needsReason,
  type Owner,
  ownerMark,
  sameDue,
  sameOwner,
} from './model.ts'
import { ownerIsKnown } from './owner/store.ts'
import {
  bodyToOpenIn,
  type CommitmentChanges,
  insertCommitments,
  lockCommitment,
  type Subject,
  updateCommitment,
} from './store.ts'

const subject = (viewer: Viewer, { id }: { id: Id }) => lockCommitment(viewer, id)

/** Opens a commitment by hand, without a line of minutes. Problems: `choice-invalid` for an owner nobody knows. */
export const openCommitment = act('commitment.open', {
  noun: 'commitment',
  subject: (viewer, { bodyId }: CommitmentOpen) => bodyToOpenIn(viewer, bodyId),
  run: async (viewer, { bodyId, wording, owner, due }) => {
    if (!(await ownerIsKnown(viewer, owner))) return refused('choice-invalid', { field: 'owner' })
    const ownerName = 'id' in owner ? null : owner.name
    const opened = await insertCommitments(viewer, [
      { bodyId, entryId: null, wording, owner, ownerName, dueOn: dueDay(due), dueWords: dueWords(due) },
    ])
    const id = opened[0]!.id
    await appendEvents(viewer, [{ commitmentId: id, kind: 'opened', state: 'open' }])
    return done({ id })
  },
  about: ({ id }) => id,
})

/**
 * Changes wording, owner and due date, each as an event of its own. Whoever owned it before is no longer asked: his
 * links end. Problems: `moved-meanwhile` when the commitment is not the one that was read, `choice-invalid`.
 */
export const changeCommitment = act('commitment.change', {
  noun: 'commitment',
  subject,
  run: async (viewer, input: CommitmentChange, before) => {
    if (before.revision !== input.revision) return refused('moved-meanwhile')
    if (!(await ownerIsKnown(viewer, input.owner))) return refused('choice-invalid', { field: 'owner' })
    const { changes, events } = changed(before, input)
    if (events.length === 0) return done({ id: before.id })
    await updateCommitment(viewer, before.id, changes)
    await appendEvents(viewer, events)
    if (changes.owner) await withdrawPublications(viewer, await revokeLinksOf(viewer, 'commitment.report', before.id))
    return done({ id: before.id })
  },
})

function changed(before: Subject, { wording, owner, due }: CommitmentChange) {
  const commitmentId = before.id
  const events: NewEvent[] = []
  const reworded = before.wording !== wording
  const reowned = !sameOwner(before.owner, owner)
  const redated = !sameDue(dueOf(before.dueOn, before.dueWords), due)
  if (reworded) events.push({ commitmentId, kind: 'wording', sentence: wording })
  if (reowned) events.push({ commitmentId, kind: 'owner', sentence: ownerMark(owner) })
  if (redated) events.push({ commitmentId, kind: 'due', sentence: dueMark(due) })
  const changes: CommitmentChanges = {
    ...(reworded && { wording }),
    ...(reowned && { owner }),
    ...(redated && { due: { dueOn: dueDay(due), dueWords: dueWords(due) } }),
  }
  return { changes, events }
}

/**
 * Hands a commitment that the caller holds over to another, in his transaction: an event like any change of owner, and
 * whoever owned it before is no longer asked.
 */
export async function handOver(viewer: Viewer, before: Subject, owner: Owner): Promise<void> {
  if (sameOwner(before.owner, owner)) return
  await updateCommitment(viewer, before.id, { owner })
  await appendEvents(viewer, [{ commitmentId: before.id, kind: 'owner', sentence: ownerMark(owner) }])
  await withdrawPublications(viewer, await revokeLinksOf(viewer, 'commitment.report', before.id))
}

/**
 * Moves the state, by the table. Problems: `moved-meanwhile`, `already-done` (it is there), `choice-invalid` (it can
 * not follow), `reason-missing` (nobody drops a commitment without a reason).
 */
export const moveCommitment = act('commitment.move', {
  noun: 'commitment',
  subject,
  run: async (viewer, { state, reason, revision }: CommitmentMove, before) => {
    if (before.state === state) return refused('already-done', { field: 'state' })
    if (before.revision !== revision) return refused('moved-meanwhile')
    if (!mayFollow(before.state, state)) return refused('choice-invalid', { field: 'state' })
    if (needsReason(state) && !reason) return refused('reason-missing', { field: 'reason' })
    await updateCommitment(viewer, before.id, { state })
    await appendEvents(viewer, [{ commitmentId: before.id, kind: 'state', state, sentence: reason || null }])
    return done({ id: before.id })
  },
})

/** What the signed-in owner says. It stands in the history and moves nothing. */
export const reportCommitment = act('commitment.report', {
  noun: 'commitment',
  subject,
  run: async (viewer, { report, sentence }: CommitmentReport, { id }) => {
    await appendEvents(viewer, [{ commitmentId: id, kind: 'report', report, sentence: sentence || null }])
    return done({ id })
  },
})

/**
 * Follows a confirmed reading, in its transaction: every task opens a commitment at its line, every status line is
 * kept with the commitment it speaks of. The table confirmed the line in its minutes, so a line that says "done" moves
 * the state, where it can still move there.
 */
export async function openFromReading(viewer: Viewer, { bodyId, tasks, statuses }: ConfirmedReading): Promise<void> {
  const opened = await insertCommitments(
    viewer,
    tasks.map(({ entryId, wording, owner, dueOn, dueWords }) => ({
      bodyId,
      entryId,
      wording,
      owner: 'id' in owner ? { kind: owner.kind, id: owner.id } : owner,
      ownerName: owner.name,
      dueOn,
      dueWords,
    })),
  )
  await appendEvents(
    viewer,
    opened.map(({ id, entryId }) => ({ commitmentId: id, kind: 'opened', state: 'open', entry_id: entryId })),
  )
  for (const status of statuses) await recordStatus(viewer, status)
}

type Status = ConfirmedReading['statuses'][number]

/** A status of a commitment that the confirming person does not see says nothing. */
async function recordStatus(viewer: Viewer, { commitmentId, entryId, done: isDone, sentence }: Status): Promise<void> {
  const before = await lockCommitment(viewer, commitmentId)
  if (!before) return
  const told: NewEvent = { commitmentId, kind: 'status', sentence, entry_id: entryId }
  if (!isDone || !mayFollow(before.state, 'done')) return appendEvents(viewer, [told])
  await updateCommitment(viewer, commitmentId, { state: 'done' })
  await appendEvents(viewer, [told, { commitmentId, kind: 'state', state: 'done', entry_id: entryId }])
}
