import type { Entry, When } from '../../../../../reader/src/reading.ts'
import { mayAct } from '../../../../access/may.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Id } from '../../../../ground/schema.ts'
import { dayText } from '../../../../ui/dates.tsx'
import type { ReplacedTerm } from '../../../directory/term/contract.ts'
import { findReplacedTerms } from '../../../directory/term/finds.ts'
import { readBeside } from '../../reading/text/finds.ts'
import { writtenOf } from '../finds.ts'
import { minutesText, type WritingMeeting, type Written } from '../model.ts'
import * as store from '../store.ts'

export type Found = Pick<Entry, 'kind' | 'text' | 'doubts'> & {
  readonly owners: readonly string[]
  readonly when: When | null
}
export type FoundData = {
  readonly item: { readonly id: Id; readonly title: string; readonly meetingId: Id }
  readonly tooLong: boolean
  readonly replacedTerms: readonly ReplacedTerm[]
  readonly found: readonly Found[]
}

/** Some pages: reading them takes a tenth of a second, and the whole is read at the end anyway. */
const LONGEST_READ = 20_000
/** What every line is anyway. */
const UNTYPED: ReadonlySet<Entry['kind']> = new Set(['information', 'statement'])

/**
 * What the reader takes the text under an item for, as it stands: kinds, owners, days and what is missing. Nothing of it
 * is kept. Null for whoever does not write there, and when the minutes are being judged already.
 */
export async function findFound(viewer: Viewer, { id }: { id: Id }): Promise<FoundData | null> {
  const meetingId = await store.meetingOfItem(viewer, id)
  const meeting = meetingId && (await store.findWritingMeeting(viewer, meetingId))
  if (!meeting || meeting.readingId || !mayAct(viewer, 'minutes.write', meeting)) return null
  const item = (await writtenOf(viewer, meeting)).find(one => one.id === id)
  if (!item) return null
  const entries = item.text.length > LONGEST_READ ? null : await entriesIn(viewer, meeting, item)
  return {
    item: { id, title: item.title, meetingId: meeting.id },
    tooLong: entries === null,
    replacedTerms: await findReplacedTerms(viewer, item.text),
    found: (entries ?? []).filter(({ kind }) => !UNTYPED.has(kind)).map(told),
  }
}

async function entriesIn(viewer: Viewer, meeting: WritingMeeting, item: Written): Promise<readonly Entry[] | null> {
  if (item.text.trim() === '') return []
  const text = minutesText(meeting, dayText('de', meeting.day ?? viewer.today, 'short'), [item])
  const reading = await readBeside(text, viewer.personId)
  return reading?.entries ?? null
}

function told(entry: Entry): Found {
  const owners = entry.kind === 'task' || entry.kind === 'status' ? entry.owners : []
  const when = entry.kind === 'task' ? entry.due : entry.kind === 'appointment' ? entry.when : null
  return { kind: entry.kind, text: entry.text, owners, when, doubts: entry.doubts }
}
