/** How somebody is reached, as texts write it: what a stranger needs to find a person at home or to ring him up. */
export type Contact = {
  readonly kind: 'mail' | 'phone' | 'address'
  /** Offsets in UTF-16 units, end exclusive. */
  readonly at: number
  readonly end: number
}

const MAIL = /[\p{L}\p{N}._%+-]{1,64} ?(?:@|\((?:at|ät)\)|\[(?:at|ät)\]) ?[\p{L}\p{N}.-]{1,190}/giu
/** What begins with a plus, two noughts or one, and goes on with digits; a day ("03.05.2026") has dots and no such length. */
const PHONE = /(?<![\p{L}\p{N}.,/-])(?:\+|00?)[ (]{0,2}[1-9](?:[ ()/–-]{0,3}\d){4,16}(?![\p{N}])/gu
const PHONE_IN_BRACKETS = /(?<!\p{N})\(0\d{1,6}\)(?:[ /–-]{0,3}\d){3,12}(?!\p{N})/gu
const PHONE_WITH_DOTS = /(?<![\p{N}.])0[1-9]\d{1,4}\.\d{3,10}(?:\.\d{2,8})?(?![\p{N}.])/gu
/** What is called a telephone, whatever it looks like. */
const PHONE_SAID =
  /(?<!\p{L})(?:Tel|Telefon|Telefonnummer|Mobil|Mobilnummer|Handy|Handynummer|Fon|Fax|Durchwahl|DW)\.?(?: ?nr\.)?:? {0,2}(\+?[\d(](?:[ ()/–.-]{0,3}\d){2,18})/giu
const HOUSE_NUMBER = / \d{1,4}(?!\p{N})(?: ?[a-h](?!\p{L}))?(?:, ?\d{5} \p{Lu}\p{L}{1,40})?/gu
const STREET = /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee|steig|markt)$/iu
const STREET_ALONE = /^(?:Straße|Str\.|Weg|Platz|Allee|Gasse|Ring|Ufer|Damm|Steig|Markt)$/u
const OF_A_STREET = /^(?:\p{Lu}\p{L}*|der|dem|den)$/u
const CAPITAL = /^\p{Lu}/u
/** "An der Alten Mühle": words before a street that is no name alone, and signs that all of them have. */
const MOST_WORDS = 3
const LONGEST_STREET = 80
const POSTCODE = /(?<![\p{N}.])\d{5} \p{Lu}\p{L}{2,40}(?:-\p{L}{2,40})?/gu
/** The contacts in a text, in its order, none overlapping. Numbers that only look like one count as one. */
export function contactsIn(text: string): Contact[] {
  const found: Contact[] = []
  const add = (kind: Contact['kind'], pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const whole = match[1] ?? match[0]
      const at = match.index + match[0].length - whole.length
      const end = at + withoutDots(whole).length
      if (!found.some(other => overlap(other, { at, end }))) found.push({ kind, at, end })
    }
  }
  add('mail', MAIL)
  add('phone', PHONE_SAID)
  add('phone', PHONE_IN_BRACKETS)
  add('phone', PHONE)
  add('phone', PHONE_WITH_DOTS)
  for (const one of streetsIn(text)) if (!found.some(other => overlap(other, one))) found.push(one)
  add('address', POSTCODE)
  return found.sort((a, b) => a.at - b.at)
}

type Span = Pick<Contact, 'at' | 'end'>
const overlap = (a: Span, b: Span): boolean => a.at < b.end && b.at < a.end

/** Without the full stop of its sentence. */
function withoutDots(text: string): string {
  let end = text.length
  while (text[end - 1] === '.' || text[end - 1] === '-') end--
  return text.slice(0, end)
}

/** A house number with the street before it. */
function streetsIn(text: string): Contact[] {
  return Array.from(text.matchAll(HOUSE_NUMBER)).flatMap((match): Contact[] => {
    const words = text.slice(Math.max(0, match.index - LONGEST_STREET), match.index).split(/[\s(,:;]/u)
    const street = words.pop() ?? ''
    if (!CAPITAL.test(street) || !STREET.test(street)) return []
    let at = match.index - street.length
    if (STREET_ALONE.test(street))
      for (let taken = 0; taken < MOST_WORDS && OF_A_STREET.test(words.at(-1) ?? ''); taken++)
        at -= words.pop()!.length + 1
    return [{ kind: 'address', at, end: match.index + match[0].length }]
  })
}
