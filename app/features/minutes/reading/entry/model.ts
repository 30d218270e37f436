import type { Votes, When } from '../../../../../reader/src/reading.ts'
import type { Day } from '../../../../ground/schema.ts'
import type { EntryChange } from '../contract.ts'
import { type EntryNow, emptyEntry } from '../model.ts'

/** What the form of an entry sends, without the places it goes to. */
export type EntryForm = Omit<EntryChange, 'id' | 'item' | 'revision' | 'act' | 'order'>

/**
 * The entry as a person left it in the form. Who has looked at it and saved it has settled what the reader doubted,
 * so doubts end and the confidence is whole; cues stay as the evidence of where it came from. What the form can not
 * show whole (a month, a span, a comma in a name) stays as it was where nobody has changed what it shows.
 */
export function entryOf(form: EntryForm, before: EntryNow | null): EntryNow {
  return {
    ...emptyEntry(form.kind, form.text),
    under: before?.under ?? null,
    cues: before?.cues ?? [],
    owners: before && form.owners === namesText(before.owners) ? before.owners : namesIn(form.owners),
    due: dueOf(form, before?.due ?? null),
    speaker: form.speaker || null,
    result: form.result,
    votes: votesIn(form.votes),
    condition: form.condition || null,
    title: form.title || null,
    when: form.kind === 'appointment' ? whenOf(form, before?.when ?? null) : null,
    place: form.place || null,
    parked: form.parked,
    lookAgainOn: form.lookAgainOn,
    done: form.done === '' ? null : form.done === 'yes',
    sameAs: form.sameAs === '' ? null : { id: form.sameAs === 'new' ? null : form.sameAs, by: 'person' },
  }
}

/** Names are parted by commas or semicolons, as they are shown. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(name => name !== '')

export const namesText = (names: readonly string[]): string => names.join(', ')

/** What the form shows of a time by which something is due. */
export const dueFields = (due: When | null) => ({ due: due?.words ?? '', dueOn: wholeDay(due?.until ?? due?.from) })

function dueOf({ due: words, dueOn }: Pick<EntryForm, 'due' | 'dueOn'>, before: When | null): When | null {
  const shown = dueFields(before)
  if (words === shown.due.trim() && (dueOn ?? '') === shown.dueOn) return before
  return words || dueOn ? { words, from: dueOn, until: null, start: null, end: null } : null
}

/** What the form shows of the time of an appointment. */
export const whenFields = (when: When | null) => ({
  date: wholeDay(when?.from),
  until: wholeDay(when?.until),
  start: when?.start ?? '',
  end: when?.end ?? '',
})

type WhenForm = Pick<EntryForm, 'date' | 'until' | 'start' | 'end'>

function whenOf({ date, until, start, end }: WhenForm, before: When | null): When | null {
  const shown = whenFields(before)
  const sameDays = (date ?? '') === shown.date && (until ?? '') === shown.until
  if (before && sameDays) return { ...before, start, end }
  return date ? { words: date, from: date, until, start, end } : null
}

/** The browser's calendar takes whole days only; a month alone stays in the words. */
const wholeDay = (date: string | null | undefined): Day | '' => (date && date.length === 10 ? date : '')

/** Yes, no and abstentions as "5/0/3"; what was not counted stays empty ("5//"). Null where nothing was counted. */
export function votesIn(text: string): Votes | null {
  const counts = VOTES.exec(text.trim())
  if (!counts) return null
  const [yes = null, no = null, abstain = null] = counts.slice(1).map(count => (count ? Number(count) : null))
  return yes === null && no === null && abstain === null ? null : { yes, no, abstain }
}
const VOTES = /^(\d{0,6}) ?\/ ?(\d{0,6}) ?\/ ?(\d{0,6})$/

export const votesText = (votes: Votes | null): string =>
  votes ? [votes.yes, votes.no, votes.abstain].map(count => count ?? '').join('/') : ''
