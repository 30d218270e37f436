import { COUNT_WORDS } from '../../../language/relative-dates.ts'
import type { DecisionResult, Votes } from '../reading.ts'

/** A count of votes in a text: what was counted, and the stretch that says it. */
export type VotesSaid = { readonly votes: Votes; readonly from: number; readonly to: number }

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  kein: 0,
  keine: 0,
  keiner: 0,
  keinen: 0,
  null: 0,
  ohne: 0,
  ...COUNT_WORDS,
  neun: 9,
  elf: 11,
}
const COUNT = `(?<count>\\d{1,4}|${Object.keys(NUMBER_WORDS).join('|')})`
const SIDE =
  '(?<side>ja|nein|enth|dafür|dagegen|pro|contra|kontra|fürstimme|gegenstimme|stimmenthaltung|zustimmung|ablehnung|(?:für|gegen)(?=\\s?(?:[,;:)/]|$)))'
const REST = '[\\p{L}:*-]{0,12}'
/** "8 Ja-Stimmen", "keine Enthaltungen", "5x dafür", "8 Stimmen dafür" */
const COUNT_FIRST = new RegExp(`(?<![\\p{L}\\d.,/])${COUNT} ?x? ?(?:Stimmen? )?${SIDE}${REST}`, 'giu')
/** "Ja: 5", "Enthaltungen 2", "Dafür - 7" */
const SIDE_FIRST = new RegExp(`(?<!\\p{L})${SIDE}${REST}\\.? ?[:=–-]? ?${COUNT}(?![\\d.,]*\\d|\\p{L})`, 'giu')
/** "(5/0/3)", "5:0:3", "5 / 0 / 3": yes, no, abstentions */
const TRIPLE = /(?<![\d/:.-])(\d{1,3}) ?([/:|]) ?(\d{1,3}) ?\2 ?(\d{1,3})(?![\d/:.-]|\s?(?:Uhr|€))/gu
const TRIPLE_CONTEXT = /abst|abgestimmt|stimm|ja ?\/|j\/n|dafür|beschl|angenommen|abgelehnt|ergebnis|votum|antrag/i
const ABSTAINED =
  /(?<!\p{L})(?:hat|haben|enthält|enthalten) sich (?:der Stimme )?enthalten|(?<!\p{L})enthält sich(?! nicht)/iu

/** Most texts hold none of these and are done with. */
const HINT = /stimm|enth|ja|nein|dafür|dagegen|\d ?[/:|] ?\d|pro|contra|kontra|ablehnung/i

const YES = /^(?:ja|dafür|für|pro|fürstimme|zustimm)/i
const NO = /^(?:nein|dagegen|gegen|contra|kontra|ablehn)/i

/** Finds the count of votes in a text; a number that is not said is null inside. Null where nothing was counted. */
export function votesIn(text: string): VotesSaid | null {
  if (!HINT.test(text)) return null
  return tripleIn(text) ?? withPlainYes(text, countedOrLone(text))
}

function countedOrLone(text: string): VotesSaid | null {
  return fuller(countedIn(text, COUNT_FIRST), countedIn(text, SIDE_FIRST)) ?? loneCount(text)
}

function tripleIn(text: string): VotesSaid | null {
  for (const match of text.matchAll(TRIPLE)) {
    const [whole, yes, sign, no, abstain] = match
    const bracketed = text[match.index - 1] === '(' && text[match.index + whole.length] === ')'
    if (sign !== '/' || !bracketed) if (!TRIPLE_CONTEXT.test(text)) continue
    return {
      votes: { yes: Number(yes), no: Number(no), abstain: Number(abstain) },
      from: match.index,
      to: match.index + whole.length,
    }
  }
  return null
}

/** "mit 15 Stimmen bei einer Enthaltung": votes without a side are for the motion. */
const PLAIN_YES = /(?<!\p{L})mit (\d{1,4}) Stimmen(?! (?:gegen|dagegen|Enthaltung))/iu

function withPlainYes(text: string, said: VotesSaid | null): VotesSaid | null {
  const plain = PLAIN_YES.exec(text)
  if (!plain || said?.votes.yes != null) return said
  const votes = { yes: Number(plain[1]), no: said?.votes.no ?? null, abstain: said?.votes.abstain ?? null }
  return {
    votes,
    from: Math.min(plain.index, said?.from ?? plain.index),
    to: Math.max(plain.index + plain[0].length, said?.to ?? 0),
  }
}

