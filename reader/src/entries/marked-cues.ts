/** A way of saying something that marks it as of a kind, and how often it is that. */
export type Mark = { readonly cue: string; readonly pattern: RegExp; readonly confidence: number }

export const ideaMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern:
      /^(?:idee|ideen|vorschlag|vision|ausblick|anregung|überlegung|möglichkeit|gedanke)(?: von [^:]{2,40})? ?:/iu,
    confidence: 0.85,
  },
  { cue: 'parking-lot', pattern: /^parkplatz ?:/iu, confidence: 0.9 },
  {
    cue: 'one-could',
    pattern: /(?<!\p{L})(?:man|wir) könnten?(?!\p{L})|(?<!\p{L})könnten?(?!\p{L})/iu,
    confidence: 0.7,
  },
  {
    cue: 'maybe',
    pattern: /(?<!\p{L})(?:evtl|eventuell|vielleicht|ggf|möglicherweise|allenfalls)(?!\p{L})/iu,
    confidence: 0.5,
  },
  {
    cue: 'thinkable',
    pattern:
      /(?<!\p{L})(?:denkbar|vorstellbar|möglich|überlegenswert|sinnvoll|interessant|gut) (?:wäre|wären)|(?<!\p{L})(?:wäre|wären) (?:es )?(?:auch |evtl\. |eventuell )?(?:denkbar|vorstellbar|möglich|überlegenswert|sinnvoll|eine (?:idee|möglichkeit|option))/iu,
    confidence: 0.7,
  },
  {
    cue: 'idea',
    pattern:
      /(?<!\p{L})(?:die |eine |erste )idee(?:n)?(?!\p{L})|(?<!\p{L})(?:angedacht|andenken|in erwägung|überlegung(?:en)?|überlegt|alternativ(?!\p{L})|im gespräch|vorgeschlagen|angeregt|schlägt[^.;]{0,60} vor(?!\p{L})|schlagen[^.;]{0,60} vor(?!\p{L})|regt[^.;]{0,60} an(?!\p{L}))/iu,
    confidence: 0.65,
  },
  {
    cue: 'discussed-whether',
    pattern:
      /(?<!\p{L})diskutiert,? ob(?!\p{L})|(?<!\p{L})(?:diskutiert|angemerkt|angeregt), dass[^.;]{0,200}(?:können|könnte|könnten|entfallen sollen|gut wäre)/iu,
    confidence: 0.6,
  },
  {
    cue: 'can',
    pattern: /^(?:darüber|dafür|damit|dort|hier|so|kombiniert) (?:können wir|kann man|könnte|könnten)(?!\p{L})/iu,
    confidence: 0.55,
  },
  {
    cue: 'can-perhaps',
    pattern: /(?<!\p{L})(?:kann|können) (?:evtl|eventuell|vielleicht|auch)(?!\p{L})/iu,
    confidence: 0.6,
  },
]

export const wishMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: /^(?:wunsch|wünsche|forderung|forderungen|bitte an)(?: [^:]{2,40})? ?:/iu,
    confidence: 0.85,
  },
  {
    cue: 'wishes',
    pattern:
      /(?<!\p{L})(?:wünscht|wünschen|wünschte|wünschten|erhofft|erhoffen) (?:sich|uns|wir|eine[nr]?|ein|mehr|weniger|keine?n?|die|den|das|dass)(?!\p{L})|(?<!\p{L})(?:sich|uns) [^.;]{0,60}(?:gewünscht|wünschen)(?!\p{L})|(?<!\p{L})gewünscht (?:wird|wurde|wäre|werden)|(?<!\p{L})(?:wird|wurde|werden|wurden) [^.;]{0,100}gewünscht(?!\p{L})/iu,
    confidence: 0.85,
  },
  {
    cue: 'wish-for',
    pattern:
      /(?<!\p{L})(?:wunsch|bedürfnis|bitte|ruf|forderung) (?:nach|um|auf)(?!\p{L})|(?<!\p{L})(?:den|der|die) wunsch(?!\p{L})/iu,
    confidence: 0.8,
  },
  { cue: 'desirable', pattern: /(?<!\p{L})wünschenswert(?!\p{L})/iu, confidence: 0.85 },
  {
    cue: 'would-be-nice',
    pattern:
      /(?<!\p{L})(?:wäre|wären)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:schön|toll|cool|nice|super|hilfreich|klasse|prima|erfreulich)(?!\p{L})|(?<!\p{L})(?:schön|toll|nice|super|hilfreich) (?:wäre|wären)(?!\p{L})/iu,
    confidence: 0.7,
  },
  {
    cue: 'demands',
    pattern:
      /(?<!\p{L})(?:fordert|fordern|verlangt|verlangen)(?!\p{L})(?! auf| \p{L}+ auf)|(?<!\p{L})(?:bittet|bitten)(?: \p{L}+){0,4} (?:um|darum)(?!\p{L})/iu,
    confidence: 0.7,
  },
  {
    cue: 'would-like',
    pattern:
      /(?<!\p{L})(?:würde|würden|hätte|hätten)(?!\p{L})[^.;]{0,40}(?<!\p{L})(?:gerne?|freuen|begrüßen|interessieren)(?!\p{L})|(?<!\p{L})(?:freut|freuen) sich über(?!\p{L})|(?<!\p{L})(?:appelliert|appellieren|appell an)(?!\p{L})|^(?!Wer )\p{Lu}[^.;,]{1,40} möchten?(?!\p{L})/u,
    confidence: 0.55,
  },
  { cue: 'hopes', pattern: /(?<!\p{L})(?:hofft|hoffen)(?!\p{L})/iu, confidence: 0.5 },
]

