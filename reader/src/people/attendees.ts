import { looksLikeName, withoutTitles } from '../../../language/names.ts'
import { isFunction, isOffice, isOrganisation } from '../../../language/offices.ts'
import type { AttendanceState } from '../reading.ts'
import { stateOfNote } from './states.ts'

/** A person of a list: name without titles; `role` is a function said beside it ("Protokoll"); `state` only if said there. */
export type Listed = {
  readonly name: string
  readonly onBehalfOf: string | null
  readonly role: string | null
  readonly state: AttendanceState | null
}

const BRACKETS = /[([]([^()[\]]*)[)\]]/g
const SEPARATOR = /[,;|]|<br ?\/?>| (?:und|sowie|u\.|&|\+|and) |(?<=\p{L}{3})\/(?=\p{Lu})/u
const NO_PERSON =
  /^(?:siehe|keine[rn]?|niemand|alle|liste|online|tbd|tba|n\.? ?n\.?|offen|ja|nein|und|sowie|u\.a\.|etc\.?|usw\.?|weitere|andere|diverse|fehlt|gegeben|nicht|bis|ab|mit|ohne|von|der|die|das|es|\?+|[-–—.…]+|x)(?!\p{L})/iu
const COUNT = /^\d|\d+ (?:Personen|Mitglieder|Stimmen|Teilnehm)/u
const TIME_NOTE = /(?:^|\s)(?:ab|bis|von|seit|gegen|um|kommt|geht|später|verspätet|\d{1,2}[:.]\d{2})(?![\p{L}\d])|Uhr/u
const BEHIND_DASH = / [-–—] (.+)$/
const LEADING_ROLE =
  /^(?:\d\. )?(?:(?:stellv\.?|stellvertretende[rn]?) )?(\p{L}+(?:[:*_/]in)?) (?=\p{Lu}[\p{L}.-]* \p{Lu})/u
