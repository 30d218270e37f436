import type { Viewer } from '../../../access/viewer.ts'
import type { ConsultationResult } from '../../../ground/schema/papers.ts'
import type { Audience, Day, Id } from '../../../ground/schema.ts'

/** Something decided or wished for in a meeting of a working group. */
export type GroupEntry = {
  readonly id: Id
  readonly kind: 'decision' | 'wish'
  readonly meetingId: Id
  readonly minutesId: Id
  readonly content: string
}
/** Slot: what the viewer sees of it in meetings, in the order of the minutes. Filled by the minutes. */
export type GroupEntries = (viewer: Viewer, meetingIds: readonly Id[]) => Promise<readonly GroupEntry[]>

export type IdeaDue = {
  readonly id: Id
  readonly minutesId: Id
  readonly content: string
  readonly lookAgainOn: Day
  /** For whom it was noted: of the minutes, the meeting and the item, whichever say. */
  readonly audiences: readonly Audience[]
  readonly withoutAdministration: boolean
}
/** Slot: ideas of the body that were put off until a day, and that day has come. Filled by the minutes. */
export type IdeasDue = (viewer: Viewer, bodyId: Id, until: Day) => Promise<readonly IdeaDue[]>

/** Slot: how many open commitments of each body the viewer sees. Filled by the commitments. */
export type OpenInBodies = (viewer: Viewer, bodyIds: readonly Id[]) => Promise<ReadonlyMap<Id, number>>

/** What another body decided about a paper of ours. */
export type ResultElsewhere = {
  readonly id: Id
  readonly paper: { readonly id: Id; readonly name: string }
  readonly where: string
  readonly result: ConsultationResult
  readonly day: Day
  readonly sentence: string | null
  /** Who may read the paper. */
  readonly audiences: readonly Audience[]
  readonly withoutAdministration: boolean
}
/** Slot: results about papers of the body that stand on no agenda of another meeting. Filled by the papers. */
export type ResultsElsewhere = (viewer: Viewer, bodyId: Id, meetingId: Id) => Promise<readonly ResultElsewhere[]>

export type PreparationSlots = {
  readonly groupEntries: GroupEntries
  readonly ideasDue: IdeasDue
  readonly openInBodies: OpenInBodies
  readonly resultsElsewhere: ResultsElsewhere
}

type Closing = { readonly audience: Audience; readonly withoutAdministration: boolean }
export type ItemCircle = { readonly audience: Audience | null; readonly withoutAdministration: boolean }

/**
 * For whom an item is that tells of something said elsewhere: never for more people than heard it there. An audience of
 * null is that of the meeting. Null: no audience of an item says it (named persons, or body and board at once), so that
 * somebody has to write an item in words of his own.
 */
export function circleOf(
  meeting: Closing,
  source: { readonly audiences: readonly Audience[]; readonly withoutAdministration: boolean },
): ItemCircle | null {
  const wider = new Set(source.audiences.filter(audience => !isWithin(meeting.audience, audience)))
  if (wider.has('named')) return null
  if (wider.has('body') || wider.has('board')) wider.delete('network')
  if (wider.size > 1) return null
  const [audience = null] = wider
  return { audience, withoutAdministration: source.withoutAdministration && !meeting.withoutAdministration }
}

/** Everybody whom the meeting reaches is among those of the other audience. Named persons may be guests. */
function isWithin(meeting: Audience, other: Audience): boolean {
  if (other === 'public') return true
  if (other === 'named') return false
  if (other === 'network') return meeting === 'network' || meeting === 'body' || meeting === 'board'
  return meeting === other
}

/** The report of a group names it: only where everybody at the meeting may know of the group. */
export const reportCircle = (meeting: Closing, group: Closing): ItemCircle | null =>
  group.audience === 'body' || group.audience === 'board'
    ? null
    : circleOf(meeting, { audiences: [group.audience], withoutAdministration: group.withoutAdministration })

/** Words of an idea as the title of an item: whole, or up to the last word that fits. */
export function titleOf(content: string, longest: number): string {
  const line = content.replaceAll('\n', ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > 0 ? cut.slice(0, space) : cut).trimEnd()}…`
}
