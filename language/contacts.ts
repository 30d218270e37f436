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
const STREET =
  /(?<!\p{L})(?:\p{Lu}[\p{L}.-]{0,40}[ -]){0,3}(?:\p{Lu}\p{L}{0,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|chaussee|steig|markt)|(?:Straße|Str\.|Weg|Platz|Allee|Gasse|Markt)) \d{1,4}(?: ?[a-h](?![\p{L}]))?(?:, ?\d{5} \p{Lu}\p{L}{1,40})?/gu
const POSTCODE = /(?<![\p{N}.])\d{5} \p{Lu}\p{L}{2,40}(?:-\p{L}{2,40})?/gu
const DOT_AT_END = /[.-]+$/

/** The contacts in a text, in its order, none overlapping. Numbers that only look like one count as one. */
export function contactsIn(text: string): Contact[] {
  const found: Contact[] = []
  const add = (kind: Contact['kind'], pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const whole = match[1] ?? match[0]
      const at = match.index + match[0].length - whole.length
      const end = at + whole.replace(DOT_AT_END, '').length
      if (!found.some(other => other.at < end && at < other.end)) found.push({ kind, at, end })
    }
  }
  add('mail', MAIL)
  add('phone', PHONE_SAID)
  add('phone', PHONE_IN_BRACKETS)
  add('phone', PHONE)
  add('phone', PHONE_WITH_DOTS)
  add('address', STREET)
  add('address', POSTCODE)
  return found.sort((a, b) => a.at - b.at)
}
