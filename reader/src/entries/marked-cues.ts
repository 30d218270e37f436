import { type Cue, CueFamily, cue } from '../../../language/cues.ts'

/** A way of saying something that marks it as of a kind, and how often it is that. */
export type Mark = { readonly cue: string; readonly pattern: Cue; readonly confidence: number }

export const questionMarks: readonly Mark[] = [
  { cue: 'question-mark', pattern: cue(/\?["”“)*_]*$/u), confidence: 0.85 },
  {
    cue: 'asks',
    pattern: cue(
      /(?<!\p{L})(?:fragt|fragen)(?: nach)?,? (?:ob|wann|wie|warum|was|wer|wo|wieso|weshalb|welche[rsnm]?)(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'open-question',
    pattern: cue(
      /(?<!\p{L})(?:stellt sich die frage|die frage (?:ist|stellt|bleibt)|offene frage|(?:unklar|offen|ungeklärt|fraglich) (?:ist|bleibt)|ist (?:noch |derzeit |bisher )?(?:unklar|ungeklärt|fraglich))(?!\p{L})/iu,
    ),
    confidence: 0.75,
  },
]

export const positionMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: cue(/^(?:position|positionierung|stellungnahme|haltung)(?: (?:zu|zur|zum|des|der|von) [^:]{2,60})? ?:/iu),
    confidence: 0.8,
  },
  {
    cue: 'takes-stand',
    pattern: cue(
      /(?<!\p{L})(?:wir|runde tisch|netzwerk|vorstand|gremium|plenum|versammlung|bündnis)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:sprechen? uns|spricht sich|positioniert sich|positionieren uns|lehnen[^.;]{0,60} ab|bekennt sich|bekennen uns)(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
]

/** Finds the first mark of a list that a part bears, or null. */
export function finderOfMarks(marks: readonly Mark[]): (part: string) => Mark | null {
  const family = new CueFamily(marks.map(({ pattern }) => pattern))
  return part => (family.canBeIn(part) ? (marks.find(mark => mark.pattern.test(part)) ?? null) : null)
}
