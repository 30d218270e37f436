import { strToU8, type Zippable, zipSync } from 'fflate'
import {
  type Block,
  type Document,
  directionOf,
  type Field,
  languageOf,
  oneLine,
  type Table,
  windowAt,
} from './document.ts'
import { MANIFEST, metaXml, NAMESPACES, stylesXml, tableStyles, WINDOW_STYLES } from './odt-styles.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

/** A document as ODT (OpenDocument 1.3, ISO/IEC 26300): written by hand, as no library does it. */
export function odtOf(document: Document): Uint8Array {
  const parts: Zippable = {
    // First and not compressed, so that the type is found at a fixed place (OpenDocument 1.3, part 2, 3.3).
    mimetype: [strToU8(MEDIA_TYPE), { level: 0, mtime: NEVER }],
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'meta.xml': strToU8(metaXml(document)),
    'styles.xml': strToU8(stylesXml(document)),
    'content.xml': strToU8(contentXml(document)),
  }
  return zipSync(parts, { mtime: NEVER })
}

/** The same document gives the same bytes: a ZIP tells no time of its making. Its calendar begins in 1980. */
const NEVER = '1980-01-02T00:00:00Z'

function contentXml(document: Document): string {
  const body = [
    windowed(document),
    heading(document, 1, document.title),
    ...document.blocks.map(block => xml(document, block)),
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${LANGUAGES.map(languageStyle).join('')}${tableStyles(document)}${document.window ? WINDOW_STYLES : ''}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

/** The first sheet of a letter: frames at fixed places of the page, and room for them above the text. */
function windowed(document: Document): string {
  const { window, letterhead } = document
  if (!window) return ''
  const { left, inset, width, back, address, folds, line } = windowAt
  const frame = (name: string, x: number, y: number, wide: number, high: number, inner: string) =>
    `<draw:frame draw:style-name="Window" draw:name="${name}" text:anchor-type="page" text:anchor-page-number="1" svg:x="${x}mm" svg:y="${y}mm" svg:width="${wide}mm" svg:height="${high}mm"><draw:text-box>${inner}</draw:text-box></draw:frame>`
  const lines = (style: string, all: readonly string[]) =>
    all
      .map(one => {
        const said = `<text:span text:style-name="sheet-${style}">${words(document, one)}</text:span>`
        return `<text:p text:style-name="Sheet${style}">${said}</text:p>`
      })
      .join('')
  const head = letterhead ? lines('Name', [letterhead.name]) + lines('Line', letterhead.lines) : ''
  return [
    head && frame('Letterhead', 25, windowAt.letterhead, 165, 28, head),
    frame('Back', left + inset, back, width - inset, line, lines('Back', [window.back])),
    frame('Address', left + inset, address, width - inset, 27.3, lines('Address', window.lines)),
    ...folds.map(
      y =>
        `<draw:line draw:style-name="Fold" text:anchor-type="page" text:anchor-page-number="1" svg:x1="4mm" svg:y1="${y}mm" svg:x2="9mm" svg:y2="${y}mm"><text:p/></draw:line>`,
    ),
    '<text:p text:style-name="SheetRoom"/>',
    `<text:p text:style-name="SheetDate">${words(document, window.date)}</text:p>`,
  ].join('')
}

/** Languages other than the document's own that `languageOf` can tell. */
const LANGUAGES = ['ar', 'fa', 'he', 'de'] as const

const languageStyle = (lang: string) =>
  `<style:style style:name="lang-${lang}" style:family="text"><style:text-properties ${lang === 'de' ? `fo:language="${lang}" fo:country="none"` : `style:language-complex="${lang}" style:country-complex="none"`}/></style:style>`

function xml(document: Document, block: Block): string {
  switch (block.kind) {
    case 'fields':
      return fields(document, block.fields, 'Field', true)
    case 'heading':
      return heading(document, block.level, block.text)
    case 'paragraph':
      return told(document, block) + fields(document, block.details ?? [], 'Detail', false)
    case 'list':
      return list(document, block.items, 1)
    case 'table':
      return table(document, block.table)
    case 'signatures':
      return block.under.map(under => paragraph(document, 'Signature', null, words(document, under))).join('')
  }
}

const NEEDS_REFERENCE = /[&<>"]/g
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Signs that XML 1.0 does not hold at all (2.2), beside those that `oneLine` takes. */
const NO_XML = /[\ufffe\uffff]/g

export const xmlText = (text: string): string =>
  oneLine(text)
    .replace(NO_XML, '')
    .replace(NEEDS_REFERENCE, sign => REFERENCES[sign]!)

function words(document: Document, text: string): string {
  const lang = languageOf(text, document)
  const plain = xmlText(text)
  return lang === document.language ? plain : `<text:span text:style-name="lang-${lang}">${plain}</text:span>`
}

const bold = (text: string) => `<text:span text:style-name="Bold">${text}</text:span>`

/** `of`: the text that decides how the paragraph runs. */
function paragraph(document: Document, style: string, of: string | null, inner: string): string {
  const direction = (of === null ? null : directionOf(of)) ?? document.direction
  const turned = direction === document.direction ? style : `${style}-turned`
  return `<text:p text:style-name="${turned}">${inner}</text:p>`
}

const heading = (document: Document, level: number, text: string): string =>
  `<text:h text:style-name="Heading_20_${Math.min(level, 6)}" text:outline-level="${Math.min(level, 6)}">${words(document, text)}</text:h>`

const fields = (document: Document, all: readonly Field[], style: string, strong: boolean): string =>
  all
    .map(({ label, value }, at) => {
      const mark = `${xmlText(label)}:`
      return paragraph(
        document,
        at === all.length - 1 ? `${style}Last` : style,
        null,
        `${strong ? bold(mark) : mark} ${words(document, value)}`,
      )
    })
    .join('')

/** A label in the document's own direction stands above a text of the other one: in one line they would mix. */
function told(document: Document, { label, text }: { label: string | null; text: string }): string {
  if (label === null) return paragraph(document, 'Text', text, words(document, text))
  const mark = bold(`${xmlText(label)}:`)
  if ((directionOf(text) ?? document.direction) === document.direction)
    return paragraph(document, 'Text', null, `${mark} ${words(document, text)}`)
  return paragraph(document, 'Text', null, mark) + paragraph(document, 'Text', text, words(document, text))
}

type Items = readonly { readonly level: number; readonly text: string }[]

function list(document: Document, items: Items, level: number): string {
  const made: string[] = []
  for (let at = 0; at < items.length; ) {
    const { text } = items[at]!
    let next = at + 1
    while (next < items.length && items[next]!.level > level) next += 1
    const below = next > at + 1 ? list(document, items.slice(at + 1, next), level + 1) : ''
    made.push(`<text:list-item>${paragraph(document, 'Text', text, words(document, text))}${below}</text:list-item>`)
    at = next
  }
  return `<text:list text:style-name="List">${made.join('')}</text:list>`
}

function table(document: Document, { columns, rows }: Table): string {
  const room = columns.some(({ kind }) => kind === 'room')
  const cell = (text: string, at: number, head: boolean) => {
    const style = head ? 'CellHead' : columns[at]!.kind === 'number' ? 'CellNumber' : 'Cell'
    return `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(document, style, null, words(document, text))}</table:table-cell>`
  }
  const row = (cells: readonly string[], head: boolean) =>
    `<table:table-row table:style-name="${room && !head ? 'RowRoom' : 'Row'}">${cells.map((text, at) => cell(text, at, head)).join('')}</table:table-row>`
  const widths = columns.map(({ kind }) => `<table:table-column table:style-name="Column-${kind}"/>`).join('')
  const head = row(
    columns.map(({ label }) => label),
    true,
  )
  return `<table:table table:style-name="Table">${widths}<table:table-header-rows>${head}</table:table-header-rows>${rows.map(cells => row(cells, false)).join('')}</table:table>`
}
