import { type Block, type Cell, plainTextOf, type Row, type Span, textOf } from '../blocks.ts'
import { bounds, giveUp, textTooLong } from '../bounds.ts'
import { readXml, type Tag } from '../xml.ts'
import { OdtLists, type Place } from './lists.ts'
import type { OdtStyles } from './styles.ts'

/** Elements whose text nobody reads in the minutes: deleted text, comments, descriptions of pictures, declarations. */
const HIDDEN = new Set([
  'office:annotation',
  'office:forms',
  'text:tracked-changes',
  'text:note-citation',
  'svg:title',
  'svg:desc',
  'table:shapes',
])
const BLANKS = /[ \t\r\n]+/g
/** One `text:s` may claim any number of blanks, a cell any number of copies. */
const MOST_BLANKS = 40
const MOST_COPIES = 100

type Paragraph = {
  readonly spans: Span[]
  readonly heading: number | null
  readonly place: Place | null
  readonly bold: boolean[]
  /** Frames anchored here: written behind the paragraph. */
  readonly behind: Block[]
}
type Table = { readonly rows: Row[]; header: boolean; cells: Cell[]; copies: number }

/** The blocks of content.xml (ODF 1.3 part 3), read as events. Throws `file-broken`, `text-too-long`. */
export function blocksOfOdt(xml: string, styles: OdtStyles): Block[] {
  const walk = new OdtWalk(styles)
  readXml(xml, { open: tag => walk.open(tag), close: name => walk.close(name), text: text => walk.text(text) })
  return walk.blocks()
}

class OdtWalk {
  readonly #styles: OdtStyles
  readonly #body: Block[] = []
  readonly #notes: Block[][] = []
  /** Where blocks go: the body, a cell, a frame, a note. */
  readonly #sinks: Block[][] = [this.#body]
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: Table[] = []
  readonly #lists: OdtLists[]
  #inText = false
  #hidden = 0
  #signs = 0

  constructor(styles: OdtStyles) {
    this.#styles = styles
    this.#lists = [new OdtLists(styles)]
  }

  blocks(): Block[] {
    const notes = this.#notes.map((blocks, at): Block => {
      const text = blocks.map(block => (block.kind === 'table' ? '' : block.text.trim())).join(' ')
      return { kind: 'paragraph', text: `[${at + 1}] ${text}` }
    })
    return [...this.#body, ...notes]
  }

  open(tag: Tag): void {
    if (tag.name === 'office:text') this.#inText = true
    if (this.#hidden > 0 || HIDDEN.has(tag.name)) {
      this.#hidden += 1
      return
    }
    if (!this.#inText) return
    if (tag.name === 'text:p' || tag.name === 'text:h') this.#openParagraph(tag)
    else if (tag.name.startsWith('table:')) this.#openTable(tag)
    else this.#openInline(tag)
  }

  close(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden -= 1
      return
    }
    if (!this.#inText) return
    if (name === 'office:text') this.#inText = false
    else if (name === 'text:p' || name === 'text:h') this.#closeParagraph()
    else if (name === 'text:span') this.#paragraphs.at(-1)?.bold.pop()
    else if (name === 'text:list') this.#lists.at(-1)!.closeList()
    else if (name === 'text:note-body') this.#leave()
    else if (name === 'draw:text-box') this.#closeFrame()
    else if (name.startsWith('table:')) this.#closeTable(name)
  }

  text(text: string): void {
    if (this.#hidden === 0 && this.#inText) this.#add(text.replace(BLANKS, ' '))
  }

  #openParagraph(tag: Tag): void {
    const style = tag.attributes.get('text:style-name') ?? null
    const level = Number(tag.attributes.get('text:outline-level') ?? 1)
    const heading = tag.name === 'text:h' ? Math.max(1, Math.min(level, 10) || 1) : this.#styles.headingOf(style)
    let place = this.#lists.at(-1)!.nextParagraph()
    if (tag.name === 'text:h' && !place && tag.attributes.get('text:is-list-header') !== 'true') {
      const label = this.#lists.at(-1)!.nextHeading(heading ?? 1)
      place = { depth: 0, label }
    }
    const bold = this.#styles.isBold('paragraph', style) === true
    this.#paragraphs.push({ spans: [], heading, place, bold: [bold], behind: [] })
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    this.#sinks.at(-1)!.push(blockOf(paragraph), ...paragraph.behind)
  }

  #openInline({ name, attributes }: Tag): void {
    if (name === 'text:list') this.#lists.at(-1)!.openList({ name, attributes })
    else if (name === 'text:list-item' || name === 'text:list-header')
      this.#lists.at(-1)!.openItem({ name, attributes })
    else if (name === 'text:tab') this.#add('\t')
    else if (name === 'text:line-break') this.#add('\n')
    else if (name === 'text:s') this.#add(' '.repeat(Math.min(Number(attributes.get('text:c') ?? 1) || 1, MOST_BLANKS)))
    else if (name === 'text:span') this.#openSpan(attributes.get('text:style-name') ?? null)
    else if (name === 'text:note-body') this.#openNote()
    else if (name === 'draw:text-box') this.#enter([])
  }

  #openSpan(style: string | null): void {
    const bold = this.#paragraphs.at(-1)?.bold
    bold?.push(this.#styles.isBold('text', style) ?? bold.at(-1)!)
  }

  #openNote(): void {
    const note: Block[] = []
    this.#notes.push(note)
    this.#add(`[${this.#notes.length}]`)
    this.#enter(note)
  }

  #closeFrame(): void {
    const blocks = this.#leave()
    const anchor = this.#paragraphs.at(-1)?.behind ?? this.#sinks.at(-1)!
    anchor.push(...blocks)
  }

  #openTable({ name, attributes }: Tag): void {
    const table = this.#tables.at(-1)
    if (name === 'table:table') this.#tables.push({ rows: [], header: false, cells: [], copies: 0 })
    else if (name === 'table:table-header-rows' && table) table.header = true
    else if (name === 'table:table-row' && table) table.cells = []
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      if (table) table.copies = Number(attributes.get('table:number-columns-repeated') ?? 1) || 1
      this.#enter([])
    }
  }

  #closeTable(name: string): void {
    const table = this.#tables.at(-1)
    if (!table) return
    if (name === 'table:table') {
      this.#tables.pop()
      this.#sinks.at(-1)!.push({ kind: 'table', rows: table.rows })
    } else if (name === 'table:table-header-rows') table.header = false
    else if (name === 'table:table-row') table.rows.push({ header: table.header, cells: table.cells })
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      table.cells.push(this.#leave())
      for (let copy = 1; copy < Math.min(table.copies, MOST_COPIES); copy += 1) table.cells.push([])
    }
  }

  #enter(sink: Block[]): void {
    this.#sinks.push(sink)
    this.#lists.push(new OdtLists(this.#styles))
  }

  #leave(): Block[] {
    if (this.#sinks.length < 2) return []
    this.#lists.pop()
    return this.#sinks.pop()!
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    this.#signs += text.length
    if (this.#signs > bounds.textBytes) giveUp(textTooLong())
    paragraph.spans.push({ text, bold: paragraph.bold.at(-1)! })
  }
}

function blockOf({ spans, heading, place }: Paragraph): Block {
  if (heading !== null) {
    const label = place && place.label !== '-' && place.label !== '' ? `${place.label} ` : ''
    return { kind: 'heading', level: heading, text: label + plainTextOf(spans) }
  }
  const text = textOf(spans)
  return place ? { kind: 'item', ...place, text } : { kind: 'paragraph', text }
}
