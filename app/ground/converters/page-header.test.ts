import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { convertContainer } from './container.ts'
import { cleanText } from './extracted.ts'
import { headerBlocks, PAGE } from './page-header.ts'

const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  cleanText((await convertContainer('zip', bytes)).text).split('\n')

it('is a few lines without page numbers, said once', () => {
  const blocks = (lines: string[], text = 'Begrüßung') => headerBlocks(lines, [{ kind: 'heading', level: 1, text }])
  const paragraph = (text: string) => [{ kind: 'paragraph', text }]
  expect(blocks(['Bürgerrunde Süd', '', `Protokoll 7\tSeite ${PAGE} von ${PAGE}`, 'Bürgerrunde Süd'])).toEqual(
    paragraph('Bürgerrunde Süd\nProtokoll 7'),
  )
  expect(blocks([`Protokoll 7 – Seite ${PAGE}`, `- ${PAGE} -`, `${PAGE}/${PAGE}`])).toEqual(paragraph('Protokoll 7'))
  expect(blocks(['Protokoll 7'], 'Protokoll 7')).toEqual([])
  expect(blocks(Array.from({ length: 40 }, (_, at) => `Zeile ${at} der Satzung`))).toEqual([])
})

describe('of a DOCX', () => {
  const header = (...children: TextRun[]) => new Header({ children: [new Paragraph({ children })] })
  const documentOf = async (headers: { default: Header; first?: Header }, titlePage: boolean) => {
    const footers = { default: new Footer({ children: [new Paragraph('Konto 12 bei der Bank')] }) }
    const children = [new Paragraph('Frau Weiß begrüßt alle.')]
    const section = { headers, footers, properties: { titlePage }, children }
    return new Uint8Array(await Packer.toBuffer(new Document({ sections: [section] })))
  }
  const named = header(
    new TextRun('Bürgerrunde Süd\t'),
    new TextRun({ children: ['Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] }),
  )

  it('stands once before the text; the footer does not', async () => {
    const bytes = await documentOf({ default: named }, false)
    expect(await linesOf(bytes)).toEqual(['Bürgerrunde Süd', '', 'Frau Weiß begrüßt alle.'])
  })

  it('of the first page comes before that of the others, where the document shows it', async () => {
    const first = header(new TextRun('Stadt Musterau, Amt für Soziales'))
    expect(await linesOf(await documentOf({ default: named, first }, true))).toEqual([
      'Stadt Musterau, Amt für Soziales',
      'Bürgerrunde Süd',
      '',
      'Frau Weiß begrüßt alle.',
    ])
    expect(await linesOf(await documentOf({ default: named, first }, false))).not.toContain(
      'Stadt Musterau, Amt für Soziales',
    )
  })
})

describe('of an ODT', () => {
  const NAMESPACES = ['office', 'style', 'text']
    .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const page = (name: string, header: string) =>
    `<style:master-page style:name="${name}"><style:header><text:p>${header}</text:p></style:header><style:footer><text:p>Konto 12 bei der Bank</text:p></style:footer></style:master-page>`
  const odt = (pages: string, styles = '') =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'styles.xml': strToU8(
        `<office:document-styles ${NAMESPACES}><office:master-styles>${pages}</office:master-styles></office:document-styles>`,
      ),
      'content.xml': strToU8(
        `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text><text:p>Frau Weiß begrüßt alle.</text:p></office:text></office:body></office:document-content>`,
      ),
    })
  const named =
    'Bürgerrunde Süd<text:tab/>Seite <text:page-number>1</text:page-number> von <text:page-count>3</text:page-count>'

  it('stands once before the text; the footer does not', async () => {
    expect(await linesOf(odt(page('Standard', named)))).toEqual(['Bürgerrunde Süd', '', 'Frau Weiß begrüßt alle.'])
  })

  it('is that of the page styles in use', async () => {
    const pages = page('First_20_Page', 'Stadt Musterau') + page('Envelope', 'Absender')
    const styles = '<style:style style:name="P1" style:master-page-name="First_20_Page"/>'
    expect(await linesOf(odt(pages, styles))).toEqual(['Stadt Musterau', '', 'Frau Weiß begrüßt alle.'])
    expect(await linesOf(odt(pages))).toEqual(['Frau Weiß begrüßt alle.'])
  })
})
