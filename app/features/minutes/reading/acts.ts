import { fold } from '../../../../language/words.ts'
import type { Reading } from '../../../../reader/src/reading.ts'
import { type Act, act } from '../../../access/act.ts'
import { refusePublicAndClosed } from '../../../access/audiences.ts'
import { mayAct } from '../../../access/may.ts'
import { asViewer, type Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { directoryNames, listBodies } from '../../directory/finds.ts'
import { type OpenCommitments, withSameAs } from './commitment/model.ts'
import type * as contract from './contract.ts'
import { acceptedSurely, entryNow, headNow, type Item, type NameMatch, type Review, waitsSurely } from './model.ts'
import { matchNames } from './name/model.ts'
import * as store from './store.ts'
import { readApart, type Taken, takeIn } from './text/finds.ts'

type Begun = { readonly id: Id }
type Changed = { readonly id: Id; readonly revision: number; readonly item: Id | null }

/**
 * Reads a file or a pasted text into a review that nobody has confirmed yet.
 * The conversion and the reading run before the transaction, which is then short. Problems: those of the converters,
 * `text-not-german`, `source-known` (with the `id` of the reading that is there already).
 */
export const beginReading =
  (openCommitments: OpenCommitments): Act<contract.ReadingBegin, Begun> =>
  async (asker, input) => {
    const mayBegin = await asViewer(asker.ground, asker.identity, 'read', async viewer =>
      mayAct(viewer, 'reading.begin'),
    )
    if (!mayBegin) return refused('forbidden')
    const taken = await takeIn(input, asker)
    if (!taken.ok) return taken
    const read = await readApart(taken.value, asker.identity)
    if (!read.ok) return read
    const reading = read.value
    if (reading.findings.some(({ code }) => code === 'other-language'))
      return refused('text-not-german', { field: taken.value.field })
    await asker.ground.files.put(asker.identity.network.id, taken.value.bytes)
    return storeReading(asker, { taken: taken.value, reading, openCommitments })
  }

const storeReading = act('reading.begin', {
  noun: 'reading',
  subject: async () => ({ bodyId: null }),
  about: (value: Begun) => value.id,
  run: (viewer, input: ToKeep) => keepReading(viewer, input),
})

type ToKeep = {
  readonly taken: Taken
  readonly reading: Reading
  readonly openCommitments: OpenCommitments
  /** The meeting at whose table it was written. */
  readonly meeting?: { readonly id: Id; readonly bodyId: Id }
}

/** Keeps a text with what was read in it, for review, in the caller's transaction. Problem: `source-known`. */
export async function keepReading(viewer: Viewer, input: ToKeep): Promise<Outcome<Begun>> {
  const { taken, reading, openCommitments, meeting } = input
  const { extracted, bytes, fileName, field } = taken
  const known = await store.readingOfSame(viewer, extracted.sha256)
  if (known) return refused('source-known', { field, values: { id: known } })
  const sourceId = await store.insertSource(viewer, {
    file_name: fileName,
    media_type: extracted.mediaType,
    sha256: extracted.sha256,
    size: bytes.byteLength,
    converter: extracted.converter,
    content: extracted.text,
    line_count: extracted.lineCount,
  })
  const items = itemsOf(reading)
  const bodies = await listBodies(viewer)
  const body = meeting
    ? (bodies.find(({ id }) => id === meeting.bodyId) ?? null)
    : bodyNamed(bodies, reading.head.body?.value ?? '')
  const id = await store.insertReading(viewer, {
    sourceId,
    bodyId: body?.id ?? null,
    meetingId: meeting?.id ?? null,
    reader: reading.reader,
    head: headNow(reading),
    findings: reading.findings,
    names: matchNames(items as Item[], await directoryNames(viewer), {}),
    // As narrow as can be said before a person has chosen: nothing gets wider by itself.
    audience: body?.meetingAudience === 'board' ? 'board' : 'body',
    withoutAdministration: body?.withoutAdministration ?? false,
  })
  await store.insertItems(viewer, id, items, 'reader')
  if (body) await proposeSameAs(viewer, id, body.id, openCommitments)
  return done({ id })
}

function itemsOf(reading: Reading) {
  const proposed = { state: 'proposed' } as const
  return [
    ...reading.attendance.map(({ name, state, onBehalfOf, lines }, position) => ({
      ...proposed,
      ...({ section: 'attendance', lines, position, now: { name, state, onBehalfOf } } as const),
    })),
    ...reading.agenda.map(({ number, title, level, lines }, position) => ({
      ...proposed,
      ...({ section: 'agenda', lines, position, now: { number, title, level } } as const),
    })),
    ...reading.entries.map((entry, position) => ({
      ...proposed,
      ...({ section: 'entry', lines: entry.lines, position, now: entryNow(entry) } as const),
    })),
  ]
}

/** The body of the network that the head names: the same words, or one name inside the other where only one fits. */
function bodyNamed<Body extends { readonly name: string }>(bodies: readonly Body[], name: string): Body | null {
  const wanted = fold(name)
  if (!wanted) return null
  const equal = bodies.find(body => fold(body.name) === wanted)
  if (equal) return equal
  const alike = bodies.filter(body => wanted.includes(fold(body.name)) || fold(body.name).includes(wanted))
  return alike.length === 1 ? alike[0]! : null
}

/** Compares the entries with what is open in the body now, and keeps what it finds. Says how many proposals changed. */
export async function proposeSameAs(
  viewer: Viewer,
  id: Id,
  bodyId: Id,
  openCommitments: OpenCommitments,
): Promise<number> {
  const review = await store.findReview(viewer, id)
  const changed = withSameAs(review?.items ?? [], await openCommitments(viewer, bodyId))
  for (const item of changed) await store.updateProposal(viewer, item)
  return changed.length
}

/** Every act on a review that is there, open, and the one its writer started from. */
type Of = { readonly id: Id; readonly revision?: number }

/**
 * An act on a review: on one that the viewer sees (its row taken for this transaction), that is still open, and that
 * is the revision its writer started from.
 */
export const onReview = <Input extends Of, Value>(
  run: (viewer: Viewer, input: Input, review: Review) => Promise<Outcome<Value>>,
) => ({
  noun: 'reading' as const,
  subject: async (viewer: Viewer, input: Input) => {
    await store.lockReading(viewer, input.id)
    return store.findReview(viewer, input.id)
  },
  run: async (viewer: Viewer, input: Input, review: Review): Promise<Outcome<Value>> =>
    stale(review, input) ?? run(viewer, input, review),
})

/** A refusal where the review is settled or is not the one its writer started from. */
function stale(review: Review, input: Of): Outcome<never> | null {
  if (review.state !== 'open') return refused('already-done')
  if (input.revision !== undefined && input.revision !== review.revision) return refused('moved-meanwhile')
  return null
}

export const changedTo = (review: Review, item: Id | null = null): Outcome<Changed> =>
  done({ id: review.id, revision: review.revision + 1, item })

/**
 * Sets the head, the body and who may see it. A chosen body brings its open commitments to compare with. Problems:
 * `choice-invalid`, `public-and-closed`.
 */
export const changeHead = (openCommitments: OpenCommitments) =>
  act(
    'reading.judge',
    onReview(async (viewer, input: contract.ReadingHead, review) => {
      const bodies = await listBodies(viewer)
      const body = bodies.find(({ id }) => id === input.bodyId)
      if (input.bodyId && !body) return refused('choice-invalid', { field: 'bodyId' })
      const withoutAdministration = input.withoutAdministration || (body?.withoutAdministration ?? false)
      const closed = refusePublicAndClosed(input.audience, withoutAdministration)
      if (closed) return closed
      await store.updateReading(viewer, review.id, {
        body_id: body?.id ?? null,
        audience: input.audience,
        without_administration: withoutAdministration,
        head: JSON.stringify({
          ...review.head,
          title: input.title,
          body: body ? body.name : input.body,
          date: input.date ?? '',
          start: input.start ?? '',
          end: input.end ?? '',
          place: input.place,
          chair: input.chair,
          minuteTaker: input.minuteTaker,
        }),
      })
      if (body && body.id !== review.bodyId) await proposeSameAs(viewer, review.id, body.id, openCommitments)
      return changedTo(review)
    }),
  )

/** Says whom the names mean. A name that the directory knows is that record, any other will be created. */
export const matchReadingNames = act(
  'reading.match',
  onReview(async (viewer, input: contract.ReadingNames, review) => {
    const directory = await directoryNames(viewer)
    const known = { person: directory.people, office: directory.offices, organization: directory.organizations }
    const names: Record<string, NameMatch> = { ...review.names }
    for (const [at, written] of input.written.entries()) {
      const kind = input.kind[at] as NameMatch['kind']
      const name = (input.name[at] ?? '').trim().slice(0, 200) || written
      if (!(written in names) || !isNameKind(kind)) return refused('input-invalid')
      const record = kind in known ? known[kind as 'person'].find(one => fold(one.name) === fold(name)) : undefined
      names[written] = { kind, id: record?.id ?? null, name: record?.name ?? name, by: 'person' }
    }
    await store.updateReading(viewer, review.id, { names: JSON.stringify(names) })
    return changedTo(review)
  }),
)
const nameKinds = ['person', 'office', 'organization', 'outside', 'nobody'] as const
const isNameKind = (kind: string): kind is NameMatch['kind'] => (nameKinds as readonly string[]).includes(kind)

/** Accepts or rejects one item or takes it back; the same with all that is sure. Doing it twice changes nothing. */
export const judgeReading = act(
  'reading.judge',
  onReview(async (viewer, input: contract.ReadingJudge, review): Promise<Outcome<Changed>> => {
    if (input.sure) {
      const sure = review.items.filter(input.sure === 'accept' ? waitsSurely : acceptedSurely).map(({ id }) => id)
      await store.judgeItems(viewer, review.id, sure, input.sure === 'accept' ? 'accepted' : 'proposed')
      return done({ id: review.id, revision: review.revision, item: null })
    }
    const item = review.items.find(({ id }) => id === (input.accept ?? input.reject ?? input.reopen))
    if (!item) return refused('input-invalid')
    await store.judgeItems(
      viewer,
      review.id,
      [item.id],
      input.accept ? 'accepted' : input.reject ? 'rejected' : 'proposed',
    )
    return done({ id: review.id, revision: review.revision, item: item.id })
  }),
)

/** Throws the review away. The text and what was made of it stay for the journal, out of every list. */
export const discardReading = act(
  'reading.discard',
  onReview(async (viewer, _input: contract.ReadingDiscard, review) => {
    await store.settleReading(viewer, review.id, 'discarded')
    return done({ id: review.id })
  }),
)
