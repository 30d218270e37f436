import { MONTH } from '../../../language/calendar.ts'
import { beginsSmall } from '../../../language/capitals.ts'
import { cue } from '../../../language/cues.ts'
import type { Context } from '../context.ts'
import type { Line } from '../lines/document.ts'
import type { Lines } from '../reading.ts'
import { continuesMargin, type Margin, marginOf } from './margins.ts'

/**
 * What the entries are read from: one paragraph, list item, table row or heading, hard-wrapped lines put together.
 * - `text`: the bodies of its lines, a line end as one blank. Offsets of entries count in it.
 * - `parents`: the list items it is nested under, outermost first.
 * - `governing`: agenda item, headings and lead-in lines over it, outermost first.
 * - `leads`: it governs what follows (ends with a colon, or is a list item with nested ones).
 * - `margin`: who is named at the right margin of its last line; the block ends there.
 * - `read`: false where its lines were read as something else (agenda, head): only appointments may come from it.
 */
export type Block = {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row'
  readonly text: string
  readonly lines: Lines
  readonly starts: readonly number[]
  readonly marker: string | null
  readonly indent: number
  readonly cells: readonly string[] | null
  readonly agendaItem: number | null
  readonly parents: readonly string[]
  readonly governing: readonly string[]
  readonly leads: boolean
  readonly margin: Margin | null
  readonly read: boolean
}

const SENTENCE_END = /[.!?:;]["”“)\]*_]*$/
/** A count of votes ends its line. */
const VOTES_END = /(?<![\p{L}\d])(?:\d{1,4} (?:Enthaltung(?:en)?|Nein|Gegenstimmen?)|einstimmig)$/iu
/** "… am 7." goes on with "und 8. März" or "Mai" on the next line. */
const ORDINAL_END = cue(/\s\d{1,2}\.$/)
const ORDINAL_BEHIND = cue(new RegExp(`^(?:\\p{Ll}|${MONTH})`, 'u'))
const HARD_BREAK = / {2}$|\\$|<br ?\/?>$/
const LABEL = /^[\p{Lu}@][^:.!?]{0,40}:(?: |$)/u
/** A picture, a link to the web, a tag, or signs without a word. */
const SAYS_NOTHING =
  /^(?:!?\[[^\]]{0,300}\]\([^)]{0,1000}\)|<[^>]{0,300}>|https?:\/\/\S{1,2000}|&nbsp;|[^\p{L}\p{N}]{1,300})$/u
/** Shorter lines were ended on purpose, and editors wrap no longer ones. */
const WRAPPED_FROM = 50
const WRAPPED_TO = 120
/** A block longer than this is cut: entries of it would help nobody, and every pattern stays cheap. */
const LONGEST_BLOCK = 8000

type Open = { readonly indent: number; readonly text: string; readonly block: number }

/** Does the line of an agenda item hold its minutes as well ("2.1 Der Vorstand beschließt …")? */
export function holdsMinutes({ read, text, kind, agendaItem }: Block): boolean {
  return !read && agendaItem !== null && kind !== 'heading' && text.length > LONGEST_TITLE && /[.!]$/.test(text)
}

const LONGEST_TITLE = 80

/** Puts the lines of the minutes (not of head, attendance, agenda list and signatures) together to blocks, in order. */
export function blocksOf(context: Context): Block[] {
  const { lines } = context.document
  const taken = linesTaken(context)
  const blocks: Block[] = []
  let open: Open[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.heading !== null) open = []
    if (!holdsText(line)) continue
    const minutes = isMinutes(context, line)
    if (!minutes && !announcesDate(context, line)) continue
    const last = minutes ? lastWrapped(lines, at, taken) : at
    open = open.filter(item => item.indent < line.indent)
    blocks.push(blockOf(context, lines.slice(at, last + 1), open, minutes && !taken.has(line.number)))
    if (line.marker !== null) open = [...open, { indent: line.indent, text: line.body, block: blocks.length - 1 }]
    at = last
  }
  return withLeads(blocks)
}

/** A sentence of the minutes that also tells who leads ("… übernahm Mila die Versammlungsleitung") is one of both. */
function isMinutes(context: Context, line: Line): boolean {
  const section = context.sectionAt(line.number)
  if (section !== 'head') return section === 'minutes'
  if (context.agendaItemAt(line.number) === null || line.cells !== null) return false
  return TASK_LABEL.test(line.body) || (!LABEL.test(line.body) && line.body.length > WRAPPED_FROM)
}

/** Under an agenda item these labels tell of a task, not of the meeting. */
const TASK_LABEL = /^(?:Termin|Frist|Bis(?: wann)?|Wann|Wer): /

const NEXT_MEETING = cue(/^\W*(?:nächste[rsn]?|kommende[rsn]?|folgende[rsn]?) \p{L}/iu)

