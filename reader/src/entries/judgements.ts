import { cue } from '../../../language/cues.ts'
import { personsIn } from './antecedents.ts'
import type { Cast } from './cast.ts'

/** Words that judge a person's work or character, as candid minutes hold them and public ones must not. */
const JUDGES = cue(
  /(?<!\p{L})(?:unfähig|unzuverlässig|faul|inkompetent|überfordert|ungeeignet|arrogant|unkooperativ|stur|desinteressiert|unfreundlich|unprofessionell|unwillig|cholerisch|beleidigend|blockiert alles|nervt|lügt|gelogen|mauert|betrunken|angetrunken|drückt sich (?:vor|um)|schlampig|peinlich|unverschämt|kein interesse|wenig interesse|bringt sich (?:\p{L}+ ){0,3}(?:selten|kaum|nicht|wenig) ein|macht (?:nur )?(?:das nötigste|dienst nach vorschrift)|hat keine ahnung|nicht ernst zu nehmen|nicht zu trauen|interessiert (?:sie|ihn) nicht|kümmert sich (?:nicht|kaum|zu wenig)|(?:ist|war|sei) (?:sehr |recht |ziemlich |oft |immer )?(?:schwierig|schwach|anstrengend))(?!\p{L})/iu,
)

/** Illness, debts, family: what is nobody's business but the person's own. */
const PRIVATE = cue(
  /(?<!\p{L})(?:(?:ist|war|sei|liegt|bleibt)(?!\p{L})[^.;,]{0,25}(?<!\p{L})(?:krank|erkrankt|schwanger|arbeitslos|insolvent|pleite|verschuldet|vorbestraft|depressiv|arbeitsunfähig|im krankenhaus|in der klinik|in reha|in der reha|auf entzug)|krank ?geschrieben|krankgemeldet|burn-?out|depression(?:en)?|krebs|schlaganfall|herzinfarkt|fehlgeburt|alkoholproblem\p{L}*|suchtproblem\p{L}*|lohnpfändung|privatinsolvenz|(?:lässt|lassen) sich scheiden|scheidung|hat sich (?:von \p{L}+ )?getrennt)(?!\p{L})/iu,
)

/** The person whom a sentence judges, or of whom it tells what is private; null where nobody is named beside it. */
export function judgedPersonIn(sentence: string, cast: Cast): string | null {
  return JUDGES.test(sentence) || PRIVATE.test(sentence) ? (personsIn(sentence, cast)[0] ?? null) : null
}
