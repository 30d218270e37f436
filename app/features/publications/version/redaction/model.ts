import { contactsIn } from '../../../../../language/contacts.ts'
import { isFirstName } from '../../../../../language/first-names.ts'
import { type Meant, mentionsOf, replaced } from '../../../../../language/named.ts'
import { hasTitle, looksLikeName, withoutTitles } from '../../../../../language/names.ts'
import { isFunction, isOffice, isOrganisation } from '../../../../../language/offices.ts'
import { remembered } from '../../../../../language/remembered.ts'
import { fold } from '../../../../../language/words.ts'
import type { Id, MembershipRole } from '../../../../ground/schema.ts'

/** Somebody whom a text may name. */
export type Somebody = {
  readonly id: Id
  readonly name: string
  readonly email: string | null
  /** May stand there by name: agreed to it, or holds an office and did not refuse. */
  readonly named: boolean
  readonly role: MembershipRole | null
}

/** Whom a name in these minutes means, as the reading of them was confirmed. */
export type WrittenNames = Readonly<Record<string, { readonly kind: string; readonly id: Id | null }>>

export type Guard = {
  readonly people: readonly Somebody[]
  readonly names: WrittenNames
  /** Written in the attendance, and nobody in the directory. */
  readonly unknown: readonly string[]
}

export const markKinds = ['mail', 'phone', 'address', 'person'] as const
export type Mark = { readonly kind: (typeof markKinds)[number]; readonly written: string }
export type Redacted = {
  readonly text: string
  /** What was taken out. */
  readonly marks: readonly Mark[]
  /** Words that may name somebody, left in. */
  readonly doubtful: readonly string[]
}

/** What stands in the place of what was taken out. The texts are German, as the minutes are. */
const INSTEAD = { mail: '[E-Mail-Adresse]', phone: '[Telefonnummer]', address: '[Anschrift]', person: 'eine Person' }
const AT_THE_BEGINNING = 'Eine Person'
const IN_THE_DATIVE = 'einer Person'

type Place = { readonly at: number; readonly end: number; readonly kind: Mark['kind'] }
type Span = { readonly at: number; readonly end: number }

/**
 * A text without contacts and without the names of those who have not agreed. `written: 'by-us'` is a wording that
 * somebody chose for the public: it loses what must never stand there (mail addresses, telephone numbers, people of
 * the directory, whoever is called Frau or Herr), and keeps what is only likely to be a name or an address.
 */
export function redact(text: string, guard: Guard, written: 'inside' | 'by-us'): Redacted {
  const contacts = contactsIn(text).filter(({ kind }) => written === 'inside' || kind !== 'address')
  const { places, spared, doubtful } = peopleIn(text, guard)
  const all: Place[] = [...contacts]
  const add = (more: readonly Place[]) => {
    for (const place of more) if (!overlaps(all, place)) all.push(place)
  }
  add(places)
  add(strangersIn(text, written).filter(place => !overlaps(spared, place)))
  all.sort((a, b) => a.at - b.at)
  return {
    text: all.reduceRight((out, place) => replaced(out, [place], insteadOf(text, place)), text),
    marks: all.map(({ at, end, kind }) => ({ kind, written: text.slice(at, end) })),
    doubtful: doubtful.filter(place => !overlaps(all, place)).map(({ at, end }) => text.slice(at, end)),
  }
}

const overlaps = (all: readonly Span[], { at, end }: Span): boolean => all.some(one => one.at < end && at < one.end)

const SENTENCE_BEFORE = /(?:^|[.!?:] |\n|[-•*–] )$/u
/** Words with the dative behind them: "mit einer Person". */
const DATIVE_BEFORE = /(?<!\p{L})(?:mit|von|bei|zu|nach|aus|seit|gegenüber|außer|laut|dank|samt) $/iu
const LONGEST_BEFORE = 12

