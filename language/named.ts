import { isFirstName } from './first-names.ts'
import { withoutTitles } from './names.ts'
import { fold } from './words.ts'

/**
 * Where a text names a person, in every written form: "Rita Weiß", "Weiß, Rita", "R. Weiß", "Fr. Dr. Weiß", "Weiß",
 * "Rita", initials and mail addresses. Made for taking somebody out of a text: what can be another person or an
 * ordinary word comes as a question, never as a fact.
 */
export type Named = {
  /** Offsets in UTF-16 units, end exclusive. Forms of address, titles and an ending of the genitive belong to it. */
  readonly at: number
  readonly end: number
  /** False: somebody has to say whether it is this person. */
  readonly sure: boolean
}

/** Somebody to look for, or to tell apart from. */
export type PersonNamed = { readonly name: string; readonly email: string | null }

/** Whom the written names of this text mean, folded (`fold`), where somebody has said so. */
export type Meant = { readonly this: ReadonlySet<string>; readonly others: ReadonlySet<string> }
const nobodySaid: Meant = { this: new Set(), others: new Set() }

type Token = { readonly at: number; readonly end: number; readonly word: string; readonly upper: boolean }
type Parts = { readonly given: readonly string[]; readonly family: readonly string[]; readonly email: string | null }

const TOKEN = /\p{L}[\p{L}\p{M}]*/gu
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}/gu
const UPPER = /^\p{Lu}/u
const IDENTIFIER = /[@._/-]/
const PARTICLES = new Set([
  'von',
  'van',
  'vom',
  'zu',
  'zur',
  'de',
  'del',
  'della',
  'der',
  'den',
  'al',
  'el',
  'ap',
  'bin',
  'ibn',
  'la',
  'le',
  'ten',
  'ter',
  'dos',
  'da',
  'di',
])
const TITLES = new Set([
  'hr',
  'hrn',
  'herr',
  'herrn',
  'fr',
  'frau',
  'dr',
  'prof',
  'med',
  'phil',
  'jur',
  'dipl',
  'ing',
  'mag',
  'pfr',
  'pfarrer',
  'pfarrerin',
])
const ENDINGS = new Set(['', 's', 'es', 'sche', 'schen', 'scher', 'sches', 'schem'])
const SHORTEST_PART = 3
const SHORTEST_STEM = 4
/** Given names, particles and titles that one name has before it. */
const MOST_WORDS_BEFORE = 7
const BESIDE = /^(?:\.? ?|\. ?|[ \u00a0]|-|‑)$/u
const SPACE = /^[ \u00a0]$/u
const BEHIND_COMMA = /^, ?$/
const DECLARED = /^ ?\((\p{Lu}{2,4})\)/u

/** The places where `text` names `person`, in the order of the text, none overlapping. `others`: everybody else who is known here. */
export function mentionsOf(
  text: string,
  person: PersonNamed,
  others: readonly PersonNamed[] = [],
  meant: Meant = nobodySaid,
): Named[] {
  const who = partsOf(person)
  if (!mayStand(text, who, meant)) return []
  const rivals = others.map(partsOf)
  const addresses = mailsIn(text, who, rivals)
  const tokens = outside(tokensOf(text), addresses)
  const inAddresses: Named[] = addresses
    .filter(({ hit }) => hit !== null)
    .map(({ at, end, hit }) => ({ at, end, sure: hit === 'sure' }))
  const found: Named[] = []
  const declared = new Set(meant.this)
  for (let index = 0; index < tokens.length; index++) {
    const hit =
      familyAt(text, tokens, index, who, rivals, { ...meant, this: declared }) ??
      givenAt(text, tokens, index, who, rivals, { ...meant, this: declared })
    if (!hit) continue
    if (hit.initials) declared.add(hit.initials)
    // A given name was met before the family name that it belongs to.
    while (found.length > 0 && found.at(-1)!.end > hit.at) found.pop()
    if (hit.keep) found.push({ at: hit.at, end: hit.end, sure: hit.sure })
    while (index + 1 < tokens.length && tokens[index + 1]!.at < hit.end) index++
  }
  return [...inAddresses, ...found].sort((a, b) => a.at - b.at)
}

type Hit = { at: number; end: number; sure: boolean; keep: boolean; initials?: string }

/** Most texts name somebody else: one look spares them the rest. */
function mayStand(text: string, { given, family, email }: Parts, { this: known }: Meant): boolean {
  const folded = fold(text)
  return (
    [...family, ...given.slice(0, 1), ...known].some(part => folded.includes(part)) ||
    (email !== null && folded.includes(email))
  )
}

