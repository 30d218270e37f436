import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Document, documentFormats, windowAt } from '../../app/ground/documents/document.ts'
import { writeDocument } from '../../app/ground/documents/write.ts'
import { systemProgram } from './program.ts'

const office = systemProgram('soffice')
const pdftotext = systemProgram('pdftotext')
const folder = mkdtempSync(join(tmpdir(), 'rt-letters-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Six lines as wide as they may be, the most that goes into the window. */
const lines = [
  'Landesamt für Schulentwicklung Auenfurt',
  'Dezernat Ganztag und Sprachbildung',
  'Frau Dr. Friederike Wasmuth-Morgenstern',
  'Haus der Bildung, Aufgang 3',
  'Große Wallanlagen 112',
  '99999 Auenfurt',
]
const letter = (language: 'de' | 'ar'): Document => ({
  ...{ title: 'Beginn der Sprachkurse', language, direction: language === 'ar' ? 'rtl' : 'ltr' },
  letterhead: {
    name: 'Runder Tisch Ankommen',
    lines: ['Marktplatz 1, 99999 Auenfurt', '0999 123 · tisch@example.org'],
  },
  window: { back: 'Runder Tisch Ankommen · Marktplatz 1 · 99999 Auenfurt', lines, date: '3. März 2031' },
  pages: { page: 'Seite', of: 'von' },
  blocks: Array.from({ length: 30 }, (_, at) => ({
    ...{ kind: 'paragraph' as const, label: null },
    text: `Absatz ${at + 1}: Wir bitten Sie um eine Antwort dazu, wann die Kurse in den Unterkünften beginnen.`,
  })),
})

type Word = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g
const POINT = 25.4 / 72

/** Words of the first page and where they stand, in millimetres from its upper left corner. */
function wordsOf(pdf: string): Word[] {
  const { stdout } = spawnSync(pdftotext!, ['-bbox', '-l', '1', pdf, '-'], { encoding: 'utf8' })
  return [...stdout.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
    ...{ text: text!, left: Number(left) * POINT, top: Number(top) * POINT },
    ...{ right: Number(right) * POINT, bottom: Number(bottom) * POINT },
  }))
}

async function pdfOf(language: 'de' | 'ar', format: 'pdf' | 'docx' | 'odt'): Promise<string> {
  const file = join(folder, `${language}-${format}.${format}`)
  writeFileSync(file, await writeDocument(letter(language), format, null))
  if (format === 'pdf') return file
  const home = `-env:UserInstallation=file://${folder}/office`
  const made = spawnSync(office!, [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    encoding: 'utf8',
  })
  expect([made.status, made.stderr.includes('Error')]).toEqual([0, false])
  return file.replace(/\.\w+$/, '.pdf')
}

describe.skipIf(!pdftotext || !office)(
  'LibreOffice and pdftotext (apt install libreoffice-writer poppler-utils): a letter',
  () => {
    test.each(
      documentFormats
        .filter(format => format !== 'md')
        .flatMap(format => [['de', format] as const, ['ar', format] as const]),
    )(
      'has its address in the window of the envelope: %s as %s',
      async (language, format) => {
        const words = wordsOf(await pdfOf(language, format))
        const { left, top, width, height } = windowAt
        for (const line of lines) {
          for (const said of line.split(' ')) {
            const word = words.find(({ text, top: at }) => text === said && at > windowAt.address - 3)
            if (!word)
              throw new Error(
                `no ${said} in ${format}: ${words
                  .slice(0, 40)
                  .map(({ text }) => text)
                  .join(' ')}`,
              )
            expect([said, word.left >= left, word.right <= left + width]).toEqual([said, true, true])
            expect([said, word.top >= top, word.bottom <= top + height]).toEqual([said, true, true])
          }
        }
        // Nothing else shows through the window.
        const inside = words.filter(word => word.bottom > top && word.top < top + height && word.left < left + width)
        const shown = inside.map(({ text }) => text).sort()
        const back = letter(language).window!.back.split(' ')
        expect(shown).toEqual([...lines.flatMap(line => line.split(' ')), ...back].sort())
        const subject = words.find(({ text }) => text === 'Sprachkurse')!
        expect(subject.top).toBeGreaterThan(windowAt.text - 2)
        expect(subject.top).toBeLessThan(windowAt.text + 25)
      },
      120_000,
    )
  },
)
