import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { convertContainer } from '../container.ts'
import { convertFile } from '../convert.ts'
import { cleanText } from '../extracted.ts'
import { pdfConverter } from './pdf.ts'

/** Text at x and y, in points from the lower left corner of an A4 page, in Courier: every sign is 0.6 sizes wide. */
type Print = { readonly x: number; readonly y: number; readonly text: string; readonly size?: number }

const HEIGHT = 842
const LEADING = 14
const SIZE = 10
/** Signs on a line between margins of 70 points. */
const SIGNS = Math.floor((595 - 140) / (SIZE * 0.6))

/** A PDF 1.4 of printed pages, written by hand: objects, cross-reference table, trailer (ISO 32000-1, 7.5). */
function pdfOf(pages: readonly (readonly Print[])[], trailer = ''): Uint8Array {
  const contents = pages.map(prints => prints.map(operators).join('\n'))
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    ...contents.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${HEIGHT}]/Contents ${5 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`,
    'latin1',
  )
}

const operators = ({ x, y, text, size = SIZE }: Print): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${winAnsi(text).replace(/[()\\]/g, '\\$&')}) Tj ET`

const winAnsi = (text: string): string => text.replaceAll('–', '\x96').replaceAll('•', '\x95')

/** Lines one below the other, from `top` points above the lower edge. */
const lines = (texts: readonly string[], { x = 70, top = 780, leading = LEADING, size = SIZE } = {}): Print[] =>
  texts.flatMap((text, at) => (text === '' ? [] : [{ x, y: top - at * leading, text, size }]))

/** Wraps as word processors do, by the number of signs. */
function wrap(text: string, signs = SIGNS): string[] {
  const wrapped: string[] = []
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= signs) wrapped[wrapped.length - 1] = `${last} ${word}`
    else wrapped.push(word)
  }
  return wrapped
}

const textOf = async (bytes: Uint8Array): Promise<string> => cleanText((await convertContainer('pdf', bytes)).text)
const linesOf = async (...pages: Print[][]): Promise<string[]> => (await textOf(pdfOf(pages))).split('\n')

const REPORT =
  'Frau Grünwald berichtet über die Gespräche mit der Stadtverwaltung und erklärt, dass die Räume in der Lindenstraße ab dem Frühjahr wieder zur Verfügung stehen, sofern die Prüfung ohne Beanstandung endet.'
const PROMISE =
  'Herr Öztürk kümmert sich bis zum 15. März um die Schlüssel und informiert die Koordinierungsstelle über das Ergebnis.'

describe('paragraphs', () => {
  it('joins what the width of the paper has parted, and nothing else', async () => {
    const head = ['Protokoll der Bürgerrunde', 'Datum: 14.11.2022', 'Ort: Großer Saal']
    const printed = lines([...head, ...wrap(REPORT), ...wrap(PROMISE), 'Ende: 20 Uhr'])
    expect(await linesOf(printed)).toEqual([...head, REPORT, PROMISE, 'Ende: 20 Uhr'])
  })

  it('does not join a list of names, though its longest line has nothing wider beside it', async () => {
    const names = [
      'Frau Grünwald (Migrationsberatung)',
      'Herr Öztürk (Elternverein)',
      'Frau Weiß (Jugendamt)',
      'Herr Jäger (Stadtwerke)',
    ]
    expect(await linesOf(lines(names))).toEqual(names)
  })

  it('parts paragraphs where a gap does', async () => {
    const printed = [...lines(wrap(REPORT)), ...lines(wrap(PROMISE), { top: 700 })]
    expect(await linesOf(printed)).toEqual([REPORT, '', PROMISE])
  })

  it('heals words that were parted at the line end', async () => {
    const full = (start: string, end: string) => `${start} ${'x'.repeat(SIGNS - start.length - end.length - 2)} ${end}`
    const a = full('a', 'Koordinie-')
    const b = full('rungsstelle', 'Haupt-')
    const c = full('und Nebenraum', 'Kita-')
    const d = full('Leitung', 'zum')
    const text = (await linesOf(lines([a, b, c, d, '14. März'])))[0]!
    expect(text).toContain('Koordinierungsstelle')
    expect(text).toContain('Haupt- und Nebenraum')
    expect(text).toContain('Kita-Leitung')
    expect(text).toContain('zum 14. März')
  })

  it('takes larger letters for headings', async () => {
    const printed = [
      { x: 70, y: 780, text: 'Protokoll', size: 20 },
      { x: 70, y: 740, text: 'TOP 1: Begrüßung', size: 14 },
      ...lines(wrap(REPORT), { top: 720 }),
    ]
    expect(await linesOf(printed)).toEqual(['# Protokoll', '', '## TOP 1: Begrüßung', REPORT])
  })

  it('puts a word back into order that was printed later', async () => {
    const printed = [
      { x: 70, y: 780, text: 'Herr' },
      { x: 136, y: 780, text: 'bestellt Stühle.' },
      { x: 100, y: 780, text: 'Jäger' },
    ]
    expect(await linesOf(printed)).toEqual(['Herr Jäger bestellt Stühle.'])
  })

  it('prints false bold and a watermark once or not at all', async () => {
    const printed = [
      { x: 70, y: 780, text: 'Beschluss' },
      { x: 70.3, y: 780, text: 'Beschluss' },
    ]
    const turned = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (ENTWURF) Tj ET'
    const bytes = Buffer.from(
      Buffer.from(pdfOf([[...printed, { x: 0, y: 0, text: 'MARK' }]]))
        .toString('latin1')
        .replace(/BT[^\n]*MARK[^\n]*/, turned),
      'latin1',
    )
    expect(await textOf(bytes)).toBe('Beschluss')
  })
})

