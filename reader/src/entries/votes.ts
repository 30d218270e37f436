import { type Cue, cue } from '../../../language/cues.ts'
import { matchesOf } from '../../../language/matches.ts'
import { COUNT_WORDS } from '../../../language/relative-dates.ts'
import { remembered } from '../../../language/remembered.ts'
import type { Votes } from '../reading.ts'

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
/** A number is also written with a sign for the thousands ("6.980", "1'200"): shares and weights are counted too. */
const COUNT = `(?<count>\\d{1,3}[.']\\d{3}|\\d{1,4}|${Object.keys(NUMBER_WORDS).join('|')})`
const SIDE =
  '(?<side>ja|nein|enth|dafür|dagegen|pro|contra|kontra|fürstimme|gegenstimme|stimmenthaltung|zustimmung|ablehnung|ohne meinung|egal|weiß nicht|unentschlossen|(?:für|gegen)(?=\\s?(?:[,;:)/]|$)))'
const REST = '[\\p{L}:*-]{0,12}'
/** "8 Ja-Stimmen", "keine Enthaltungen", "5x dafür", "8 Stimmen dafür" */
const COUNT_FIRST = cue(new RegExp(`(?<![\\p{L}\\d.,/])${COUNT} ?x? ?(?:Stimmen? )?${SIDE}${REST}`, 'giu'))
/** "Ja: 5", "Enthaltungen 2", "Dafür - 7" */
const SIDE_FIRST = cue(new RegExp(`(?<!\\p{L})${SIDE}${REST}\\.? ?[:=–-]? ?${COUNT}(?![\\d.,]*\\d|\\p{L})`, 'giu'))
const SMALL = '(0|[1-9]\\d{0,2})'
/** "(5/0/3)", "5:0:3", "5 / 0 / 3", "5-0-3": yes, no, abstentions */
const TRIPLE = new RegExp(
  `(?<![\\d/:.–-])${SMALL} ?([/:|–-]) ?${SMALL} ?\\2 ?${SMALL}(?![\\d/:–-]|\\.\\d|\\s?(?:Uhr|€))`,
  'gu',
)
/** "J 7 / N 1 / E 2" */
const LETTERS = cue(
  /(?<![\p{L}\d])J[ :=]{0,2}(\d{1,3})[ /,;|]{1,3}N[ :=]{0,2}(\d{1,3})[ /,;|]{1,3}E[ :=]{0,2}(\d{1,3})(?![\p{L}\d])/u,
)
/** "5+ / 1− / 1o" */
const SIGN_BEHIND = cue(/(?<![\p{L}\d])(\d{1,3})\+[ /,;|]{1,3}(\d{1,3})[-–−][ /,;|]{1,3}(\d{1,3})[o±=~](?![\p{L}\d])/iu)
/** "+5 -0 o3" */
const SIGNED = cue(/(?<![\p{L}\d])\+ ?(\d{1,3})[ /,;|]{1,3}[-–] ?(\d{1,3})[ /,;|]{1,3}[o±=~] ?(\d{1,3})(?![\p{L}\d])/iu)
/** "(6:2)", "mit 4 zu 1 Stimmen", "41 gegen 9 Stimmen": for and against */
const PAIR =
  /(?<![\d/:.,–-])(0|[1-9]\d{0,2})(?: : |:| zu (?=\d+(?: Stimmen|[).,;]|$| gegen | für | abge| ange))| gegen (?=\d+ Stimmen)| gg\.? )(0|[1-9]\d{0,2})(?![\d/:%–-]|[.,]\d|\s?(?:Uhr|€))/gu
const ABOUT_VOTES =
  /abst|stimm|ja ?\/|j\/n|dafür|beschl|angenommen|abgelehnt|genehmigt|bewilligt|gewählt|verabschiedet|ergebnis|votum|antrag|mehr(?:heit)?(?!\p{L})|handheben|handzeichen|meinungsbild|obsieg|unterlieg|unterlag|durch(?!\p{L})|vertagung|am ende|AE(?!\p{L})/iu
const PROPORTION = /verhältnis|maßstab|massstab|format|mischung/i
const ABSTAINED = cue(
  /(?<!\p{L})(?:hat|haben|enthält|enthalten) sich (?:der Stimme )?enthalten|(?<!\p{L})enthält sich(?! nicht)|(?<!\p{L})bei (?:eigener Enthaltung|Enthaltung (?:de[srm]|von))(?!\p{L})/iu,
)
/** "Piet dagegen": one who is named. */
const ONE_AGAINST =
  /(?<!\p{L})(?!Stimmen?(?!\p{L})|Rest|Ja|Nein|Alle|Keiner|Niemand)\p{Lu}\p{L}+ (?:ist |war |stimmt(?:e)? )?dagegen(?!\p{L})/u

/** Most texts hold none of these and are done with. */
const HINT = cue(
  /stimm|enth|ja|nein|J[ :=]{0,2}\d|dafür|dagegen|\d ?[/:|–-] ?\d|\d zu \d|\d gegen \d|\d gg|\d\+|pro|contra|kontra|ablehnung|einstimmig/i,
)

