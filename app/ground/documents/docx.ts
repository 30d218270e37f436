import * as docx from 'docx'
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

/** Lengths of Word: a twentieth of a point; sizes of letters are half points. */
const POINT = 20
const SIZE = 21
const FONT = { ascii: 'Noto Sans', hAnsi: 'Noto Sans', cs: 'Vazirmatn', eastAsia: 'Noto Sans' }
const HEADINGS = [
  [docx.HeadingLevel.HEADING_1, 32],
  [docx.HeadingLevel.HEADING_2, 26],
  [docx.HeadingLevel.HEADING_3, 23],
  [docx.HeadingLevel.HEADING_4, 22],
  [docx.HeadingLevel.HEADING_5, 21],
  [docx.HeadingLevel.HEADING_6, 21],
] as const
/** Country for a language: Word proofs in dialects only. */
const DIALECTS: Readonly<Record<string, string>> = { de: 'de-DE', en: 'en-GB', ar: 'ar-SA', fa: 'fa-IR', he: 'he-IL' }

/** A document as DOCX (ISO/IEC 29500): headings, lists and header rows as such, direction and language of each passage. */
export async function docxOf(document: Document): Promise<Uint8Array> {
  const { letterhead } = document
  const rtl = document.direction === 'rtl'
  const children = [
    ...windowed(document),
    heading(document, 1, document.title),
    ...document.blocks.flatMap(block => parts(document, block)),
  ]
  const made = new docx.Document({
    title: oneLine(document.title),
    creator: oneLine(letterhead?.name ?? ''),
    description: '',
    styles: stylesOf(document),
    numbering: { config: [{ reference: LIST, levels: [0, 1, 2, 3, 4, 5].map(levelOf) }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: A4, margin: document.window ? LETTER : { top: 1250, right: 1360, bottom: 1360, left: 1360 } },
        },
        headers: {
          first: new docx.Header({ children: letterhead && !document.window ? letters(document, letterhead) : [] }),
        },
        footers: { default: foot(document, rtl), first: foot(document, rtl) },
        children,
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(made))
}

const A4 = { width: 11906, height: 16838 }
const MM = 1440 / 25.4
const mm = (millimetres: number): number => Math.round(millimetres * MM)
const LETTER = { top: mm(22), right: mm(20), bottom: 1360, left: mm(25) }
const LIST = 'list'

function levelOf(level: number): docx.ILevelsOptions {
  const indent = { left: 360 * (level + 1), hanging: 280 }
  return { level, format: docx.LevelFormat.BULLET, text: level % 2 ? '–' : '•', style: { paragraph: { indent } } }
}

function stylesOf({ language }: Document): docx.IStylesOptions {
  const lang = { value: DIALECTS[language] ?? language, bidirectional: DIALECTS.ar! }
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE, sizeComplexScript: SIZE, language: lang },
        paragraph: { spacing: { after: 6 * POINT, line: 264 } },
      },
      ...Object.fromEntries(
        HEADINGS.map(([, size], at) => [
          `heading${at + 1}`,
          {
            run: { font: FONT, bold: true, boldComplexScript: true, size, sizeComplexScript: size, color: '000000' },
            paragraph: { spacing: { before: (at === 0 ? 6 : 14) * POINT, after: 6 * POINT }, keepNext: true },
          },
        ]),
      ),
    },
  }
}

type Looks = { readonly bold?: boolean; readonly quiet?: boolean }

/** Words with the direction and language that their letters ask for. */
function words(document: Document, text: string, { bold, quiet }: Looks = {}): docx.TextRun {
  const line = oneLine(text)
  const lang = languageOf(line, document)
  const tag = DIALECTS[lang] ?? lang
  const rtl = (directionOf(line) ?? document.direction) === 'rtl'
  return new docx.TextRun({
    text: line,
    ...(bold ? { bold: true, boldComplexScript: true } : {}),
    ...(quiet ? { size: 18, sizeComplexScript: 18, color: '505050' } : {}),
    ...(rtl ? { rightToLeft: true } : {}),
    language: rtl ? { bidirectional: tag } : { value: tag },
  })
}

