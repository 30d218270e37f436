import { remembered } from '../../../language/remembered.ts'
import { isParticiple, modalOf, verbForms } from '../../../language/verbs.ts'
import { type Word, wordsOf } from '../../../language/words.ts'
import { isActInfinitive, isInfinitiveClause } from './infinitives.ts'

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
  /(?<!\p{L})(?:ist|sind|wäre|wären|noch|dringend)? ?(?:nötig|notwendig|erforderlich|vonnöten)[.;!]?$|(?<!\p{L})(?:fehlt|fehlen|brauchen wir) noch(?!\p{L})|^wir brauchen(?!\p{L})|(?<!\p{L})(?:steht|stehen) noch aus(?!\p{L})/iu
const OPEN =
  /(?<!\p{L})(?:ist|sind|bleibt|bleiben|gilt es|wäre|noch|muss|müssen)(?!\p{L})[^.;!?]{0,120}(?<!\p{L})zu (\p{Ll}+en)[.;:!)]*$/iu
const PLEASE = /^(?:an alle: ?)?bitte(?!\p{L})|(?<!\p{L})bitte (?:bis|an|noch|bei|mit|die|das|den|alle)(?!\p{L})/iu
const PAST = /(?<!\p{L})(?:wurde|wurden|war|waren|hatte|hatten|worden|gewesen)(?!\p{L})/iu
const SINGLE_DAY = /(?<!\p{L})(?:noch|bis|nächste[nrms]?|demnächst|zeitnah|bald|einmal)(?!\p{L})/iu
/** "soll … sein", "sollte es … geben": how something is to be for good. */
const STANDS =
  /(?<!\p{L})(?:soll|sollen|sollte|sollten)(?!\p{L})[^.;,!?]{0,120}(?<!\p{L})(?:sein|geben|stattfinden|gelten|bleiben|dürfen|erfolgen)(?!\p{L})/iu
/** "sollte kein Problem sein", "sollte ausgelastet sein, damit es sich rechnet": what one expects, or what it takes. */
const EXPECTS =
  /(?<!\p{L})(?:sollte|sollten)(?!\p{L})[^.;!?]{0,80}(?<!\p{L})(?:(?:problem|schwierigkeit|ding|ziel|klar|machbar|möglich|fertig|ausreichend|genug|bekannt|da|erledigt|einfach|leicht|okay|ok|drin|selbstverständlich|bewusst|vorhanden|verfügbar|absehbar) sein|sein, (?:damit|sonst|weil))(?!\p{L})/iu
const BEHIND_MODAL = 60

/** What a part asks for without naming who, or null. Questions ask for nothing, nor does what is over. */
export const needIn = remembered((part: string): Need | null => {
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
})

function withModal(words: readonly Word[], part: string): Need | null {
  const at = words.findIndex(word => /^(?:soll|sollte|muss)$/.test(modalOf(word.text) ?? ''))
  if (at < 0) return null
  const participle = passiveParticiple(words, at)
  if (!participle && STANDS.test(part) && !EXPECTS.test(part)) return { kind: 'rule', confidence: 0.45 }
  if (!participle) return activeNeed(words, at, part)
  if (modalOf(words[at]!.text) === 'muss') return { kind: 'must', confidence: REGULATES.test(part) ? 0.45 : 0.7 }
  const lasting = verbForms(participle).some(form => form.lasting)
  const rule = (lasting || REGULATES.test(part)) && !SINGLE_DAY.test(part)
  return rule ? { kind: 'rule', confidence: 0.6 } : { kind: 'should', confidence: 0.55 }
}

/** "Man sollte die Schule fragen", "müssen noch Helfer suchen": an act, but nobody who is named. */
function activeNeed(words: readonly Word[], modalAt: number, part: string): Need | null {
  const end = words.findIndex((word, at) => at > modalAt && /^\s*(?:[,;:.!)–(]|$)/.test(part.slice(word.to)))
  const infinitive = words[end]?.text ?? ''
  if (end < 0 || !/^\p{Ll}/u.test(infinitive) || !isActInfinitive(infinitive)) return null
  return modalOf(words[modalAt]!.text) === 'muss'
    ? { kind: 'must', confidence: 0.5 }
    : { kind: 'should', confidence: 0.45 }
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
