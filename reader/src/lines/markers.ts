import { cue } from '../../../language/cues.ts'

/** The list mark of a line, as written, and what stands behind it. */
export type Marked = { readonly marker: string | null; readonly body: string }

const BULLET = /^([-*+•‣◦▪●○·►➢➔→⇒–—]|=>|->|-->|o(?= [\p{Lu}\p{N}])) +(?=\S)/u
const BOX = /^(\[[ xX✓]?\]|[☐☑☒✓✔]) *(?=\S)/u
/** "TOP 3:", "zu TOP 3", "Traktandum 2"; in a sentence ("TOP 3 wird vertagt") it is part of it */
const ITEM = cue(
  /^((?:zu |ad )?(?:TOP|Top|T\.?O\.?P\.?|Tagesordnungspunkt|Traktandum|Trakt\.|Punkt|Pkt\.) ?#?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5})(?: ?[a-z](?!\p{L}))?(?: ?(?:&|\/|-|–|\+|und|bis) ?\d{1,2})?)(?: ?[.:)–—-]+ *| +(?=[^\p{Ll}\s]))/u,
)
const NUMBER = cue(/^(\(?\d{1,3}(?:\\?[.)]){1,2}|\(?\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)(?= |$|(?<=\))) */)
/** "**3.** Finanzen", "**3. **Finanzen": the number alone is bold, as word processors save it. */
const BOLD_NUMBER = /^(?:\*\*|__)((?:TOP )?\d{1,3}(?:\.\d{1,3}){0,2}\\?[.):]?) ?(?:\*\*|__) ?(?=\S)/
/** "3. TOP: Finanzen" */
const TOP_BEHIND = /^(?:TOP|Tagesordnungspunkt|Punkt)(?: ?[:–-]+ ?| +(?=\p{Lu}))/u
/** "2 Finanzen", "#2 Finanzen", "2 · Finanzen", in a heading only */
const BARE_NUMBER = /^(#?\d{1,2}) +(?:[·|] +)?(?=\p{Lu})(?!(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/u
const LETTER = /^(\(?[a-z]\)|[a-z]\.(?! ?\p{L}\.)) +(?=\S)/u
const ROMAN = /^([IVX]{1,5})([.)]) +(?=\S)/
const AD_NUMBER = cue(/^((?:zu|ad) \d{1,3}(?:\.\d{1,3}){0,2}[.):]?)(?= ) */i)
/** "- **TOP 3: Finanzen**": the whole entry is bold. */
const BOLD_ITEM = /^(?:\*\*|__)((?:TOP ?)?\d{1,2}(?:\.\d{1,2})?[.:) ][^*_]{2,120}?)(?:\*\*|__)(?=:?$| ?\()/i
/** "2.5 Euro" is an amount. */
const UNIT_BEHIND = /^(?:uhr|euro|%|€|prozent|h|std|bis|um)(?!\p{L})/iu
/** "- 2. Vorsitzende", "- 1. Mannschaft" count something else than entries. */
const RANK_BEHIND =
  /^(?:stellv|vors|vorst|mannschaft|herren|damen|halbjahr|quartal|platz|klasse|semester|obmann|bürgermeister|lesung|beisitz|schriftf|kassier|kassenwart|sprecher|uhr)/i
const MONTH_BEHIND = cue(/^(?:Jan|Feb|März|Mär|April|Apr|Mai|Juni|Juli|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/)
/** Behind "0.1" a title begins; behind "2.5" of an amount comes a unit. */
const TITLE_BEGIN = /^[\p{Lu}„"“«*_([]/u

/**
 * Finds the list mark of each line. `texts` are normal lines, headings already without their marks; a heading's number
 * needs no point.
 * "14. November" and "3.5. um 18 Uhr" begin with a date, not with a number: a dotted number counts only when its
 * parent or its elder sibling stood before ("3.1." behind "3."), Roman numbers only where II follows.
 */
export function markersOf(texts: readonly string[], isHeading: readonly boolean[]): Marked[] {
  const seen = new Set<string>()
  const roman = texts.some(text => text.startsWith('II.') || text.startsWith('II)'))
  return texts.map((text, at) => {
    const bare = isHeading[at] ? BARE_NUMBER.exec(text) : null
    return bare
      ? { marker: bare[1]!, body: text.slice(bare[0].length) }
      : ((isHeading[at] ? numbered(text, seen, true) : null) ?? markOf(text, seen, roman))
  })
}

function markOf(text: string, seen: Set<string>, roman: boolean): Marked {
  const quoted = (text.startsWith('>') ? text.replace(/^[> ]+/, '') : text).replace(BOLD_NUMBER, '$1 ')
  const bullet = BULLET.exec(quoted)
  if (bullet) {
    const rest = quoted.slice(bullet[0].length)
    const box = BOX.exec(rest)
    if (box) return { marker: box[1]!, body: rest.slice(box[0].length) }
    return numberBehind(rest, seen) ?? { marker: bullet[1]!, body: rest }
  }
  const box = BOX.exec(quoted)
  if (box) return { marker: box[1]!, body: quoted.slice(box[0].length) }
  const item = ITEM.exec(quoted) ?? AD_NUMBER.exec(quoted)
  if (item && item[0].length < quoted.length) return { marker: item[1]!, body: quoted.slice(item[0].length) }
  return numbered(quoted, seen) ?? lettered(quoted, roman) ?? { marker: null, body: quoted }
}

/** Of "- 3. Finanzen" and "* **TOP 3: Finanzen**" the number is the mark. */
function numberBehind(text: string, seen: Set<string>): Marked | null {
  if (!MAY_NUMBER.test(text)) return null
  const bare = text.replace(BOLD_ITEM, '$1')
  const item = ITEM.exec(bare)
  if (item && item[0].length < bare.length) return { marker: item[1]!, body: bare.slice(item[0].length) }
  const found = numbered(bare, seen)
  return found && TITLE_BEGIN.test(found.body) && !RANK_BEHIND.test(found.body) ? found : null
}

const MAY_NUMBER = /^(?:\*\*|__)?(?:\d|TOP|Top|Punkt|Tag|Trak)/

function numbered(text: string, seen: Set<string>, inHeading = false): Marked | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  const rest = text.slice(match[0].length)
  if (rest === '' || MONTH_BEHIND.test(rest)) return null
  const parts = match[1]!
    .replace(/[()\\]/g, '')
    .split('.')
    .filter(part => part !== '')
  const number = parts.join('.')
  if (
    parts.length > 1 &&
    !(isNextOf(parts, seen) && ((inHeading && !UNIT_BEHIND.test(rest)) || TITLE_BEGIN.test(rest)))
  )
    return null
  seen.add(number)
  return { marker: match[1]!, body: rest.replace(TOP_BEHIND, '') || rest }
}

function isNextOf(parts: readonly string[], seen: ReadonlySet<string>): boolean {
  const parent = parts.slice(0, -1).join('.')
  const last = Number(parts.at(-1))
  return seen.has(parent) || seen.has(`${parent}.${last - 1}`) || (last <= 1 && parts.length <= 3)
}

function lettered(text: string, roman: boolean): Marked | null {
  const letter = LETTER.exec(text)
  if (letter) return { marker: letter[1]!, body: text.slice(letter[0].length) }
  const number = roman ? ROMAN.exec(text) : null
  return number ? { marker: number[1]! + number[2]!, body: text.slice(number[0].length) } : null
}
