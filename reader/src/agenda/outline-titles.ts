import { trimmed } from '../../../language/trim.ts'
import type { Document, Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import { hasTitleForm, isTemplateWord } from './titles.ts'

const FEWEST = 3
const LONGEST_BULLET = 80
const LONGEST_LEAD_IN = 70

/**
 * Outer list entries that head the entries below them, as minutes do that are one nested list. Empty unless there are
 * three and most outer entries are such. `lines` are the lines of the minutes without blank ones.
 */
export function bulletsWithChildren(lines: readonly Line[]): Line[] {
  const marked = lines.filter(line => line.marker !== null && line.heading === null)
  const outermost = marked.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY)
  const outer = marked.filter(line => line.indent === outermost)
  const parents = new Set(marked.filter((line, at) => (marked[at + 1]?.indent ?? 0) > line.indent))
  const titles = outer.filter(
    line => parents.has(line) && line.body.length <= LONGEST_BULLET && hasTitleForm(titleText(line)),
  )
  return titles.length >= FEWEST && titles.length * 2 >= outer.length ? titles : []
}

const LONGEST_ABOVE_TEXT = 50

/** Outer list entries behind a blank line, each with lines of text below that bear no mark. Empty unless there are three. */
export function bulletsWithText(document: Document, lines: readonly Line[]): Line[] {
  const outer = lines.filter(line => line.marker !== null && line.heading === null && line.indent === 0)
  const titles = outer.filter(line => {
    const [above, below] = [document.lines[line.number - 2], document.lines[line.number]]
    if (above?.text !== '' || line.body.length > LONGEST_ABOVE_TEXT || !hasTitleForm(titleText(line))) return false
    return below !== undefined && below.text !== '' && below.marker === null && below.heading === null
  })
  return titles.length >= FEWEST && titles.length * 2 >= outer.length ? titles : []
}

/** Lines such as "Finanzen:" that head what follows, in texts without any other mark. Empty unless there are three. */
export function shortLeadIns(lines: readonly Line[]): Line[] {
  const found = lines.filter((line, at) => {
    const plain = plainOf(line.body)
    const heads = line.marker === null && line.indent === 0 && plain.endsWith(':') && plain.length <= LONGEST_LEAD_IN
    return heads && lines[at + 1] !== undefined && !isTemplateWord(plain) && hasTitleForm(titleText(line))
  })
  return found.length >= FEWEST ? found : []
}

const BOLD_BEGINNING = /^(?:\*\*|__)([^*_]{2,70})(?:\*\*|__)/

/** Lines that begin with bold words and go on behind them ("**Finanzen**: Die Kasse stimmt."). Empty unless there are three. */
export function boldBeginnings(lines: readonly Line[]): { readonly line: Line; readonly title: string }[] {
  const found = lines.flatMap(line => {
    const title = trimmed(BOLD_BEGINNING.exec(line.body)?.[1] ?? '', ' :.–-')
    return !/\p{L}/u.test(title) || isTemplateWord(title) || !hasTitleForm(title) ? [] : [{ line, title }]
  })
  return found.length >= FEWEST ? found : []
}

function titleText(line: Line): string {
  return plainOf(line.body).replace(/ ?:$/, '')
}
