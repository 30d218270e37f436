import { cue } from '../../../language/cues.ts'
import type { Mark } from './marked-cues.ts'

/** What somebody thinks up: nobody has promised it, nobody asks for it. */
export const ideaMarks: readonly Mark[] = [
  {
    cue: 'label',
    pattern: cue(
      /^(?:\p{Lu}\p{Ll}{1,20}s )?(?:idee|ideen|(?:gegen)?vorschlag|vorschläge|vision|ausblick|anregung|überlegung|überlegungen|möglichkeit|option|variante|gedanke|brainstorming)(?: [^:]{2,40})? ?:/iu,
    ),
    confidence: 0.8,
  },
  { cue: 'parking-lot', pattern: cue(/^parkplatz ?:/iu), confidence: 0.9 },
  {
    cue: 'why-not',
    pattern: cue(
      /(?<!\p{L})(?:wie wär(?:e es|['’]?s|e['’]?s) mit|warum (?:eigentlich )?nicht|wieso (?:eigentlich )?nicht|was wäre,? wenn)(?!\p{L})/iu,
    ),
    confidence: 0.8,
  },
  {
    cue: 'whether-not',
    pattern: cue(
      /(?<!\p{L})(?:ob (?:man|wir|er|sie|der \p{L}+|die \p{L}+)(?!\p{L})[^.;?]{0,80}(?<!\p{L})nicht|könnten? (?:man|wir)(?!\p{L})[^.;]{0,80}(?<!\p{L})nicht)(?!\p{L})/iu,
    ),
    confidence: 0.65,
  },
  {
    cue: 'one-could',
    pattern: cue(
      /(?<!\p{L})(?:man|wir) könnten?(?!\p{L})|(?<!\p{L})(?<!so )könn(?:t|te|en|ten|e)['’]? man(?!\p{L})|(?<!\p{L})man könne(?!\p{L})/iu,
    ),
    confidence: 0.75,
  },
  {
    cue: 'could',
    pattern: cue(/(?<!\p{L})könnten?(?!\p{L})(?! sich (?:das|dies|es|so etwas|sowas) )/iu),
    confidence: 0.6,
  },
  {
    cue: 'could-be-done',
    pattern: cue(
      /(?<!\p{L})(?:ließe|liesse|ließen|liessen) sich(?!\p{L})|(?<!\p{L})(?:käme|kämen) (?:[^.;]{0,60} )?in ?frage(?!\p{L})|(?<!\p{L})in ?frage (?:käme|kämen)(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'thinkable',
    pattern: cue(
      /(?<!\p{L})(?:denkbar|vorstellbar|möglich|überlegenswert|sinnvoll|interessant|gut|machbar|reizvoll|charmant) (?:wäre?n?|seie?n?)(?!\p{L})|(?<!\p{L})(?:wäre?n?|sei|seien)(?!\p{L})[^.;]{0,50}(?<!\p{L})(?:denkbar|vorstellbar|möglich|überlegenswert|sinnvoll|machbar|reizvoll|(?:doch|auch|natürlich) was|was für|eine (?:\p{L}+ )?(?:idee|möglichkeit|option|lösung|alternative|variante))(?!\p{L})|(?<!\p{L})wäre?n? gut(?!\p{L})/iu,
    ),
    confidence: 0.7,
  },
  {
    cue: 'brings-up',
    pattern: cue(
      /(?<!\p{L})(?:bringt|bringen|brachte)(?!\p{L})[^.;]{0,80}(?<!\p{L})ins spiel(?!\p{L})|(?<!\p{L})(?:denkt|denken) laut (?:über|darüber)(?!\p{L})|(?<!\p{L})(?:spielt|spielen) mit dem gedanken(?!\p{L})|(?<!\p{L})(?:kommt|kam) (?:die anregung|der vorschlag|die idee)(?!\p{L})|(?<!\p{L})nachdenken(?!\p{L})/iu,
    ),
    confidence: 0.86,
  },
  {
    cue: 'can-imagine',
    pattern: cue(
      /(?<!\p{L})(?:kann|könnte|können|könnten) sich(?!\p{L})(?! (?:das|dies|es|sowas|so etwas)(?!\p{L}))[^.;]{0,80}(?<!\p{L})vorstellen(?!\p{L})(?![^.;]{0,20}nicht)/iu,
    ),
    confidence: 0.65,
  },
  {
    cue: 'proposes',
    pattern: cue(
      /(?<!\p{L})(?:angedacht|andenken|in erwägung|in betracht ziehen|(?:ist|sind|war) im gespräch|angeregt|(?:hatte|hat|hätte) (?:noch |da )?(?:den gedanken|die idee|eine idee)|schwebt[^.;]{0,40} vor|(?:denkt|dachte|denken)(?: laut)? (?:über|an)|liebäugelt|(?:schlägt|schlagen|schlug)(?!\p{L})[^.;]{0,80}(?<!\p{L})vor|(?:regt|regen|regte)(?!\p{L})[^.;]{0,80}(?<!\p{L})an)(?!\p{L})/iu,
    ),
    confidence: 0.65,
  },
  {
    cue: 'proposed',
    pattern: cue(
      /(?<!\p{L})(?:die|eine|erste|mögliche|weitere) ideen?(?!\p{L})|(?<!\p{L})überlegungen?(?!\p{L})|(?<!\p{L})(?:wird|wurde|wir) überlegt|(?<!\p{L})überlegt,? ob(?!\p{L})|(?<!\p{L})überlegen,? ob(?!\p{L})|(?<!\p{L})alternativ(?!\p{L})/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'maybe',
    pattern: cue(
      /(?<![\p{L}\d] ?)(?:evtl|ev(?=\. )|eventuell|notfalls|vielleicht|vllt|vlt|ggf|möglicherweise|womöglich)(?!\p{L})\.?(?! (?:\d|die hälfte|ein paar|noch \d|noch zwei))|(?<!(?:kann|können) )(?<!\p{L})allenfalls(?!\p{L})(?! \d)/iu,
    ),
    confidence: 0.52,
  },
  {
    cue: 'discussed-whether',
    pattern: cue(
      /(?<!\p{L})(?:diskutiert|angemerkt|angeregt), dass[^.;]{0,200}(?:können|könnte|könnten|entfallen sollen|gut wäre)/iu,
    ),
    confidence: 0.6,
  },
  {
    cue: 'can',
    pattern: cue(/^(?:darüber|dafür|damit|dort|hier|so|kombiniert) (?:können wir|kann man)(?!\p{L})/iu),
    confidence: 0.55,
  },
  {
    cue: 'can-perhaps',
    pattern: cue(/(?<!\p{L})(?:kann|können) (?:evtl|eventuell|vielleicht|auch)(?!\p{L})/iu),
    confidence: 0.55,
  },
]
