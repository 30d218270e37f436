import { cue } from '../../../language/cues.ts'
import type { DecisionResult, Votes } from '../reading.ts'

const UNANIMOUS = cue(
  /einstimmig|einhellig|einmütig|(?<!\p{L})einst\.|ohne gegenstimmen? und (?:ohne )?enthaltung|(?<!\p{L})alle (?:stimmen |sind )?dafür|geschlossen dafür|(?<!\p{L})alle (?:\p{L}+ )?(?:sprechen|sprachen) sich(?!\p{L})|(?<!\p{L})(?:sprechen|sprachen) sich alle(?!\p{L})/iu,
)
const REJECTED = cue(
  /abgelehnt|(?<!\p{L})(?:lehnt|lehnen|lehnte|lehnten)(?!\p{L})[^.]{0,60} ab(?!\p{L})|nicht (?:angenommen|bewilligt|genehmigt|beschlossen|zugestimmt|gewählt)|keine mehrheit|findet keine zustimmung|vom tisch|(?:fällt|fiel|fallen)(?!\p{L})[^.]{0,40} durch|unterlieg|unterlag|verworfen|(?<!\p{L})(?:machen|wollen|brauchen) wir nicht(?!\p{L})|(?<!\p{L})gib(?:t'?|t e)s nicht(?!\p{L})|(?<=[.!?:–] )nein[.!]?$/iu,
)
const STATED_CONSENSUS = cue(/konsens|im einvernehmen|auf zuruf/iu)
const CONSENSUS = cue(
  /einverstanden|einverständnis|einvernehm|einig|kein(?:e|en|erlei)? (?:einwände|einwand|einwendungen|gegenrede|widerspruch)|ohne (?:einwände|gegenrede|widerspruch)|niemand widerspricht|verständig|übereinkunft|übereinstimmend|unbestritten|abgesprochen|ergebnis(?: der (?:diskussion|beratung))? ?:|zugestimmt|zustimmung|kommen überein|(?<!\p{L})(?:alle|allen) (?:ok|okay)(?!\p{L})|trägt das mit|tragen das mit|sprach(?:en)? (?:man )?sich[^.]{0,60} (?:aus|dafür)/iu,
)
const ACCEPTED = cue(
  /beschlossen|beschlie(?:ß|ss)|beschloss|beschloß|angenommen|angennommen|gewählt|genehmigt|entschieden|mehrheit|verabschiedet|gutgehei|bewilligt|entlastet|bestätigt|befürwort|ernannt|bestellt|(?:wurden?|werden|wird)(?!\p{L})[^.;]{0,160} (?:bestimmt|benannt|nominiert|entsandt)|berufen|gebilligt|abgenommen|obsieg|gewonnen|gewinnt|(?:setzt|setzte)(?!\p{L})[^.]{0,40} durch|(?<!\p{L})durch mit|(?:beschluss|entscheid(?:ung)?|ergebnis der abstimmung) ?:/iu,
)
const OPEN_RESULT = cue(/(?<!nicht )(?<!\p{L})vertagt|zurückgestellt/iu)
/** A straw poll decides nothing, however it came out. */
const STRAW_POLL = cue(/^(?!.*(?:beschlossen|angenommen|gewählt)).*meinungsbild/iu)

/** How a decision came out, by its words and its votes; null of an informal or a postponed one. */
export function resultOf(text: string, votes: Votes | null): DecisionResult | null {
  if (UNANIMOUS.test(text)) return 'unanimous'
  if (STRAW_POLL.test(text)) return null
  if (REJECTED.test(text)) return 'rejected'
  if (votes && votes.yes !== null) return byVotes(votes.yes, votes)
  if (OPEN_RESULT.test(text)) return null
  if (STATED_CONSENSUS.test(text)) return 'consensus'
  if (ACCEPTED.test(text) || votes) return 'accepted'
  return CONSENSUS.test(text) ? 'consensus' : null
}

function byVotes(yes: number, { no, abstain }: Votes): DecisionResult {
  if (no === 0 && !abstain) return yes > 0 ? 'unanimous' : 'rejected'
  return no !== null && no >= yes ? 'rejected' : 'accepted'
}
