import { personsIn } from './antecedents.ts'
import type { Cast } from './cast.ts'

/** Words that judge a person's work or character, as candid minutes hold them and public ones must not. */
const JUDGES =
  /(?<!\p{L})(?:unfähig|unzuverlässig|faul|inkompetent|überfordert|ungeeignet|arrogant|unkooperativ|stur|desinteressiert|unfreundlich|unprofessionell|unwillig|blockiert alles|nervt|lügt|mauert|drückt sich (?:vor|um)|schlampig|peinlich|unverschämt|kein interesse|wenig interesse|bringt sich (?:\p{L}+ ){0,3}(?:selten|kaum|nicht|wenig) ein|macht (?:nur )?(?:das nötigste|dienst nach vorschrift)|hat keine ahnung|nicht ernst zu nehmen|interessiert (?:sie|ihn) nicht|kümmert sich (?:nicht|kaum|zu wenig))(?!\p{L})/iu

/** The person whom a sentence judges, or null: somebody is named beside a judging word. */
export function judgedPersonIn(sentence: string, cast: Cast): string | null {
  return JUDGES.test(sentence) ? (personsIn(sentence, cast)[0] ?? null) : null
}
