import type { Document } from './document.ts'
import { windowAt } from './document.ts'
import { xmlText } from './odt.ts'

export const NAMESPACES = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
  ['draw', 'drawing'],
  ['meta', 'meta'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ')

const part = (path: string, type: string) =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`

export const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  part('/', 'application/vnd.oasis.opendocument.text'),
  ...['meta.xml', 'styles.xml', 'content.xml'].map(path => part(path, 'text/xml')),
].join('')}</manifest:manifest>`

export const metaXml = ({ title, language, letterhead }: Document): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><meta:generator>Rundtisch</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(letterhead?.name ?? '')}</dc:creator><dc:language>${language}</dc:language></office:meta></office:document-meta>`

const SIZES = [16, 13, 11.5, 11, 10.5, 10.5]

/** The styles of all documents, in the direction of this one; those that end with `-turned` run the other way. */
export function stylesXml(document: Document): string {
  const { direction, language, letterhead, pages, window } = document
  const own = direction === 'rtl' ? 'rl-tb' : 'lr-tb'
  const other = direction === 'rtl' ? 'lr-tb' : 'rl-tb'
  // LibreOffice takes "start" for the left, whatever the direction.
  const [near, far] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const paragraph = (name: string, properties: string, text = '', parent = 'Standard') =>
    [
      [name, own],
      [`${name}-turned`, other],
    ]
      .map(
        ([full, mode]) =>
          `<style:style style:name="${full}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties style:writing-mode="${mode}" fo:text-align="${mode === 'rl-tb' ? 'right' : 'left'}" ${properties}/>${text && `<style:text-properties ${text}/>`}</style:style>`,
      )
      .join('')
  const strong = 'fo:font-weight="bold" style:font-weight-complex="bold"'
  const quiet = 'fo:color="#4b4b4b" fo:font-size="9pt" style:font-size-complex="9pt"'
  const headings = SIZES.map(
    (size, at) =>
      `<style:style style:name="Heading_20_${at + 1}" style:display-name="Heading ${at + 1}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text" style:default-outline-level="${at + 1}" style:class="text"><style:paragraph-properties style:writing-mode="${own}" fo:text-align="${near}" fo:margin-top="${at ? 14 : 6}pt" fo:margin-bottom="6pt" fo:keep-with-next="always"/><style:text-properties ${strong} fo:font-size="${size}pt" style:font-size-complex="${size}pt"/></style:style>`,
  ).join('')
  const bullets = [1, 2, 3, 4, 5, 6]
    .map(
      level =>
        `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${level % 2 ? '•' : '–'}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${level * 0.6}cm" fo:text-indent="-0.5cm" fo:margin-left="${level * 0.6}cm"/></style:list-level-properties></text:list-level-style-bullet>`,
    )
    .join('')
  const head =
    letterhead && !window
      ? [letterhead.name, ...letterhead.lines]
          .map((line, at, all) => {
            const style = at === all.length - 1 ? 'LetterLast' : at === 0 ? 'LetterName' : 'LetterLine'
            return `<text:p text:style-name="${style}">${xmlText(line)}</text:p>`
          })
          .join('')
      : ''
  const foot = `<style:footer><text:p text:style-name="Foot">${xmlText(pages.page)} <text:page-number text:select-page="current">1</text:page-number> ${xmlText(pages.of)} <text:page-count>1</text:page-count></text:p></style:footer>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES} office:version="1.3"><office:font-face-decls><style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'"/><style:font-face style:name="Vazirmatn" svg:font-family="Vazirmatn"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="${own}" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Noto Sans" style:font-name-complex="Vazirmatn" fo:font-size="10.5pt" style:font-size-complex="10.5pt" fo:language="${language === 'ar' ? 'zxx' : language}" fo:country="none" style:language-complex="ar" style:country-complex="none"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>${[
    paragraph('Text', 'fo:margin-bottom="6pt" fo:line-height="110%"'),
    paragraph('Field', 'fo:margin-bottom="2pt"'),
    paragraph('FieldLast', 'fo:margin-bottom="7pt"'),
    paragraph('Detail', 'fo:margin-bottom="2pt" fo:margin-left="0.5cm"'),
    paragraph('DetailLast', 'fo:margin-bottom="7pt" fo:margin-left="0.5cm"'),
    paragraph(
      'Signature',
      'fo:margin-top="34pt" fo:padding-top="2pt" fo:margin-right="9.5cm" fo:border-top="0.5pt solid #000000"',
      quiet,
    ),
    paragraph('Cell', ''),
    paragraph('CellHead', '', strong),
    paragraph('LetterName', '', strong),
    paragraph('LetterLine', '', quiet),
    paragraph(
      'LetterLast',
      'fo:margin-bottom="14pt" fo:padding-bottom="4pt" fo:border-bottom="0.75pt solid #787878"',
      quiet,
    ),
  ].join(
    '',
  )}<style:style style:name="CellNumber" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/></style:style><style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties style:writing-mode="${own}" fo:text-align="${far}"/><style:text-properties ${quiet}/></style:style>${headings}${window ? sheetStyles(own, far) : ''}<style:style style:name="Bold" style:family="text"><style:text-properties ${strong}/></style:style><text:list-style style:name="List">${bullets}</text:list-style></office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2cm" ${window ? 'fo:margin-left="2.5cm" fo:margin-right="2cm"' : 'fo:margin-left="2.4cm" fo:margin-right="2.4cm"'} style:writing-mode="${window ? 'lr-tb' : own}"/><style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page" style:next-style-name="Further">${head && `<style:header>${head}</style:header>`}${foot}</style:master-page></office:master-styles></office:document-styles>`
}

