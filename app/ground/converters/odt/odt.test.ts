import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { convertContainer } from '../container.ts'
import { cleanText } from '../extracted.ts'

const NAMESPACES = ['office', 'style', 'text', 'table', 'drawing', 'meta']
  .map(name => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
const content = (body: string, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} ${FO}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const packed = (parts: Record<string, string>) =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })
const odt = (body: string, styles = '', parts: Record<string, string> = {}) =>
  packed({ 'content.xml': content(body, styles), ...parts })

const linesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { text, ...rest } = await convertContainer('zip', bytes)
  expect(rest).toEqual({ converter: 'odt 2', mediaType: 'application/vnd.oasis.opendocument.text' })
  return cleanText(text).split('\n')
}

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`
const number = (level: number, format: string, suffix: string, more = '') =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-suffix="${suffix}" ${more}/>`
const NUMBERED = `<text:list-style style:name="L1">${number(1, '1', '.')}${number(2, 'a', ')')}</text:list-style>`
const DECIMAL = `<text:list-style style:name="L2">${number(1, '1', '', 'style:num-prefix="TOP "')}${number(2, '1', '', 'text:display-levels="2"')}</text:list-style>`
const BULLETS = `<text:list-style style:name="L3"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`
const BOLD = `<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"/>
  <style:style style:name="P2" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>`
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`
const list = (style: string, ...items: string[]) =>
  `<text:list text:style-name="${style}">${items.join('')}</text:list>`

describe('text', () => {
  it('reads headings, umlauts, bold, blanks, tabs and breaks', async () => {
    const body = `${p('Protokoll der Bürgerrunde', 'Title')}
      <text:h text:outline-level="2">Begrüßung</text:h>
      ${p('<text:span text:style-name="T1">Ort:</text:span><text:tab/>Großer<text:s text:c="2"/>Saal<text:line-break/>im   Rathaus')}
      ${p('Alles fett, <text:span text:style-name="T2">nur das nicht</text:span>', 'P1')}
      <text:p/>
      ${p('Von Hand gesetzt', 'Heading_20_3')}`
    const styles = `${BOLD}<style:style style:name="Heading_20_3" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph"/>`
    expect(await linesOf(odt(body, styles))).toEqual([
      '# Protokoll der Bürgerrunde',
      '',
      '## Begrüßung',
      '**Ort:**\tGroßer  Saal',
      'im Rathaus',
      '',
      '**Alles fett,** nur das nicht',
      '',
      '### Von Hand gesetzt',
    ])
  })

  it('numbers headings as the outline says', async () => {
    const outline = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>`
    const styles = `<office:document-styles ${NAMESPACES}><office:styles>${outline}</office:styles></office:document-styles>`
    const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`
    const body = h(1, 'Begrüßung') + h(1, 'Berichte') + h(2, 'Räume') + h(2, 'Geld') + h(1, 'Ende')
    const lines = await linesOf(odt(body, '', { 'styles.xml': styles }))
    expect(lines.filter(line => line !== '')).toEqual([
      '# 1. Begrüßung',
      '# 2. Berichte',
      '## 2.1 Räume',
      '## 2.2 Geld',
      '# 3. Ende',
    ])
  })

  it('leaves out comments, deleted text and descriptions of pictures', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('gestrichen')}</text:deletion></text:changed-region></text:tracked-changes>
      ${p(`Beschluss<office:annotation>${p('Stimmt das?')}</office:annotation> steht.`)}`
    expect(await linesOf(odt(body))).toEqual(['Beschluss steht.'])
  })

  it('puts notes and frames behind the paragraph they belong to', async () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Siehe Anlage.')}</text:note-body></text:note>`
    const frame = `<draw:frame><draw:text-box>${p('Im Rahmen')}</draw:text-box></draw:frame>`
    expect(await linesOf(odt(p(`Vor${note}${frame} und nach`) + p('Ende')))).toEqual([
      'Vor[1] und nach',
      '',
      'Im Rahmen',
      '',
      'Ende',
      '',
      '[1] Siehe Anlage.',
    ])
  })
})

