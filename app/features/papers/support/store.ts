import { sql } from 'kysely'
import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId, newSecret } from '../../../ground/ids.ts'
import type { Day, Id } from '../../../ground/schema.ts'

const now = ({ ground }: Viewer): string => ground.clock.instant().toString()

const signingColumns = [
  'signing.id',
  'signing.version',
  'signing.until_day as until',
  'signing.sentence',
  'signing.common_key as commonKey',
  sql<boolean>`signing.closed_at is not null`.as('closed'),
] as const

/** The signing of a paper that was opened last. */
export async function latestSigning(viewer: Viewer, paperId: Id) {
  const row = await visible
    .signings(viewer)
    .where('signing.paper_id', '=', paperId)
    .orderBy('signing.number', 'desc')
    .limit(1)
    .select(signingColumns)
    .executeTakeFirst()
  return row ?? null
}

export type NewSigning = {
  readonly version: number
  readonly until: Day
  readonly sentence: string
  readonly common: boolean
}

/** Opens a paper for signing, in the place of what was open before. */
export async function insertSigning(
  viewer: Viewer,
  paperId: Id,
  { version, until, sentence, common }: NewSigning,
): Promise<Id> {
  const { db, network, ground, personId } = viewer
  await closeSigning(viewer, paperId)
  // What was passed on goes on leading to the paper.
  const { key } = await db
    .selectFrom('signing')
    .where('network_id', '=', network.id)
    .where('paper_id', '=', paperId)
    .select(({ fn }) => fn.max('common_key').as('key'))
    .executeTakeFirstOrThrow()
  const id = newId(ground.clock)
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from signing
    where network_id = ${network.id} and paper_id = ${paperId})`
  await db
    .insertInto('signing')
    .values({
      ...{ network_id: network.id, id, paper_id: paperId, number, version, until_day: until, sentence },
      ...{
        common_key: common ? (key ?? newSecret()) : null,
        opened_by: personId,
        opened_at: now(viewer),
        closed_by: null,
        closed_at: null,
      },
    })
    .execute()
  return id
}

export async function closeSigning(viewer: Viewer, paperId: Id): Promise<void> {
  await viewer.db
    .updateTable('signing')
    .where('network_id', '=', viewer.network.id)
    .where('paper_id', '=', paperId)
    .where('closed_at', 'is', null)
    .set({ closed_by: viewer.personId, closed_at: now(viewer) })
    .execute()
}

/**
 * How many signed a paper that the viewer sees, and how many of them agreed to be named. The number tells of everybody,
 * also of those whose names the viewer does not see: it is what the paper is signed for.
 */
export async function countsOf({ db, network }: Viewer, paperId: Id): Promise<{ all: number; named: number }> {
  return db
    .selectFrom('signature')
    .where('network_id', '=', network.id)
    .where('paper_id', '=', paperId)
    .where('signed_at', 'is not', null)
    .select([sql<number>`count(*)::int`.as('all'), sql<number>`(count(*) filter (where named))::int`.as('named')])
    .executeTakeFirstOrThrow()
}

const signatureColumns = [
  ...(['signature.id', 'signature.name', 'signature.affiliation', 'signature.named', 'signature.version'] as const),
  ...(['signature.signed_at as signedAt', 'signature.begun_at as begunAt', 'signature.asked_by as askedBy'] as const),
  'signature.withdrawn_at as withdrawnAt',
] as const

/** Signatures that the viewer sees, and who was asked as far as he leads the body; in the order in which they were let in. */
export const signaturesOf = (viewer: Viewer, paperId: Id) =>
  visible
    .signatures(viewer)
    .leftJoin(visible.personalLinks(viewer).selectAll('personal_link').as('link'), join =>
      join.onRef('link.subject_id', '=', 'signature.id').on('link.purpose', '=', 'paper.sign'),
    )
    .where('signature.paper_id', '=', paperId)
    .distinctOn('signature.number')
    .orderBy('signature.number')
    .select(signatureColumns)
    .select('link.addressee as address')
    .execute()

/** The names that everybody may know. */
export const namedOn = ({ db, network }: Viewer, paperId: Id) =>
  db
    .selectFrom('signature')
    .where('network_id', '=', network.id)
    .where('paper_id', '=', paperId)
    .where('named', '=', true)
    .orderBy('number')
    .select(signatureColumns)
    .execute()

/** Those of these addresses that were let in to sign the paper, each with its signature. */
export async function knownAddresses({ db, network }: Viewer, paperId: Id, addresses: readonly string[]) {
  const rows = await db
    .selectFrom('personal_link')
    .innerJoin('signature', join =>
      join
        .onRef('signature.network_id', '=', 'personal_link.network_id')
        .onRef('signature.id', '=', 'personal_link.subject_id'),
    )
    .where('personal_link.network_id', '=', network.id)
    .where('personal_link.purpose', '=', 'paper.sign')
    .where('signature.paper_id', '=', paperId)
    .where('personal_link.addressee', 'in', addresses)
    .select(['personal_link.addressee', 'signature.id'])
    .execute()
  return new Map(rows.map(({ addressee, id }) => [addressee!, id]))
}

/** Makes room for a signature: nobody has signed yet. */
export async function insertSignature(viewer: Viewer, paperId: Id): Promise<Id> {
  const { db, network, ground, personId } = viewer
  // One after the other, so that no two have one number.
  await db
    .selectFrom('signing')
    .where('network_id', '=', network.id)
    .where('paper_id', '=', paperId)
    .select('id')
    .forUpdate()
    .execute()
  const id = newId(ground.clock)
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from signature
    where network_id = ${network.id} and paper_id = ${paperId})`
  await db
    .insertInto('signature')
    .values({
      ...{ network_id: network.id, id, paper_id: paperId, number, asked_by: personId, begun_at: now(viewer) },
      ...{ name: null, affiliation: null, named: false, consent: null, version: null },
      ...{ signed_at: null, withdrawn_at: null },
    })
    .execute()
  return id
}

