import { isInfinitive, isParticiple, modalOf, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'

/**
 * Something that has to be done, without anybody who does it.
 * - `must`: "muss noch … werden"; `should`: "soll … werden", done once; `rule`: "soll … werden", for good: a decision.
 * - `open`: "ist noch zu klären"; `needed`: "… nötig"; `infinitive`: "mit der Schule besprechen"; `please`: "Bitte …".
 */
export type Need = {
  readonly kind: 'must' | 'should' | 'rule' | 'open' | 'needed' | 'infinitive' | 'please'
  readonly confidence: number
}

const REGULATES =
  /(?<!\p{L})(?:künftig|zukünftig|in Zukunft|grundsätzlich|generell|immer|jeweils|jede[rsmn]?|stets|vorzugsweise|regelmäßig|nur noch|nicht mehr|nach Absprache|am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag))(?!\p{L})|(?<=\p{L})tags(?!\p{L})/iu
const NEEDED =
  /(?<!\p{L})(?:ist|sind|wäre|wären|noch|dringend)? ?(?:nötig|notwendig|erforderlich|vonnöten)[.;!]?$|(?<!\p{L})(?:fehlt|fehlen|braucht|brauchen wir|werden|wird) noch(?!\p{L})|(?<!\p{L})(?:steht|stehen) noch aus(?!\p{L})/iu
const OPEN =
  /(?<!\p{L})(?:ist|sind|bleibt|bleiben|gilt es|wäre|noch|muss|müssen)(?!\p{L})[^.;!?]{0,120}(?<!\p{L})zu (\p{Ll}+en)[.;!)]*$/iu
const PLEASE = /^(?:an alle: ?)?bitte(?!\p{L})|(?<!\p{L})bitte (?:bis|an|noch|bei|mit|die|das|den|alle)(?!\p{L})/iu
const PAST = /(?<!\p{L})(?:wurde|wurden|war|waren|hatte|hatten|worden|gewesen)(?!\p{L})/iu
const SINGLE_DAY = /(?<!\p{L})(?:noch|bis|nächste[nrms]?|demnächst|zeitnah|bald|einmal)(?!\p{L})/iu
/** "soll … sein", "sollte es … geben": how something is to be for good. */
const STANDS =
  /(?<!\p{L})(?:soll|sollen|sollte|sollten)(?!\p{L})[^.;,!?]{0,120}(?<!\p{L})(?:sein|geben|stattfinden|gelten|bleiben|dürfen|erfolgen)(?!\p{L})/iu
const BEHIND_MODAL = 60

/** What a part asks for without naming who, or null. Questions ask for nothing, nor does what is over. */
export function needIn(part: string): Need | null {
  if (/\?["”“)]*$/.test(part)) return null
  const words = wordsOf(part)
  const modal = withModal(words, part)
  if (modal || PAST.test(part)) return modal
  return (
    openIn(part) ??
    (PLEASE.test(part) ? { kind: 'please', confidence: 0.6 } : null) ??
    (NEEDED.test(part) ? { kind: 'needed', confidence: 0.5 } : null) ??
    (isInfinitiveClause(words, part) ? { kind: 'infinitive', confidence: 0.55 } : null)
  )
}

function withModal(words: readonly Word[], part: string): Need | null {
  const at = words.findIndex(word => /^(?:soll|sollte|muss)$/.test(modalOf(word.text) ?? ''))
  if (at < 0) return null
  const participle = passiveParticiple(words, at)
  if (!participle) return STANDS.test(part) ? { kind: 'rule', confidence: 0.45 } : null
  if (modalOf(words[at]!.text) === 'muss') return { kind: 'must', confidence: REGULATES.test(part) ? 0.45 : 0.7 }
  const lasting = verbForms(participle).some(form => form.lasting)
  const rule = (lasting || REGULATES.test(part)) && !SINGLE_DAY.test(part)
  return rule ? { kind: 'rule', confidence: 0.6 } : { kind: 'should', confidence: 0.55 }
}

/** The participle of a passive: "soll … entfernt werden", in a subordinate clause "erstellt werden soll". */
function passiveParticiple(words: readonly Word[], modalAt: number): string | null {
  const before = words[modalAt - 1]
  if (before?.text === 'werden') {
    const participle = words[modalAt - 2]?.text ?? ''
    return isParticiple(participle) ? participle : null
  }
  for (let at = modalAt + 1; at < Math.min(words.length, modalAt + BEHIND_MODAL); at++) {
    if (words[at]!.text !== 'werden') continue
    const participle = words[at - 1]?.text ?? ''
    return isParticiple(participle) ? participle : null
  }
  return null
}

function openIn(part: string): Need | null {
  const infinitive = OPEN.exec(part)?.[1]
  if (!infinitive) return null
  return verbForms(infinitive).some(form => form.sort === 'act') ? { kind: 'open', confidence: 0.6 } : null
}

/**
 * "Mit der Schule besprechen, wie …", "Raum buchen bis Mai", "Abklären, was es kostet": an infinitive that closes the
 * main clause or opens it, and no finite verb before it.
 */
function isInfinitiveClause(words: readonly Word[], part: string): boolean {
  if (words.length < 2) return false
  const first = words[0]!
  if (/^\p{Lu}/u.test(first.text) && isActInfinitive(first.text)) return true
  for (const [at, word] of words.entries()) {
    if (isFiniteVerb(word.text.toLowerCase()) || SUBORDINATE.test(word.text)) return false
    const closes = closesClause(words, at, part)
    if (closes && at > 0 && isSmall(word) && isActInfinitive(word.text)) return words[at - 1]!.text !== 'zu'
    if (!closes && at > 0 && isSmall(word) && verbForms(word.text).some(form => form.shape === 'plural')) return false
  }
  return false
}

function isSmall(word: Word): boolean {
  return /^\p{Ll}/u.test(word.text)
}

function closesClause(words: readonly Word[], at: number, part: string): boolean {
  const next = words[at + 1]
  if (!next || /[,;:.!)–(]/.test(part.slice(words[at]!.to, next.from))) return true
  return /^(?:bis|und|sobald|falls|wenn|für|bei)$/.test(next.text)
}

/** An infinitive that is not listed is believed only with a prefix or an ending that verbs have. */
const VERB_BEGIN =
  /^(?:ab|an|auf|aus|be|durch|ein|ent|er|fest|her|hin|los|mit|nach|rein|raus|rum|um|ver|vor|weg|weiter|zer|zu|zurück|zusammen)\p{Ll}{3,}|ieren$/u

/** An act that is done once, as a bare infinitive hands it out. */
function isActInfinitive(word: string): boolean {
  const forms = verbForms(word)
  if (forms.length === 0) return isInfinitive(word) && VERB_BEGIN.test(word)
  return forms.some(
    form => form.shape === 'infinitive' && !form.lasting && (form.sort === 'act' || form.sort === 'tell'),
  )
}

const SUBORDINATE = /^(?:dass|daß|weil|damit|sodass|obwohl|nachdem|ob)$/

const FINITE = new Set(
  'würde würden würd ist sind hat haben war waren wäre wären hätte hätten gibt geht bin bist habe seid werde wurde wurden'.split(
    ' ',
  ),
)

function isFiniteVerb(word: string): boolean {
  return (
    FINITE.has(word) ||
    modalOf(word) !== null ||
    verbForms(word).some(
      form => (form.shape === 'singular' && form.prefix === '' && form.lemma !== 'raten') || form.shape === 'past',
    )
  )
}
