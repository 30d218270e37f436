import { cue } from '../../../language/cues.ts'
import { wordsOf } from '../../../language/words.ts'
import { isFiniteForm } from './clauses.ts'
import type { Need } from './needs.ts'
import type { Part } from './parts.ts'
import type { Spot } from './scene.ts'

/** Nouns of acts by which somebody outside is turned to, with the word that says whom. */
const TURNS_TO = cue(
  /^(?:(?:nochmals?|erneute|neue|dann|ggf\.?|evtl\.?|kurze) )?(?:Anfrage|Rückfrage|Nachfrage|Anruf|Aufruf|Mail|E-Mail|Email|Rundmail|Brief|Schreiben|Einladung|Mitteilung|Meldung|Rückmeldung|Antrag|Bitte|Erinnerung|Absprache|Rücksprache|Terminabsprache|Abstimmung|Weiterleitung)(?: \p{L}+)? (?:an|bei|beim|mit|mit dem|zu) (?=\p{L})/iu,
)
/** Nouns of acts that only a time to come makes tasks: "Aushang ab morgen", "Versand bis Freitag". */
const UNTIL = cue(
  /^(?:Aushang|Versand|Bestellung|Druck|Anmeldung|Buchung|Entwurf|Abgabe|Einkauf|Aktualisierung|Überarbeitung|Klärung|Prüfung|Reparatur|Einbau|Umbau|Veröffentlichung)(?!\p{L})[^.;:!?]{0,60}(?<!\p{L})(?:bis|ab morgen|morgen|nächste|kommende|diese Woche|spätestens|zeitnah|umgehend)(?!\p{L})/iu,
)
/** "Aufruf im nächsten Elternbrief.": a sentence of its own, without a verb. */
const SHORT_NOTICE = cue(
  /^(?:Anzeige|Aufruf|Aushang|Hinweis|Artikel|Ankündigung|Erinnerung|Rundmail|Infomail|Pressemitteilung|Nachfrage|Anfrage|Rückmeldung) (?:im|in der|in den|auf der|an|an die|per|über|am|bei|beim) (?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}-]{2,30}(?: \p{L}+)?[.!]?$/u,
)
const CONDITION = /^(?:falls|wenn|sonst|ansonsten|notfalls)(?!\p{L})[^,]{0,80}, /iu
const OVER =
  /(?<!\p{L})(?:erledigt|erfolgt|ist|sind|war|wurde|liegt|kam|läuft|raus|verschickt|gestellt|abgelehnt|vom|von)(?!\p{L})/iu

/** An act that an entry of a list tells by a noun alone, without a verb; null for all else. */
export function noteIn({ block, topic }: Spot, { text, from }: Part): Need | null {
  if (SHORT_NOTICE.test(text) && block.kind === 'paragraph' && !NOT_HERE.has(topic ?? ''))
    return { kind: 'noun', confidence: 0.5 }
  if (block.kind !== 'item' || block.leads || from > 0 || text.length > LONGEST_NOTE || NOT_HERE.has(topic ?? ''))
    return null
  const note = text.replace(CONDITION, '')
  if (!(TURNS_TO.test(note) || UNTIL.test(note)) || /[?:]/.test(note) || OVER.test(note)) return null
  return wordsOf(note).some(word => isFiniteForm(word.text)) ? null : { kind: 'noun', confidence: 0.5 }
}

const LONGEST_NOTE = 120
const NOT_HERE: ReadonlySet<string> = new Set(['review', 'decision', 'appointment', 'information'])