function partsOf({ name, email }: PersonNamed): Parts {
  const [family, first, more] = withoutTitles(name).split(', ')
  const plain = family && first && more === undefined ? `${first} ${family}` : withoutTitles(name)
  const words = plain
    .split(/[ \u00a0]+/u)
    .map(wordsIn)
    .filter(parts => parts.length > 0)
  const last = words.at(-1) ?? []
  const long = last.filter(part => part.length >= SHORTEST_PART)
  const given = words
    .slice(0, -1)
    .flat()
    .filter(part => !PARTICLES.has(part))
  return { given, family: long.length > 0 ? long : last, email: email?.toLowerCase() ?? null }
}

const wordsIn = (text: string): string[] => (text.normalize('NFC').match(TOKEN) ?? []).map(fold)

const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), match => ({
    at: match.index,
    end: match.index + match[0].length,
    word: fold(match[0]),
    upper: UPPER.test(match[0]),
  }))

/** How a word stands to a family name: it, a form of it, a compound that begins with it, or nothing. */
function standsFor(word: string, family: readonly string[]): 'it' | 'compound' | null {
  if (family.some(part => word.startsWith(part) && ENDINGS.has(word.slice(part.length)))) return 'it'
  return family.some(part => part.length >= SHORTEST_STEM && word.startsWith(part)) ? 'compound' : null
}

function familyAt(text: string, tokens: Token[], index: number, who: Parts, rivals: Parts[], meant: Meant): Hit | null {
  const token = tokens[index]!
  const stands = standsFor(token.word, who.family)
  if (!stands) return null
  if (stands === 'compound') return token.upper ? { ...token, sure: false, keep: true } : null
  const last = lastOf(text, tokens, index, who)
  let end = behind(text, tokens[last]!)
  const before = leftOf(text, tokens, index, who)
  const turned = turnedAt(text, tokens[last + 1], end, who)
  if (turned) end = turned.end
  const initials = DECLARED.exec(text.slice(end))
  const mine = initials && fold(initials[1]!) === initialsOf(who) ? initials : null
  if (mine) end += mine[0].length
  const hit = { at: before.at, end, keep: true, ...(mine ? { initials: fold(mine[1]!) } : {}) }
  const written = fold(text.slice(before.at, end))
  if (meant.this.has(written)) return { ...hit, sure: true }
  if (meant.others.has(written)) return { ...hit, sure: false, keep: false }
  const same = rivals.filter(rival => rival.family.some(part => who.family.includes(part)))
  if (before.strange !== null) {
    // Another given name or initial stands before it.
    const known = same.some(rival => agrees(before.strange!, rival.given[0]))
    return { ...hit, at: token.at, sure: false, keep: !known }
  }
  const first = turned ? who.given[0]! : before.first
  const rival = same.some(({ given }) => first === null || given.length === 0 || agrees(first, given[0]))
  const inName = token.upper || isPartOfIdentifier(text, token)
  return { ...hit, sure: !rival && inName }
}

/** The tokens that stand in none of the stretches; both in the order of the text. */
function outside(tokens: readonly Token[], stretches: readonly { at: number; end: number }[]): Token[] {
  let next = 0
  return tokens.filter(token => {
    while (next < stretches.length && stretches[next]!.end <= token.at) next++
    return !(next < stretches.length && stretches[next]!.at < token.end)
  })
}

/** The last part of a double name. */
function lastOf(text: string, tokens: Token[], index: number, who: Parts): number {
  let at = index
  while (
    tokens[at + 1] &&
    text.slice(tokens[at]!.end, tokens[at + 1]!.at) === '-' &&
    who.family.includes(tokens[at + 1]!.word)
  )
    at++
  return at
}

/** The given name behind a comma: "Weiß, Rita". */
const turnedAt = (text: string, next: Token | undefined, end: number, who: Parts): Token | null =>
  next && next.word === who.given[0] && BEHIND_COMMA.test(text.slice(end, next.at)) ? next : null

