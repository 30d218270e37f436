import { looksLikeName } from '../../../language/names.ts'
import { isOffice } from '../../../language/offices.ts'
import type { Line } from '../lines/document.ts'
import { normalLine } from '../lines/normal.ts'
import { ownersInCell } from './cells.ts'

/** Who is named at the right margin of a line, as minutes hand out tasks; `text` is what stands there. */
export type Margin = { readonly text: string; readonly owners: readonly string[] }

/** A gap that no sentence has, then a short piece at the end of the line. */
const AT_MARGIN = /\S(?: {4,}|\t[\t ]*)(\p{L}[^\t]{1,39})$/u
const LEAST_LEFT = 15
/** "Pohlmeier/" goes on in the next line. */
const GOES_ON = /[/,&]$/

/** The owners at the right margin of a line of text (never of a table); null where none are. */
export function marginOf(line: Line, next: Line | undefined): Margin | null {
  if (line.cells !== null || line.heading !== null) return null
  const raw = line.raw.trimEnd()
  const piece = AT_MARGIN.exec(raw)?.[1]
  if (!piece || / {3}/.test(piece) || /[.:!?;]$|\d/.test(piece)) return null
  const left = raw.slice(0, raw.length - piece.length).trim()
  if (
    left.length < LEAST_LEFT ||
    !/\p{Ll}{3} \p{L}|\p{L} \p{Ll}{3}/u.test(left) ||
    /:$/.test(left) ||
    looksLikeName(left)
  )
    return null
  const more = GOES_ON.test(piece) && next ? ownersInCell(next.body) : []
  const owners = [...ownersInCell(piece), ...more]
  return owners.length > 0 && owners.every(isOwner) ? { text: normalLine(piece), owners } : null
}

/** Is the line nothing but the rest of what stood at the margin of the one before it? */
export function continuesMargin(margin: Margin, next: Line): boolean {
  return GOES_ON.test(margin.text) && ownersInCell(next.body).some(name => margin.owners.includes(name))
}

/** "v. d. Loo", "alle" */
const SHORTENED = /^(?:\p{Ll}{1,3}\. ?){1,3}\p{Lu}\p{L}+$|^alle$/u

function isOwner(name: string): boolean {
  return looksLikeName(name) || isOffice(name) || SHORTENED.test(name)
}
