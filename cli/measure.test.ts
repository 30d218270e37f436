import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../reader/src/measure.ts'
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
const GOLD = {
  meeting: { title: 'Protokoll der Vorstandssitzung vom 3. Mai 2021', date: '2021-05-03', place: 'Gemeindesaal' },
  attendance: {
    present: [
      { name: 'Rita Weiß', line: 3 },
      { name: 'Max Braun', line: 3 },
    ],
    absent: null,
  },
  agenda: [
    { number: '1', title: 'Fest', level: 1, line: 5 },
    { number: '2', title: 'Verschiedenes', level: 1, line: 9 },
  ],
  tasks: [
    { text: 'Max bestellt die Bänke.', responsible: ['Max Braun'], due: null, line: 7 },
    { text: 'Rita schließt abends ab.', responsible: ['Rita'], due: null, line: 8 },
  ],
  appointments: [{ title: 'Fest', date: '2021-06-12', line: 5, borderline: true }],
}

const { out, err, folder } = printedInFolder()

function file(name: string, content: string | object): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
}
const measured = async (...more: string[]) => run(['--measure', folder, ...more])
const figures = () => JSON.parse(out.join('')) as Measure & { skipped: string[]; failures: string[] }

describe('rundtisch read --measure', () => {
  it.each([
    ['a.md', 'a.json'],
    ['a.md', 'a.gold.json'],
    ['texts/a.md', 'gold/a.json'],
  ])('holds %s against %s', async (text, gold) => {
    file(text, MINUTES)
    file(gold, GOLD)
    expect(await measured('--json')).toBe(0)
    const { texts, kinds, fields, skipped } = figures()
    expect({ texts, skipped }).toEqual({ texts: 1, skipped: [] })
    expect(kinds.tasks).toMatchObject({ precision: 1, recall: 0.5, gold: 2, read: 1 })
    expect(kinds.decisions).toMatchObject({ precision: 0, gold: 0, read: 1 })
    expect(kinds.agenda.f1).toBe(1)
    expect(fields.responsible).toEqual({ right: 0, of: 1, share: 0 })
    expect(err).toEqual([])
  })

  it('prints the figures for people, and a dash where there is none', async () => {
    file('a.md', MINUTES)
    file('a.json', GOLD)
    expect(await measured()).toBe(0)
    const printed = out.join('')
    expect(printed).toContain('1 Text gemessen')
    expect(printed).toMatch(/Aufgaben +100,0 +50,0 +66,7 +2 +1\n/)
    expect(printed).toMatch(/Ideen +– +– +– +0 +0\n/)
    expect(printed).toMatch(/Verantwortlich +0,0 +0 von 1\n/)
    expect(printed).not.toContain('Rita schließt abends ab')
  })

  it('names what is missing, too much and different, of all kinds or of one', async () => {
    file('a.md', MINUTES)
    file('a.json', GOLD)
    await measured('--misses')
    const all = out.join('')
    expect(all).toMatch(/a\.md:8 {2}Aufgaben {2}fehlt: Rita schließt abends ab\./)
    expect(all).toMatch(/a\.md:7 {2}Aufgaben {2}Verantwortlich: gelesen „Max“, Vorlage „Max Braun“/)
    expect(all).toMatch(/a\.md:11 {2}Beschlüsse {2}zu viel: Das Protokoll/)
    expect(all).toMatch(/a\.md {2}Kopf {2}Ort: gelesen „–“, Vorlage „Gemeindesaal“/)
    for (const kind of ['tasks', 'aufgaben', 'Aufgaben']) {
      out.length = 0
      await measured('--misses', kind)
      expect(out.join('')).toContain('2 Unterschiede')
      expect(out.join('')).not.toContain('Gemeindesaal')
    }
    out.length = 0
    await measured('--json', '--misses', 'decisions')
    expect(figures().misses).toMatchObject([{ kind: 'decisions', is: 'invented', line: 11 }])
  })

  it('names texts without gold and skips them', async () => {
    file('a.md', MINUTES)
    file('a.json', GOLD)
    file('b.txt', MINUTES)
    expect(await measured('--json')).toBe(0)
    expect(figures()).toMatchObject({ texts: 1, skipped: ['b.txt'] })
    expect(err).toEqual([expect.stringContaining('b.txt: Dazu gibt es keine Vorlage')])
  })

  it('fails where nothing can be measured', async () => {
    file('b.txt', MINUTES)
    expect(await measured()).toBe(1)
    expect(out).toEqual([])
    expect(err.at(-1)).toContain('Hier lässt sich nichts messen')
    err.length = 0
    expect(await run(['--measure', join(folder, 'fehlt')])).toBe(1)
    expect(err.join('')).toMatch(/fehlt: Dieser Ordner .*ENOENT/)
  })

  it.each([
    ['no JSON', '{', /c\.json: Diese Vorlage hat nicht die Form/],
    ['another form', { tasks: [{ text: 7 }] }, /c\.json: .*\(tasks\.0\.text\)/],
    ['a list', [], /c\.json: .*\(\{\}\)/],
  ])('measures the others where a gold is %s, and fails', async (_what, gold, sentence) => {
    file('a.md', MINUTES)
    file('a.json', GOLD)
    file('c.md', MINUTES)
    file('c.json', gold)
    expect(await measured('--json')).toBe(1)
    expect(figures()).toMatchObject({ texts: 1, failures: ['c.md'] })
    expect(err.join('')).toMatch(sentence)
  })

  it('says why a text can not be read', async () => {
    file('a.pdf', '%PDF-1.4 broken')
    file('a.json', GOLD)
    expect(await measured()).toBe(1)
    expect(err[0]).toMatch(/a\.pdf: /)
  })

  it('gives full marks to what rundtisch read wrote itself', async () => {
    file('a.md', MINUTES)
    await run([join(folder, 'a.md'), '--out', folder])
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toHaveProperty('tasks')
    expect(await measured('--json', '--misses')).toBe(0)
    expect(figures()).toMatchObject({ core: 1, misses: [] })
  })

  it.each([
    [['a.md', '--misses']],
    [['--measure', '.', '--out', 'x']],
    [['--measure', '.', '--misses', 'quatsch']],
    [['--measure', '.', '--misses', 'tasks', 'ideas']],
    [['--measure', '.', 'tasks']],
    [['--measure']],
  ])('is misused by %j', async args => {
    await expect(run(args)).rejects.toThrow(Misuse)
  })
})
