import { remembered } from './remembered.ts'
/** A word of a text: as written, and where it begins and ends (offsets in UTF-16 units, end exclusive). */
export type Word = { readonly text: string; readonly from: number; readonly to: number }

const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[*:/](?=in(?:nen)?(?!\p{L})|r(?!\p{L}))|(?<=\p{Ll})- (?=\p{Ll})(?!(?:und|oder|bzw|sowie|u|bis)(?!\p{L}))|[-'’._](?=\p{L}))*/gu
/** A word that a hyphen parted at the end of a line, once the lines are put together: "Orts- vorsteher". */
const PARTED = /(?<=\p{Ll})- (?=\p{Ll})/gu
const MARKS = /\p{M}+/gu
const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  ı: 'i',
}
const PLAIN = /^[\u0020-\u007e]*$/
const UMLAUT = /[äöüßæøłı]/g

/**
 * Folds a text for comparing: lower case, ä → ae, ß → ss, other accents off (DIN 5007-2, the order of name lists).
 * "Straße" and "STRASSE", "Jörgens" and "Joergens" fold alike; "Jorgens" stays another name.
 */
export const fold = remembered((text: string): string => {
  if (PLAIN.test(text)) return text.toLowerCase()
  const lower = text.normalize('NFC').toLowerCase()
  return lower
    .replace(UMLAUT, sign => UMLAUTS[sign] ?? sign)
    .normalize('NFD')
    .replace(MARKS, '')
})

/**
 * The words of a text with their places, in order. A gender form ("Akteur*innen", "Sprecher:in"), a hyphenated compound
 * ("Kita-Platz") an abbreviation with an inner dot ("z.B", "e.V") and
 * a word parted at the end of a line ("Orts- vorsteher", put together in `text`) are one word each.
 */
export const wordsOf = remembered((text: string): readonly Word[] => {
  const words: Word[] = []
  let from = 0
  while (from < text.length) {
    if (!isWordSign(text.charCodeAt(from))) {
      from++
      continue
    }
    let to = from + 1
    while (isPlainSign(text.charCodeAt(to))) to++
    if (!endsPlainly(text, from, to)) {
      WORD.lastIndex = from
      const match = WORD.exec(text)
      if (!match) break
      from = match.index
      to = from + match[0].length
    }
    const word = text.slice(from, to)
    words.push({ text: word.includes(' ') ? word.replace(PARTED, '') : word, from, to })
    from = to
  }
  return words
})

/** Letters of German and digits; of other signs `WORD` says what they are. */
function isPlainSign(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0xc0 && unit <= 0xff && unit !== 0xd7 && unit !== 0xf7)
  )
}

/** False of signs of ASCII that begin no word, above all of blanks. */
function isWordSign(unit: number): boolean {
  return unit > 0x7f || isPlainSign(unit)
}

/** Does a stretch of plain signs end as a word, with a sign that can not belong to one? */
function endsPlainly(text: string, from: number, to: number): boolean {
  if (!isPlainSign(text.charCodeAt(from))) return false
  if (to === text.length) return true
  const next = text.charCodeAt(to)
  return next === BLANK || (next < 0x80 && !JOINING.includes(text[to]!))
}

const BLANK = 0x20
/** Signs that can stand within a word; a hyphen and a blank that part one are told by the hyphen. */
const JOINING = "-*:/'’._"

const STOP_WORDS = new Set(
  fold(`
    hr hrn herr herrn fr frau dr prof aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus ausserdem bei beim bereits bis
    bzw da dabei dadurch dafuer daher damit danach dann daran darauf darueber darum das dass dazu dein dem den denn der
    deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch eigentlich ein eine einem einen einer
    eines einmal er es etc etwa etwas euch euer fuer gegen gibt haben hat hatte hatten hier hin ich ihm ihn ihnen ihr
    ihre ihrem ihren ihrer im in indem ins ist ja je jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem
    keinen keiner koennen koennte man mehr mein mich mir mit muss muessen nach nachdem naechste naechsten nicht nichts
    noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie siehe sind so soll sollen
    sollte sollten sondern sowie ueber um und uns unser unsere unserem unseren unserer unter vom von vor war waren was
    weil weiter weiterhin welche welcher welches wenn wer werden wie wieder will wir wird wo wohl wollen worden wurde
    wurden zu zum zur zurzeit zwischen
  `)
    .trim()
    .split(/\s+/),
)

/** Is the word one that carries no matter ("der", "wird", "noch")? Takes it in any spelling. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(fold(word))
}
