import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'

/** Documents as word processors and printers make them, of plain lines. */
export async function docxOf(text: string): Promise<Uint8Array> {
  const children = text.split('\n').map(line => new Paragraph({ text: line }))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const NAMESPACES = ['office', 'style', 'text', 'table']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

export function odtOf(text: string): Uint8Array {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
  const body = escaped.split('\n').map(line => `<text:p text:style-name="Standard">${line}</text:p>`)
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles/><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

const PAGE_HEIGHT = 842
const TOP = 780
const LEADING = 14
const LINES_A_PAGE = 50
const SIGNS_A_LINE = 76

/** A PDF 1.4 in Courier, written by hand: objects, cross-reference table, trailer (ISO 32000-1, 7.5). */
export function pdfOf(text: string): Uint8Array {
  const lines = text.split('\n').flatMap(wrapped)
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, page) =>
    lines
      .slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE)
      .map((line, at) =>
        line === '' ? '' : `BT /F1 10 Tf 1 0 0 1 70 ${TOP - at * LEADING} Tm (${printable(line)}) Tj ET`,
      )
      .join('\n'),
  )
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${PAGE_HEIGHT}]/Contents ${5 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(`${file}${table}${trailer}`, 'latin1')
}

function wrapped(line: string): string[] {
  const parts: string[] = []
  for (let rest = line; ; ) {
    const end = rest.length <= SIGNS_A_LINE ? -1 : rest.lastIndexOf(' ', SIGNS_A_LINE)
    if (end <= 0) return [...parts, rest]
    parts.push(rest.slice(0, end))
    rest = rest.slice(end + 1)
  }
}

/** WinAnsi knows these; other signs beyond Latin-1 are left out. */
const printable = (line: string): string =>
  line
    .replaceAll('–', '\x96')
    .replaceAll('•', '\x95')
    .replaceAll('„', '\x84')
    .replaceAll('“', '\x93')
    .replace(/[^\x20-\xff]/g, ' ')
    .replace(/[()\\]/g, '\\$&')
