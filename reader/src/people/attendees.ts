import { beginsCapital } from '../../../language/capitals.ts'
import { isFirstName } from '../../../language/first-names.ts'
import { matchesOf } from '../../../language/matches.ts'
import { hasTitle, looksLikeName, withoutTitles } from '../../../language/names.ts'
import { isFunction, isOffice, isOrganisation, officeBefore, withoutOffice } from '../../../language/offices.ts'
import { remembered } from '../../../language/remembered.ts'
import { trimmed, withoutStart } from '../../../language/trim.ts'
import { isStopWord } from '../../../language/words.ts'
import type { AttendanceState } from '../reading.ts'
import { isRole, notesOf, organisationOf } from './notes.ts'
import { stateOfNote } from './states.ts'

/** A person of a list: name without titles; `role` is a function said beside it ("Protokoll"); `state` only if said there. */
export type Listed = {
  readonly name: string
  readonly onBehalfOf: string | null
  readonly role: string | null
  readonly state: AttendanceState | null
}

const SEPARATOR = /[,;|]|<br ?\/?>| (?:und|sowie|u\.|&|\+|and) |(?<=\p{L}{3})\/(?=\p{Lu})/gu
const OPENING_BRACKET = '(['
const CLOSING_BRACKET = ')]'
const LAST_NAME_FIRST = /^[^,]{1,60},[^,]{1,60}$/
const NO_PERSON =
  /^(?:siehe|keine[rn]?|niemand|alle|liste|online|tbd|tba|n\.? ?n\.?|offen|ja|nein|und|sowie|u\.a\.|etc\.?|usw\.?|weitere|andere|diverse|fehlt|gegeben|nicht|bis \d.*|ab \d.*|mit|ohne|von|der|die|das|es|ein|eine|einer|einige|viele|mehrere|wir|ich|er|sie|man|jemand|zwei|drei|vier|unser|unsere|\?|[-–—.…]|x)(?!\p{L})/iu
/** Words before a name that say how somebody came: "später Hedda", "die Herren Pohl, Nickel", "der lange Micha". */
const LEADING_WORDS =
  /^(?:(?:die (?:Damen|Herren)|dazu|auch|etwas|später|noch|kurz|zeitweise|ferner|außerdem|erstmals|als (?:neue[rs]? |unsere? )?\p{Lu}\p{Ll}+(?: de[rs] \p{Lu}\p{Ll}+)?|unsere?n?|neu:?|(?:der|die) (?!gesamt|ganz|alt|neu)\p{Ll}{3,12}|das|die|der) ){1,3}(?=\p{Lu}|@)/u