export const lessonMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: /^(?:fazit|erkenntnis|lehre|lernerfahrung|lesson learned|wichtiges ergebnis|learning|learnings) ?:/iu,
    confidence: 0.8,
  },
  {
    cue: 'went-well',
    pattern:
      /(?<!\p{L})(?:lief|liefen|klappte|klappten|funktionierte|hat|haben)(?!\p{L})[^.;,]{0,60}(?<!\p{L})(?:(?:sehr |richtig |recht )?(?:gut|super|schlecht|prima) (?:geklappt|funktioniert|gelaufen|angekommen)|(?:sehr |richtig )?(?:gut|super|schlecht|prima|reibungslos)(?=[.,;!]|$))/iu,
    confidence: 0.6,
  },
  {
    cue: 'should-have',
    pattern:
      /(?<!\p{L})(?:hätte|hätten)(?!\p{L})[^.;]{0,120}(?<!\p{L})(?:sollen|müssen|können|gebraucht|werden müssen)(?!\p{L})|(?<!\p{L})wäre besser gewesen(?!\p{L})|(?<!\p{L})besser gewesen wäre(?!\p{L})/iu,
    confidence: 0.7,
  },
  {
    cue: 'next-time',
    pattern:
      /(?<!\p{L})(?:beim nächsten mal|nächstes mal|das nächste mal|für das nächste mal|fürs nächste mal)(?!\p{L})[^.;]{0,120}(?<!\p{L})(?:besser|mehr|früher|weniger|anders|darauf achten|eher)(?!\p{L})/iu,
    confidence: 0.65,
  },
  {
    cue: 'learned',
    pattern:
      /(?<!\p{L})(?:gelernt|daraus lernen|erfahrung (?:zeigt|hat gezeigt)|hat sich (?:nicht )?bewährt|haben sich (?:nicht )?bewährt)(?!\p{L})/iu,
    confidence: 0.6,
  },
]

export const questionMarks: readonly Mark[] = [
  { cue: 'question-mark', pattern: /\?["”“)*_]*$/u, confidence: 0.85 },
  {
    cue: 'asks',
    pattern:
      /(?<!\p{L})(?:fragt|fragen)(?: nach)?,? (?:ob|wann|wie|warum|was|wer|wo|wieso|weshalb|welche[rsnm]?)(?!\p{L})/iu,
    confidence: 0.7,
  },
  {
    cue: 'open-question',
    pattern:
      /(?<!\p{L})(?:stellt sich die frage|die frage (?:ist|stellt|bleibt)|offene frage|(?:unklar|offen|ungeklärt|fraglich) (?:ist|bleibt)|ist (?:noch |derzeit |bisher )?(?:unklar|ungeklärt|fraglich))(?!\p{L})/iu,
    confidence: 0.75,
  },
]

export const positionMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: /^(?:position|positionierung|stellungnahme|haltung)(?: (?:zu|zur|zum|des|der|von) [^:]{2,60})? ?:/iu,
    confidence: 0.8,
  },
  {
    cue: 'takes-stand',
    pattern:
      /(?<!\p{L})(?:wir|runde tisch|netzwerk|vorstand|gremium|plenum|versammlung|bündnis)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:sprechen? uns|spricht sich|positioniert sich|positionieren uns|lehnen[^.;]{0,60} ab|bekennt sich|bekennen uns)(?!\p{L})/iu,
    confidence: 0.7,
  },
]

/** The first mark of a list that a part bears, or null. */
export function markOf(part: string, marks: readonly Mark[]): Mark | null {
  return marks.find(mark => mark.pattern.test(part)) ?? null
}
