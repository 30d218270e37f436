import { type AttendanceState, attendanceStates, type EntryKind } from '../../../../../reader/src/reading.ts'
import { act } from '../../../../access/act.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { refused } from '../../../../ground/problems.ts'
import { directoryNames } from '../../../directory/finds.ts'
import { changedTo, onReview } from '../acts.ts'
import type * as contract from '../contract.ts'
import { entryOf } from '../entry/model.ts'
import {
  type AttendanceItem,
  type EntryItem,
  emptyEntry,
  type Item,
  nextPosition,
  type Review,
  spanOf,
} from '../model.ts'
import { matchNames } from '../name/model.ts'
import * as store from '../store.ts'

/** Adds what the reader missed, from lines that a person marked. It counts as accepted. */
export const addItem = act(
  'reading.judge',
  onReview(async (viewer, input: contract.ItemAdd, review) => {
    const lines = { from: input.from, to: input.to }
    if (lines.to > review.lines.length) return refused('lines-invalid', { field: 'to' })
    const text = input.text || spanOf(review.lines, lines)
    if (!text) return refused('input-missing', { field: 'text' })
    const base = { lines, position: nextPosition(review.items), state: 'accepted' } as const
    const [id] = await store.insertItems(viewer, review.id, [added(input, text, base)], 'person')
    await rematch(viewer, {
      ...review,
      items: [...review.items, { ...added(input, text, base), id: id!, touched: true } as Item],
    })
    return changedTo(review, id ?? null)
  }),
)

type Base = Pick<Item, 'lines' | 'position' | 'state'>
function added(input: contract.ItemAdd, text: string, base: Base): Pick<Item, 'section' | 'now'> & Base {
  if (input.kind === 'agenda') {
    const [, number = null, title = text] = NUMBERED.exec(text) ?? []
    return { ...base, section: 'agenda', now: { number, title, level: number ? number.split('.').length : 1 } }
  }
  if ((attendanceStates as readonly string[]).includes(input.kind))
    return {
      ...base,
      section: 'attendance',
      now: { name: text, state: input.kind as AttendanceState, onBehalfOf: null },
    }
  return { ...base, section: 'entry', now: entryOf({ ...input, text, kind: input.kind as EntryKind }, null) }
}
const NUMBERED = /^(?:TOP )?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]? +(\S.*)$/u

/** Names that came in with a change get a proposal of their own; decided ones stay. */
async function rematch(viewer: Viewer, review: Review): Promise<void> {
  const names = matchNames(review.items, await directoryNames(viewer), review.names)
  await store.updateReading(viewer, review.id, { names: JSON.stringify(names) })
}

/** Saves an entry as a person left it in the form, splits it at its line breaks, or joins it with the next one. */
export const changeEntry = act(
  'reading.judge',
  onReview(async (viewer, input: contract.EntryChange, review) => {
    const item = review.items.find((one): one is EntryItem => one.id === input.item && one.section === 'entry')
    if (!item) return refused('input-invalid')
    const lines = { from: input.from, to: input.to }
    if (lines.to > review.lines.length) return refused('lines-invalid', { field: 'to' })
    const now = entryOf(input, item.now)
    const items =
      input.act === 'split'
        ? await split(viewer, review, { ...item, lines, now })
        : [
            input.act === 'merge'
              ? await mergedWithNext(viewer, review, { ...item, lines, now })
              : { ...item, lines, now },
          ]
    await store.updateItem(viewer, { ...items[0]!, state: 'accepted' })
    await rematch(viewer, { ...review, items: [...review.items.filter(({ id }) => id !== item.id), ...items] })
    return changedTo(review, item.id)
  }),
)

/** One entry for each line of the text; the first keeps what was filled in. */
async function split(viewer: Viewer, review: Review, item: EntryItem): Promise<EntryItem[]> {
  const [first = item.now.text, ...rest] = item.now.text
    .split('\n')
    .map(part => part.trim())
    .filter(Boolean)
  let position = nextPosition(review.items)
  const others = rest.map(text => ({
    ...item,
    position: position++,
    state: 'accepted' as const,
    now: { ...emptyEntry(item.now.kind, text), under: item.now.under },
  }))
  await store.insertItems(viewer, review.id, others, 'person')
  return [{ ...item, now: { ...item.now, text: first } }, ...others]
}

/** The next entry that was not rejected is taken in and rejected itself. */
async function mergedWithNext(viewer: Viewer, review: Review, item: EntryItem): Promise<EntryItem> {
  const entries = review.items.filter((one): one is EntryItem => one.section === 'entry' && one.state !== 'rejected')
  const next = entries[entries.findIndex(({ id }) => id === item.id) + 1]
  if (!next) return item
  await store.judgeItems(viewer, review.id, [next.id], 'rejected')
  const lines = { from: Math.min(item.lines.from, next.lines.from), to: Math.max(item.lines.to, next.lines.to) }
  const owners = [...new Set([...item.now.owners, ...next.now.owners])]
  return { ...item, lines, now: { ...item.now, text: `${item.now.text} ${next.now.text}`, owners } }
}

export const changeAttendee = act(
  'reading.judge',
  onReview(async (viewer, input: contract.AttendeeChange, review) => {
    const item = review.items.find(
      (one): one is AttendanceItem => one.id === input.item && one.section === 'attendance',
    )
    if (!item) return refused('input-invalid')
    const { name, state, onBehalfOf } = input
    const changed: AttendanceItem = { ...item, state: 'accepted', now: { name, state, onBehalfOf: onBehalfOf || null } }
    await store.updateItem(viewer, changed)
    await rematch(viewer, { ...review, items: [...review.items.filter(({ id }) => id !== item.id), changed] })
    return changedTo(review, item.id)
  }),
)

export const changeAgendaRow = act(
  'reading.judge',
  onReview(async (viewer, input: contract.AgendaChange, review) => {
    const item = review.items.find(one => one.id === input.item && one.section === 'agenda')
    if (!item) return refused('input-invalid')
    const { number, title, level } = input
    await store.updateItem(viewer, {
      ...item,
      state: 'accepted',
      now: { number: number || null, title, level },
    } as Item)
    await store.updateReading(viewer, review.id, {})
    return changedTo(review, item.id)
  }),
)