const AT_HANDLES = /^@\S.{0,200} @\S/
const BEFORE_HANDLE = / (?:[–-] )?(?=@)/
const AS_GUEST = /^als (?:Gast|Gäste) /
const SMALL_LEADING_WORDS = /^(?:etwas )?(?:später|auch|dazu) (?:auch )?(?=\S)/
const HANDLE = /^@?[\p{L}\p{N}][\p{L}\p{N}_.'-]{0,30}$/u
/** "5 Gäste", "ca. 9 weitere" */
const COUNT = /^(?:ca\. ?|etwa |rund |\+ ?)?\d{1,4}(?= |$)/
/** "Karla Lund, zu TOP 2", "…, ab 18 Uhr" */
const NOTE_PART =
  /^(?:(?:nur |erst )?(?:zu|ab|bis|von) (?:TOP|Punkt|ca|etwa|\d)|zeitweise$|online$|per (?:Zoom|Video|Telefon)$)/i
const ENDING_INITIAL = /(?:^|[ .-])\p{Lu}\.$/u
const LONGEST_ENTRY = 120
const FEWEST_IN_ROW = 4
const MOST_HANDLE_WORDS = 2

/**
 * The persons of one line of a list ("R. Weiß, M. Braun (Beratungsstelle), 5 Gäste"): plain text in, persons out.
 * Head counts, "siehe Liste", functions and organisations that stand alone are left out.
 * `loose` also takes words that are written small, as nicknames are; only sure lists should ask for it.
 */
export function listedIn(plain: string, loose: boolean): Listed[] {
  const parts = withCarried(withStates(withoutCounts(partsOf(plain))))
  const own = ownOrganisation(parts)
  if (own) return listed(own.person, loose).map(person => ({ ...person, onBehalfOf: organisationOf(own.organisation) }))
  const fullNames = parts.filter(isFullName).length
  const handles = loose || isListOfHandles(plain)
  return parts
    .flatMap(part => listed(part, handles))
    .filter(({ name }) => fullNames < 2 || name.includes(' ') || !(isOffice(name) || isOrganisation(name)))
}

/** Of "22 Bürgerinnen und Bürger" no part is a person. */
function withoutCounts(parts: readonly string[]): readonly string[] {
  if (!parts.some(part => COUNT.test(part))) return parts
  return parts.filter((part, at) => {
    const counted = COUNT.test(part) || COUNT.test(parts[at - 1] ?? '')
    return !counted || (!COUNT.test(part) && part.includes(' '))
  })
}

/** "Rita Weiß, entschuldigt": a state behind a comma is a note of the person before. */
function withStates(parts: readonly string[]): string[] {
  const found: string[] = []
  for (const part of parts) {
    const before = found.at(-1)
    if (before !== undefined && !STATE_BEFORE.test(part) && (stateOfNote(part) || NOTE_PART.test(part)))
      found[found.length - 1] = `${before} (${part})`
    else found.push(part)
  }
  return found
}

/** "entschuldigt war Karla Lund", "als Gäste Otto Grün und …": the state of those behind. */
const STATE_BEFORE =
  /^(?:(als Gast|als Gäste)|(?:es )?(fehlt|fehlen|entschuldigt|unentschuldigt|verhindert|abgemeldet)(?: (?:ist|sind|war|waren|fehlt|fehlen|fehlte|fehlten|entschuldigt))?) (?=\p{Lu}|@)/iu
/** "Vince entschuldigt (Zahn)", "@sorrel fehlt" */
const STATE_BEHIND =
  /^(@?[\p{L}\p{N}_.-]+(?: \p{Lu}[\p{L}.-]+)?) (?:ist |war )?(entschuldigt|unentschuldigt|fehlt|krank|verhindert|abwesend|abgemeldet)(?= \(|$)/u

/** A state said before a name holds for those that follow too, "als Gast" for one. */
function withCarried(parts: readonly string[]): readonly string[] {
  if (!parts.some(part => STATE_BEFORE.test(part))) return parts
  let carried: string | null = null
  return parts.map(part => {
    const match = STATE_BEFORE.exec(part)
    if (match)
      carried = match[1] ? 'Gast' : /^fehl/i.test(match[2]!) && !/entschuldigt/i.test(match[0]) ? 'fehlt' : match[2]!
    const told = match ? part.slice(match[0].length) : part
    const found = carried === null ? told : `${told} (${carried})`
    if (match?.[1] && /Gast$/i.test(match[1])) carried = null
    return found
  })
}

/** How many persons a text names in a row from its beginning on; what follows ("die ihren Rechner …") ends the row. */
export function personsFromStart(plain: string): Listed[] {
  const persons: Listed[] = []
  for (const part of withCarried(partsOf(plain))) {
    const found = listed(part, false)
    if (found.length === 0) break
    persons.push(...found)
  }
  return persons
}

/** True of a row of names with no word said about it ("Anna, Ben, Frau Pohl (bis 20 Uhr), Cem"): enough of them are known. */
export function isRowOfNames(plain: string): boolean {
  const persons = isListOfPersons(plain) ? listedIn(plain, false) : []
  return persons.length >= FEWEST_IN_ROW && knownAmong(persons) * 3 >= persons.length
}

/**
 * True of a shorter row beside day and place ("Mo 5.10. / Saal / Anna, Ben, Cem"), of which half are known or all are
 * handles; who came without a name may stand at its end.
 */
export function isShortRowOfNames(plain: string): boolean {
  const persons = personsFromStart(plain)
  const named = partsOf(plain).filter(part => !GUESTS_UNNAMED.test(part)).length
  if (persons.length < FEWEST_IN_SHORT_ROW || persons.length < named) return false
  return knownAmong(persons) * 2 >= persons.length || (plain.match(/(?:^|[ ,])@/g) ?? []).length >= persons.length
}

function knownAmong(persons: readonly Listed[]): number {
  return persons.filter(({ name }) => isFirstName(name.split(' ')[0]!)).length
}

const GUESTS_UNNAMED = /^(?:ein|eine|\d+) (?:\p{Ll}+ )?(?:Gast|Gäste|weitere|andere)/u
const FEWEST_IN_SHORT_ROW = 3

/** True of a line that holds nothing but persons, so that it goes on with a list. */
export const isListOfPersons = remembered((plain: string): boolean => {
  const parts = withStates(partsOf(plain))
  return parts.length > 0 && parts.every(part => listed(part, false).length > 0)
})

/** True of two or more nicknames in a row ("kaya, lotte_k, Ruben"), of which small letters are no hindrance. */
export function isListOfHandles(plain: string): boolean {
  const parts = partsOf(plain).filter(part => !COUNT.test(part))
  return parts.length > 1 && parts.every(part => !NO_PERSON.test(part) && isNickname(part))
}

function isNickname(part: string): boolean {
  const { name } = notesOf(part)
  return isHandle(name) && (!name.includes(' ') || beginsCapital(name))
}

/** "Anna Lund, Caritas" is one person with an organisation, not two persons. */
function ownOrganisation(parts: readonly string[]): { person: string; organisation: string } | null {
  const [person, organisation, more] = parts
  if (!person || !organisation || more !== undefined || isFullName(organisation)) return null
  if (hasTitle(organisation)) return null
  if (!(isFullName(person) || hasTitle(person) || isFunction(organisation))) return null
  const fits = isOrganisation(organisation) || isOffice(organisation) || !looksLikeName(organisation)
  return fits ? { person, organisation } : null
}

/** Splits at commas and "und", not inside of brackets; "Lund, Karla; Grün, Otto" is a list of two. */
function partsOf(plain: string): string[] {
  const entries = plain.split(';').map(entry => entry.trim())
  const turned =
    isTurned(plain) || (entries.length > 1 && entries.every(entry => entry === '' || LAST_NAME_FIRST.test(entry)))
  const parts = turned ? entries.map(turnedAround) : splitOutsideBrackets(plain)
  return parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .flatMap(nicknamesOf)
}

/** "Lund, Karla" */
function isTurned(plain: string): boolean {
  const [family = '', first = '', more] = plain.split(', ')
  return (
    more === undefined && isFirstName(first) && !isFirstName(family) && looksLikeName(family) && !family.includes(' ')
  )
}

/** "kira jo mo", "Anna Carl Eva": first names in a row with nothing but blanks between. */
function nicknamesOf(part: string): string[] {
  if (AT_HANDLES.test(part)) return part.split(BEFORE_HANDLE)
  const words = part.split(' ')
  const small = words.length > 1 && words.every(word => /^\p{Ll}[\p{Ll}\d_-]+$/u.test(word))
  const row = words.length > 2 && words.every(isFirstName)
  return row || (small && words.length > 2 && !words.some(isStopWord)) ? words : [part]
}

function splitOutsideBrackets(plain: string): string[] {
  const parts: string[] = []
  let depth = 0
  let seen = 0
  let from = 0
  for (const match of matchesOf(SEPARATOR, plain)) {
    for (; seen < match.index; seen += 1) depth = Math.max(0, depth + bracketStep(plain[seen]!))
    if (depth > 0) continue
    parts.push(plain.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, plain.slice(from)]
}

function bracketStep(sign: string): number {
  if (OPENING_BRACKET.includes(sign)) return 1
  return CLOSING_BRACKET.includes(sign) ? -1 : 0
}

function turnedAround(entry: string): string {
  const [family = '', first = ''] = entry.split(',')
  return `${first.trim()} ${family.trim()}`.trim()
}

/** The person of an entry, as a list of one or none. */
function listed(entry: string, loose: boolean): Listed[] {
  if (entry.length > LONGEST_ENTRY) return []
  const guest = AS_GUEST.exec(entry)
  if (guest) return listed(`${entry.slice(guest[0].length)} (Gast)`, loose)
  const told = entry.slice(entry.indexOf(': ') < 0 ? 0 : entry.indexOf(': ') + 2)
  const parted = notesOf(
    told.replace(STATE_BEHIND, '$1 ($2)').replace(LEADING_WORDS, '').replace(SMALL_LEADING_WORDS, ''),
  )
  const bare = withoutEndMarks(withoutStart(parted.name, '-*•@ '))
  const office = officeBefore(withoutTitles(bare))
  const name = withoutTitles(withoutOffice(withoutTitles(bare)))
  if (NO_PERSON.test(bare) || /\d{2}|^\d/.test(name.split(' ')[0] ?? '')) return []
  if (!looksLikeName(name) && !((loose || told.startsWith('@') || isFirstName(name)) && isHandle(name))) return []
  const notes = office === null ? parted.notes : [...parted.notes, ...office.split(' ')]
  return [
    {
      name,
      onBehalfOf: notes.map(organisationOf).find(note => note !== null) ?? null,
      role: notes.find(isRole) ?? null,
      state: notes.map(stateOfNote).find(state => state !== null) ?? null,
    },
  ]
}

/** "Hans M." keeps its point, "Hans Muster." does not. */
function withoutEndMarks(name: string): string {
  const bare = trimmed(name, ' :*†')
  return ENDING_INITIAL.test(bare) ? bare : trimmed(bare, ' :*†.')
}

/** True of a first name with a family name, notes beside it allowed. */
export function isFullName(part: string): boolean {
  const name = withoutTitles(notesOf(part).name)
  return name.includes(' ') && looksLikeName(name) && !isOrganisation(name) && !isOffice(name)
}

function isHandle(name: string): boolean {
  const words = name.split(' ')
  return words.length <= MOST_HANDLE_WORDS && words.every(word => HANDLE.test(word)) && /\p{L}{2}/u.test(name)
}
