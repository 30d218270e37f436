import { type Act, act } from '../../../access/act.ts'
import { mayAct } from '../../../access/may.ts'
import { asViewer, type Viewer } from '../../../access/viewer.ts'
import { convertText } from '../../../ground/converters/convert.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { dayText } from '../../../ui/dates.tsx'
import { keepReading } from '../reading/acts.ts'
import type { OpenCommitments } from '../reading/commitment/model.ts'
import { readApart, type Taken } from '../reading/text/finds.ts'
import type { WritingChange } from './contract.ts'
import { writtenOf } from './finds.ts'
import { changeTo, isChange, LARGEST_CHANGE, LONGEST_TEXT, minutesText, textOf, type WritingMeeting } from './model.ts'
import * as store from './store.ts'

type Taking = { readonly id: Id; readonly meetingId: Id; readonly number: number | null }

/**
 * Takes in what somebody wrote under an item: a change as bytes, or the whole text as a form sends it, which goes
 * together with what others wrote since. The row is the record: each has its person and time. Problems: `already-done`
 * (the minutes were finished), `input-invalid` (no change), `input-too-long`.
 */
export const writeMinutes: Act<WritingChange, Taking> = act('minutes.write', {
  noun: 'writing',
  ownLine: true,
  subject: async (viewer, { id }: WritingChange) => {
    const item = await store.lockItem(viewer, id)
    const meeting = item && (await store.findWritingMeeting(viewer, item.meetingId))
    return meeting && { id, bodyId: meeting.bodyId, item, meeting }
  },
  run: async (viewer, input, { item, meeting }): Promise<Outcome<Taking>> => {
    if (meeting.readingId) return refused('already-done')
    const change = await changeOf(viewer, input)
    if (!change.ok) return change
    const number = change.value && (await store.appendChange(viewer, item, change.value))
    return done({ id: item.id, meetingId: meeting.id, number })
  },
})

async function changeOf(
  viewer: Viewer,
  { id, change, text, last }: WritingChange,
): Promise<Outcome<Uint8Array | null>> {
  if (text !== undefined) return done(changeTo(await store.changesUpTo(viewer, id, last), text))
  const bytes = Buffer.from(change ?? '', 'base64')
  if (bytes.length > LARGEST_CHANGE) return refused('input-too-long')
  return isChange(bytes) ? done(bytes) : refused('input-invalid')
}

/**
 * Hands what was written to the reader; what it finds is judged on the page of readings like any other minutes, and the
 * meeting keeps its agenda. Problems: `input-missing` {day} for a meeting without a day, `items-closed` where a part is
 * closed to whoever finishes, `already-done`, `input-too-long`, those of `readApart`.
 */
export const finishMinutes =
  (openCommitments: OpenCommitments): Act<{ id: Id }, { id: Id }> =>
  async (asker, { id }) => {
    const gathered = await asViewer(asker.ground, asker.identity, 'read', viewer => gather(viewer, id))
    if (!gathered.ok) return gathered
    const { text, ...about } = gathered.value
    const extracted = await convertText(text)
    if (!extracted.ok) return extracted
    const bytes = new TextEncoder().encode(text)
    const taken: Taken = { bytes, extracted: extracted.value, fileName: `${about.meeting.name}.txt`, field: 'pasted' }
    const reading = await readApart(taken, asker.identity)
    if (!reading.ok) return reading
    await asker.ground.files.put(asker.identity.network.id, bytes)
    return keepFinished(asker, { id, ...about, taken, reading: reading.value, openCommitments })
  }

async function gather(viewer: Viewer, id: Id) {
  const meeting = await store.findWritingMeeting(viewer, id)
  if (!meeting) return refused('not-found')
  if (!mayAct(viewer, 'minutes.finish', meeting)) return refused('forbidden')
  if (meeting.readingId) return refused('already-done')
  if (!meeting.day) return refused('input-missing', { field: 'day' })
  const items = await writtenOf(viewer, meeting)
  if (items.length < (await store.countItems(viewer, id))) return refused('items-closed')
  if (items.every(({ text }) => text.trim() === '')) return refused('file-has-no-text')
  const text = minutesText(meeting, dayText('de', meeting.day, 'short'), items)
  return text.length > LONGEST_TEXT ? refused('input-too-long') : done({ meeting, text, last: lastOf(items) })
}

const lastOf = (items: readonly { id: Id; last: number }[]) => new Map(items.map(({ id, last }) => [id, last]))

type Finished = {
  readonly id: Id
  readonly meeting: WritingMeeting
  /** What the text holds of each item. */
  readonly last: ReadonlyMap<Id, number>
  readonly taken: Taken
  readonly reading: Parameters<typeof keepReading>[1]['reading']
  readonly openCommitments: OpenCommitments
}

const keepFinished = act('minutes.finish', {
  noun: 'meeting',
  subject: async (viewer, { id }: Finished) => store.findWritingMeeting(viewer, id),
  run: async (viewer, { meeting, last, ...read }, now): Promise<Outcome<{ id: Id }>> => {
    if (now.readingId) return refused('already-done')
    // Somebody wrote on while the text was read: it would be left out.
    if ((await store.changesAfter(viewer, last.keys(), last)).some(({ item, number }) => number > last.get(item)!))
      return refused('moved-meanwhile')
    return keepReading(viewer, { ...read, meeting: { id: meeting.id, bodyId: meeting.bodyId } })
  },
  about: (_value, { id }) => id,
})

/**
 * Writes a line below what stands under an item, in the caller's transaction, as whoever writes there would. Says whether
 * anybody writes there at all: not once the minutes were finished.
 */
export const addLine = (viewer: Viewer, id: Id, line: string): Promise<boolean> =>
  changeText(viewer, id, text => (text.trim() === '' ? `${line}\n` : `${text.trimEnd()}\n${line}\n`))

/** Takes a line out again that nobody changed since. As above. */
export const removeLine = (viewer: Viewer, id: Id, line: string): Promise<boolean> =>
  changeText(viewer, id, text => {
    const lines = text.split('\n')
    const at = lines.lastIndexOf(line)
    return at < 0 ? text : lines.toSpliced(at, 1).join('\n')
  })

async function changeText(viewer: Viewer, id: Id, change: (text: string) => string): Promise<boolean> {
  const item = await store.lockItem(viewer, id)
  const meeting = item && (await store.findWritingMeeting(viewer, item.meetingId))
  if (!item || !meeting || meeting.readingId) return false
  const changes = await store.changesUpTo(viewer, id, LAST)
  const made = changeTo(changes, change(textOf(changes)))
  if (made) await store.appendChange(viewer, item, made)
  return true
}
/** After every change that there can be. */
const LAST = 2_147_483_647

/**
 * Makes this the text under an item, in the caller's transaction. The log begins anew with it, so that what was taken out
 * stands in no earlier change either.
 */
export async function rewriteText(viewer: Viewer, id: Id, text: string): Promise<boolean> {
  const item = (await store.writtenItems(viewer)).find(one => one.id === id)
  const change = item && changeTo(item.changes, text)
  if (!item || !change) return false
  await store.replaceChanges(viewer, item, change)
  return true
}