describe('lists', () => {
  it('tells marks and levels by where they stand, and joins wrapped items', async () => {
    const printed = [
      ...lines(['1.', '', '', '', '', '2.'], { x: 80 }),
      ...lines(['Frau Weiß ruft die Schule an.'], { x: 100 }),
      ...lines(['•', '', '', '•'], { x: 110, top: 780 - LEADING }),
      ...lines([...wrap(PROMISE, SIGNS - 10), 'Sie fragt nach dem Raum.'], { x: 130, top: 780 - LEADING }),
      ...lines(['Herr Jäger bestellt Stühle.'], { x: 100, top: 780 - 5 * LEADING }),
    ]
    expect(wrap(PROMISE, SIGNS - 10)).toHaveLength(2)
    expect(await linesOf(printed.filter(({ y, text }) => !(text === '•' && y === 780 - 4 * LEADING)))).toEqual([
      '1. Frau Weiß ruft die Schule an.',
      `    - ${PROMISE}`,
      '',
      'Sie fragt nach dem Raum.',
      '2. Herr Jäger bestellt Stühle.',
    ])
  })
})

describe('pages', () => {
  const footer = (text: string): Print => ({ x: 280, y: 30, text })
  const header: Print = { x: 70, y: 815, text: 'Runder Tisch, 14.11.2022' }
  const [first, second, ...rest] = wrap(REPORT)

  it.each([
    ['Seite 1 von 2', 'Seite 2 von 2'],
    ['1', '2'],
    ['- 7 -', '- 8 -'],
    ['S. 1/2', 'S. 2/2'],
  ])('joins a sentence over a page break and takes the page numbers %j out', async (one, two) => {
    const pages = [
      [header, ...lines([first!, second!], { top: 80 }), footer(one)],
      [header, ...lines(rest), footer(two)],
    ]
    expect(await linesOf(...pages)).toEqual(['Runder Tisch, 14.11.2022', '', REPORT])
  })

  it('takes out footers of all pages and headers that begin on the second one: no sentence goes through them', async () => {
    const bank = footer('Runder Tisch e.V., Konto 12')
    const later: Print = { ...header, text: 'Protokoll, Fortsetzung' }
    const pages = [
      [...lines([first!], { top: 80 }), bank],
      [later, ...lines([second!], { top: 80 }), bank],
      [later, ...lines(rest), bank],
    ]
    expect(await linesOf(...pages)).toEqual([REPORT])
  })

  it('leaves numbers in that are no page numbers', async () => {
    expect(await linesOf([...lines(['Gäste:']), { x: 70, y: 40, text: '42' }], lines(['Seite an Seite']))).toEqual([
      'Gäste:',
      '',
      '42',
      'Seite an Seite',
    ])
  })

  it('puts footnotes behind the text', async () => {
    const small = [{ x: 70 + second!.length * 6, y: 84, text: '1', size: 6 }]
    const note = [
      { x: 70, y: 54, text: '1', size: 6 },
      { x: 76, y: 50, text: 'Siehe Anlage.', size: 8 },
    ]
    const pages = [[...lines([first!, second!], { top: 80 + LEADING }), ...small, ...note], lines(rest)]
    const found = await linesOf(...pages)
    expect(found[0]).toBe(REPORT.replace(second!, `${second!}[1]`))
    expect(found.at(-1)).toBe('[1] Siehe Anlage.')
  })

  it('takes a number in brackets for what it is', async () => {
    const printed = ['[1] Anlage: Plan', 'TOP 9: Verschiedenes']
    expect(await linesOf(lines(printed, { top: 300 }), lines(['Ende']))).toEqual([...printed, 'Ende'])
  })
})