/** `of`: the text that decides how the paragraph runs. */
function paragraph(document: Document, of: string | null, options: docx.IParagraphOptions): docx.Paragraph {
  const rtl = ((of === null ? null : directionOf(of)) ?? document.direction) === 'rtl'
  return new docx.Paragraph({ ...options, ...(rtl ? { bidirectional: true } : {}) })
}

function heading(document: Document, level: number, text: string): docx.Paragraph {
  const at = Math.min(level, HEADINGS.length) - 1
  // LibreOffice sees a heading by its outline level alone.
  return paragraph(document, text, { heading: HEADINGS[at]![0], outlineLevel: at, children: [words(document, text)] })
}

const fieldsOf = (document: Document, fields: readonly Field[], bold: boolean, left: number) =>
  fields.map(({ label, value }, at) =>
    paragraph(document, null, {
      spacing: { after: (at === fields.length - 1 ? 7 : 2) * POINT },
      ...(left ? { indent: { start: left } } : {}),
      children: [words(document, `${label}:`, { bold }), new docx.TextRun(' '), words(document, value)],
    }),
  )

function parts(document: Document, block: Block): (docx.Paragraph | docx.Table)[] {
  switch (block.kind) {
    case 'fields':
      return fieldsOf(document, block.fields, true, 0)
    case 'heading':
      return [heading(document, block.level, block.text)]
    case 'paragraph':
      return [...told(document, block), ...fieldsOf(document, block.details ?? [], false, 14 * POINT)]
    case 'list':
      return block.items.map(({ level, text }) =>
        paragraph(document, text, {
          numbering: { reference: LIST, level: Math.min(level, 6) - 1 },
          children: [words(document, text)],
        }),
      )
    case 'table':
      return [table(document, block.table), new docx.Paragraph({ children: [] })]
    case 'signatures':
      return block.under.map(under =>
        paragraph(document, null, {
          spacing: { before: 34 * POINT },
          border: { top: { style: docx.BorderStyle.SINGLE, size: 4, space: 2, color: '000000' } },
          indent: { end: 5600 },
          children: [words(document, under, { quiet: true })],
        }),
      )
  }
}

/** A label in the document's own direction stands above a text of the other one: in one line they would mix. */
function told(document: Document, { label, text }: { label: string | null; text: string }): docx.Paragraph[] {
  if (label === null) return [paragraph(document, text, { children: [words(document, text)] })]
  const mark = words(document, `${label}:`, { bold: true })
  if ((directionOf(text) ?? document.direction) === document.direction)
    return [paragraph(document, null, { children: [mark, new docx.TextRun(' '), words(document, text)] })]
  return [
    paragraph(document, null, { spacing: { after: 2 * POINT }, keepNext: true, children: [mark] }),
    paragraph(document, text, { children: [words(document, text)] }),
  ]
}

function table(document: Document, { columns, rows }: Table): docx.Table {
  const room = columns.some(({ kind }) => kind === 'room')
  const cell = (text: string, at: number, head: boolean) =>
    new docx.TableCell({
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      verticalAlign: room ? docx.VerticalAlignTable.CENTER : docx.VerticalAlignTable.TOP,
      children: [
        paragraph(document, text || null, {
          spacing: { after: 0 },
          ...(columns[at]!.kind === 'number' ? { alignment: docx.AlignmentType.END } : {}),
          children: [words(document, text, { bold: head })],
        }),
      ],
    })
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: '969696' }
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    columnWidths: widthsOf(columns.map(({ kind }) => kind)),
    visuallyRightToLeft: document.direction === 'rtl',
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      // False would still write the element, and readers take every row for a header then: left out where it is none.
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((one, at) => cell(one.label, at, true)),
      }),
      ...rows.map(
        row =>
          new docx.TableRow({
            cantSplit: true,
            ...(room ? { height: { value: 34 * POINT, rule: docx.HeightRule.ATLEAST } } : {}),
            children: row.map((text, at) => cell(text, at, false)),
          }),
      ),
    ],
  })
}