const YES = /^(?:ja|dafür|für|pro|fürstimme|zustimm)/i
const NO = /^(?:nein|dagegen|gegen|contra|kontra|ablehn)/i

/** Finds the count of votes in a text; a number that is not said is null inside. Null where nothing was counted. */
export const votesIn = remembered((text: string): VotesSaid | null => {
  if (!HINT.test(text)) return null
  return (
    tripleIn(text) ??
    signedIn(text) ??
    withPlainYes(text, pairIn(text) ?? sidesIn(text)) ??
    unanimousCount(text) ??
    againstOnly(text)
  )
})

function tripleIn(text: string): VotesSaid | null {
  for (const match of matchesOf(TRIPLE, text)) {
    const [whole, yes, sign, no, abstain] = match
    if (!isVoteTriple(text, match.index, whole, sign!)) continue
    return {
      votes: { yes: Number(yes), no: Number(no), abstain: Number(abstain) },
      from: match.index,
      to: match.index + whole.length,
    }
  }
  return null
}

const CLOCK = /^\d{1,2}:\d{2}:\d{2}$/

/** Brackets, a word about votes, or nothing else said make three numbers votes; a dash also joins dates and pages. */
function isVoteTriple(text: string, at: number, whole: string, sign: string): boolean {
  const bracketed = /[([]/.test(text[at - 1] ?? '') && /[)\],;]/.test(text[at + whole.length] ?? '')
  if (bracketed && !CLOCK.test(whole)) return true
  if (whole.length >= text.trim().length - 1) return true
  const last = at + whole.length >= text.trimEnd().length - 2
  if (last && !CLOCK.test(whole) && /[–,:-] ?$/.test(text.slice(0, at))) return true
  if (sign === '-' || sign === '–') return last && ABOUT_VOTES.test(text)
  return ABOUT_VOTES.test(text)
}

function signedIn(text: string): VotesSaid | null {
  const match = SIGNED.exec(text) ?? SIGN_BEHIND.exec(text) ?? LETTERS.exec(text)
  if (!match) return null
  const votes = { yes: Number(match[1]), no: Number(match[2]), abstain: Number(match[3]) }
  return { votes, from: match.index, to: match.index + match[0].length }
}

/** "Mit 3 gegen 2 Stimmen abgelehnt": the greater number turned it down. */
const TURNED_DOWN = / gegen \d{1,4} Stimmen (?:abgelehnt|verworfen)/iu

/** Two numbers against each other, with the abstentions that stand beside them ("(2:2, 1 Enthaltung)"). */
function pairIn(text: string): VotesSaid | null {
  for (const match of matchesOf(PAIR, text)) {
    const [whole, yes, no] = match
    if (PROPORTION.test(text) || !isVotePair(text, match.index, whole)) continue
    const beside = sidesIn(text)
    const lost = TURNED_DOWN.test(text) && Number(yes) > Number(no)
    const [most, least] = lost ? [no, yes] : [yes, no]
    const votes = { yes: Number(most), no: Number(least), abstain: beside?.votes.abstain ?? null }
    return {
      votes,
      from: match.index,
      to: Math.max(match.index + whole.length, votes.abstain === null ? 0 : beside!.to),
    }
  }
  return null
}

/** "18:30" is a time unless it is said to be votes. */
function isVotePair(text: string, at: number, whole: string): boolean {
  const looksLikeTime = /^\d{1,2}:[0-5]\d$/.test(whole)
  if (looksLikeTime) return /^ (?:Stimmen|angenommen|abgelehnt|gegen)/.test(text.slice(at + whole.length))
  if (/[([]/.test(text[at - 1] ?? '') && /[)\],;]/.test(text[at + whole.length] ?? '')) return true
  if (whole.length >= text.trim().length - 1) return true
  return ABOUT_VOTES.test(text) || (/ zu /.test(whole) && /, ?$/.test(text.slice(0, at)))
}

type Counts = { yes: number | null; no: number | null; abstain: number | null }

/** The sides that were counted one by one; persons who are named count too. */
function sidesIn(text: string): VotesSaid | null {
  const counted = fuller(countedIn(text, COUNT_FIRST), countedIn(text, SIDE_FIRST))
  const named = counted && withNamed(text, counted)
  return named && sidesOf(named) >= 2 ? named : loneCount(text)
}

function countedIn(text: string, pattern: Cue): VotesSaid | null {
  const counts: Counts = { yes: null, no: null, abstain: null }
  let from = -1
  let to = -1
  for (const match of pattern.all(text)) {
    const side = sideOf(match.groups!.side!)
    if (counts[side] !== null) continue
    counts[side] = countOf(match.groups!.count!)
    if (from < 0) from = match.index
    to = match.index + match[0].length
  }
  return from < 0 ? null : { votes: counts, from, to }
}

