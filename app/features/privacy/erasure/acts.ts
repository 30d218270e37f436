import { fold } from '../../../../language/words.ts'
import { type Act, act } from '../../../access/act.ts'
import { refuseStale } from '../../../access/fresh.ts'
import { asViewer, type Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { leaveNetwork } from '../../account/session/acts.ts'
import type { Place, WordRow } from '../trace/model.ts'
import { findPersonOf, type PersonFound, searchFor, seenOf } from '../trace/store.ts'
import type { CarryOut, Decline } from './contract.ts'
import { mentionsFile } from './file/model.ts'
import { CLOSED, type Decisions, type ErasureRow } from './model.ts'
import * as store from './store.ts'

/** Asks to be erased (Art. 17 GDPR): the coordination decides. Problem: `already-done` while a wish waits. */
export const askErasure = act('erasure.ask', {
  noun: 'erasure',
  subject: async ({ personId }, _input: object) => (personId ? { id: personId, owners: [personId] } : null),
  run: async (viewer, _input, { id }) =>
    (await store.insertErasure(viewer, id)) ? done(null) : refused('already-done'),
})

/** Declines a wish, with the reason that the person is told (Art. 12 (4) GDPR). */
export const declineErasure = act('erasure.decline', {
  noun: 'erasure',
  subject: (viewer, { id }: Decline) => store.findErasure(viewer, id),
  run: async (viewer, { id, reason }: Decline, request: ErasureRow) => {
    if (request.state !== 'asked') return refused('already-done')
    await store.declineErasure(viewer, id, reason)
    return done({ personId: request.personId })
  },
})

/**
 * Erases a person: whole or not at all, in one transaction; files that held the name go right after it, or at night.
 * Problems: `sign-in-again`, `name-differs`, `lines-undecided` where a question has no answer (also one that came up since the preview),
 * `coordination-missing` when nobody would coordinate the network any more.
 */
export const carryOutErasure: Act<CarryOut, null> = async (asker, input) => {
  const outcome = await erase(asker, input)
  if (!outcome.ok) return outcome
  const { ground, identity } = asker
  await asViewer(ground, { ...identity, as: { kind: 'system', name: 'retention' } }, 'write', store.removeOrdered)
  return done(null)
}

const erase = act('erasure.carryOut', {
  noun: 'erasure',
  subject: (viewer, { id }: CarryOut) => findPersonOf(viewer, id),
  about: ({ erasure }: { erasure: Id }) => erasure,
  run: async (viewer, { name, decisions }: CarryOut, person: PersonFound): Promise<Outcome<{ erasure: Id }>> => {
    const stale = refuseStale(viewer)
    if (stale) return stale
    if (fold(name) !== fold(person.name)) return refused('name-differs', { field: 'name' })
    if (!(await store.coordinatedWithout(viewer, person.id))) return refused('coordination-missing')
    const search = await searchFor(viewer, person)
    const found = await store.traces(viewer, search)
    const decided = await decisionsFor(viewer, found, decisions)
    if (!decided) return refused('lines-undecided', { field: 'lines' })
    const erasure = await store.beginErasure(viewer, person.id)
    const named = await namingFiles(viewer, person)
    const counts: Record<string, number> = {}
    for (const { row } of found)
      if (await store.redactRow(viewer, erasure, row, search, decided(row)))
        counts[row.table] = (counts[row.table] ?? 0) + 1
    const changed = found.filter(({ row }) => row.table === 'source').map(({ row }) => row.key)
    for (const id of new Set([...changed, ...named])) await store.resealSource(viewer, id)
    const own = await store.ownRows(viewer, person)
    for (const [table, rows] of own) counts[table] = (counts[table] ?? 0) + rows.size
    await leaveNetwork(viewer, person.accountId)
    await store.removePerson(viewer, erasure, person)
    await store.keepCounts(viewer, erasure, counts)
    return done({ erasure })
  },
})

type Found = Awaited<ReturnType<typeof store.traces>>

/** What was decided, for each place; null where an answer is missing. */
async function decisionsFor(viewer: Viewer, found: Found, decisions: Decisions) {
  const closed = new Set<WordRow>()
  for (const table of new Set(found.map(({ row }) => row.table))) {
    const rows = found.filter(({ row }) => row.table === table).map(({ row }) => row)
    const seen = await seenOf(
      viewer,
      table,
      rows.map(({ key }) => key),
    )
    for (const row of rows) if (!seen.has(row.key)) closed.add(row)
  }
  const answer = (row: WordRow, question: string) =>
    decisions[question] ?? (closed.has(row) ? decisions[CLOSED] : undefined)
  const open = found.some(({ row, spots }) =>
    spots.some(({ places }) => places.some(({ question }) => question !== null && !answer(row, question))),
  )
  if (open) return null
  return (row: WordRow) => (place: Place) => place.question === null || answer(row, place.question) === 'remove'
}

/** Sources whose file names the person where its text does not: an author in its properties, a comment. */
async function namingFiles(viewer: Viewer, person: PersonFound): Promise<Id[]> {
  const naming: Id[] = []
  for (const { id, sha256, mediaType } of await store.filesOf(viewer)) {
    if (mediaType.startsWith('text/')) continue
    const bytes = await viewer.ground.files.get(viewer.network.id, sha256)
    if (bytes && mentionsFile(bytes, person)) naming.push(id)
  }
  return naming
}