const WIDTH = 9186

function widthsOf(kinds: readonly Table['columns'][number]['kind'][]): number[] {
  const shares = kinds.map(kind => (kind === 'room' ? 1.3 : kind === 'text' ? 1 : 0.5))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => Math.floor((WIDTH * share) / whole))
}

function letters(document: Document, { name, lines }: NonNullable<Document['letterhead']>): docx.Paragraph[] {
  const line = (text: string, looks: Looks, last: boolean) =>
    paragraph(document, null, {
      spacing: { after: last ? 14 * POINT : 0 },
      ...(last ? { border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 4, color: '787878' } } } : {}),
      children: [words(document, text, looks)],
    })
  return [line(name, { bold: true }, lines.length === 0)].concat(
    lines.map((text, at) => line(text, { quiet: true }, at === lines.length - 1)),
  )
}

/** The first sheet of a letter: frames at fixed places, and room for them above the text. */
function windowed(document: Document): docx.Paragraph[] {
  const { window, letterhead } = document
  if (!window) return []
  const frame = (x: number, y: number, width: number, height: number): docx.IFrameOptions => ({
    type: 'absolute',
    position: { x: mm(x), y: mm(y) },
    width: mm(width),
    height: mm(height),
    rule: docx.HeightRule.EXACT,
    anchor: { horizontal: docx.FrameAnchorType.PAGE, vertical: docx.FrameAnchorType.PAGE },
    wrap: docx.FrameWrap.NONE,
  })
  const { left, inset, width, back, address, line, folds, text } = windowAt
  const exact = { line: mm(line), lineRule: docx.LineRuleType.EXACT, after: 0 }
  const set = (at: docx.IFrameOptions, run: docx.TextRun, more: docx.IParagraphOptions = {}) =>
    new docx.Paragraph({ frame: at, alignment: docx.AlignmentType.LEFT, spacing: exact, ...more, children: [run] })
  const small = (words: string, size: number) =>
    new docx.TextRun({ text: oneLine(words), size, sizeComplexScript: size })
  const field = (y: number, height: number) => frame(left + inset, y, width - inset, height)
  const border = { top: { style: docx.BorderStyle.SINGLE, size: 4, color: '787878' } }
  return [
    ...(letterhead ? [letterhead.name, ...letterhead.lines] : []).map((one, at) =>
      set(frame(25, windowAt.letterhead, 165, 28), words(document, one, at === 0 ? { bold: true } : { quiet: true })),
    ),
    set(field(back, line), small(window.back, 14)),
    ...window.lines.map(one => set(field(address, 27.3), small(one, 19))),
    ...folds.map(y => set(frame(4, y, 5, 1), small('', 2), { border, spacing: { ...exact, line: 20 } })),
    new docx.Paragraph({
      spacing: { line: mm(text - 22), lineRule: docx.LineRuleType.EXACT, after: 0 },
      children: [],
    }),
    paragraph(document, null, { alignment: docx.AlignmentType.END, children: [words(document, window.date)] }),
  ]
}

function foot({ pages }: Document, rtl: boolean): docx.Footer {
  const children = [`${pages.page} `, docx.PageNumber.CURRENT, ` ${pages.of} `, docx.PageNumber.TOTAL_PAGES]
  const run = new docx.TextRun({ children, size: 18, color: '505050', ...(rtl ? { rightToLeft: true } : {}) })
  const end = docx.AlignmentType.END
  return new docx.Footer({
    children: [new docx.Paragraph({ alignment: end, children: [run], ...(rtl ? { bidirectional: true } : {}) })],
  })
}