/** Where the name ends, the apostrophe and s of a genitive included. */
function behind(text: string, { end }: Token): number {
  const genitive = /^['’]s?(?!\p{L})/u.exec(text.slice(end, end + 3))
  return genitive ? end + genitive[0].length : end
}

type Before = { at: number; first: string | null; strange: string | null }

/** What stands before a family name and belongs to it: particles, given names, initials, forms of address. */
function leftOf(text: string, tokens: Token[], index: number, who: Parts): Before {
  let at = index
  let first: string | null = null
  const previous = () => {
    const token = index - at < MOST_WORDS_BEFORE ? tokens[at - 1] : undefined
    return token && BESIDE.test(text.slice(token.end, tokens[at]!.at)) ? token : null
  }
  for (let token = previous(); token; token = previous()) {
    const isMine = who.family.includes(token.word) || who.given.includes(token.word)
    const isInitial = token.word.length === 1 && who.given.some(name => name.startsWith(token.word))
    if (!isMine && !isInitial && !PARTICLES.has(token.word)) break
    if (PARTICLES.has(token.word) && !isMine && !token.upper && at === index && !hasParticle(text, tokens, at, who))
      break
    if (who.given.includes(token.word) || isInitial)
      first = first && first.length > token.word.length ? first : token.word
    at--
  }
  const next = previous()
  const strange = first === null && next && isStrange(text, next, tokens[at]!) ? next.word : null
  for (let token = previous(); token && TITLES.has(token.word); token = previous()) at--
  return { at: tokens[at]!.at, first, strange }
}

/** "von Thun" and "von Weiß": a particle counts where given names stand before it. */
function hasParticle(_text: string, tokens: Token[], at: number, who: Parts): boolean {
  const earlier = tokens[at - 2]
  return earlier !== undefined && (who.given.includes(earlier.word) || TITLES.has(earlier.word))
}

/** Another person's initial ("K. Weiß") or given name ("Kemal Weiß"). */
function isStrange(text: string, token: Token, next: Token): boolean {
  if (!token.upper || TITLES.has(token.word)) return false
  const between = text.slice(token.end, next.at)
  if (token.word.length === 1) return between.startsWith('.')
  return SPACE.test(between) && isFirstName(token.word)
}

/** A given name alone, or initials that somebody declared. */
function givenAt(text: string, tokens: Token[], index: number, who: Parts, rivals: Parts[], meant: Meant): Hit | null {
  const token = tokens[index]!
  const written = text.slice(token.at, token.end)
  if (meant.this.has(token.word) && written === written.toUpperCase() && written.length <= 4)
    return { at: token.at, end: token.end, sure: true, keep: true }
  const [first] = who.given
  const isFirst = first !== undefined && (token.word === first || token.word === `${first}s`)
  if (!isFirst || !token.upper) return null
  const next = tokens[index + 1]
  const follows = next?.upper && SPACE.test(text.slice(token.end, next.at)) ? next.word : null
  const another =
    follows !== null && rivals.some(rival => agrees(first, rival.given[0]) && standsFor(follows, rival.family) === 'it')
  if (another || meant.others.has(token.word)) return { at: token.at, end: token.end, sure: false, keep: false }
  return { at: token.at, end: token.end, sure: meant.this.has(first), keep: true }
}

/** Mail addresses: this person's own, and those that spell the family name. */
function mailsIn(text: string, who: Parts, rivals: Parts[]) {
  return Array.from(text.matchAll(MAIL), match => {
    const address = withoutMarks(match[0]).toLowerCase()
    const place = { at: match.index, end: match.index + address.length }
    if (address === who.email) return { ...place, hit: 'sure' as const }
    if (rivals.some(({ email }) => email === address)) return { ...place, hit: null }
    const words = wordsIn(address.slice(0, address.indexOf('@')))
    if (!words.some(word => standsFor(word, who.family))) return { ...place, hit: null }
    const first = words.find(word => who.given.some(given => agrees(word, given)))
    return { ...place, hit: first ? ('sure' as const) : ('ask' as const) }
  })
}

/** The address without the full stop of its sentence. */
function withoutMarks(address: string): string {
  let end = address.length
  while (address[end - 1] === '.' || address[end - 1] === '-') end--
  return address.slice(0, end)
}

const initialsOf = ({ given, family }: Parts): string =>
  [...given.slice(0, 1), ...family.slice(0, 1)].map(part => part[0]).join('')

/** Equal, or one is the initial of the other. */
function agrees(a: string, b: string | undefined): boolean {
  if (b === undefined || a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length === 1 && long.startsWith(short)
}

const isPartOfIdentifier = (text: string, { at, end }: Token): boolean =>
  IDENTIFIER.test(text[at - 1] ?? '') || IDENTIFIER.test(text[end] ?? '')

/** `text` with every place replaced; places as `mentionsOf` gives them. */
export function replaced(text: string, places: readonly { at: number; end: number }[], by: string): string {
  let out = ''
  let from = 0
  for (const { at, end } of places) {
    out += text.slice(from, at) + by
    from = end
  }
  return out + text.slice(from)
}
