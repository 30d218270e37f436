import type { Line } from './document.ts'
import { plainOf } from './inline.ts'

/** Lines that belong together, without inline marks; `lineAt` gives the line of an offset in `text`. */
export type Paragraph = { readonly text: string; readonly from: number; lineAt(offset: number): number }

/** Sentences of a longer paragraph say nothing about the head. */
const LONGEST = 1200

/**
 * Puts lines together that follow each other without a blank line, a list mark, a heading or a table between, as
 * hard-wrapped text needs it. Lines of other form are paragraphs of their own.
 */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let group: Line[] = []
  let length = 0
  const close = () => {
    if (group.length > 0) paragraphs.push(paragraphOf(group))
    group = []
    length = 0
  }
  for (const line of lines) {
    if (line.text === '' || line.apart !== null || line.cells) {
      close()
      continue
    }
    if (line.marker !== null || line.heading !== null || length > LONGEST) close()
    group.push(line)
    length += line.body.length
    if (line.heading !== null) close()
  }
  close()
  return paragraphs
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    if (text !== '') text += ' '
    starts.push(text.length)
    text += plainOf(line.body)
  }
  const lineAt = (offset: number) => {
    let at = 0
    while (at + 1 < starts.length && starts[at + 1]! <= offset) at += 1
    return lines[at]!.number
  }
  return { text, from: lines[0]!.number, lineAt }
}
