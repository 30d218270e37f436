import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReviewData } from '../app/features/minutes/reading/finds.ts'
import type { EntryItem, Item } from '../app/features/minutes/reading/model.ts'
import type { Measure } from '../reader/src/measure.ts'
import { printedInFolder } from '../tests/world/printed.ts'
import { openWorld } from '../tests/world/test-world.ts'
import type { Caller, World } from '../tests/world/world.ts'
import { Misuse } from './command.ts'
import { run, writeExamples } from './examples.ts'
import { run as runRead } from './read.ts'

const MINUTES = `# Protokoll der Vorstandssitzung vom 5. Mai 2026

Ort: Gemeindesaal
Anwesend: Rita Weiß, Max Braun, Eva Lind

## 1. Fest im Hof

- Max bestellt die Bänke bis zum 20. Mai 2026.
- Eva fragt den Hausmeister nach Strom.
- Rita schreibt die Einladung.
- Beschluss: Das Fest findet am 12. Juni 2026 statt (einstimmig).
- Danke für den Kuchen.

## 2. Verschiedenes

- Rita hält den Schlüssel bereit.
`

let world: World
let coordinator: Caller
const { out, err, folder } = printedInFolder()
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world?.close())

const exported = () => writeExamples(world.ground, join(folder, 'neu'), 'localhost')
async function measured(): Promise<Measure> {
  out.length = 0
  expect(await runRead(['--measure', join(folder, 'neu'), '--json', '--misses'])).toBe(0)
  return JSON.parse(out.join('')) as Measure
}

/** A review as a person has it before them, and the forms of its page. */
class Desk {
  private path = ''

  async begin(text: string): Promise<void> {
    this.path = (await coordinator.post('/readings', { pasted: text })).headers.get('location')!
  }
  async review() {
    return ((await (await coordinator.get(this.path, true)).json()) as ReviewData).review
  }
  async entry(words: string): Promise<EntryItem> {
    const { items } = await this.review()
    return items.find((item): item is EntryItem => item.section === 'entry' && item.now.text.includes(words))!
  }
  async send(path: string, fields: Record<string, string>): Promise<void> {
    const { revision } = await this.review()
    const answer = await coordinator.post(`${this.path}${path}`, { revision: String(revision), ...fields })
    expect(answer.status).toBe(303)
  }
  /** The form of an entry as its page fills it in, with a change. */
  async change(words: string, change: Record<string, string>): Promise<void> {
    const { id, now, lines } = await this.entry(words)
    const due = { due: now.due?.words ?? '', dueOn: now.due?.until ?? now.due?.from ?? '' }
    const when = { date: now.when?.from ?? '', start: now.when?.start ?? '', result: now.result ?? '' }
    await this.send(`/items/${id}/entry`, {
      ...{ kind: now.kind, text: now.text, from: String(lines.from), to: String(lines.to), ...due, ...when },
      ...{ owners: now.owners.join(', '), title: now.title ?? '', place: now.place ?? '', ...change },
    })
  }
  async drop(item: Item): Promise<void> {
    await this.send('/judgement', { reject: item.id })
  }
  async confirm(undecided: 'accept' | 'leave'): Promise<void> {
    await this.send('/confirmation', { undecided, bodyKind: 'board' })
  }
}

it('what people left as it was read is read without a fault', async () => {
  expect(await exported()).toBe(0)
  const { texts, core, misses } = await measured()
  expect({ texts, core, misses }).toEqual({ texts: 3, core: 1, misses: [] })
})

it('measures exactly what a person corrected, dropped and added', async () => {
  const desk = new Desk()
  await desk.begin(MINUTES)
  await desk.change('bestellt die Bänke', { owners: 'Eva' })
  await desk.change('fragt den Hausmeister', { dueOn: '2026-05-20' })
  await desk.drop(await desk.entry('schreibt die Einladung'))
  await desk.send('/items', { kind: 'task', text: '', from: '12', to: '12' })
  const { items, head } = await desk.review()
  await desk.drop(items.find(item => item.section === 'attendance' && item.now.name === 'Eva Lind')!)
  await desk.send('/head', {
    ...{ title: head.title, bodyId: '', body: head.body || 'Festkreis', date: head.date, start: '', end: '' },
    ...{ place: 'Turnhalle', chair: 'Rita Weiß', minuteTaker: '', audience: 'body' },
  })
  await desk.confirm('accept')

  expect(await exported()).toBe(0)
  const { texts, kinds, fields, misses } = await measured()
  expect(texts).toBe(4)
  const said = misses.map(miss => {
    const what = miss.is === 'wrong' ? `${miss.field}: ${miss.read || '-'} → ${miss.gold || '-'}` : miss.is
    return `${miss.line ?? '-'} ${miss.kind} ${what}`
  })
  expect(said.sort()).toEqual([
    '- head chair: - → Rita Weiß',
    '- head place: Gemeindesaal → Turnhalle',
    '10 tasks invented',
    '12 tasks missed',
    '4 attendance invented',
    '8 tasks responsible: Max → Eva',
    '9 tasks due: - → 2026-05-20',
  ])
  expect(kinds.tasks.read! - kinds.tasks.gold!).toBe(0)
  expect(fields.responsible.of - fields.responsible.right).toBe(1)
})

