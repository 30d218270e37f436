import { bounds, giveUp, textTooLong } from '../bounds.ts'
import { readXml, type Tag } from '../xml.ts'
import type { Labels } from './numbering.ts'
import type { DocxStyles } from './styles.ts'
import { isOn } from './styles.ts'

/** What mammoth does not tell of a paragraph: its heading level by inheritance, the number Word prints, bold by style. */
export type Mark = {
  readonly heading: number | null
  readonly item: { readonly depth: number; readonly label: string } | null
  readonly bold: boolean
}

export type Marked = { readonly xml: string; readonly marks: readonly Mark[] }

type Properties = {
  readonly within: number
  style: string | null
  numbering: string | null
  level: number | null
  outline: number | null
  deleted: boolean
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** The name of the bookmark that carries the index of a mark. */
const MARK_NAME = 'rundtisch-mark-'
const MARK = /^rundtisch-mark-(\d{1,9})$/
/** numId 0 takes a paragraph out of the list of its style (17.9.18). */
const NO_LIST = '0'
const BODY_OUTLINE = 9

/** With a prefix of its own, as the document may use any. */
const bookmarkOf = (index: number): string =>
  `<m:bookmarkStart xmlns:m="${NAMESPACE}" m:id="0" m:name="${MARK_NAME}${index}"/>`

/** The index of the mark that a bookmark carries, null for a bookmark of the document's own. */
export function markIndexOf(bookmark: string): number | null {
  const match = MARK.exec(bookmark)
  return match ? Number(match[1]) : null
}

/**
 * Writes a bookmark into each paragraph of word/document.xml that points at its mark: mammoth hands bookmarks through,
 * while of lists it only tells "ordered" and the level, and German minutes number their items by list.
 * Throws `file-broken`, and `text-too-long` before mammoth builds a tree of it.
 */
export function withMarks(xml: string, styles: DocxStyles, labels: Labels): Marked {
  const pieces: string[] = []
  const marks: Mark[] = []
  const path: string[] = []
  const open: Properties[] = []
  let copied = 0
  let signs = 0
  let ignored = 0

  const place = (properties: Properties, position: number) => {
    pieces.push(xml.slice(copied, position), bookmarkOf(marks.length))
    marks.push(markOf(properties, styles, labels))
    copied = position
  }

  readXml(xml, {
    open(tag) {
      if (ignored > 0 || IGNORED.has(tag.name)) ignored += 1
      else if (tag.name === 'w:p') open.push(begun(path.length))
      else if (path.at(-1) !== undefined) note(open.at(-1), tag, path)
      path.push(tag.name)
    },
    close(name, position) {
      path.pop()
      if (ignored > 0) {
        ignored -= 1
        return
      }
      const properties = open.at(-1)
      if (name === 'w:p') open.pop()
      // A paragraph without properties is plain text: it needs no mark.
      if (name === 'w:pPr' && properties && !properties.deleted && properties.within === path.length - 1)
        place(properties, position)
    },
    text(piece) {
      if (path.at(-1) !== 'w:t') return
      signs += piece.length
      if (signs > bounds.textBytes) giveUp(textTooLong())
    },
  })
  pieces.push(xml.slice(copied))
  return { xml: pieces.join(''), marks }
}

/** The newer form of a drawing (mammoth reads the older), and the properties a paragraph had before a tracked change. */
const IGNORED = new Set(['mc:Choice', 'w:pPrChange', 'w:rPrChange'])

function begun(within: number): Properties {
  return { within, style: null, numbering: null, level: null, outline: null, deleted: false }
}

function note(properties: Properties | undefined, { name, attributes }: Tag, path: readonly string[]): void {
  if (!properties || path[properties.within + 1] !== 'w:pPr') return
  const value = attributes.get('w:val')
  if (name === 'w:pStyle') properties.style = value ?? null
  else if (name === 'w:numId') properties.numbering = value ?? null
  else if (name === 'w:ilvl') properties.level = Number(value)
  else if (name === 'w:outlineLvl') properties.outline = Number(value)
  else if (name === 'w:del' && path.at(-1) === 'w:rPr') properties.deleted = isOn(value)
}

function markOf(properties: Properties, styles: DocxStyles, labels: Labels): Mark {
  const style = styles.paragraph(properties.style)
  const own = properties.outline
  const heading = own === null ? style.heading : own < BODY_OUTLINE ? own + 1 : null
  const numbering = properties.numbering ?? style.numbering
  if (numbering === null || numbering === NO_LIST) return { heading, item: null, bold: style.bold }
  const tied = properties.style === null ? null : labels.levelOfStyle(numbering, properties.style)
  const depth = properties.level ?? tied ?? style.level ?? 0
  const label = labels.next(numbering, depth)
  return { heading, item: label === null ? null : { depth, label }, bold: style.bold }
}
