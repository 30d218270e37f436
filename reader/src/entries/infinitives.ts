import { beginsCapital, beginsSmall } from '../../../language/capitals.ts'
import { remembered } from '../../../language/remembered.ts'
import { isInfinitive, isParticiple, modalOf, verbForms } from '../../../language/verbs.ts'
import type { Word } from '../../../language/words.ts'

/** An infinitive that is not listed is believed only with a prefix or an ending that verbs have. */
const VERB_BEGIN =
  /^(?:ab|an|auf|aus|be|durch|ein|ent|er|fest|her|hin|los|mit|nach|rein|raus|rum|um|ver|vor|weg|weiter|zer|zu|zurück|zusammen)\p{Ll}{3,}|ieren$/u
const SUBORDINATE = new Set('dass daß weil damit sodass obwohl nachdem ob wenn falls sofern'.split(' '))
const FINITE = new Set(
  `ist sind hat haben war waren wäre wären hätte hätten würde würden gibt geht bin bist habe seid werde wurde wurden sei seien
  wollte wollten konnte konnten musste mussten durfte durften mochte könne könnten wolle solle müsse dürfe möge werden`.split(
    /\s+/,
  ),
)
/** Behind these the infinitive closed its clause: "Raum buchen bis Mai", "Flyer drucken in der Uni". */
const BEHIND = /^(?:lassen|bis|und|sowie|sobald|falls|wenn|für|bei|beim)$/
const BEHIND_IN_NOTES = /^(?:in|im|an|am|auf|mit|von|vom|zum|zur|nach|über|durch|vor|als|per|via)$/
const MOST_WORDS_OF_A_NOTE = 3
/** Verbs that tell a state and yet hand something out as a bare infinitive: "Raum finden", "Plakate drucken lassen". */
const ALSO_ACTS = new Set(['finden', 'lassen', 'nutzen'])
/** "stehen lassen", "so lassen": nothing is done. */
const LEFT = /^(?:stehen|liegen|hängen|sein|bleiben|so|weg|drin|dran|ruhen|offen|dabei|ausfallen|gelten)$/
/** "44 dafür, 6 dagegen, Rest enthalten", "412 € da, davon 150 versprochen": figures, not acts. */
const FIGURES = /^\d{1,6}(?:[.,]\d{1,3})?(?: ?(?:€|EUR|Euro|%))?(?: \p{L}{2,20}){0,3},/u

/**
 * "Mit der Schule besprechen, wie …", "Raum buchen bis Mai", "Abklären, was es kostet": an infinitive that closes the
 * main clause or opens it, and no finite verb before it.
 */
export function isInfinitiveClause(words: readonly Word[], part: string): boolean {
  if (words.length < 2 || FIGURES.test(part)) return false
  const first = words[0]!
  if (beginsCapital(first.text) && isActInfinitive(first.text) && opensNote(words, part)) return true
  const hasSubject = SUBJECT.test(first.text)
  for (const [at, word] of words.entries()) {
    const small = word.text.toLowerCase()
    if (SUBORDINATE.has(small) || (isFiniteVerb(small) && !isInserted(words, at, part))) return false
    if (at === 0 || !isSmall(word)) continue
    if (hasSubject ? endsPart(words, at, part) : closesClause(words, at, part)) {
      if (isActInfinitive(word.text)) return isHandedOut(words, at, part)
    } else if (verbForms(word.text).some(form => form.shape === 'plural')) {
      return false
    }
  }
  return false
}

/** Before these an infinitive is a noun written small: "weiteres vorgehen". */
const NAMED = /^(?:weiteres|nächstes|gemeinsames|erstes|letztes|konkretes)$/i

