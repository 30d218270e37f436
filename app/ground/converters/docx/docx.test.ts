import { readFileSync } from 'node:fs'
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { convertContainer } from '../container.ts'
import { cleanText } from '../extracted.ts'
import { docxConverter } from './docx.ts'

const linesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { text } = await convertContainer('zip', bytes)
  return cleanText(text).split('\n')
}

describe('a document of a word processor', () => {
  const paragraph = (text: string, options: IParagraphOptions = {}) => new Paragraph({ text, ...options })
  const listed = (text: string, reference: string, level = 0, instance = 0) =>
    paragraph(text, { numbering: { reference, level, instance } })
  const level = (level: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
  })
  const numbering = {
    config: [
      { reference: 'top', levels: [level(0, LevelFormat.DECIMAL, 'TOP %1:'), level(1, LevelFormat.DECIMAL, '%1.%2')] },
      { reference: 'abc', levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.LOWER_LETTER, '%2)')] },
    ],
  }
  const documentOf = async (children: (Paragraph | Table)[], footnotes = {}) =>
    new Uint8Array(await Packer.toBuffer(new Document({ numbering, footnotes, sections: [{ children }] })))
  const cell = (...texts: string[]) => new TableCell({ children: texts.map(text => paragraph(text)) })

  it('gives headings with the numbers that Word prints, umlauts and bold', async () => {
    const bytes = await documentOf([
      paragraph('Protokoll der Bürgerrunde', { heading: HeadingLevel.TITLE }),
      new Paragraph({ children: [new TextRun({ text: 'Ort:', bold: true }), new TextRun('\tGroßer Saal')] }),
      paragraph('Begrüßung', { heading: HeadingLevel.HEADING_1, numbering: { reference: 'top', level: 0 } }),
      paragraph('Öffentlichkeit', { heading: HeadingLevel.HEADING_1, numbering: { reference: 'top', level: 0 } }),
      paragraph('Plakate', { heading: HeadingLevel.HEADING_2, numbering: { reference: 'top', level: 1 } }),
      paragraph('Frau Çelik hängt sie auf.'),
    ])
    expect(await linesOf(bytes)).toEqual([
      '# Protokoll der Bürgerrunde',
      '**Ort:**\tGroßer Saal',
      '',
      '# TOP 1: Begrüßung',
      '',
      '# TOP 2: Öffentlichkeit',
      '',
      '## 2.1 Plakate',
      'Frau Çelik hängt sie auf.',
    ])
  })

  it('nests lists, counts on behind other text, and begins a further list anew', async () => {
    const bytes = await documentOf([
      listed('Raum', 'abc'),
      listed('Schlüssel', 'abc', 1),
      listed('Stühle', 'abc', 1),
      paragraph('Dazwischen.'),
      listed('Essen', 'abc'),
      listed('Suppe', 'abc', 1),
      listed('Neue Liste', 'abc', 0, 1),
      paragraph('Punkt', { bullet: { level: 0 } }),
      paragraph('tiefer', { bullet: { level: 1 } }),
      paragraph('am tiefsten', { bullet: { level: 8 } }),
    ])
    expect(await linesOf(bytes)).toEqual([
      '1. Raum',
      '    a) Schlüssel',
      '    b) Stühle',
      '',
      'Dazwischen.',
      '2. Essen',
      '    a) Suppe',
      '1. Neue Liste',
      '- Punkt',
      '    - tiefer',
      `${' '.repeat(32)}- am tiefsten`,
    ])
  })

  it('keeps the columns of a table with merged cells', async () => {
    const wide = new TableCell({ columnSpan: 2, children: [paragraph('über zwei')] })
    const high = new TableCell({ rowSpan: 2, children: [paragraph('TOP 1')] })
    const bytes = await documentOf([
      new Table({
        rows: [
          new TableRow({ tableHeader: true, children: [cell('Nr.'), cell('Was'), cell('Wer')] }),
          new TableRow({ children: [high, cell('Stühle'), cell('Frau Weiß', 'Herr Jäger')] }),
          new TableRow({ children: [cell('Tische'), cell('')] }),
          new TableRow({ children: [wide, cell('alle')] }),
        ],
      }),
    ])
    expect(await linesOf(bytes)).toEqual([
      '| Nr. | Was | Wer |',
      '| --- | --- | --- |',
      '| TOP 1 | Stühle | Frau Weiß / Herr Jäger |',
      '|  | Tische |  |',
      '| über zwei |  | alle |',
    ])
  })

  it('puts footnotes behind the text', async () => {
    const children = [
      new Paragraph({ children: [new TextRun('Beschluss'), new FootnoteReferenceRun(1)] }),
      paragraph('Ende'),
    ]
    const bytes = await documentOf(children, { 1: { children: [paragraph('Siehe Anlage.')] } })
    expect(await linesOf(bytes)).toEqual(['Beschluss[1]', '', 'Ende', '', '[1] Siehe Anlage.'])
  })
})

