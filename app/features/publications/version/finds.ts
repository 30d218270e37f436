import { forget } from '../../../../language/remembered.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { findReplacedTerms } from '../../directory/term/finds.ts'
import type { PreparingShown, VersionShown } from './contract.ts'
import { type Made, publicVersionOf } from './model.ts'
import { redact } from './redaction/model.ts'
import { digest, type Found, findMaterial, findPublishedVersion } from './store.ts'

export type Prepared = Found & { readonly made: Made; readonly seen: string }

/** The public version as it would be now; null where the viewer does not see the minutes. */
export async function prepare(viewer: Viewer, id: Id): Promise<Prepared | null> {
  const found = await findMaterial(viewer, id)
  if (!found) return null
  const made = publicVersionOf(found.material, digest)
  // Nothing of names and words that were looked up stays in memory.
  forget()
  return { ...found, made, seen: digest(JSON.stringify([made.content, found.material.approvedOn])) }
}

/** Both sides of the minutes, for whoever publishes in their body; null for anybody else. */
export async function findPreparing(viewer: Viewer, { id }: { id: Id }): Promise<PreparingShown | null> {
  const prepared = await prepare(viewer, id)
  if (!prepared || !mayAct(viewer, 'publication.approve', prepared.material)) return null
  const { material, standing, made, seen } = prepared
  const { name, day, approvedOn, corrections, attendance, guard } = material
  const shown = made.passages.filter(({ at }) => !hidden(at, prepared))
  const outside = shown.map(one => one.outside ?? '').join('\n')
  return {
    minutes: { id, name, day, approvedOn },
    ...{ closed: made.closed, content: made.content, undecided: made.undecided, seen, standing },
    passages: shown.map(one => ({
      ...one,
      marks: [...one.marks],
      doubts: [...one.doubts],
      doubtful: [...one.doubtful],
    })),
    corrections: corrections.filter(({ entryId }) => entryId === null).map(({ wording }) => wording),
    present: attendance.filter(one => one.seen).map(one => one.name),
    proposal: redact(name, guard, 'by-us').text,
    replacedTerms: made.closed ? [] : await findReplacedTerms(viewer, outside),
    zone: viewer.network.timeZone,
  } as PreparingShown
}

/** Nothing of an item that the viewer does not see is shown to him, not even that it falls out. */
const hidden = (at: string, { material }: Prepared): boolean =>
  material.items.some(({ id, seen }) => !seen && at === `item-${id}`)

/** What everybody reads, until it is withdrawn. */
export async function findVersion(viewer: Viewer, { id }: { id: Id }): Promise<VersionShown | null> {
  const found = await findPublishedVersion(viewer, id)
  return found && ({ ...found, zone: viewer.network.timeZone } as VersionShown)
}
