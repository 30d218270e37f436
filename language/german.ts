import { wordsOf } from './words.ts'

/** The most frequent small words of each language; content plays no part. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man kann wir soll wurde wurden bitte ich uns'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des du et à en un une est que qui dans pour pas sur au plus par avec il elle sont ce se ne nous vous ont été'.split(
      ' ',
    ),
  ),
  es: new Set('el la los las de y a en un una es que por con para se no su al lo como más del son ha sus'.split(' ')),
  nl: new Set(
    'de het een en van in is dat op te zijn met voor niet aan er om ook als bij door worden wordt naar deze of uit'.split(
      ' ',
    ),
  ),
  tr: new Set('ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var en ama'.split(' ')),
}
const LANGUAGES = Object.keys(SMALL_WORDS)
const NONE: readonly string[] = []
const languagesOfWord = new Map<string, string[]>()
for (const language of LANGUAGES)
  for (const word of SMALL_WORDS[language]!) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language])
const WORDS_LOOKED_AT = 3000
const FEWEST_WORDS = 40
/** Where none of these stands, all letters are Latin ones. */
const BEYOND_LATIN = /[^\0-\u024f\u2000-\u206f]/
const LATIN = /\p{Script=Latin}/gu
const LETTER = /\p{L}/gu
const SIGNS_LOOKED_AT = 20_000

/**
 * The language of a text where it is clearly not German: a code such as 'en', or 'und' for another script or one that
 * is not known here. Null for German, for a text too short to tell, and where German is at least as likely.
 */
export function otherLanguageOf(text: string): string | null {
  const start = text.slice(0, SIGNS_LOOKED_AT)
  if (!isLatin(start)) return 'und'
  const words = wordsOf(start.toLowerCase()).slice(0, WORDS_LOOKED_AT)
  if (words.length < FEWEST_WORDS) return null
  const counts = new Map(LANGUAGES.map(language => [language, 0]))
  for (const { text: word } of words)
    for (const language of languagesOfWord.get(word) ?? NONE) counts.set(language, counts.get(language)! + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  const [language, count] = best!
  return language !== 'de' && count > 2 * counts.get('de')! && count * 10 > words.length ? language : null
}

function isLatin(text: string): boolean {
  if (!BEYOND_LATIN.test(text) || isMostlyPlain(text)) return true
  const letters = text.match(LETTER)?.length ?? 0
  return letters <= 2 * FEWEST_WORDS || (text.match(LATIN)?.length ?? 0) * 2 >= letters
}

const HIGHEST_PLAIN = 0x7f

/** Are the letters of ASCII at least as many as all other signs? Then Latin ones are at least half; arrows are no letters. */
function isMostlyPlain(text: string): boolean {
  let more = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at) | SMALL
    if (unit > HIGHEST_PLAIN) more--
    else if (unit >= FIRST_LETTER && unit <= LAST_LETTER) more++
  }
  return more >= 0
}

/** Makes a small letter of a capital one of ASCII. */
const SMALL = 0x20
const FIRST_LETTER = 0x61
const LAST_LETTER = 0x7a