describe('what Word writes and few libraries do', () => {
  const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const part = (root: string, content: string) =>
    `<?xml version="1.0"?><w:${root} xmlns:w="${NAMESPACE}">${content}</w:${root}>`
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const styled = (style: string, text: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
  const documentOf = (body: string, parts: Record<string, string> = {}) => {
    const all = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'word/document.xml': part('document', `<w:body>${body}</w:body>`),
      ...parts,
    }
    return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
  }

  it('finds headings, lists and bold that a paragraph has from the ancestors of its style', async () => {
    const styles = part(
      'styles',
      `<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="TOP"><w:name w:val="TOP"/><w:basedOn w:val="berschrift2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="Fett"><w:name w:val="Fett"/><w:rPr><w:b/></w:rPr></w:style>
       <w:style w:type="paragraph" w:styleId="Kreis"><w:basedOn w:val="Kreis"/></w:style>`,
    )
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
       <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
    )
    const body = `${styled('TOP', 'Begrüßung')}${styled('TOP', 'Finanzen')}${styled('Fett', 'Wichtig')}${styled('Kreis', 'rund')}
      <w:p><w:pPr><w:pStyle w:val="TOP"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('Ohne Nummer')}</w:p>`
    const bytes = documentOf(body, { 'word/styles.xml': styles, 'word/numbering.xml': numbering })
    expect(await linesOf(bytes)).toEqual([
      '## III. Begrüßung',
      '',
      '## IV. Finanzen',
      '**Wichtig**',
      '',
      'rund',
      '',
      '## Ohne Nummer',
    ])
  })

  it('reads tracked changes as accepted', async () => {
    const changed = '<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    const body = `<w:p><w:pPr><w:jc w:val="left"/>${changed}</w:pPr>${run('Herr Jäger ')}<w:del w:id="0"><w:r><w:delText>holt</w:delText></w:r></w:del><w:ins w:id="1">${run('bringt')}</w:ins>${run(' Stühle.')}</w:p>`
    expect(await linesOf(documentOf(body))).toEqual(['Herr Jäger bringt Stühle.'])
  })

  it('reads breaks, tabs, links and boxes to tick', async () => {
    const body = `<w:p>${run('Ort:')}<w:r><w:tab/><w:t>Rathaus</w:t><w:br/><w:t>Saal 2</w:t></w:r><w:hyperlink w:anchor="x">${run(' (Plan)')}</w:hyperlink></w:p>`
    expect(await linesOf(documentOf(body))).toEqual(['Ort:\tRathaus', 'Saal 2 (Plan)'])
  })

  it('follows the relationships to a main part with another name and another prefix', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const main = `<document xmlns="${NAMESPACE}" xmlns:y="${NAMESPACE}"><body><p><pPr><outlineLvl y:val="0"/></pPr><r><t>Anders</t></r></p></body></document>`
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': strToU8(rels),
      'word/document2.xml': strToU8(main),
    })
    expect(await linesOf(bytes)).toEqual(['# Anders'])
  })

  const entities = `<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
  const outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const nested = (depth: number) =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p>${run('tief')}</w:p>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
  it.each([
    ['without a main part', documentOf('', { 'word/document.xml': '' })],
    ['whose main part is missing', zipSync({ '[Content_Types].xml': strToU8('<Types/>') })],
    ['whose XML ends too early', documentOf('', { 'word/document.xml': part('document', '').slice(0, -5) })],
    ['without a body', documentOf('', { 'word/document.xml': part('document', '') })],
    [
      'with entities that multiply',
      documentOf('', { 'word/document.xml': `${entities}${part('document', '&c;').slice(21)}` }),
    ],
    [
      'with entities in its styles',
      documentOf(run('x'), { 'word/styles.xml': `${outside}${part('styles', '&x;').slice(21)}` }),
    ],
    ['in no encoding', documentOf('', { 'word/document.xml': '\ud800' })],
    ['of tables nested ten thousand times', documentOf(nested(10_000))],
  ])('refuses a document %s', async (_, bytes) => {
    await expect(convertContainer('zip', bytes)).rejects.toMatchObject({ code: 'file-broken' })
  })

  it('reads tables nested two hundred times', async () => {
    expect(await linesOf(documentOf(nested(200)))).toEqual(['tief'])
  })

  it('reads a document of a hundred pages', async () => {
    const body =
      `<w:p><w:pPr/>${run('Frau Grünwald berichtet über die Gespräche mit der Stadtverwaltung.')}</w:p>`.repeat(2_000)
    expect(await linesOf(documentOf(body))).toHaveLength(3_999)
  }, 30_000)
})

it('names the version of mammoth that is installed', () => {
  const path = new URL('../../../../node_modules/mammoth/package.json', import.meta.url)
  expect(docxConverter).toContain(`mammoth ${JSON.parse(readFileSync(path, 'utf8')).version}`)
})