type Counts = { yes: number | null; no: number | null; abstain: number | null }

/** At least two sides must be named for a count to be believed without further signs. */
function countedIn(text: string, pattern: RegExp): VotesSaid | null {
  const counts: Counts = { yes: null, no: null, abstain: null }
  let from = -1
  let to = -1
  for (const match of text.matchAll(pattern)) {
    const side = sideOf(match.groups!.side!)
    if (counts[side] !== null) continue
    counts[side] = countOf(match.groups!.count!)
    if (from < 0) from = match.index
    to = match.index + match[0].length
  }
  const said = { votes: counts, from, to }
  return sidesOf(said) >= 2 ? said : null
}

function sidesOf({ votes }: VotesSaid): number {
  return Object.values(votes).filter(count => count !== null).length
}

/** "Ja: 5 Nein: 0" also reads as "5 Nein": the reading with more sides is meant, then the one that begins first. */
function fuller(a: VotesSaid | null, b: VotesSaid | null): VotesSaid | null {
  if (!a || !b) return a ?? b
  const more = sidesOf(a) - sidesOf(b)
  return more > 0 || (more === 0 && a.from < b.from) ? a : b
}

/** "mit 8 Ja-Stimmen", "ohne Gegenstimme", "bei einer Enthaltung" */
const LONE = new RegExp(
  `(?<![\\p{L}\\d.,])${COUNT} ?(?<side>(?:ja|nein|gegen|für)[ -]?stimmen?|(?:stimm)?enthaltung(?:en)?)(?!\\p{L})`,
  'iu',
)

/** One side alone, or somebody who abstained: "Frau Ott hat sich enthalten". */
function loneCount(text: string): VotesSaid | null {
  const lone = LONE.exec(text)
  const match = lone ?? ABSTAINED.exec(text)
  if (!match) return null
  const side = lone ? sideOf(lone.groups!.side!) : 'abstain'
  const count = lone ? countOf(lone.groups!.count!) : 1
  const votes = { yes: null, no: null, abstain: null, [side]: count }
  return { votes, from: match.index, to: match.index + match[0].length }
}

function sideOf(word: string): keyof Counts {
  return YES.test(word) ? 'yes' : NO.test(word) ? 'no' : 'abstain'
}

function countOf(word: string): number {
  return NUMBER_WORDS[word.toLowerCase()] ?? Number(word)
}

const UNANIMOUS =
  /einstimmig|ohne gegenstimmen? und (?:ohne )?enthaltung|(?<!\p{L})alle (?:stimmen )?dafür|geschlossen dafür/iu
const REJECTED =
  /abgelehnt|(?<!\p{L})lehnt[^.]{0,60} ab(?!\p{L})|nicht angenommen|keine mehrheit|findet keine zustimmung/iu
const CONSENSUS =
  /konsens|einverstanden|einverständnis|einvernehm|einig|keine (?:einwände|einwendungen|gegenrede)|ohne (?:einwände|gegenrede|widerspruch)|verständigt|abgesprochen|ergebnis der (?:diskussion|beratung)|zugestimmt|zustimmung|kommen überein/iu
const ACCEPTED =
  /beschlossen|beschlie(?:ß|ss)|beschloss|angenommen|angennommen|gewählt|genehmigt|entschieden|mehrheit|verabschiedet|gutgehei|bewilligt|entlastet|bestätigt|ernannt|(?:beschluss|entscheid(?:ung)?) ?:/iu

/** How a decision came out, by its words and its votes; null of an informal or a postponed one. */
export function resultOf(text: string, votes: Votes | null): DecisionResult | null {
  if (UNANIMOUS.test(text)) return 'unanimous'
  if (REJECTED.test(text)) return 'rejected'
  if (votes && votes.yes !== null) return byVotes(votes.yes, votes)
  if (/(?<!nicht )(?<!\p{L})vertagt|zurückgestellt|meinungsbild/iu.test(text)) return null
  if (ACCEPTED.test(text)) return 'accepted'
  return CONSENSUS.test(text) ? 'consensus' : votes ? 'accepted' : null
}

function byVotes(yes: number, { no, abstain }: Votes): DecisionResult {
  if (no === 0 && abstain === 0) return yes > 0 ? 'unanimous' : 'rejected'
  return no !== null && no >= yes ? 'rejected' : 'accepted'
}
