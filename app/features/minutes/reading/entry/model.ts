import type { Votes, When } from '../../../../../reader/src/reading.ts'
import type { Day } from '../../../../ground/schema.ts'
import type { EntryChange } from '../contract.ts'
import { type EntryNow, emptyEntry } from '../model.ts'

/** What the form of an entry sends, without the places it goes to. */
export type EntryForm = Omit<EntryChange, 'id' | 'item' | 'revision' | 'act'>

/**
 * The entry as a person left it in the form. Who has looked at it and saved it has settled what the reader doubted,
 * so doubts end and the confidence is whole; cues stay as the evidence of where it came from.
 */
export function entryOf(form: EntryForm, before: EntryNow | null): EntryNow {
  return {
    ...emptyEntry(form.kind, form.text),
    under: before?.under ?? null,
    cues: before?.cues ?? [],
    owners: namesIn(form.owners),
    due: dueOf(form.due, form.dueOn),
    speaker: form.speaker || null,
    result: form.result,
    votes: votesIn(form.votes),
    condition: form.condition || null,
    title: form.title || null,
    when: whenOf(form),
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

function dueOf(words: string, on: Day | null): When | null {
  if (!words && !on) return null
  return { words, from: on, until: null, start: null, end: null }
}

function whenOf(form: EntryForm): When | null {
  if (form.kind !== 'appointment' || !form.date) return null
  return { words: form.date, from: form.date, until: form.until, start: form.start, end: form.end }
}

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