const TRAILING_TIME = /,? (?:\(?(?:ab|bis|von|seit) (?:ca\. )?\d{1,2}(?:[:.]\d{2})?(?: ?Uhr| ?h)?\)?|\d{1,2}[:.]\d{2}.*)$/
const HANDLE = /^@?[\p{L}\p{N}][\p{L}\p{N}_.'-]{0,30}$/u
const LONGEST_ENTRY = 120
const MOST_HANDLE_WORDS = 2

/**
 * The persons of one line of a list ("R. Sternal, M. Steckel (Beratungsstelle), 5 Gäste"): plain text in, persons out.
 * Head counts, "siehe Liste", functions and organisations that stand alone are left out.
 * `loose` also takes a single word that is written small, as nicknames are; only sure lists should ask for it.
 */
export function listedIn(plain: string, loose: boolean): Listed[] {
  const parts = partsOf(plain)
  if (!loose && isListOfHandles(plain)) return listedIn(plain, true)
  const [single, behind, more] = parts
  const oneWithOrganisation = single && behind && more === undefined && isFullName(single) && !isFullName(behind)
  if (oneWithOrganisation && (isOrganisation(behind) || isOffice(behind) || !looksLikeName(behind)))
    return [listed(single, loose)].flatMap(person => (person ? { ...person, onBehalfOf: organisationOf(behind) } : []))
  const fullNames = parts.filter(isFullName).length
  return parts.flatMap(part => {
    const person = listed(part, loose)
    if (!person) return []
    const standsBehindFullNames = fullNames > 1 && !person.name.includes(' ')
    return standsBehindFullNames && (isOffice(person.name) || isOrganisation(person.name)) ? [] : person
  })
}

/** True of a line that holds nothing but persons, so that it goes on with a list. */
export function isListOfPersons(plain: string): boolean {
  const parts = partsOf(plain)
  return parts.length > 0 && parts.every(part => listed(part, false) !== null)
}

/** True of two or more nicknames in a row ("kaya, lotte_k, Ruben"), of which small letters are no hindrance. */
export function isListOfHandles(plain: string): boolean {
  const parts = partsOf(plain)
  return parts.length > 1 && parts.every(part => !NO_PERSON.test(part) && isHandle(part) && !part.includes(' '))
}

/** Splits at commas and "und", not inside of brackets; "Blau, Karla; Grün, Otto" is a list of two. */
function partsOf(plain: string): string[] {
  const brackets: string[] = []
  const masked = plain.replace(BRACKETS, whole => `\u0001${brackets.push(whole) - 1}\u0001`)
  const turned = masked.includes(';') && masked.split(';').every(entry => /^[^,]*,[^,]*$|^\s*$/.test(entry))
  const parts = turned ? masked.split(';').map(turnedAround) : masked.split(SEPARATOR)
  return parts
    .map(part => part.replace(/\u0001(\d+)\u0001/g, (_, at) => brackets[Number(at)] ?? '').trim())
    .filter(part => part !== '')
}

function turnedAround(entry: string): string {
  const [family = '', first = ''] = entry.split(',')
  return `${first.trim()} ${family.trim()}`.trim()
}

function listed(part: string, loose: boolean): Listed | null {
  if (part.length > LONGEST_ENTRY) return null
  const notes: string[] = []
  const open = part.replace(BRACKETS, (_, note) => {
    notes.push(String(note).trim())
    return ' '
  })
  const behindLabel = open.includes(': ') ? open.slice(open.indexOf(': ') + 2) : open
  const dashed = BEHIND_DASH.exec(behindLabel)
  if (dashed) notes.push(dashed[1]!)
  const bare = (dashed ? behindLabel.slice(0, dashed.index) : behindLabel)
    .replace(TRAILING_TIME, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-*•@ ]+|[.:*† ]+$/g, (marks, at) => (at > 0 && marks.startsWith('.') ? keptPoint(behindLabel) : ''))
    .trim()
  if (NO_PERSON.test(bare) || COUNT.test(bare)) return null
  const role = LEADING_ROLE.exec(bare)
  const withoutRole = role && isOffice(role[1]!) ? bare.slice(role[0].length) : bare
  if (role && withoutRole !== bare) notes.push(role[1]!)
  const name = withoutTitles(withoutRole)
  const fits = looksLikeName(withoutRole) || (loose && isHandle(name))
  if (!fits) return null
  return {
    name,
    onBehalfOf: notes.map(organisationOf).find(note => note !== null) ?? null,
    role: notes.find(isRole) ?? null,
    state: notes.map(stateOfNote).find(state => state !== null) ?? null,
  }
}

/** "Hans M." keeps its point, "Hans Muster." does not. */
function keptPoint(text: string): string {
  return /(?:^|[ .-])\p{Lu}\.\s*$/u.test(text) ? '.' : ''
}

function isFullName(part: string): boolean {
  const name = withoutTitles(part.replace(BRACKETS, ' ').replace(/\s+/g, ' ').trim())
  return name.includes(' ') && looksLikeName(name) && !isOrganisation(name) && !isOffice(name)
}

function isHandle(name: string): boolean {
  const words = name.split(' ')
  return words.length <= MOST_HANDLE_WORDS && words.every(word => HANDLE.test(word)) && /\p{L}{2}/u.test(name)
}

const ROLE = /^(?:\p{L}*(?:[Ll]eitung|[Ff]ührung|[Mm]oderation|[Vv]orsitz\p{L}*)|Prot\.?|Protokoll\p{L}*|Redeleitung|Schriftführ\p{L}*)$/u

function isRole(note: string): boolean {
  return ROLE.test(note.replace(/[:*_/]in(?:nen)?$/, ''))
}

/** What a note says about whom the person stands for; a time, a state and a function are none. */
function organisationOf(note: string): string | null {
  const plain = note.replace(/^(?:für|von|vom|i\.V\.|in Vertretung) /, '').trim()
  if (plain.length < 2 || TIME_NOTE.test(plain) || stateOfNote(plain) || isRole(plain)) return null
  if (!/^\p{Lu}|^[a-z]\./u.test(plain) || /^(?:Online|Zoom|Stimm|Mitglied|Gast|Telefon|Video|Protokoll)/.test(plain)) return null
  return isFunction(plain) ? null : plain
}
