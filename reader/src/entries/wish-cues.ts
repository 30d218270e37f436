import { cue } from '../../../language/cues.ts'
import type { Mark } from './marked-cues.ts'

/** What somebody would like from others, without its being charged to anybody. */
export const wishMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: cue(/^(?:wunsch|wünsche|forderung|forderungen|bitte an)(?: [^:]{2,40})? ?:/iu),
    confidence: 0.85,
  },
  {
    cue: 'wishes',
    pattern: cue(
      /(?<!\p{L})(?:wünscht|wünschen|wünsche|wünschte|wünschten|erhofft|erhoffen)(?!\p{L})(?! (?:ihm|ihr|ihnen|allen|euch|alles|viel|gute|frohe|schöne|glück))|(?<!\p{L})(?:sich|uns) [^.;]{0,60}gewünscht(?!\p{L})|(?<!\p{L})gewünscht (?:wird|wurde|wäre|werden)(?!\p{L})|(?<!\p{L})(?:wird|wurde|werden|wurden)(?!\p{L})(?! (?:von )?(?:kein|niemand|nicht))[^.;]{0,100}(?<!\p{L})gewünscht(?!\p{L})/iu,
    ),
    confidence: 0.85,
  },
  {
    cue: 'wish-for',
    pattern: cue(
      /(?<!\p{L})(?:wunsch|ruf|forderung) (?:nach|um|auf|von)(?!\p{L})|(?<!\p{L})(?:äußert|besteht|kam|kommt)(?!\p{L})[^.;]{0,40}(?<!\p{L})(?:wunsch|bitte|forderung)(?!\p{L})|(?<!\p{L})(?:den|der|die) wunsch(?!\p{L})|(?<!\p{L})bitte um(?!\p{L})/iu,
    ),
    confidence: 0.75,
  },
  { cue: 'desirable', pattern: cue(/(?<!\p{L})wünschenswert(?!\p{L})/iu), confidence: 0.85 },
  {
    cue: 'would-be-nice',
    pattern: cue(
      /(?<!\p{L})(?:wär|wäre|wären|wärs)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:schön|toll|cool|nice|super|hilfreich|klasse|prima|erfreulich|nett|mega|lieb|lieber|recht|froh|dankbar|glücklich|ein traum|eine hilfe|angenehm)(?!\p{L})|(?<!\p{L})(?:schön|toll|nice|super|hilfreich|nett|prima|klasse|lieb) (?:wär|wäre|wären|wärs)(?!\p{L})/iu,
    ),
    confidence: 0.75,
  },
  {
    cue: 'would-find-nice',
    pattern: cue(
      /(?<!\p{L})(?:fände|fänden)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:schön|schöner|gut|besser|toll|super|prima|sinnvoll|wichtig|hilfreich|nett)(?!\p{L})|(?<!\p{L})(?:würde|würden)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:begrüßen|freuen|interessieren)(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'dreams',
    pattern: cue(/(?<!\p{L})(?:träumt|träumen|träumte) (?:von|davon)(?!\p{L})/iu),
    confidence: 0.75,
  },
  {
    cue: 'demands',
    pattern: cue(
      /(?<!\p{L})(?:fordert|fordern|forderte|forderten)(?!\p{L})(?! auf| \p{L}+ auf| und)|(?<!\p{L})gefordert (?:wird|werden|wurden?)(?!\p{L})|(?<!\p{L})(?:wird|werden|wurden?) gefordert(?!\p{L})|(?<!\p{L})(?:verlangt|verlangen|erwartet|erwarten),? dass(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'asks-for',
    pattern: cue(
      /(?<!\p{L})(?:bittet|bitten|bat|baten)(?!\p{L})(?: \p{L}+){0,4} (?:um|darum)(?!\p{L})|(?<!\p{L})(?:haben|hat)(?!\p{L})[^.;]{0,20}(?<!\p{L})um [^.;]{2,60}(?<!\p{L})gebeten(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'would-like',
    pattern: cue(
      /(?<!\p{L})(?:hätte|hätten)(?!\p{L})[^.;]{0,40}(?<!\p{L})(?:gerne?|lieber)(?!\p{L})(?![^.;]{0,60}gehabt)|(?<!\p{L})würden?(?!\p{L})[^.;]{0,40}(?<!\p{L})gerne?(?!\p{L})|(?<!\p{L})(?:freut|freuen) sich über(?!\p{L})|(?<!\p{L})(?:appelliert|appell) an(?!\p{L})|(?<!\p{L})möchten?(?!\p{L})[^.;,]{0,20}(?<!\p{L})(?:gerne?|mehr|weniger|wieder|auch|lieber|öfter|endlich)(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'would-want',
    pattern: cue(
      /^(?!Wer )\p{Lu}[^.;,]{1,40} möchten?(?!\p{L})(?! (?:nicht|wissen|ebenfalls|auch|das nicht|erst|zuerst|noch|lieber nicht))(?![^.;]{0,80}(?:wissen|ins protokoll|vorziehen|abwarten|anmerken|erfahren|klarstellen|hinweisen|danken|bedanken|ausscheiden|aufhören|kandidieren|helfen|mitmachen|spenden|vorstellen|zurücktreten|bleiben|berichten|schlafen))/u,
    ),
    confidence: 0.52,
  },
  {
    cue: 'wants',
    pattern: cue(
      /(?<!\p{L})(?:will|wollen)(?!\p{L})[^.;,]{0,20}(?<!\p{L})(?:unbedingt|endlich|diesmal|lieber|mehr|weniger|keine?n?)(?!\p{L})/iu,
    ),
    confidence: 0.5,
  },
  {
    cue: 'please',
    pattern: cue(/(?<!\p{L})(?:soll|sollen|sollte|sollten|möge|mögen) bitte(?!\p{L})/iu),
    confidence: 0.6,
  },
  {
    cue: 'next-time-please',
    pattern: cue(
      /(?<!\p{L})(?:nächstes mal|künftig|in zukunft) bitte(?!\p{L})|(?<!\p{L})bitte (?:künftig|in zukunft|nächstes mal|beim nächsten mal)(?!\p{L})/iu,
    ),
    confidence: 0.72,
  },
  { cue: 'more', pattern: cue(/^(?:bitte )?(?:mehr|weniger) (?:\p{Ll}+ )?\p{Lu}[^.;:]{2,60}!?$/u), confidence: 0.5 },
  { cue: 'hopes', pattern: cue(/(?<!\p{L})(?:hofft|hoffen) auf(?!\p{L})/iu), confidence: 0.5 },
]
