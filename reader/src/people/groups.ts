import { isAgendaWord, isTopMarker, numberOf } from '../agenda/titles.ts'
import { headFieldOf } from '../head/fields.ts'
import type { Document, Line } from '../lines/document.ts'
import { labelOf } from '../lines/labels.ts'
import { isListOfPersons, type Listed, listedIn } from './attendees.ts'
import { isGroup } from './list-parts.ts'

const MOST_HEAD_LINES = 60
/** Who is in the chair is one of the members; who moderates may come from outside. */
const CHAIR = /vorsitz/i
/** These labels name those who came even where no list of attendance stands beside them. */
const MEMBERS = /mitglieder|fraktion|stimmberechtigt/i

/** How many lines from the top on can hold the head: up to the agenda, the first item, or a bound. */
export function headLength(document: Document): number {
  const end = document.lines.findIndex(
    line =>
      line.number > MOST_HEAD_LINES ||
      (line.number > 1 && (isTopMarker(line.marker) || isAgendaWord(line.body))) ||
      (line.heading !== null && numberOf(line.marker) !== null),
  )
  return end < 0 ? document.lines.length : end
}

type Group = { readonly persons: readonly Listed[]; readonly line: number }

/**
 * The groups of persons in the head ("Vorsitz: Karla Lund", "Verwaltung: …") that stand in one run with lists of
 * attendance (`listed` lines) or with "Mitglieder: …". `lines` are those of the head.
 */
export function groupsBeside(lines: readonly Line[], listed: ReadonlySet<number>): Group[] {
  const found: Group[] = []
  let run: Group[] = []
  let counts = false
  let blanks = 0
  const close = () => {
    if (counts) found.push(...run)
    run = []
    counts = false
  }
  for (const line of lines) {
    blanks = line.text === '' ? blanks + 1 : 0
    if (line.text === '' && blanks < 2) continue
    const labelled = line.text === '' || line.cells ? null : labelOf(line)
    if (listed.has(line.number)) counts = true
    else if (labelled && isPersons(labelled)) {
      run.push({ persons: listedIn(labelled.value, false), line: line.number })
      counts ||= MEMBERS.test(labelled.label)
    } else if (!(labelled && headFieldOf(labelled.label))) close()
  }
  close()
  return found
}

function isPersons({ label, value }: { label: string; value: string }): boolean {
  const field = headFieldOf(label)
  if (!isGroup(label) || value === '' || (field !== null && !CHAIR.test(label))) return false
  return isListOfPersons(value)
}