const size = (points: number) => `fo:font-size="${points}pt" style:font-size-complex="${points}pt"`

/** Above the text of a letter's first sheet. */
const sheetStyles = (own: string, far: string): string =>
  `<style:style style:name="SheetRoom" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:line-height="${windowAt.text - 22}mm"/></style:style><style:style style:name="SheetDate" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="${far}" style:writing-mode="${own}" fo:margin-bottom="12pt"/></style:style>`

/**
 * What stands in frames begins at the left, as the window does. LibreOffice forgets inside frames what the styles' file
 * says of a paragraph, so the content says it, and spans what its letters look like.
 */
const inFrames = [
  ['Name', '', `${size(11.5)} fo:font-weight="bold" style:font-weight-complex="bold"`],
  ['Line', '', `${size(9)} fo:color="#4b4b4b"`],
  ['Back', '', size(7)],
  ['Address', ` fo:line-height="${windowAt.line}mm"`, size(9.5)],
]
  .map(
    ([name, more, looks]) =>
      `<style:style style:name="Sheet${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="left" style:writing-mode="lr-tb"${more}/></style:style><style:style style:name="sheet-${name}" style:family="text"><style:text-properties ${looks}/></style:style>`,
  )
  .join('')
const placed =
  'style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page"'

export const WINDOW_STYLES = `<style:style style:name="Window" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:run-through="foreground" ${placed} fo:padding="0cm" fo:border="none" draw:fill="none" draw:stroke="none"/></style:style><style:style style:name="Fold" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:run-through="background" ${placed} draw:stroke="solid" svg:stroke-width="0.1mm" svg:stroke-color="#787878"/></style:style>${inFrames}`

/** Tables take their looks from the styles of their own file alone. */
export function tableStyles({ direction }: Document): string {
  const own = direction === 'rtl' ? 'rl-tb' : 'lr-tb'
  const columns = [
    ['text', 100],
    ['number', 50],
    ['day', 50],
    ['room', 130],
  ]
    .map(
      ([kind, share]) =>
        `<style:style style:name="Column-${kind}" style:family="table-column"><style:table-column-properties style:rel-column-width="${share}*"/></style:style>`,
    )
    .join('')
  return `<style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" style:writing-mode="${own}" fo:margin-top="6pt" fo:margin-bottom="10pt"/></style:style>${columns}<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style><style:style style:name="RowRoom" style:family="table-row"><style:table-row-properties style:min-row-height="1.2cm" fo:keep-together="always"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border-top="0.5pt solid #969696" fo:border-bottom="0.5pt solid #969696" fo:border-left="none" fo:border-right="none" style:vertical-align="middle"/></style:style>`
}