it('counts neither way what nobody decided on', async () => {
  const desk = new Desk()
  await desk.begin(MINUTES.replaceAll('2026', '2027'))
  const { id } = await desk.entry('bestellt die Bänke')
  await desk.send('/judgement', { accept: id })
  await desk.confirm('leave')
  await exported()
  const name = readdirSync(join(folder, 'neu')).find(file => file.startsWith('2027') && file.endsWith('.json'))!
  const gold = JSON.parse(readFileSync(join(folder, 'neu', name), 'utf8'))
  expect(gold.tasks.filter((task: { borderline?: boolean }) => !task.borderline)).toHaveLength(1)
  expect(gold.tasks.length).toBeGreaterThan(1)
  const { misses } = await measured()
  expect(misses.filter(miss => miss.name.startsWith('2027') && miss.kind !== 'head')).toEqual([])
})

it('writes text and reading for the operator alone, and says what they are', async () => {
  await exported()
  const files = readdirSync(join(folder, 'neu'))
  expect(new Set(files.map(file => file.replace(/^\d{4}-\d\d-\d\d-[0-9a-f]{12}\./, '')))).toEqual(
    new Set(['md', 'json']),
  )
  for (const file of files) expect(statSync(join(folder, 'neu', file)).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'neu')).mode & 0o077).toBe(0)
  expect(err.join('')).toMatch(/Runder Tisch Ankommen.*bestätigte Lesungen.*personenbezogene Daten/s)
  expect(out).toEqual([])
})

it('leaves a line in the journal for each reading that it hands out', async () => {
  const lines = () =>
    world.database.owner
      .selectFrom('journal')
      .where('act', '=', 'reading.export')
      .select(['actor', 'noun', 'subject_id'])
      .execute()
  const before = (await lines()).length
  await exported()
  const added = (await lines()).slice(before)
  const confirmed = await world.database.owner
    .selectFrom('reading')
    .where('state', '=', 'confirmed')
    .select('id')
    .execute()
  expect(new Set(added.map(line => line.subject_id))).toEqual(new Set(confirmed.map(({ id }) => id)))
  expect(added.length).toBe(readdirSync(join(folder, 'neu')).length / 2)
  expect(new Set(added.map(({ actor, noun }) => `${actor} ${noun}`))).toEqual(new Set(['system:operator reading']))
})

it('keeps discarded and open readings to itself', async () => {
  const desk = new Desk()
  await desk.begin(MINUTES.replaceAll('2026', '2028'))
  await exported()
  await desk.send('/discard', {})
  await exported()
  expect(readdirSync(join(folder, 'neu')).some(file => file.startsWith('2028'))).toBe(false)
})

it('says so where it can not write, and where there is no network', async () => {
  writeFileSync(join(folder, 'belegt'), '')
  expect(await writeExamples(world.ground, join(folder, 'belegt'), 'localhost')).toBe(1)
  expect(err.join('')).toMatch(/belegt lässt sich nicht schreiben \(EEXIST\)/)
  const empty = await openWorld({ empty: true })
  expect(await writeExamples(empty.ground, join(folder, 'neu'), 'tisch.example')).toBe(1)
  await empty.close()
  expect(err.join('')).toContain('Unter „tisch.example“ gibt es hier kein Netzwerk')
  expect(existsSync(join(folder, 'neu'))).toBe(false)
})

it.each([[[]], [['--out']], [['--out', 'x', '--quatsch']]])('is misused by %j', async args => {
  await expect(run(args)).rejects.toThrow(Misuse)
})
