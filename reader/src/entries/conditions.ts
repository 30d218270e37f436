import { cue } from '../../../language/cues.ts'

const CONDITION = cue(
  /(?<!\p{L})(?:wenn|falls|sofern|soweit|sobald|vorausgesetzt|vorbehaltlich|unter der (?:Bedingung|Voraussetzung|Vorbehalt)|unter Vorbehalt)(?!\p{L})[^,;.]*/iu,
)
const SUBJUNCTIVE =
  /(?<!\p{L})(?:würde|würden|wäre|wären|hätte|hätten|könnte|könnten|müsste|müssten|bräuchte|sollte|wollte|wollten)(?!\p{L})/iu
const PROMISES =
  /(?<!\p{L})(?:wird|werden)(?!\p{L})|\p{L}en wir(?!\p{L})|(?<!\p{L})wir \p{Ll}+en(?!\p{L})|(?<!\p{L})(?:der|die|das) (?:\p{L}*vorstand|\p{L}*rat|verein|plenum|BR|gruppe|team)(?!\p{L})/iu
const WITH_WORD = cue(/^(?:wenn|falls|sofern)(?!\p{L})/iu)
/** "Kommt keine Einigung zustande, …", "Sollte es regnen, …": the verb at the head is the condition. */
const VERB_FIRST = cue(
  /^(?:Sollten?|Kommt|Kommen|Meldet|Melden|Bleibt|Bleiben|Findet|Finden|Gibt|Reicht|Reichen|Ist|Sind|Wird|Werden|Steht|Stehen|Geht|Klappt|Liegt|Liegen|Regnet|Erhält|Erhalten|Scheitert|Stimmt|Fehlt|Fehlen|Hat|Haben|Passt|Fällt)(?!\p{L})[^?;]{4,120}, /u,
)
const FEWER = cue(
  /^Bei (?:weniger|mehr|mindestens|schlechtem|Regen|Bedarf)(?!\p{L})[^,;?]{0,80}(?= (?:wird|werden)(?!\p{L}))/u,
)
const WHO_DOES_NOT = cue(
  /^wer [^,;?]{4,80}(?<!\p{L})(?:nicht|kein\p{L}*)(?!\p{L})[^,;?]{0,60}, (?:wird|zahlt|verliert|bekommt|kriegt|darf|muss)(?!\p{L})/iu,
)

/** What is needed then is not settled yet. */
const NEEDS = cue(/, (?:brauchen|bräuchten|müssen|haben|sind|können|wollen) wir(?!\p{L})/u)

/** The condition of a decision as written ("sofern die Mittel bewilligt werden"), null where it holds anyway. */
export function conditionIn(text: string): string | null {
  const worded = CONDITION.exec(text)?.[0].trim()
  if (worded) return worded
  const first = VERB_FIRST.exec(text)?.[0] ?? FEWER.exec(text)?.[0]
  return first ? first.split(',')[0]!.trim() : null
}

/**
 * "Falls der Saal belegt ist, wird verschoben", "Sollte er absagen, fragen wir Frau Ott": the table binds itself under a
 * condition, and not in the subjunctive. What a named person will do then is a task.
 */
export function isConditional(part: string): boolean {
  if (/\?$/.test(part)) return false
  if (WHO_DOES_NOT.test(part)) return true
  if (FEWER.test(part)) return !SUBJUNCTIVE.test(part)
  const head = WITH_WORD.test(part) ? part.indexOf(',') : VERB_FIRST.test(part) ? part.indexOf(', ') : -1
  if (NEEDS.test(part)) return false
  if (head < 0 || SUBJUNCTIVE.test(part.replace(/^Sollten?/, ''))) return false
  return PROMISES.test(part.slice(head + 1))
}
