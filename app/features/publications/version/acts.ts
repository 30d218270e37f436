import { forget } from '../../../../language/remembered.ts'
import { act, type Reaction } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import type { PassageDecide, VersionPublish } from './contract.ts'
import { prepare } from './finds.ts'
import { contentWithout, type PublicContent } from './model.ts'
import { redact } from './redaction/model.ts'
import * as store from './store.ts'

const subject = async (viewer: Viewer, { id }: { readonly id: Id }) => {
  if (!(await store.lockMinutes(viewer, id))) return null
  const prepared = await prepare(viewer, id)
  return prepared && { id, bodyId: prepared.material.bodyId, prepared }
}

/**
 * Decides what the public reads in the place of an item's title or an entry. Problems: `not-found` (no such passage),
 * `items-closed` (it stays inside whatever anybody decides), `input-missing` (kept without words).
 */
export const decidePassage = act('publicPassage.decide', {
  noun: 'public_passage',
  subject,
  run: async (viewer, { id, at, choice, wording }: PassageDecide, { prepared }): Promise<Outcome<Decided>> => {
    const passage = prepared.made.passages.find(one => one.at === at)
    if (!passage) return refused('not-found')
    if (passage.reason !== null && passage.reason !== 'removed') return refused('items-closed')
    if (choice === 'keep' && wording === '') return refused('input-missing', { field: 'wording' })
    const place = at.slice(at.indexOf('-') + 1)
    const isEntry = at.startsWith('entry-')
    const passageId = await store.insertPassage(viewer, {
      ...{ minutesId: id, entryId: isEntry ? place : null, agendaItemId: isEntry ? null : place },
      ...{ number: await store.nextNumber(viewer, id), wording: choice === 'keep' ? wording : null },
      about: store.digest(passage.inside),
    })
    return done({ id, at, passageId })
  },
  about: ({ passageId }) => passageId,
})
type Decided = { readonly id: Id; readonly at: string; readonly passageId: Id }

/**
 * Publishes minutes as everybody will read them; what was public of them before goes. Problems: `public-and-closed`
 * (nothing of them is for everybody), `passages-undecided` {count}, `draft-unconfirmed`, `not-approved` (nobody has read
 * the preview), `moved-meanwhile` (the preview that was read is no longer what would go out).
 */
export const publishMinutes = act('publication.approve', {
  noun: 'publication',
  subject,
  run: async (
    viewer,
    { wording, seen, draft, approved }: VersionPublish,
    { prepared },
  ): Promise<Outcome<{ id: Id }>> => {
    const { material, made } = prepared
    if (made.closed) return refused('public-and-closed')
    if (made.undecided > 0) return refused('passages-undecided', { values: { count: made.undecided } })
    if (seen !== prepared.seen) return refused('moved-meanwhile')
    if (material.approvedOn === null && !draft) return refused('draft-unconfirmed', { field: 'draft' })
    if (!approved) return refused('not-approved', { field: 'approved' })
    const title = redact(wording, material.guard, 'by-us').text
    return done({ id: await store.insertVersion(viewer, { material, wording: title, content: made.content }) })
  },
  about: ({ id }) => id,
})

/** Who takes back that his name is read in public minutes is read in none any more, from that moment on. */
export const withdrawNames: Reaction['run'] = async (viewer, { input }) => {
  const { purpose, kind } = input as { readonly purpose?: string; readonly kind?: string }
  if (purpose !== 'minutes' || kind !== 'withdrawn') return
  const guard = await store.namedWithout(viewer)
  for (const { id, publicationId, content, wording } of await store.allVersions(viewer)) {
    const before = content as PublicContent
    const after = contentWithout(before, guard)
    const title = redact(wording, guard, 'by-us').text
    if (JSON.stringify([before, wording]) !== JSON.stringify([after, title]))
      await store.rewriteVersion(viewer, { id, publicationId }, after, title)
  }
  forget()
}
