import { isFirstName } from '../../../language/first-names.ts'
import { isFunction, isOffice, isParty } from '../../../language/offices.ts'
import { withoutEnd } from '../../../language/trim.ts'
import { isBoldHeading } from '../agenda/titles.ts'
import { headFieldOf } from '../head/fields.ts'
import type { Line } from '../lines/document.ts'
import { columnsOf } from '../lines/gaps.ts'
import { plainOf } from '../lines/inline.ts'
import { labelOf } from '../lines/labels.ts'
import type { AttendanceState } from '../reading.ts'
import { isListOfHandles, isListOfPersons, type Listed, listedIn } from './attendees.ts'
import { stateOfHeadLabel, stateOfLabel } from './states.ts'

/**
 * What a line adds to a list of attendance: persons, or words that open a part of it ("Gäste:", "Verwaltung"), with the
 * state or the function that they give to those below.
 */
export type ListPart = {
  readonly persons: readonly Listed[]
  readonly opens: boolean
  /** A part of its own ("Verwaltung: …"), to which a state said in the line before does not reach. */
  readonly group: boolean
  readonly state: AttendanceState | null
  readonly role: string | null
}

/**
 * Where the list stands: `gap` a blank line lies before, `unfinished` the line before ends with a comma, `marker` the
 * kind of list mark so far (null for none, undefined where nothing was listed yet).
 */
export type ListPlace = {
  readonly gap: boolean
  readonly unfinished: boolean
  readonly marker: string | null | undefined
}

const GROUP =
  /^(?:(?:stimmberechtigte|beratende|ordentliche|weitere|anwesende|sonstige|von der|vom|aus der|aus dem|für die|für den) )*(?:[\p{L}-]{0,30}mitglieder|mitglied|[\p{L}-]{0,30}fraktion|vorstand|vorsitz|lehrkräfte|eltern|schüler|schulleitung|verwaltung|verwaltungsmitarbeitende|vertretungen|presse|fachkräfte|beisitzer|ersatzmitglieder|öffentlichkeit)(?: des \p{L}+| der \p{L}+)?$/iu
/** "1a", "Haus 2" before those who stand for it. */
const CLASS = /^(?:\p{L}{3,12} )?\d{1,2} ?[a-f]?$/u
/** A colon that is no time of a note. */
const BEFORE_NOTE = /:(?!\d)/
const LONGEST_ANNOUNCEMENT = 40
const BRACKETED = /\([^()]*\)/g
const GENDER_FORM = /[:*_/]-?in(?:nen)?(?!\p{L})/gu

/** Reads a line below the opening of a list; null where the list is over. */
export function partOfList(line: Line, place: ListPlace): ListPart | null {
  const columns =
    line.heading === null && !line.cells && !place.gap && !/^TOP/i.test(line.marker ?? '') ? personColumns(line) : null
  if (columns !== null) return somePersons(columns.flatMap(column => listedIn(column, true)))
  const plain = plainOf(line.body)
  const labelled = labelOf(line)
  const state = labelled ? stateOfHeadLabel(labelled.label) : line.heading === null ? null : stateOfLabel(plain)
  if (state) {
    const value = labelled?.value ?? ''
    return { persons: listedIn(value, false), opens: isOpen(value), group: false, state, role: null }
  }
  if (line.heading === null && labelled === null) {
    const announced = isAnnouncement(plain) ? stateOfLabel(plain) : null
    if (announced) return { persons: [], opens: true, group: false, state: announced, role: null }
  }
  if (line.heading !== null) return isBoldHeading(line) && isGroup(withoutEnd(plain, ' :')) ? opening(plain) : null
  if (line.marker !== null && /^TOP/i.test(line.marker)) return null
  if (labelled) return labelledPart(labelled.label, labelled.value, place)
  if (isGroup(plain) && line.marker === null) return opening(plain)
  if (place.unfinished) return somePersons(listedIn(plain, false))
  if (line.marker !== null) return markedPart(line, plain, place)
  const fits = isListOfPersons(plain) || (place.marker === undefined && isListOfHandles(plain))
  return fits && !place.gap ? somePersons(listedIn(plain, true)) : null
}

/** Of a line typed in columns those that hold persons: all, or the first with what belongs to it behind. */
function personColumns(line: Line): readonly string[] | null {
  const columns = BEFORE_NOTE.test(line.body) ? [] : columnsOf(line)
  if (columns.length < 2) return null
  if (CLASS.test(columns[0]!)) return columns.slice(1)
  if (!isListOfPersons(columns[0]!) || stateOfLabel(columns[0]!) || isGroup(columns[0]!)) return null
  return columns.every(column => isListOfPersons(column) && isFirstName(column.split(' ')[0]!))
    ? columns
    : columns.slice(0, 1)
}

/** "Entschuldigt", "Es fehlte entschuldigt" on a line of its own. */
function isAnnouncement(plain: string): boolean {
  return plain.length <= LONGEST_ANNOUNCEMENT && /^[\p{L} ]+$/u.test(plain)
}

/** A list goes on below a label without a value, and behind a comma. */
function isOpen(value: string): boolean {
  return value === '' || /[,;]$/.test(value)
}

function labelledPart(label: string, value: string, place: ListPlace): ListPart | null {
  const field = headFieldOf(label)
  if (field && !(field === 'chair' && isGroup(label))) return null
  if (value === '') return place.gap && !isGroup(label) ? null : opening(label)
  if (!isListOfPersons(value)) return null
  return { persons: listedIn(value, false), opens: false, group: true, state: null, role: field && label }
}

/** After a blank line only bullets go on; numbers with single words are already the agenda. */
function markedPart(line: Line, plain: string, place: ListPlace): ListPart | null {
  const counts = /\d/.test(line.marker!)
  if (place.gap && (counts || place.marker === null)) return null
  if (place.marker === null && !counts) return null
  const persons = listedIn(plain, !counts)
  if (counts && !persons.some(({ name }) => name.includes(' '))) return null
  return { persons, opens: false, group: false, state: null, role: null }
}

function somePersons(persons: readonly Listed[]): ListPart | null {
  return persons.length > 0 ? { persons, opens: false, group: false, state: null, role: null } : null
}

function opening(label: string): ListPart {
  return { persons: [], opens: true, group: true, state: null, role: isFunction(label) ? label : null }
}

/** True of words that name a part of those who came ("Mitglieder des Vorstands", "SPD-Fraktion", "Verwaltung"). */
export function isGroup(plain: string): boolean {
  const words = plain.replace(GENDER_FORM, '').replace(BRACKETED, '').trim()
  return GROUP.test(words) || isParty(words) || (!words.includes(' ') && !words.includes(',') && isOffice(words))
}