describe('columns and tables', () => {
  it('reads the left column before the right one, and a paragraph over both', async () => {
    const column = wrap(`${REPORT} ${PROMISE}`, 34)
    const middle = Math.ceil(column.length / 2)
    const printed = [
      ...lines(['Rundbrief der Nachbarschaftshilfe']),
      ...lines(column.slice(0, middle), { top: 740 }),
      ...lines(column.slice(middle), { x: 310, top: 740 }),
      ...lines(['Darunter wieder breit.'], { top: 500 }),
    ]
    expect(await linesOf(printed)).toEqual([
      'Rundbrief der Nachbarschaftshilfe',
      '',
      `${REPORT} ${PROMISE}`,
      '',
      'Darunter wieder breit.',
    ])
  })

  /** Word processors print a cell to its end before the next one. */
  const row = (top: number, ...cells: string[][]) =>
    cells.flatMap((texts, at) => lines(texts, { x: 70 + at * 170, top }))

  it('gives the rows of a table, cells with several lines included', async () => {
    const printed = [
      ...row(780, ['Was'], ['Wer'], ['Bis wann']),
      ...row(760, ['Raum für die Feier buchen', 'und Schlüssel abholen'], ['Frau Weiß'], ['1.12.2022']),
      ...row(726, ['Stühle'], ['Herr Jäger', 'Herr Öztürk'], ['sofort']),
      ...lines(['Nach der Tabelle.'], { top: 690 }),
    ]
    expect(await linesOf(printed)).toEqual([
      '| Was | Wer | Bis wann |',
      '| Raum für die Feier buchen und Schlüssel abholen | Frau Weiß | 1.12.2022 |',
      '| Stühle | Herr Jäger / Herr Öztürk | sofort |',
      '',
      'Nach der Tabelle.',
    ])
  })

  it('keeps the fields of a head as lines, with a tab for the gap', async () => {
    const printed = [...row(780, ['Datum:'], ['14.11.2022']), ...row(766, ['Ort:'], ['Großer Saal'])]
    expect(await linesOf(printed)).toEqual(['Datum:\t14.11.2022', 'Ort:\tGroßer Saal'])
  })
})

describe('refusals', () => {
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<61><61>]`
  it.each([
    ['a page without text', 'file-has-no-text', pdfOf([[]]), {}],
    [
      'a PDF with a password',
      'file-type-unknown',
      pdfOf([lines(['geheim'])], encrypt),
      { values: { kind: 'protected' } },
    ],
    ['only the head of a PDF', 'file-broken', Buffer.from('%PDF-1.7\nProtokoll'), {}],
    [
      'noise behind the head of a PDF',
      'file-broken',
      Buffer.from(`%PDF-1.7\n${'\x9f\x01\xc3'.repeat(999)}`, 'latin1'),
      {},
    ],
  ])('refuses %s', async (_, code, bytes, more) => {
    expect(await convertFile(bytes, 'a.pdf')).toMatchObject({ ok: false, code, ...more })
  })

  it('reads a PDF whose table of objects is wrong, as viewers do', async () => {
    const whole = Buffer.from(pdfOf([lines(['Noch zu lesen'])])).toString('latin1')
    expect(await textOf(Buffer.from(whole.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'))).toBe('Noch zu lesen')
  })
})

it('names the version of unpdf that is installed', () => {
  const path = new URL('../../../../node_modules/unpdf/package.json', import.meta.url)
  expect(pdfConverter).toContain(`unpdf ${JSON.parse(readFileSync(path, 'utf8')).version}`)
})
