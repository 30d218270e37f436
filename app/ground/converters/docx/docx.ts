import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { Problem, refused } from '../../problems.ts'
import { linesOf } from '../block-lines.ts'
import { type Block, plainTextOf, type Row, type Span, textOf } from '../blocks.ts'
import { giveUp } from '../bounds.ts'
import type { Converted } from '../extracted.ts'
import { headerBlocks } from '../page-header.ts'
import type { Zip } from '../zip.ts'
import { type Mark, markIndexOf, withMarks } from './marks.ts'
import { labelsOf } from './numbering.ts'
import { docxHeaderLines, docxPartsOf, readDocxParts } from './parts.ts'
import { docxStylesOf } from './styles.ts'

/** mammoth's version stands in package.json; the number before it counts changes of the lines made here. */
export const docxConverter = 'docx 2, mammoth 1.13.0'
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The part of mammoth's document tree (lib/documents.js) that is read here. */
type Node = {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly name?: string
  readonly isBold?: boolean
  readonly styleName?: string | null
  readonly checked?: boolean
  readonly breakType?: string
  readonly noteType?: string
  readonly noteId?: string
  readonly isHeader?: boolean
  readonly colSpan?: number
  readonly rowSpan?: number
}
type Note = { readonly body: readonly Node[] }
type Notes = { resolve(reference: Node): Note | null }
type Tree = Node & { readonly notes: Notes }

/**
 * The text of a DOCX: headings, lists with the numbers Word prints, tables, notes at the end; what stands at the
 * top of each page once, before all. Tracked deletions are out, insertions in; comments and footers are left out. Throws `Problem`: `file-broken`, `text-too-long`.
 */
export async function convertDocx(zip: Zip): Promise<Converted> {
  const parts = docxPartsOf(zip)
  const texts = readDocxParts(zip, parts)
  const main = texts.get(parts.main)
  if (main === undefined) giveUp(refused('file-broken'))
  const partOf = (name: string | null) => (name === null ? null : (texts.get(name) ?? null))
  const styles = docxStylesOf(partOf(parts.styles))
  const { xml, marks } = withMarks(main, styles, labelsOf(partOf(parts.numbering), styles))
  texts.set(parts.main, xml)
  const blocks = blocksOf(await treeOf(texts), marks)
  const header = headerBlocks(docxHeaderLines(zip, parts, main), blocks)
  return { text: linesOf([...header, ...blocks]), converter: docxConverter, mediaType: MEDIA_TYPE }
}

/**
 * mammoth gets a ZIP of the checked parts only, not compressed; of its answer the tree is taken, no HTML is made. So no
 * styles are mapped to elements of HTML: to parse the list of them would take a sixth of the time.
 */
async function treeOf(parts: ReadonlyMap<string, string>): Promise<Tree> {
  const encoder = new TextEncoder()
  const zipped = zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, encoder.encode(text)])), {
    level: 0,
  })
  let tree: Tree | null = null
  const transformDocument = (document: Tree) => {
    tree = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(zipped.buffer) },
      { transformDocument, externalFileAccess: false, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false },
    )
  } catch (error) {
    if (error instanceof Problem) throw error
    giveUp(refused('file-broken'), error)
  }
  return tree ?? giveUp(refused('file-broken'))
}

function blocksOf(tree: Tree, marks: readonly Mark[]): Block[] {
  const references: Node[] = []
  const blocks = blocksIn(tree.children ?? [], marks, references)
  for (const [at, reference] of references.entries()) {
    const body = tree.notes.resolve(reference)?.body ?? []
    const text = blocksIn(body, marks, []).map(block => (block.kind === 'table' ? '' : block.text.trim()))
    blocks.push({ kind: 'paragraph', text: `[${at + 1}] ${text.join(' ')}` })
  }
  return blocks
}

function blocksIn(nodes: readonly Node[], marks: readonly Mark[], references: Node[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'paragraph') return [paragraphOf(node, marks, references)]
    if (node.type === 'table') return [{ kind: 'table', rows: rowsOf(node, marks, references) }]
    return blocksIn(node.children ?? [], marks, references)
  })
}

function paragraphOf(node: Node, marks: readonly Mark[], references: Node[]): Block {
  const found: { mark: Mark | null } = { mark: null }
  const spans = spansOf(node.children ?? [], false, {
    bookmark: name => {
      const index = markIndexOf(name)
      if (index !== null) found.mark = marks[index] ?? null
    },
    note: reference => references.push(reference),
  })
  const { mark } = found
  const label = mark?.item?.label ?? ''
  if (mark?.heading) {
    const text = plainTextOf(spans)
    return { kind: 'heading', level: mark.heading, text: label === '' || label === '-' ? text : `${label} ${text}` }
  }
  const text = textOf(mark?.bold ? spans.map(span => ({ ...span, bold: true })) : spans)
  return mark?.item ? { kind: 'item', ...mark.item, text } : { kind: 'paragraph', text }
}

type Aside = { bookmark(name: string): void; note(reference: Node): number }

function spansOf(nodes: readonly Node[], bold: boolean, aside: Aside): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.type === 'text') return [{ text: node.value ?? '', bold }]
    if (node.type === 'tab') return [{ text: '\t', bold }]
    if (node.type === 'break') return [{ text: '\n', bold }]
    if (node.type === 'checkbox') return [{ text: node.checked ? '[x] ' : '[ ] ', bold: false }]
    if (node.type === 'noteReference') return [{ text: `[${aside.note(node)}]`, bold }]
    if (node.type === 'bookmarkStart') aside.bookmark(node.name ?? '')
    const strong = node.type === 'run' ? node.isBold === true || node.styleName === 'Strong' : bold
    return spansOf(node.children ?? [], strong || bold, aside)
  })
}

/** mammoth leaves out cells that are merged into the one above and tells its height; here they come back as empty. */
function rowsOf(table: Node, marks: readonly Mark[], references: Node[]): Row[] {
  const covered: number[] = []
  return (table.children ?? []).map((row): Row => {
    const cells: Block[][] = []
    const skipCovered = () => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]! -= 1
        cells.push([])
      }
    }
    for (const cell of row.children ?? []) {
      skipCovered()
      const width = Math.max(1, Math.min(cell.colSpan ?? 1, 100))
      for (let column = 0; column < width; column += 1) covered[cells.length + column] = (cell.rowSpan ?? 1) - 1
      cells.push(blocksIn(cell.children ?? [], marks, references))
      for (let column = 1; column < width; column += 1) cells.push([])
    }
    skipCovered()
    return { header: row.isHeader === true, cells }
  })
}
