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
const WORDS_LOOKED_AT = 3000
const FEWEST_WORDS = 40
const LATIN = /\p{Script=Latin}/gu
const LETTER = /\p{L}/gu
const SIGNS_LOOKED_AT = 20_000

/**
 * The language of a text where it is clearly not German: a code such as 'en', or 'und' for another script or one that
 * is not known here. Null for German, for a text too short to tell, and where German is at least as likely.
 */
export function otherLanguageOf(text: string): string | null {
  const start = text.slice(0, SIGNS_LOOKED_AT)
  const letters = start.match(LETTER)?.length ?? 0
  if (letters > 2 * FEWEST_WORDS && (start.match(LATIN)?.length ?? 0) * 2 < letters) return 'und'
  const words = wordsOf(start.toLowerCase()).slice(0, WORDS_LOOKED_AT)
  if (words.length < FEWEST_WORDS) return null
  const count = (language: string) => words.filter(word => SMALL_WORDS[language]!.has(word.text)).length
  const german = count('de')
  const [best] = Object.keys(SMALL_WORDS)
    .map(language => ({ language, count: count(language) }))
    .sort((a, b) => b.count - a.count)
  return best && best.language !== 'de' && best.count > 2 * german && best.count * 10 > words.length
    ? best.language
    : null
}