describe('lists', () => {
  it('nests and counts, with further paragraphs and bullets', async () => {
    const body = list(
      'L1',
      item(p('Raum'), '<text:list>', item(p('Schlüssel')), item(p('Stühle'), p('dreißig')), '</text:list>'),
      item(p('Essen'), list('L3', item(p('Suppe')))),
    )
    expect(await linesOf(odt(body, NUMBERED + BULLETS))).toEqual([
      '1. Raum',
      '    a) Schlüssel',
      '    b) Stühle',
      '      dreißig',
      '2. Essen',
      '    - Suppe',
    ])
  })

  it('goes on counting where the writer says so, and only there', async () => {
    const first = `<text:list xml:id="a" text:style-name="L1">${item(p('eins'))}</text:list>`
    const further = `<text:list text:continue-list="a" text:style-name="L1">${item(p('zwei'))}</text:list>`
    const deeper =
      '<text:list text:continue-numbering="true" text:style-name="L1">' +
      item(`<text:list>${item(p('tief'))}</text:list>`) +
      item(p('drei')) +
      '</text:list>'
    const anew = list('L1', item(p('von vorn')), `<text:list-item text:start-value="7">${p('sieben')}</text:list-item>`)
    const lines = await linesOf(odt(first + p('Text') + further + deeper + p('Text') + anew, NUMBERED))
    expect(lines.filter(line => line !== '' && line !== 'Text')).toEqual([
      '1. eins',
      '2. zwei',
      '    a) tief',
      '3. drei',
      '1. von vorn',
      '7. sieben',
    ])
  })

  it('shows numbers of several levels, also before headings', async () => {
    const heading = '<text:h text:outline-level="1">Begrüßung</text:h>'
    const body = list('L2', item(heading), item(p('Berichte'), `<text:list>${item(p('Räume'))}</text:list>`))
    expect(await linesOf(odt(body, DECIMAL))).toEqual(['# TOP 1 Begrüßung', 'TOP 2 Berichte', '    2.1 Räume'])
  })

  it('reads a list nested four hundred times, indented as far as an eye follows', async () => {
    const body = `${'<text:list><text:list-item>'.repeat(400)}${p('tief')}${'</text:list-item></text:list>'.repeat(400)}`
    expect(await linesOf(odt(body))).toEqual([`${' '.repeat(48)}- tief`.trimEnd()])
  })
})

describe('tables', () => {
  const cell = (...paragraphs: string[]) =>
    `<table:table-cell>${paragraphs.map(text => p(text)).join('')}</table:table-cell>`
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

  it('gives rows of cells, header rows underlined', async () => {
    const head = `<table:table-header-rows>${row(cell('Was'), cell('Wer'))}</table:table-header-rows>`
    const covered =
      '<table:table-cell table:number-columns-spanned="2">' +
      p('für alle') +
      '</table:table-cell><table:covered-table-cell/>'
    const body = `${p('Davor')}<table:table>${head}${row(cell('Stühle | Tische'), cell('Frau Weiß', 'Herr Jäger'))}${row(covered)}</table:table>${p('Danach')}`
    expect(await linesOf(odt(body))).toEqual([
      'Davor',
      '',
      '| Was | Wer |',
      '| --- | --- |',
      '| Stühle \\| Tische | Frau Weiß / Herr Jäger |',
      '| für alle |  |',
      '',
      'Danach',
    ])
  })

  it('does not believe in a million rows, columns and blanks', async () => {
    const blanks = p(`weit<text:s text:c="1000000000"/>weg`)
    const wide = '<table:table-cell table:number-columns-repeated="1000000000"/>'
    const rows = `<table:table-row table:number-rows-repeated="1000000000">${cell('eins')}${wide}</table:table-row>`
    const lines = await linesOf(odt(`${blanks}<table:table>${rows}</table:table>`))
    expect(lines[0]).toBe(`weit${' '.repeat(40)}weg`)
    expect(lines).toHaveLength(3)
    expect(lines[2]!.length).toBeLessThan(1_000)
  })
})

describe('refusals', () => {
  const entities = `<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>`
  const nested = `${'<text:list><text:list-item>'.repeat(20_000)}${'</text:list-item></text:list>'.repeat(20_000)}`
  it.each([
    ['without content', packed({ 'styles.xml': '<a/>' })],
    ['with XML that ends too early', packed({ 'content.xml': content(p('x')).slice(0, -9) })],
    ['with entities that multiply', packed({ 'content.xml': content(p('&c;')).replace('?>', `?>${entities}`) })],
    ['with an entity that nobody declared', odt(p('&passwd;'))],
    ['nested twenty thousand times', odt(nested)],
  ])('refuses a document %s', async (_, bytes) => {
    await expect(convertContainer('zip', bytes)).rejects.toMatchObject({ code: 'file-broken' })
  })

  it('refuses one with a password', async () => {
    const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
    const bytes = packed({ 'content.xml': 'x', 'META-INF/manifest.xml': manifest })
    await expect(convertContainer('zip', bytes)).rejects.toMatchObject({
      code: 'file-type-unknown',
      details: { values: { kind: 'protected' } },
    })
  })

  it('refuses one with too many words', async () => {
    const long = Array.from({ length: 400_000 }, (_, at) => `Zusage ${at * 7919}, `).join('')
    await expect(convertContainer('zip', odt(p(long)))).rejects.toMatchObject({ code: 'text-too-long' })
  })
})
