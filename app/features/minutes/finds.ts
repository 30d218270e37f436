import type { z } from 'zod'
import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import type { FileAnswer } from '../../ui/file-answer.ts'
import type { GuestEntries } from '../meetings/model.ts'
import type { approval, frozenReport } from './approval/contract.ts'
import { approvalOf, reportsOf } from './approval/store.ts'
import { type Correction, isRound } from './corrections/model.ts'
import { correctionsOf } from './corrections/store.ts'
import type { EntryRow, MinutesHead } from './model.ts'
import { entriesOf, entriesUnderItems, findMinutesHead, newestSource } from './store.ts'

export type MinutesData = {
  readonly minutes: MinutesHead
  readonly entries: readonly EntryRow[]
  /** The text as it was read, null where a part of it is closed to the viewer. */
  readonly text: { readonly fileName: string; readonly revision: number; readonly lines: readonly string[] } | null
  /** Those that were accepted. */
  readonly corrections: readonly Correction[]
  readonly approval: z.infer<typeof approval> | null
  readonly reports: readonly z.infer<typeof frozenReport>[]
  readonly zone: string
  readonly can: Readonly<Record<'publish' | 'circulate' | 'propose' | 'approve' | 'record', boolean>>
}

/** Minutes as the viewer may see them: the entries, and beside them the text where none of it is closed to him. */
export async function findMinutes(viewer: Viewer, { id }: { id: Id }): Promise<MinutesData | null> {
  const minutes = await findMinutesHead(viewer, id)
  if (!minutes) return null
  const entries = await entriesOf(viewer, id)
  const source = await newestSource(viewer, id)
  const corrections = (await correctionsOf(viewer, id)).filter(({ answer }) => answer === 'accepted')
  const { state, circulation, asked } = minutes
  const approved = state === 'approved'
  const signed = {
    approval: approved ? await approvalOf(viewer, id) : null,
    reports: approved ? await reportsOf(viewer, id) : [],
    zone: viewer.network.timeZone,
  }
  const can = {
    publish: mayAct(viewer, 'publication.approve', minutes),
    circulate: state !== 'approved' && mayAct(viewer, 'circulation.begin', minutes),
    propose: asked && isRound(state, circulation, viewer.today),
    record: approved && mayAct(viewer, 'correction.record', minutes),
    approve: !approved && mayAct(viewer, 'minutes.approve', minutes),
  }
  // Without the whole text something in it is not for him: the numbers of its items would show where.
  if (!source) {
    const unnumbered = entries.map(entry => ({ ...entry, agendaNumber: null }))
    return { minutes, entries: unnumbered, text: null, corrections, ...signed, can }
  }
  const { fileName, revision, content } = source
  return { minutes, entries, text: { fileName, revision, lines: content.split('\n') }, corrections, ...signed, can }
}

/** Fills the slot of a meeting's page for whoever is a guest for single items. */
export const guestEntries: GuestEntries = entriesUnderItems

/** Entries with all that was recorded of them, for what is published of minutes. */
export const linesOfMinutes = entriesOf

/** The source as it came in, byte for byte. */
export async function sourceOf(viewer: Viewer, { id }: { id: Id }): Promise<FileAnswer | null> {
  const source = await newestSource(viewer, id)
  const bytes = source && (await viewer.ground.files.get(viewer.network.id, source.sha256))
  return bytes ? { bytes, mediaType: 'application/octet-stream', fileName: source.fileName || `${id}.txt` } : null
}
