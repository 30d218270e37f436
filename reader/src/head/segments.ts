import { cue } from '../../../language/cues.ts'
import { isFirstName } from '../../../language/first-names.ts'
import { hasTitle } from '../../../language/names.ts'
import type { Line } from '../lines/document.ts'
import { columnsOf } from '../lines/gaps.ts'
import { plainOf } from '../lines/inline.ts'
import type { Labelled } from '../lines/labels.ts'
import { headFieldOf } from './fields.ts'

const JOINT = / [·|/–] |, |; |\. (?=\p{Lu}\p{Ll}|$)/u
/** "Moderation Finja", "Leitung: Karla": the words before a name or a number. */
const SEGMENT =
  /^(\p{L}[\p{L}:*/.]{1,24}?(?: (?:führt|schreibt|mit|von|diese Woche|heute|diesmal|rotiert))?)(?::|(?= [\p{Lu}@]| \d| gegen | ca\.? | um )) ?(.{1,60})$/u
/** "Es leitet Margit", "Reimer schreibt" */
const LEADS = cue(/^(?:es )?(leitet|moderiert|schreibt|protokolliert) (?:heute |diesmal )?(\p{Lu}[\p{L} .-]{1,40})$/iu)
const DOES = cue(
  /^(\p{Lu}[\p{L}.-]{1,20}(?: \p{Lu}[\p{L}.-]{0,20})?) (leitet|moderiert|schreibt|protokolliert|tippt)$/u,
)
const INITIALS = /^(?:\p{Lu}{1,3}|\p{Lu}\p{Ll}?\.(?:-?\p{Lu}\.)?)$/u
const LONGEST_LINE = 180

/**
 * The labels of a line that says several things of the head in short ("Moderation Finja / Protokoll Theo S.", "Beginn 19 Uhr,
 * Ende 22 Uhr. Leitung HB"), with or without a colon. Only those that name a field of the head.
 */
export function segmentsOf(line: Line): Labelled[] {
  const plain = plainOf(line.body)
  if (line.cells || line.heading !== null || plain.length > LONGEST_LINE) return []
  const segments = columnsOf(line)
    .flatMap(column => plainOf(column).split(JOINT))
    .flatMap(segment => segmentIn(segment.trim(), line.number))
  return segments.filter(({ sure, value }) => sure || (segments.length > 1 && !value.includes(' ')))
}

type Segment = Labelled & { readonly sure: boolean }

function segmentIn(segment: string, line: number): Segment[] {
  const leads = LEADS.exec(segment)
  if (leads) return [{ label: leads[1]!.toLowerCase(), value: leads[2]!, line, sure: true }]
  const does = DOES.exec(segment)
  if (does) return [{ label: does[2]!, value: does[1]!, line, sure: true }]
  const match = SEGMENT.exec(segment)
  const label = match?.[1] ?? ''
  if (!match || !headFieldOf(label)) return []
  const value = match[2]!.trim()
  const sure = match[0].startsWith(`${label}:`) || /\d/.test(value) || isPerson(value)
  return [{ label, value, line, sure }]
}

/** Without a colon only what is clearly a person follows: "Moderation Finja", "Leitung HB", "Protokoll N. Pohl". */
function isPerson(value: string): boolean {
  const [first = ''] = value.split(' ')
  return isFirstName(first) || hasTitle(value) || INITIALS.test(first) || first.startsWith('@')
}
