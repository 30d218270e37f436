import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printedInFolder } from '../tests/world/printed.ts'
import { Misuse } from './command.ts'
import { run } from './read.ts'

const MINUTES = `# Protokoll der Vorstandssitzung vom 3. Mai 2021

Anwesend: Rita Weiß, Max Braun

## 1. Fest

- Max bestellt die Bänke.

## 2. Verschiedenes

- Das Protokoll der letzten Sitzung wird einstimmig angenommen.
`
const PATIENCE = 60_000

const { out, err, folder } = printedInFolder()

function file(name: string, content: string | Uint8Array = MINUTES): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('rundtisch read', { timeout: PATIENCE }, () => {
  it('prints a reading for people', async () => {
    expect(await run([file('a.md')])).toBe(0)
    const printed = out.join('')
    expect(printed).toContain('Protokoll der Vorstandssitzung vom 3. Mai 2021')
    expect(printed).toContain('Anwesend (2): Rita Weiß, Max Braun')
    expect(printed).toMatch(/1 Fest {2}\[Zeile 5\]/)
    expect(printed).toMatch(/Max bestellt die Bänke\. {2}\[Zeile 7\]\n {4}zuständig: Max/)
    expect(printed).toMatch(/einstimmig angenommen\. {2}\[Zeile 11\]\n {4}einstimmig/)
    expect(err).toEqual([])
  })

  it('gives the Reading as JSON, one object for one file and an array for more', async () => {
    const path = file('a.md')
    await run([path, '--json'])
    expect(JSON.parse(out.join(''))).toMatchObject({ head: { date: { value: '2021-05-03' } }, lineCount: 11 })
    out.length = 0
    await run([path, file('b.md'), '--json'])
    expect(JSON.parse(out.join(''))).toMatchObject([{ lineCount: 11 }, { lineCount: 11 }])
  })

  it('writes one file of the exchange format each, named like the source', async () => {
    const target = join(folder, 'neu', 'tief')
    expect(await run([file('a.md'), file('b.txt'), '--out', target])).toBe(0)
    expect(out).toEqual([])
    for (const name of ['a.json', 'b.json'])
      expect(JSON.parse(readFileSync(join(target, name), 'utf8'))).toMatchObject({
        meeting: { date: '2021-05-03', line: 1 },
        tasks: [{ responsible: ['Max'], line: 7 }],
      })
  })

  it('overwrites no reading of the same run', async () => {
    const target = join(folder, 'neu')
    expect(await run([file('a.md'), file('a.txt', 'Protokoll'), '--out', target])).toBe(1)
    expect(JSON.parse(readFileSync(join(target, 'a.json'), 'utf8'))).toMatchObject({ meeting: { date: '2021-05-03' } })
    expect(err.join('')).toMatch(/a\.txt: .*a\.json/)
  })

  it.each([
    ['fehlt.md', undefined, /fehlt\.md: Diese Datei gibt es nicht/],
    ['leer.md', '', /leer\.md: Hier steht kein Text/],
    ['bild.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /bild\.md: Das ist ein Bild/],
    ['.', undefined, /lässt sich nicht öffnen/],
  ])('says in a sentence why %s is not read, and goes on', async (name, content, sentence) => {
    const wrong = content === undefined ? join(folder, name) : file(name, content)
    expect(await run([wrong, file('a.md')])).toBe(1)
    expect(err).toHaveLength(1)
    expect(err[0]).toMatch(sentence)
    expect(out.join('')).toContain('Max bestellt die Bänke')
  })

  it('says so when the target can not be written', async () => {
    expect(await run([file('a.md'), '--out', join(file('belegt'), 'neu')])).toBe(1)
    expect(err.join('')).toMatch(/lässt sich nicht nach .* schreiben/)
  })

  it('takes a day for dates without a year', async () => {
    await run([file('a.md', '# Protokoll vom 3.5.\n\nAnwesend: Rita, Max'), '--json', '--reference', '2021-06-01'])
    expect(JSON.parse(out.join(''))).toMatchObject({ head: { date: { value: '2021-05-03' } } })
  })

  it.each([
    [[]],
    [['--unbekannt', 'a.md']],
    [['a.md', '--reference', '2021-02-30']],
    [['a.md', '--reference', 'morgen']],
  ])('is misused by %j', async args => {
    await expect(run(args)).rejects.toThrow(Misuse)
  })
})
