import { matchesOf } from '../../../language/matches.ts'
import { withoutEnd } from '../../../language/trim.ts'
import type { Line } from './document.ts'
import { columnsOf } from './gaps.ts'
import { plainOf } from './inline.ts'

/** "Ort: Rathaus": the words before the colon and those behind it, both without inline marks. */
export type Labelled = { readonly label: string; readonly value: string; readonly line: number }

/** A colon of a gender form ("Teilnehmer:innen") is part of the label. */
const LABEL = /^[:(]?(\p{L}(?:[^:|?!]|:(?=in)){0,58}?) ?:(?!in(?:nen)?(?!\p{L})) ?(?!\/\/)(.*)$/u
const INNER_LABEL = /(?:[,;|/·.]|\s[-–]|) ((?:\p{L}{1,20} ){0,2}\p{L}[\p{L}/*-]{1,24}(?::in(?:nen)?)?): ?(?!\/\/)/gu
/** "Gast zu TOP 3:" ends with a number, as times do before their minutes. */
const OF_ITEM = /(?:^| )(?:TOP|HF|Punkt|zu) \d{1,2}$/i
/** Pictures that chats and pads write for a label. */
const PICTURES: Readonly<Record<string, string>> = {
  '👥': 'Anwesend',
  '🙋': 'Anwesend',
  '🤒': 'Entschuldigt',
  '🏖': 'Entschuldigt',
  '✍': 'Protokoll',
  '📝': 'Protokoll',
  '📅': 'Datum',
  '🗓': 'Datum',
  '📍': 'Ort',
  '🕐': 'Zeit',
  '⏰': 'Zeit',
  '🎤': 'Moderation',
}
const PICTURE = /^(\p{Extended_Pictographic})\uFE0F? ?(?=\p{L}|\d)/u
const BREAK = / ?<br ?\/?> ?/g
const BOLD_LABEL = /^(\*\*|__|''')([\p{L} /]{2,40})\1 (?=[\p{L}\d@])/u
const COLUMN_LABEL = /^\p{L}[\p{L}:*/-]{1,30}(?: \p{L}{2,20}){0,2}$/u
const MOST_LABEL_WORDS = 7

/**
 * The label of a line, as `Label: value` (marks such as `**Label:**` allowed, reStructuredText's `:Label: value` too) or
 * as a table row of two cells. Null where the line has none.
 */
export function labelOf(line: Line): Labelled | null {
  if (line.cells) return rowLabel(line)
  const plain = plainOf(line.body)
  const match = LABEL.exec(plain)
  if (!match) return pictureLabel(plain, line.number) ?? boldLabel(line) ?? columnLabel(line)
  const label = match[1]!.trim()
  if (label.split(' ').length > MOST_LABEL_WORDS || (/\d$/.test(label) && !OF_ITEM.test(label))) return null
  const value = match[0].startsWith('(') ? match[2]!.replace(/\)$/, '') : match[2]!
  return { label, value: value.trim(), line: line.number }
}

/** "**Gäste** Karla Lund" */
function boldLabel({ body, number }: Line): Labelled | null {
  const match = BOLD_LABEL.exec(body)
  return match && { label: match[2]!, value: plainOf(body.slice(match[0].length)), line: number }
}

/** "Ort      Rathaus", typed in columns. */
function columnLabel(line: Line): Labelled | null {
  const [label = '', ...values] = columnsOf(line)
  if (values.length === 0 || !COLUMN_LABEL.test(label)) return null
  return { label, value: values.map(plainOf).join(', '), line: line.number }
}

/** "📍 Rathaus" */
function pictureLabel(plain: string, line: number): Labelled | null {
  const picture = PICTURE.exec(plain)
  const label = picture && PICTURES[picture[1]!]
  return label ? { label, value: plain.slice(picture[0].length).trim(), line } : null
}

/** All labels of a line: "Beginn: 19 Uhr, Ende: 21 Uhr" has two. `isLabel` says which words within a value are one. */
export function labelsOf(line: Line, isLabel: (word: string) => boolean): Labelled[] {
  const first = labelOf(line)
  if (!first) return []
  if (!first.value.includes(':')) return [{ ...first, value: first.value.trim() }]
  const found: Labelled[] = []
  let { label } = first
  let from = 0
  for (const match of matchesOf(INNER_LABEL, first.value)) {
    const words = endThatIs(match[1]!, isLabel)
    if (words === null) continue
    const end = match.index + match[0].lastIndexOf(words)
    found.push({ label, value: withoutJoint(first.value.slice(from, end)), line: line.number })
    label = words
    from = match.index + match[0].length
  }
  return [...found, { label, value: first.value.slice(from).trim(), line: line.number }]
}

/** Of "Karl entschuldigt" the end "entschuldigt" is a label. */
function endThatIs(words: string, isLabel: (word: string) => boolean): string | null {
  const parts = words.split(' ')
  return parts.map((_, at) => parts.slice(at).join(' ')).find(isLabel) ?? null
}

function withoutJoint(value: string): string {
  return withoutEnd(value, ' ,;|/·–-')
}

function rowLabel(line: Line): Labelled | null {
  const [label, value, more] = line.cells ?? []
  if (!label || value === undefined || more !== undefined) return null
  return { label: plainOf(label).replace(/ ?:$/, ''), value: plainOf(value.replace(BREAK, ', ')), line: line.number }
}
