import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { read } from '../read.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)

/** The bodies of the lines of an entry, a line end as one blank: what the entry must quote from. */
function linesAround(text: string, from: number, to: number): string {
  return documentOf(text)
    .lines.slice(from - 1, to)
    .map(line => line.body)
    .join(' ')
}

function expectVerbatim(text: string): void {
  for (const entry of read(text, { reference: '2024-05-06' }).entries) {
    expect(linesAround(text, entry.lines.from, entry.lines.to)).toContain(entry.text)
  }
}

describe('every entry quotes its lines word for word', () => {
  for (const file of readdirSync(SAMPLES).filter(name => name.endsWith('.md') && name !== 'README.md')) {
    it(file, () => expectVerbatim(readFileSync(new URL(file, SAMPLES), 'utf8')))
  }

  it('in any heap of pieces', () => {
    const piece = fc.constantFrom(
      'Protokoll vom 3. Mai 2024',
      'Anwesend: Mila Sahin, R. Ott',
      '## TOP 1: Fest',
      'TODOs:',
      '- Mila druckt Flyer',
      '  - (5/0/3)',
      '- **Tom**: [Zelt](https://a.example) holen (Mila, bis 3.5.)',
      'K. Ott: Das reicht nicht; wer hilft?',
      '→ klären',
      '| Wer | Was |',
      '| --- | --- |',
      '| Mila | Zelt |',
      '',
      'Ergebnis der Diskussion: Wenn es regnet, wird verschoben',
      '- [x] fertig',
      '~~weg~~',
      'Am 5. Juni um 14 Uhr ist das Fest im Park, Tom geht hin',
      'Er fragt an',
      '„Was nun?',
      '(offen',
      'Lernerfahrungen:',
      '> zitiert',
      '---',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), lines => expectVerbatim(lines.join('\n'))),
      { numRuns: 150, seed: 7 },
    )
  })
})