/** Outside of the minutes proper, an item of the agenda list or "Nächste Sitzung: …" can still name a day. */
function announcesDate(context: Context, line: Line): boolean {
  return context.sectionAt(line.number) === 'agenda-list' || NEXT_MEETING.test(line.body)
}

function linesTaken({ agenda, attendance }: Context): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { lines } of [...agenda, ...attendance]) {
    for (let line = lines.from; line <= lines.to; line++) taken.add(line)
  }
  return taken
}

function holdsText(line: Line): boolean {
  return line.apart === null && line.body !== '' && !SAYS_NOTHING.test(line.body)
}

/** Index of the last line that continues the one at `at`, as hard-wrapped text does. */
function lastWrapped(lines: readonly Line[], at: number, taken: ReadonlySet<number>): number {
  let last = at
  while (last + 1 < lines.length && continues(lines, last) && !taken.has(lines[last + 1]!.number)) last++
  const margin = marginOf(lines[last]!, lines[last + 1])
  return margin && lines[last + 1] && continuesMargin(margin, lines[last + 1]!) ? last + 1 : last
}

function continues(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!
  const next = lines[at + 1]!
  if (line.heading !== null || line.cells !== null || next.cells !== null || next.heading !== null) return false
  if (!holdsText(next) || next.marker !== null || LABEL.test(next.body)) return false
  if (VOTES_END.test(line.body)) return false
  if (SENTENCE_END.test(line.body) && !(ORDINAL_END.test(line.body) && ORDINAL_BEHIND.test(next.body))) return false
  if (marginOf(line, next)) return false
  if (beginsSmall(next.body)) return true
  if (line.marker !== null && next.indent > line.indent) return !HARD_BREAK.test(line.raw)
  return isWrapped(lines, at)
}

/** Texts with several lines far longer than editors wrap, in sentences, are not wrapped at all. */
function isNotWrapped(lines: readonly Line[]): boolean {
  const known = notWrapped.get(lines)
  if (known !== undefined) return known
  const long = lines.filter(
    ({ text, cells }) => cells === null && text.length > FAR_LONGER && /[.!?]["”)]?$/.test(text),
  )
  const found = long.length >= ENOUGH_LONG
  notWrapped.set(lines, found)
  return found
}

const notWrapped = new WeakMap<readonly Line[], boolean>()
const FAR_LONGER = 140
const ENOUGH_LONG = 2

/** A line was wrapped when the next word had no room on it, as wide as its neighbours are. */
function isWrapped(lines: readonly Line[], at: number): boolean {
  const { text, raw } = lines[at]!
  if (text.length < WRAPPED_FROM || text.length > WRAPPED_TO || HARD_BREAK.test(raw)) return false
  if (isNotWrapped(lines)) return false
  const widest = Math.max(...[-1, 0, 1, 2].map(step => lines[at + step]?.text.length ?? 0))
  const nextWord = lines[at + 1]!.text.split(' ', 1)[0]!.length
  return text.length + 1 + nextWord > widest
}

function blockOf(context: Context, lines: readonly Line[], open: readonly Open[], read: boolean): Block {
  const first = lines[0]!
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    if (text.length > LONGEST_BLOCK) break
    if (text !== '') text += ' '
    starts.push(text.length)
    text += line.body
  }
  const agendaItem = context.agendaItemAt(first.number)
  const title = agendaItem === null ? [] : [context.agenda[agendaItem]!.title]
  return {
    kind:
      first.heading !== null ? 'heading' : first.cells !== null ? 'row' : first.marker !== null ? 'item' : 'paragraph',
    text: text.slice(0, LONGEST_BLOCK),
    lines: { from: first.number, to: lines.at(-1)!.number },
    starts,
    marker: first.marker,
    indent: first.indent,
    cells: first.cells,
    agendaItem,
    parents: open.map(item => item.text),
    governing: [...title, ...context.headingsAt(first.number)],
    leads: false,
    margin: marginAtEnd(lines),
    read,
  }
}

function marginAtEnd(lines: readonly Line[]): Margin | null {
  const last = lines.at(-1)!
  const before = lines.at(-2)
  return (before && marginOf(before, last)) ?? marginOf(last, undefined)
}

function withLeads(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1]
    const nested = block.kind === 'item' && next?.kind === 'item' && next.indent > block.indent
    return { ...block, leads: nested || block.text.endsWith(':') }
  })
}

/** The lines of the text between two offsets of a block. */
export function linesBetween(block: Block, from: number, to: number): Lines {
  const lineAt = (offset: number) => {
    let at = 0
    while (at + 1 < block.starts.length && block.starts[at + 1]! <= offset) at++
    return block.lines.from + at
  }
  return { from: lineAt(from), to: lineAt(Math.max(from, to - 1)) }
}
