import { matchesOf } from '../../../language/matches.ts'
import type { Line } from '../lines/document.ts'

/** "Astrid Bollmann (AB)", "K.-H. Plate (KHP, Fußball)", "Jens-Uwe Tietjen = JUT" */
const EXPLAINED =
  /((?:\p{Lu}[\p{L}.'’-]{0,30} ){1,3}\p{Lu}[\p{L}'’-]{1,30}) ?(?:\(|\[|= ?)(\p{Lu}\p{L}{0,2}\p{Lu}|\p{Lu}{2,4})(?![\p{L}\d])/gu
const CAPITALS = /\p{Lu}/gu

/**
 * The initials that a text explains beside a name and then uses for the person. Only letters that the name has, in its
 * order, are initials: "Anna Beck (BUND)" names an organisation.
 */
export function initialsIn(lines: readonly Line[]): string[] {
  const found = new Set<string>()
  for (const line of lines) {
    if (!/[([=]/.test(line.text)) continue
    for (const match of matchesOf(EXPLAINED, line.text)) if (areInitials(match[2]!, match[1]!)) found.add(match[2]!)
  }
  return [...found]
}

/** The capitals of the name; a first name or a part of a double name may be left out, the family name not. */
function areInitials(short: string, name: string): boolean {
  const wanted = short.toUpperCase()
  const capitals = (name.match(CAPITALS) ?? []).join('')
  if (capitals === wanted) return true
  const family = name.trim().split(' ').at(-1)!.toUpperCase()
  return capitals[0] === wanted[0] && family.startsWith(wanted.slice(1))
}