function withNamed(text: string, said: VotesSaid): VotesSaid {
  const votes = { ...said.votes }
  let { to } = said
  const against = votes.no === null && votes.yes !== null ? ONE_AGAINST.exec(text) : null
  if (against) votes.no = 1
  const abstained = votes.abstain === null && votes.yes !== null ? ABSTAINED.exec(text) : null
  if (abstained) votes.abstain = 1
  for (const match of [against, abstained]) if (match) to = Math.max(to, match.index + match[0].length)
  return { ...said, votes, to }
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

/** "mit 8 Ja-Stimmen", "ohne Gegenstimme", "bei einer Enthaltung", "1 Enth.", "(5 dafür)", "10x Zustimmung" */
const LONE = cue(
  new RegExp(
    `(?<![\\p{L}\\d.,])${COUNT} ?(?:(?<side>(?:ja|nein|gegen|für)[ -]?stimmen?|(?:stimm)?enth(?:altung(?:en)?|\\.|(?=[\\s),;]|$)))|(?<=\\d ?)x ?(?<times>zustimmung|ablehnung)|(?<=[(,] ?\\d{1,3} ?|stimmen? |mit \\d{1,3} )(?:stimmen? )?(?<bare>dafür|dagegen|ja))(?!\\p{L})`,
    'iu',
  ),
)
const LONE_VOTES = cue(new RegExp(`(?<!\\p{L})${COUNT} stimmen? (?<side>dafür|dagegen)(?!\\p{L})`, 'iu'))

/** One side alone, or somebody who abstained: "Frau Ott hat sich enthalten". */
function loneCount(text: string): VotesSaid | null {
  const lone = LONE.exec(text) ?? LONE_VOTES.exec(text)
  const match = lone ?? ABSTAINED.exec(text)
  if (!match) return null
  const said = lone?.groups?.side ?? lone?.groups?.times ?? lone?.groups?.bare
  const side = said ? sideOf(said) : 'abstain'
  const count = lone ? countOf(lone.groups!.count!) : 1
  const votes = { yes: null, no: null, abstain: null, [side]: count }
  return { votes, from: match.index, to: match.index + match[0].length }
}

/** "mit 15 Stimmen bei einer Enthaltung": votes without a side are for the motion. */
const PLAIN_YES = cue(/(?:(?<!\p{L})mit (?:nur )?|\()(\d{1,4}) Stimmen(?! (?:gegen|dagegen|Enthaltung))/iu)
/** Beside other sides also "(30 Stimmen, 1 Enthaltung)", "5 für den Kauf / 2 dagegen", "4 von 6, 2 Enth." */
const YES_BESIDE = /(?<![\p{L}\d.,])(\d{1,4}) (?:Stimmen(?=[,;/ ] ?\d)|für(?!\p{L})|von \d{1,4}(?=,))/iu

function withPlainYes(text: string, said: VotesSaid | null): VotesSaid | null {
  if (said?.votes.yes != null) return said
  const plain = PLAIN_YES.exec(text) ?? (said && YES_BESIDE.exec(text))
  if (!plain) return said
  const abstain = said?.votes.abstain ?? (ABSTAINED.test(text) ? 1 : null)
  const votes = { yes: Number(plain[1]), no: said?.votes.no ?? null, abstain }
  return {
    votes,
    from: Math.min(plain.index, said?.from ?? plain.index),
    to: Math.max(plain.index + plain[0].length, said?.to ?? 0),
  }
}

/** "gegen die Stimme von Frau Ott", "gegen zwei Stimmen": only those against are told. */
const AGAINST_ONLY = cue(
  new RegExp(`(?<!\\p{L})(?<!\\d )gegen (?:die (?=Stimme von)|${COUNT} )Stimmen?(?!\\p{L})`, 'iu'),
)

function againstOnly(text: string): VotesSaid | null {
  const match = AGAINST_ONLY.exec(text)
  if (!match) return null
  const { count } = match.groups!
  const votes = { yes: null, no: count ? countOf(count) : 1, abstain: null }
  return { votes, from: match.index, to: match.index + match[0].length }
}

/** "einstimmig (8)", "einstimmig, 4": how many they were. */
const UNANIMOUS_COUNT = cue(/einstimmig(?:e[rsn]?)?(?:: ?|, ?| ?\()(\d{1,3}[.']\d{3}|\d{1,4})(?: ja)?(?=[).;]|$)/iu)

function unanimousCount(text: string): VotesSaid | null {
  const match = UNANIMOUS_COUNT.exec(text)
  if (!match) return null
  const votes = { yes: countOf(match[1]!), no: null, abstain: null }
  return { votes, from: match.index, to: match.index + match[0].length }
}

function sideOf(word: string): keyof Counts {
  return YES.test(word) ? 'yes' : NO.test(word) ? 'no' : 'abstain'
}

function countOf(word: string): number {
  return NUMBER_WORDS[word.toLowerCase()] ?? Number(word.replace(/[.']/g, ''))
}
