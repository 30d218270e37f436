import { matchesOf } from '../../../language/matches.ts'
import { blanked } from './plain.ts'

/**
 * A stretch of a block that can hold one entry: a sentence, or the piece of one between semicolons or arrows.
 * Offsets count in the block's text; `text` is that stretch without inline marks, sign for sign.
 */
export type Part = { readonly from: number; readonly to: number; readonly text: string }

const BOUNDARY = /(?<![.!?;])[.!?;]{1,9}["”“»)\]*_]{0,5}(?=\s|$)|\s(?:→|=>|-+>)\s?/gu
const OPENING = '([„«“'
const ABBREVIATION =
  /(?:^|[\s(„"/+–-])(?:Hr|Hrn|Fr|Fa|Pfrin|Stv|Zi|Abt|Ref|ev|kath|engl|städt|priv|tel|schriftl|mündl|prov|nachm|vorm|Dr|Prof|Mag|St|Nr|Str|Tel|Abs|Art|Bd|Kap|S|z\. ?B|u\. ?a|u\. ?ä|d\. ?h|i\. ?d\. ?R|i\. ?A|e\. ?V|o\. ?ä|o\. ?g|ca|bzw|bspw|etc|usw|evtl|Evtl|ev|Ev|vllt|Vllt|ggf|Ggf|ggfs|inkl|insb|insbes|insg|max|min|mind|vgl|vs|sog|gem|betr|bezgl|bzgl|zzgl|abzgl|allg|wg|bez|einschl|ausschl|insges|jew|lfd|möglw|offiz|übl|urspr|voraus|voraussichtl|zw|ggü|gg|eigtl|ehem|entspr|lt|Mio|Mrd|Tsd|Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|Mo|Di|Mi|Do|Fr|Sa|So|Vors|stellv|verantw|zust|Std|Min|Stk|Enth|Gfrdn?|Koll|Kam|Bgm|Vbgm|Vzbgm|Gen|Fam|Ing|Pfr|\p{Lu}|\d{1,2})\.$/u
/** "13.03. Teamtag" goes on behind its date, "Das Fest ist am 13.03. Wir kommen" does not. */
const DATE = /\d\. ?\d{1,2}\.$/
/** "… Enth. 1. Die Liste …": no ordinal stands before an article. */
const COUNT = /[\s:]\d{1,2}\.$/
const SENTENCE_BEGIN =
  /^(?:Der|Die|Das|Den|Dem|Es|Er|Sie|Wir|Ich|Man|Ein|Eine|Am|Im|In|Zum|Zur|Bis|Nach|Für|Mit|Dies\p{Ll}*|Hier|Da|Dann|Dort|Auch|Wer|Alle)(?!\p{L})/u
/** An opened bracket or quotation mark that is not closed within so many signs is taken as a slip. */
const LONGEST_BRACKET = 500

/** Cuts a block's verbatim text into sentences, and these at semicolons and arrows, never inside brackets or quotations; what stands before `begin` is left out. */
export function partsOf(verbatim: string, begin = 0): Part[] {
  const text = blanked(verbatim)
  const shut = shutStretches(text)
  const parts: Part[] = []
  let from = begin
  for (const match of matchesOf(BOUNDARY, text)) {
    const end = match.index + match[0].length
    if (end <= begin) continue
    if (isInside(shut, match.index) || !(match[0].includes(';') || endsSentence(text, match.index, end))) continue
    push(parts, text, from, isArrow(match[0]) ? match.index : end)
    from = end
  }
  push(parts, text, from, text.length)
  return parts
}

function isArrow(boundary: string): boolean {
  return /^\s/.test(boundary)
}

function push(parts: Part[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /[\s→>=-]/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) parts.push({ from: start, to: end, text: text.slice(start, end) })
}

/** A point ends no sentence behind an abbreviation, an initial or an ordinal, nor before a small letter. */
function endsSentence(text: string, at: number, end: number): boolean {
  if (text[at] !== '.') return true
  const rest = text.slice(end, end + 3).trimStart()
  if (rest === '') return true
  if (/^[\p{Ll},;:]/u.test(rest)) return false
  const before = text.slice(Math.max(0, at - 12), at + 1)
  if (DATE.test(before)) return SENTENCE_BEGIN.test(text.slice(end, end + 12).trimStart())
  if (COUNT.test(before) && SENTENCE_BEGIN.test(text.slice(end, end + 12).trimStart())) return true
  return !ABBREVIATION.test(before)
}

type Stretch = readonly [from: number, to: number]

/** The outermost stretches between brackets or quotation marks, in order. */
function shutStretches(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let open = -1
  let closing = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (open >= 0 && closing.includes(sign)) {
      stretches.push([open, at])
      open = -1
    } else if (open >= 0 && at - open > LONGEST_BRACKET) {
      open = -1
    } else if (open < 0 && OPENING.includes(sign)) {
      open = at
      closing = sign === '(' ? ')' : sign === '[' ? ']' : sign === '«' ? '»' : '“”"'
    }
  }
  return stretches
}

function isInside(stretches: readonly Stretch[], at: number): boolean {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]![1] < at) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low]
  return stretch !== undefined && stretch[0] < at && at < stretch[1]
}