/** Is the infinitive an act, rather than "zu tun", "stehen lassen" or the verb of "alle nicken"? */
function isHandedOut(words: readonly Word[], at: number, part: string): boolean {
  const { text: before, from } = words[at - 1]!
  if (before === 'zu' || NAMED.test(before)) return false
  if (/^(?:alle|beide|viele|einige|manche|wir)$/i.test(before) && /(?:^|[,;:–(]) ?$/.test(part.slice(0, from)))
    return false
  return !(words[at]!.text === 'lassen' && LEFT.test(before)) && !holdsZu(words[at]!.text)
}

/**
 * A finite form that says nothing of the main clause: what was done with the item ("vertagt, aber bei … anfragen"), the
 * last verb of a clause that a question word opens ("Regeln, wer was darf, aufschreiben"), "parat haben und auslegen".
 */
function isInserted(words: readonly Word[], at: number, part: string): boolean {
  const { text } = words[at]!
  if (at === 0) return isParticiple(text) && part[words[0]!.to] === ','
  if (text === 'haben') return READY.test(words[at - 1]!.text)
  const next = words[at + 1]?.text ?? ''
  return isActInfinitive(next) && words.slice(1, at).some(word => QUESTION_WORD.test(word.text))
}

const READY = /^(?:parat|bereit|dabei|griffbereit|vorrätig)$/
const QUESTION_WORD = /^(?:wo|wer|wie|was|wann|welche[rsnm]?|womit|wofür)$/

/** "auszuhalten", "nachzufragen" */
function holdsZu(word: string): boolean {
  return verbForms(word).some(form => form.shape === 'infinitive' && form.lemma !== word)
}

/** With these a subject begins, and what looks like an infinitive is its verb: "Zwei Lehrer gehen in Pension". */
const SUBJECT = /^(?:die|alle|zwei|drei|vier|fünf|viele|einige|mehrere|manche|beide|diese|unsere|andere)$/i
/** Nouns that are infinitives by their form: "Spenden Mai: 690 €", "Fragen werden gesammelt". */
const NOUN_AS_WELL = new Set(
  'Spenden Fragen Schulen Treffen Schreiben Essen Planen Parken Vorgehen Vorhaben Anliegen Proben Rechnen Boten'.split(
    ' ',
  ),
)

/** "Abklären, was es kostet": an infinitive with a capital first, and no finite verb in its own clause. */
function opensNote(words: readonly Word[], part: string): boolean {
  const first = words[0]!
  if (isNounWithAnother(words)) return false
  if (NOUN_AS_WELL.has(first.text) || /^ (?:[-–—]|\d|(?:im|am|in|vom|beim|von)(?!\p{L}))/u.test(part.slice(first.to)))
    return false
  for (const [at, word] of words.entries()) {
    if (at > 0 && /[,;:(–]/.test(part.slice(words[at - 1]!.to, word.from))) return true
    if (at > 0 && isFiniteVerb(word.text)) return false
  }
  return true
}

/** "Anfragen und Mitteilungen": joined to a noun it is one. */
function isNounWithAnother(words: readonly Word[]): boolean {
  const [, joint, other] = words
  if (!joint || !other || !/^(?:und|sowie|bzw)$/.test(joint.text)) return false
  return beginsCapital(other.text) && verbForms(other.text.toLowerCase()).length === 0
}

function endsPart(words: readonly Word[], at: number, part: string): boolean {
  const next = words[at + 1]
  return !next || /[.!()]/.test(part.slice(words[at]!.to, next.from))
}

function isSmall(word: Word): boolean {
  return beginsSmall(word.text)
}

function closesClause(words: readonly Word[], at: number, part: string): boolean {
  const next = words[at + 1]
  if (
    !next ||
    /[,;:.!)–(]/.test(part.slice(words[at]!.to, next.from)) ||
    BEHIND.test(next.text) ||
    isOrAtLeast(words, at)
  )
    return true
  return at <= MOST_WORDS_OF_A_NOTE && BEHIND_IN_NOTES.test(next.text) && !isSmall(words[at - 1]!)
}

/** "überarbeiten oder zumindest dokumentieren" is one act; "leihen oder kaufen" a choice that is still open. */
function isOrAtLeast(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.text === 'oder' && /^(?:zumindest|wenigstens|notfalls)$/.test(words[at + 2]?.text ?? '')
}

/** An act that is done once, as a bare infinitive hands it out. */
export function isActInfinitive(word: string): boolean {
  const forms = verbForms(word)
  if (forms.length === 0) return isInfinitive(word) && VERB_BEGIN.test(word)
  if (ALSO_ACTS.has(word)) return true
  return forms.some(
    form => form.shape === 'infinitive' && !form.lasting && (form.sort === 'act' || form.sort === 'tell'),
  )
}

const isFiniteVerb = remembered((word: string): boolean => {
  if (FINITE.has(word) || modalOf(word) !== null) return true
  return verbForms(word).some(
    form => (form.shape === 'singular' && form.prefix === '' && form.lemma !== 'raten') || form.shape === 'past',
  )
})