/** What is behind a link: the signature, its paper, the wording that is put before everybody, and until when. */
export async function behindLink(viewer: Viewer, link: Link) {
  const row = await linked
    .signatures(viewer, link)
    .innerJoin('paper', join =>
      join.onRef('paper.network_id', '=', 'signature.network_id').onRef('paper.id', '=', 'signature.paper_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'paper.network_id').onRef('body.id', '=', 'paper.body_id'),
    )
    .innerJoin('signing', join =>
      join.onRef('signing.network_id', '=', 'paper.network_id').onRef('signing.paper_id', '=', 'paper.id'),
    )
    .innerJoin('paper_version', join =>
      join
        .onRef('paper_version.network_id', '=', 'signing.network_id')
        .onRef('paper_version.paper_id', '=', 'signing.paper_id')
        .onRef('paper_version.number', '=', 'signing.version'),
    )
    .orderBy('signing.number', 'desc')
    .limit(1)
    .select(signatureColumns)
    .select(['paper.id as paperId', 'paper.name as paperName', 'body.name as bodyName', 'paper_version.wording'])
    .select(['signing.version as shown', 'signing.until_day as until', 'signing.sentence'])
    .select(sql<boolean>`signing.closed_at is not null`.as('closed'))
    .executeTakeFirst()
  return row ?? null
}

/** What stands behind an address that was passed on. */
export async function behindAddress(viewer: Viewer, key: string) {
  const row = await linked
    .signings(viewer, key)
    .innerJoin('paper', join =>
      join.onRef('paper.network_id', '=', 'signing.network_id').onRef('paper.id', '=', 'signing.paper_id'),
    )
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'paper.network_id').onRef('body.id', '=', 'paper.body_id'),
    )
    .innerJoin('paper_version', join =>
      join
        .onRef('paper_version.network_id', '=', 'signing.network_id')
        .onRef('paper_version.paper_id', '=', 'signing.paper_id')
        .onRef('paper_version.number', '=', 'signing.version'),
    )
    .orderBy('signing.number', 'desc')
    .limit(1)
    .select(['paper.id as paperId', 'paper.name as paperName', 'body.name as bodyName', 'paper_version.wording'])
    .select(['signing.id as signingId', 'signing.version as shown', 'signing.until_day as until', 'signing.sentence'])
    .select(sql<boolean>`signing.closed_at is not null`.as('closed'))
    .executeTakeFirst()
  return row ?? null
}

/** So that nothing is signed beside a paper that is being closed. */
export async function lockSignature(viewer: Viewer, link: Link): Promise<void> {
  const paper = linked.signatures(viewer, link).select('signature.paper_id')
  await viewer.db
    .selectFrom('signing')
    .where('network_id', '=', viewer.network.id)
    .where('paper_id', 'in', paper)
    .select('id')
    .forShare()
    .execute()
  await linked.signatures(viewer, link).select('signature.id').forUpdate().execute()
}

type Given = { readonly name: string; readonly affiliation: string | null; readonly consent: string | null }

const changed = (viewer: Viewer, id: Id) =>
  viewer.db.updateTable('signature').where('network_id', '=', viewer.network.id).where('id', '=', id)

/** Signs, or changes what was signed. `consent`: the sentence that allows the name to be told; null where it was not given. */
export async function giveSignature(viewer: Viewer, id: Id, version: number, given: Given): Promise<void> {
  const { name, affiliation, consent } = given
  await changed(viewer, id)
    .set({ name, affiliation, consent, named: consent !== null, version, signed_at: now(viewer), withdrawn_at: null })
    .execute()
}

/** Takes a signature back: what it said goes with it. */
export async function withdrawSignature(viewer: Viewer, id: Id): Promise<void> {
  const empty = { name: null, affiliation: null, consent: null, named: false, version: null, signed_at: null }
  await changed(viewer, id)
    .set({ ...empty, withdrawn_at: now(viewer) })
    .execute()
}
