import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { newId } from '../../ground/ids.ts'
import type { Id, Schema } from '../../ground/schema.ts'

/** So many letters of a network are listed, the newest. */
const LISTED = 500

/** Letters that the viewer sees, the newest first, each with its body, its commitment and who sent it. One query. */
export async function lettersOf(viewer: Viewer, id?: Id) {
  return visible
    .letters(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'letter.network_id').onRef('body.id', '=', 'letter.body_id'),
    )
    .leftJoin(visible.commitments(viewer).select(['commitment.id', 'commitment.wording']).as('about'), join =>
      join.onRef('about.id', '=', 'letter.commitment_id'),
    )
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('sender'), join =>
      join.onRef('sender.id', '=', 'letter.sent_by'),
    )
    .$if(id !== undefined, query => query.where('letter.id', '=', id!))
    .orderBy('letter.created_at', 'desc')
    .orderBy('letter.id', 'desc')
    .limit(LISTED)
    .selectAll('letter')
    .select(['body.name as body_name', 'about.wording as commitment_wording', 'sender.name as sender_name'])
    .execute()
}
export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]

/** A letter with its body, taken for this transaction. */
export async function lockLetter(viewer: Viewer, id: Id) {
  const row = await visible
    .letters(viewer)
    .where('letter.id', '=', id)
    .selectAll('letter')
    .forUpdate('letter')
    .executeTakeFirst()
  return row ? { ...row, bodyId: row.body_id } : null
}
export type Taken = NonNullable<Awaited<ReturnType<typeof lockLetter>>>

/** The body of a commitment that the viewer sees. */
export async function bodyOfCommitment(viewer: Viewer, id: Id): Promise<Id | null> {
  const found = visible.commitments(viewer).where('commitment.id', '=', id)
  return (await found.select('commitment.body_id as of').executeTakeFirst())?.of ?? null
}

type New = Pick<
  Schema['letter'],
  'body_id' | 'kind' | 'commitment_id' | 'consequence_id' | 'language' | 'address' | 'subject' | 'wording'
>

/** Opens a draft; of one consequence only once. */
export async function insertLetter(viewer: Viewer, letter: New): Promise<Id> {
  const { db, network, ground, personId } = viewer
  const id = newId(ground.clock)
  await db
    .insertInto('letter')
    .values({
      ...{ network_id: network.id, id, ...letter, revision: 1, state: 'drafted', created_by: personId },
      ...{ created_at: ground.clock.instant().toString(), sent_by: null, sent_at: null, way: null, content: null },
    })
    .onConflict(conflict => conflict.columns(['network_id', 'consequence_id']).doNothing())
    .execute()
  return id
}

type Change = Partial<Omit<Schema['letter'], 'network_id' | 'id' | 'content'>>

/** Changes a draft that the caller holds. */
export async function updateDraft(viewer: Viewer, id: Id, change: Change): Promise<void> {
  await draft(viewer, id).set(change).execute()
}

/** Says that a draft that the caller holds went out, and keeps what did. */
export async function markSent(
  viewer: Viewer,
  id: Id,
  { way, content }: Pick<Schema['letter'], 'way' | 'content'>,
): Promise<void> {
  const at = viewer.ground.clock.instant().toString()
  const kept = JSON.stringify(content) as unknown as typeof content
  await draft(viewer, id).set({ state: 'sent', sent_at: at, sent_by: viewer.personId, way, content: kept }).execute()
}

/** Takes a draft away that the caller holds; the database lets nothing go that was sent. */
export async function deleteDraft({ db, network }: Viewer, id: Id): Promise<void> {
  await db.deleteFrom('letter').where('network_id', '=', network.id).where('id', '=', id).execute()
}

const draft = ({ db, network }: Viewer, id: Id) =>
  db.updateTable('letter').where('network_id', '=', network.id).where('id', '=', id).where('state', '=', 'drafted')

/** What was sent about a commitment, the first first. One query. */
export const sentAbout = (viewer: Viewer, commitmentId: Id) =>
  visible
    .letters(viewer)
    .leftJoin(visible.people(viewer).select(['person.id', 'person.name']).as('sender'), join =>
      join.onRef('sender.id', '=', 'letter.sent_by'),
    )
    .where('letter.commitment_id', '=', commitmentId)
    .where('letter.state', '=', 'sent')
    .orderBy('letter.sent_at')
    .orderBy('letter.id')
    .select(['letter.id', 'letter.subject', 'letter.sent_at', 'sender.name as sender_name'])
    .execute()
