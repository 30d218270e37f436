import { type Link, linked } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { ConsentChannel, ConsentKind, ConsentPurpose } from '../../../ground/schema/network.ts'
import type { Id } from '../../../ground/schema.ts'
import { type Said, wordingVersion } from './model.ts'

const columns = ['id', 'purpose', 'number', 'kind', 'wording', 'version', 'language', 'channel', 'note', 'at'] as const

export const selectSaid = (viewer: Viewer, personId: Id): Promise<Said[]> =>
  visible.consents(viewer).where('consent.person_id', '=', personId).select(columns).execute()

/** What the person of an open link said. */
export const selectSaidByLink = (viewer: Viewer, link: Link): Promise<Said[]> =>
  linked.consents(viewer, link).select(columns).execute()

/** The name of a person whose consents the viewer may see; null for everybody else. */
export async function selectPersonName(viewer: Viewer, id: Id): Promise<string | null> {
  const row = await visible.people(viewer).where('person.id', '=', id).select('person.name').executeTakeFirst()
  return row?.name ?? null
}

export type NewWord = {
  readonly personId: Id
  readonly purpose: ConsentPurpose
  readonly kind: ConsentKind
  readonly wording: string
  readonly language: string
  readonly channel: ConsentChannel
  readonly note: string | null
}

/** Appends what was said after what stands there; false where it says the same, or where another was quicker. */
export async function appendSaid(viewer: Viewer, word: NewWord, before: readonly Said[]): Promise<boolean> {
  const last = Math.max(0, ...before.filter(one => one.purpose === word.purpose).map(one => one.number))
  const { numInsertedOrUpdatedRows } = await viewer.db
    .insertInto('consent')
    .values({
      network_id: viewer.network.id,
      id: newId(viewer.ground.clock),
      person_id: word.personId,
      purpose: word.purpose,
      number: last + 1,
      kind: word.kind,
      wording: word.wording,
      version: wordingVersion[word.purpose],
      language: word.language,
      channel: word.channel,
      note: word.note,
      recorded_by: word.channel === 'recorded' ? viewer.personId : null,
      at: viewer.ground.clock.instant().toString(),
    })
    .onConflict(conflict => conflict.columns(['network_id', 'person_id', 'purpose', 'number']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
