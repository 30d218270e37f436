import type { Line } from './document.ts'
import { plainOf } from './inline.ts'

type LeadIn = { readonly title: string; readonly indent: number; list: boolean | null }

/** Lead-ins within lead-ins, at most. */
const DEEPEST = 4
const LONGEST_LEAD_IN = 160

/**
 * For each line the headings and lead-in lines that govern it, outermost first. `resets` holds the numbers of lines at
 * which everything before ends (agenda items); they are not among the headings.
 *
 * A lead-in is a line that ends with ':'. Followed by a list it governs the list; followed by prose it governs until the
 * next lead-in or heading. One directly below another governs within it.
 */
export function governingOf(lines: readonly Line[], resets: ReadonlySet<number>): (readonly string[])[] {
  const sections: { title: string; level: number }[] = []
  let leadIns: LeadIn[] = []
  let current: readonly string[] = []
  let blank = false
  const renew = () => {
    current = [...sections.map(section => section.title), ...leadIns.map(leadIn => leadIn.title)]
  }

  return lines.map(line => {
    if (line.text === '' || line.apart !== null) {
      blank = true
      return current
    }
    const afterBlank = blank
    blank = false
    if (resets.has(line.number) || line.heading !== null) {
      leadIns = []
      if (resets.has(line.number)) sections.length = 0
      else open(sections, line)
      renew()
      return sections.slice(0, resets.has(line.number) ? 0 : -1).map(section => section.title)
    }
    const leadIn = isLeadIn(line)
    const kept = leadIns.filter(open => governs(open, line, afterBlank, leadIn))
    if (kept.length !== leadIns.length) {
      leadIns = kept
      renew()
    }
    const before = current
    for (const open of leadIns) open.list ??= leadIn ? null : line.marker !== null || line.cells !== null
    if (!leadIn) return before
    leadIns = [...leadIns.slice(1 - DEEPEST), { title: titleOf(line), indent: line.indent, list: null }]
    renew()
    return before
  })
}

function open(sections: { title: string; level: number }[], line: Line): void {
  while (sections.length > 0 && sections.at(-1)!.level >= line.heading!) sections.pop()
  sections.push({ title: titleOf(line), level: line.heading! })
}

/** A lead-in with nothing below it yet takes what follows; then a list ends at prose, and prose at the next lead-in. */
function governs(open: LeadIn, line: Line, afterBlank: boolean, leadIn: boolean): boolean {
  if (open.list === null) return true
  if (line.indent > open.indent) return true
  if (leadIn && line.marker === null) return false
  return open.list ? line.marker !== null || line.cells !== null || !afterBlank : true
}

function isLeadIn(line: Line): boolean {
  if (line.marker !== null || line.cells !== null || line.body.length > LONGEST_LEAD_IN) return false
  return /:[*_]*$/.test(line.body) || BOLD_QUESTION.test(line.body)
}

/** "**Was habe ich gemacht?**" leads to its answers. */
const BOLD_QUESTION = /^(?:\*\*|__)[^*_]{1,80}\?(?:\*\*|__)$/

function titleOf(line: Line): string {
  return plainOf(line.body).replace(/ ?:$/, '')
}
