import type { Line } from './document.ts'
import { plainOf } from './inline.ts'

/** "Ort: Rathaus": the words before the colon and those behind it, both without inline marks. */
export type Labelled = { readonly label: string; readonly value: string; readonly line: number }

/** A colon of a gender form ("Teilnehmer:innen") is part of the label. */
const LABEL = /^[:(]?(\p{L}(?:[^:|?!]|:(?=in)){0,58}?) ?:(?!in(?:nen)?(?!\p{L})) ?(?!\/\/)(.*)$/u
const INNER_LABEL = /(?:[,;|]|\s[-–]|) (\p{L}[\p{L}/*-]{1,24}(?::in(?:nen)?)?): ?(?!\/\/)/gu
const MOST_LABEL_WORDS = 7

/**
 * The label of a line, as `Label: value` (marks such as `**Label:**` allowed, reStructuredText's `:Label: value` too) or
 * as a table row of two cells. Null where the line has none.
 */
export function labelOf(line: Line): Labelled | null {
  if (line.cells) return rowLabel(line)
  const match = LABEL.exec(plainOf(line.body))
  if (!match) return null
  const label = match[1]!.trim()
  if (label.split(' ').length > MOST_LABEL_WORDS || /\d$/.test(label)) return null
  const value = match[0].startsWith('(') ? match[2]!.replace(/\)$/, '') : match[2]!
  return { label, value: value.trim(), line: line.number }
}

/** All labels of a line: "Beginn: 19 Uhr, Ende: 21 Uhr" has two. `isLabel` says which words within a value are one. */
export function labelsOf(line: Line, isLabel: (word: string) => boolean): Labelled[] {
  const first = labelOf(line)
  if (!first) return []
  const found: Labelled[] = []
  let { label } = first
  let from = 0
  for (const match of first.value.matchAll(INNER_LABEL)) {
    if (!isLabel(match[1]!)) continue
    found.push({ label, value: first.value.slice(from, match.index).trim(), line: line.number })
    label = match[1]!
    from = match.index + match[0].length
  }
  return [...found, { label, value: first.value.slice(from).trim(), line: line.number }]
}

function rowLabel(line: Line): Labelled | null {
  const [label, value, more] = line.cells ?? []
  if (!label || value === undefined || more !== undefined) return null
  return { label: plainOf(label).replace(/ ?:$/, ''), value: plainOf(value), line: line.number }
}