function insteadOf(text: string, { at, kind }: Place): string {
  if (kind !== 'person') return INSTEAD[kind]
  if (SENTENCE_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return AT_THE_BEGINNING
  return DATIVE_BEFORE.test(text.slice(Math.max(0, at - LONGEST_BEFORE), at)) ? IN_THE_DATIVE : INSTEAD.person
}

function peopleIn(text: string, { people, names, unknown }: Guard) {
  const places: Place[] = []
  const spared: Span[] = []
  const doubtful: Span[] = []
  const folded = fold(text)
  const absent = unknown.map(name => ({ id: '', name, email: null, named: false }))
  const everybody = [...people, ...absent].filter(one => mayBeIn(folded, one, names))
  for (const one of everybody) {
    // Whoever has no word of his name in the text is mistaken for nobody there.
    const others = everybody.filter(other => other !== one)
    for (const { at, end, sure } of mentionsOf(text, one, others, meantBy(names, one.id))) {
      if (one.named) {
        if (sure) spared.push({ at, end })
      } else if (sure || isNameItself(text.slice(at, end), one.name)) places.push({ at, end, kind: 'person' })
      else doubtful.push({ at, end })
    }
  }
  // Of two people with one name, the one who agreed does not open it for the other.
  return { places: places.filter(place => !spared.some(one => covers(one, place))), spared, doubtful }
}
const covers = (a: Span, b: Span): boolean => a.at <= b.at && b.end <= a.end

const WORD = /[\p{L}\p{M}]+/gu
const wordsOf = remembered((text: string): readonly string[] => (text.match(WORD) ?? []).map(fold))
const localPart = remembered((email: string): string => fold(email.slice(0, email.indexOf('@'))))

/** Most texts name nobody of the directory: one look spares them the rest. */
function mayBeIn(folded: string, { id, name, email }: Pick<Somebody, 'id' | 'name' | 'email'>, names: WrittenNames) {
  if (wordsOf(name).some(word => word.length > 1 && folded.includes(word))) return true
  if (email !== null && folded.includes(localPart(email))) return true
  return Object.entries(names).some(([as, match]) => match.id === id && id !== '' && folded.includes(fold(as)))
}

function meantBy(names: WrittenNames, id: Id): Meant {
  const written = (of: (other: Id | null) => boolean) =>
    new Set(Object.entries(names).flatMap(([name, one]) => (one.kind === 'person' && of(one.id) ? [fold(name)] : [])))
  if (id === '') return { this: new Set(), others: new Set() }
  return { this: written(other => other === id), others: written(other => other !== null && other !== id) }
}

/** A word of the name with a capital, in any case: not "Weißbuch" and not "weiß". */
function isNameItself(written: string, name: string): boolean {
  if (!UPPER.test(written)) return false
  const own = new Set(wordsOf(name))
  return wordsOf(written).some(word => own.has(word) || (word.endsWith('s') && own.has(word.slice(0, -1))))
}
const UPPER = /\p{Lu}/u

const CALLED =
  /(?<!\p{L})(?:Frau|Herrn?|Hrn?\.|Fr\.|Familie|Eheleute) {1,2}(?:(?:Dr|Prof)\. ?){0,3}\p{Lu}[\p{L}\p{M}'’-]{1,40}(?: \p{Lu}[\p{L}\p{M}'’-]{1,40})?/gu
const TWO_WORDS = /(?<![\p{L}-])(\p{Lu}[\p{L}\p{M}-]{1,30}) (\p{Lu}[\p{L}\p{M}'’-]{1,40})/gu

/** "R. Weiß" */
const INITIAL = /(?<![\p{L}.-])\p{Lu}\.(?:-?\p{Lu}\.)? ?\p{Lu}[\p{L}\p{M}'’-]{2,40}/gu

/** People whom nobody knows here: "Frau Lund", and in words from inside a given name with another name behind it. */
function strangersIn(text: string, written: 'inside' | 'by-us'): Place[] {
  const called = Array.from(text.matchAll(CALLED), match => {
    const words = match[0].split(' ')
    const last = words.at(-1)!
    // "Frau Lund Material": the second word counts where the first is a given name.
    const behind = withoutTitles(match[0]).split(' ')
    const alone = behind.length > 1 && !isFirstName(behind[0]!)
    return {
      at: match.index,
      end: match.index + match[0].length - (alone ? last.length + 1 : 0),
      kind: 'person' as const,
    }
  }).filter(({ at, end }) => !isFunction(withoutTitles(text.slice(at, end))))
  if (written === 'by-us') return called
  const places = Array.from(text.matchAll(TWO_WORDS)).flatMap((match): Place[] => {
    const [both, first, last] = match
    if (!first || !last || !isFirstName(first) || isOrganisation(both) || isOffice(last)) return []
    return [{ at: match.index, end: match.index + both.length, kind: 'person' }]
  })
  const initials = Array.from(text.matchAll(INITIAL), match => ({
    ...{ at: match.index, end: match.index + match[0].length, kind: 'person' as const },
  }))
  return [...called, ...places, ...initials]
}

const ROLES: { readonly [R in MembershipRole]?: string } = {
  chair: 'Vorsitz',
  deputy_chair: 'stellvertretender Vorsitz',
  minute_taker: 'Protokollführung',
}

/** A field that holds nothing but a name, and what the public reads there: the name, a role, "eine Person". */
export function redactName(written: string, guard: Guard): string {
  const name = written.trim()
  const match = guard.names[name]
  const same = guard.people.filter(one => fold(one.name) === fold(withoutTitles(name)))
  const person =
    match?.kind === 'person' ? guard.people.find(({ id }) => id === match.id) : same.length === 1 ? same[0] : undefined
  if (person) return person.named ? person.name : ((person.role && ROLES[person.role]) ?? INSTEAD.person)
  if (match?.kind === 'office' || match?.kind === 'organization') return redact(name, guard, 'by-us').text
  if (isOffice(name) || isOrganisation(name) || isFunction(name)) return redact(name, guard, 'by-us').text
  if (same.length > 0 || match?.kind === 'person' || hasTitle(name) || isInitials(name)) return INSTEAD.person
  return looksLikeName(name) && !EVERYBODY.test(name) ? INSTEAD.person : redact(name, guard, 'inside').text
}
/** Whether a name was taken out whole: it tells nothing any more. */
export const saysNobody = (redacted: string): boolean => redacted === INSTEAD.person

const EVERYBODY = /^(?:wir|alle|jede[rs]?|man|alle anwesenden|die anwesenden|beide)$/iu
const INITIALS = /^(?:\p{Lu}\.?){1,4}$/u
const isInitials = (name: string): boolean => INITIALS.test(name)

/** Several names by commas. */
export const redactNames = (written: string, guard: Guard): string =>
  [...new Set(written.split(',').map(name => redactName(name, guard)))].join(', ')
