import { cue } from '../../../language/cues.ts'
import type { Mark } from './marked-cues.ts'

/** What was learned from something that is over: how it went, and what to do otherwise. */
export const lessonMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: cue(
      /^(?:(?:die |unsere )?(?:fazit|erkenntnis|lehre|lernerfahrung|lesson learned|lessons learned|wichtiges ergebnis|learning|learnings|merken|merke|gelernt|manöverkritik)(?: [^:]{2,40})?|(?:für|fürs) (?:das )?nächste (?:mal|jahr)) ?:/iu,
    ),
    confidence: 0.8,
  },
  {
    cue: 'remember',
    pattern: cue(/(?<!\p{L})(?:merken|lehre daraus|daraus gelernt|daraus ergibt sich|fürs nächste mal merken) ?:/iu),
    confidence: 0.7,
  },
  {
    cue: 'went-well',
    pattern: cue(
      /(?<!\p{L})(?:lief|liefen|klappte|klappten|funktionierte|funktionierten|hat|haben)(?!\p{L})[^.;,]{0,60}(?<!\p{L})(?:(?:gut|super|schlecht|prima|wunderbar|bestens|nicht|reibungslos|toll|besser|hervorragend) (?:geklappt|funktioniert|gelaufen|angekommen|getan)|(?:gut|super|schlecht|prima|reibungslos|rund|ok|okay|chaotisch|bestens|zäh|glatt|wie am schnürchen)(?=\s?[.,;:!–)]|$))|(?<!\p{L})(?:kam|kamen)(?!\p{L})[^.;,]{0,50}(?<!\p{L})(?:gut|super|schlecht|nicht gut|bestens) an(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'was-good',
    pattern: cue(
      /(?<!\p{L})(?:war|waren)(?!\p{L})[^.;,]{0,40}(?<!\p{L})(?:gold wert|ein (?:voller |großer |echter )?(?:erfolg|fehler|reinfall|volltreffer|flop)|käse|chaos|ein chaos|mist|keine gute idee|eine gute idee|goldrichtig)(?!\p{L})|(?<!\p{L})volltreffer(?!\p{L})|(?<!\p{L})(?:hat|haben) sich (?:\p{L}+ )?(?:bewährt|gelohnt|ausgezahlt)(?!\p{L})|(?<!\p{L})(?:hat|haben)(?!\p{L})[^.;,]{0,40}(?<!\p{L})nichts gebracht(?!\p{L})/iu,
    ),
    confidence: 0.65,
  },
  {
    cue: 'too-much',
    pattern: cue(
      /(?<!\p{L})(?:war|waren|wars|hatten|kam|kamen|gingen|ging|standen|stand|haben|lief|liefen|wurde|wurden|kamen)(?!\p{L})[^.;]{0,80}(?<!\p{L})zu (?:wenige?|viele?|spät|früh|lange?|kurz|knapp|klein|groß|dunkel|laut|leise|eng|nah|dicht|voll|kalt|heiß|technisch|teuer|kompliziert|hektisch|weit|schnell|langsam|voll|allgemein)(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'should-have',
    pattern: cue(
      /(?<!\p{L})(?:hätte|hätten)(?!\p{L})(?! längst)[^.;]{0,120}(?<!\p{L})(?:sollen|müssen|können|gebraucht|gemusst|gereicht)(?!\p{L})|(?<!\p{L})wäre?n? (?:\p{L}+ )?besser gewesen(?!\p{L})|(?<!\p{L})besser gewesen wäre(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'next-time',
    pattern: cue(
      /(?<!\p{L})(?:(?:beim |fürs |für das |das )?nächste[ns]? (?:mal|jahr))(?!\p{L})(?!:? ?(?:am |den |do|mo|mi|di|fr|sa|so)?[ ,.]{0,2}\d)[^.;]{0,120}(?<!\p{L})(?:besser|mehr|früher|weniger|anders|darauf achten|eher|vorher|rechtzeitig|unbedingt|nicht mehr|nicht wieder|lieber|gleich|schon|ganz|abwarten|von anfang an|müssen|muss|muß|sollten|sollen)(?!\p{L})/iu,
    ),
    confidence: 0.62,
  },
  {
    cue: 'never-again',
    pattern: cue(
      /(?<!\p{L})(?:nie wieder|nicht noch ?(?:ein)?mal|(?:so|das) nicht (?:noch ?mal|wieder|mehr)|machen wir nicht (?:mehr|nochmal|noch einmal|wieder))(?!\p{L})/iu,
    ),
    confidence: 0.65,
  },
  {
    cue: 'learned',
    pattern: cue(
      /(?<!\p{L})(?:gelernt|daraus lernen|erfahrung (?:zeigt|hat gezeigt|ist)|(?:hat|habe|hatte) sich gezeigt|nach den erfahrungen|im nachhinein|rückblickend|unterschätzt|überschätzt)(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
]
