import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutesText } from '../../../../demo/texts.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { ReviewData } from './finds.ts'
import { type EntryItem, isSure, waitsSurely } from './model.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world?.close())

const upload = (bytes: Uint8Array | string, name: string) =>
  coordinator.post('/readings', { file: new File([bytes as BlobPart], name), pasted: '' })
const countOf = async (table: 'source' | 'reading' | 'meeting' | 'commitment') =>
  (await world.database.owner.selectFrom(table).select('id').execute()).length
const text = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('what can not be read', () => {
  const deflated = { level: 9 } as const
  const bomb = () => {
    const zeros = new Uint8Array(150_000_000)
    return zipSync({ '[Content_Types].xml': new Uint8Array(9), 'word/document.xml': [zeros, deflated] })
  }
  it.each([
    ['an empty file', () => upload('', 'leer.txt'), 422, 'kein Text'],
    ['nothing at all', () => coordinator.post('/readings', { pasted: '  ' }), 422, 'kein Text'],
    [
      'a picture called minutes',
      () => upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'protokoll.docx'),
      422,
      'Bild',
    ],
    ['a document that unfolds to gigabytes', () => upload(bomb(), 'protokoll.docx'), 422, 'viel zu groß'],
    ['a text as long as a library', () => upload('Wir reden.\n'.repeat(4_700_000), 'lang.txt'), 413, 'größer als'],
    [
      'a text longer than any minutes',
      () => coordinator.post('/readings', { pasted: 'Wir reden. '.repeat(40_000) }),
      422,
      'zu lang',
    ],
    ['another language', () => coordinator.post('/readings', { pasted: ENGLISH }), 422, 'deutsch'],
  ] as const)(
    '%s is answered with a sentence, and nothing is kept',
    async (_what, send, status, word) => {
      const before = [await countOf('source'), await countOf('reading')]
      const answer = await send()
      expect([status, 413]).toContain(answer.status)
      expect((await text(answer)).toLowerCase()).toContain(word.toLowerCase())
      expect([await countOf('source'), await countOf('reading')]).toEqual(before)
    },
    60_000,
  )

  it('the same file twice leads to the reading that is there', async () => {
    const minutes = minutesText('board2', '2026-03-03')
    const first = await coordinator.post('/readings', { pasted: minutes })
    const again = await coordinator.post('/readings', { pasted: minutes })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain(first.headers.get('location')!)
  })

  it('whoever leads nothing has no such page', async () => {
    const delegate = await world.as('delegate')
    expect((await delegate.get('/readings/new')).status).toBe(404)
    expect((await delegate.post('/readings', { pasted: minutesText('board1', '2026-02-02') })).status).toBe(403)
  })
})

const ENGLISH = `The committee met on Monday to talk about the new community garden and its opening hours.
Everybody agreed that the gate should stay open until the evening, and that the neighbours will be asked first.
Sarah will write to the council before the end of the month and report at the next meeting.`

describe('a review', () => {
  let path: string
  const review = async () => (await (await coordinator.get(path, true)).json()) as ReviewData
  const entryWith = async (words: string) =>
    (await review()).review.items.find(
      (item): item is EntryItem => item.section === 'entry' && item.now.text.includes(words),
    )!
  const pageText = async () => text(await coordinator.get(path))
  /** The form of an entry as the page sends it. */
  const form = async (item: EntryItem, change: Record<string, string> = {}) => ({
    ...{ revision: String((await review()).review.revision), kind: item.now.kind, text: item.now.text },
    ...{ from: String(item.lines.from), to: String(item.lines.to), owners: item.now.owners.join(', ') },
    ...{ sameAs: item.now.sameAs?.id ?? 'new', ...change },
  })

  beforeAll(async () => {
    const answer = await coordinator.post('/readings', { pasted: minutesText('board1', '2026-04-14') })
    path = answer.headers.get('location')!
  })

  it('finds the body by the name in the head, and starts no wider than its meetings are', async () => {
    const { review: found, bodies } = await review()
    expect(bodies.find(({ id }) => id === found.bodyId)?.name).toBe('Vorstand des Runden Tisches Ankommen')
    expect(found.audience).toBe('board')
  })

  it('matches names to people, offices and the attendance list', async () => {
    const { names } = (await review()).review
    expect(names['Hr. Ferber']).toMatchObject({ kind: 'person', name: 'Jonas Ferber' })
    expect(names.Koordinierungsstelle).toMatchObject({ kind: 'office', name: 'Koordinierungsstelle' })
    expect(names['Frau Seidel'] ?? names['H. Lieberg']).toMatchObject({ kind: 'person' })
  })

  it('is judged twice with the same result', async () => {
    const { id } = await entryWith('kleinen Saal')
    for (let time = 0; time < 2; time++) {
      expect((await coordinator.post(`${path}/judgement`, { reject: id })).status).toBe(303)
      expect((await entryWith('kleinen Saal')).state).toBe('rejected')
    }
    await coordinator.post(`${path}/judgement`, { reopen: id })
    expect((await entryWith('kleinen Saal')).state).toBe('proposed')
  })

  it('shows the rival to whoever changes what somebody changed in between', async () => {
    const item = await entryWith('Raumplan')
    const [mine, theirs] = [
      await form(item, { owners: 'Klara Brandes' }),
      await form(item, { owners: 'Leyla Aydemir' }),
    ]
    expect((await coordinator.post(`${path}/items/${item.id}/entry`, theirs)).status).toBe(303)
    const late = await coordinator.post(`${path}/items/${item.id}/entry`, mine)
    expect(late.status).toBe(409)
    expect((await entryWith('Raumplan')).now.owners).toEqual(['Leyla Aydemir'])
  })

  it('splits an entry at its line breaks and joins it with the next', async () => {
    const item = await entryWith('Schulamt an')
    const split = await form(item, { act: 'split', text: 'Erste Hälfte\nZweite Hälfte' })
    expect((await coordinator.post(`${path}/items/${item.id}/entry`, split)).status).toBe(303)
    const [first, second] = [await entryWith('Erste Hälfte'), await entryWith('Zweite Hälfte')]
    expect([first.now.text, second.now.text]).toEqual(['Erste Hälfte', 'Zweite Hälfte'])
    const before = (await review()).review.items.filter(({ state }) => state !== 'rejected').length
    const joined = await form(first, { act: 'merge' })
    expect((await coordinator.post(`${path}/items/${first.id}/entry`, joined)).status).toBe(303)
    expect((await review()).review.items.filter(({ state }) => state !== 'rejected')).toHaveLength(before - 1)
  })

  it('accepts all that is sure in one press, and takes exactly that back', async () => {
    const states = async () => new Map((await review()).review.items.map(item => [item.id, item.state]))
    const before = await review()
    const sure = before.review.items.filter(waitsSurely).map(({ id }) => id)
    const judged = await states()
    expect(sure.length).toBeGreaterThan(5)
    expect(await pageText()).toContain(`${sure.length} sichere Einträge übernehmen`)
    for (let time = 0; time < 2; time++) {
      const answer = await coordinator.post(`${path}/judgement`, { sure: 'accept' })
      expect(answer.headers.get('location')).toBe(`${path}#items`)
      expect(await states()).toEqual(new Map([...judged, ...sure.map(id => [id, 'accepted'] as const)]))
    }
    expect(await pageText()).toContain(`${sure.length} sichere Einträge zurücknehmen`)
    await coordinator.post(`${path}/judgement`, { sure: 'reopen' })
    expect(await states()).toEqual(judged)
    expect((await coordinator.post(`${path}/judgement`, { sure: 'anything' })).status).toBe(422)
  })

  it('shows what to look at before what is sure, or all as the text goes, and stays with that', async () => {
    const ids = async (query: string) => {
      const page = await (await coordinator.get(`${path}${query}`)).text()
      return [...page.matchAll(/<li id="item-([^"]+)" class="item/g)].map(([, id]) => id)
    }
    const { items } = (await review()).review
    const entries = items.filter((item): item is EntryItem => item.section === 'entry')
    const [look, sure] = [entries.filter(item => !isSure(item)), entries.filter(isSure)]
    expect(look.length).toBeGreaterThan(0)
    const shown = (await ids('')).slice(0, entries.length)
    expect(new Set(shown.slice(0, look.length))).toEqual(new Set(look.map(({ id }) => id)))
    expect(shown.slice(look.length)).toEqual(sure.map(({ id }) => id))
    expect((await ids('?order=text')).slice(0, entries.length)).toEqual(entries.map(({ id }) => id))
    expect(await pageText()).toMatch(new RegExp(`Bitte ansehen ${look.length} .* Sicher ${sure.length} `))
    const [{ id }] = entries as [EntryItem]
    const answer = await coordinator.post(`${path}/judgement?order=text`, { accept: id })
    expect(answer.headers.get('location')).toBe(`${path}?order=text#item-${id}`)
    await coordinator.post(`${path}/judgement`, { reopen: id })
  })

  it('refuses lines that the text has not', async () => {
    const { revision } = (await review()).review
    const fields = { revision: String(revision), kind: 'task', text: '', from: '3', to: '9999' }
    expect((await coordinator.post(`${path}/items`, fields)).status).toBe(422)
  })

  it('makes no fact before somebody says what becomes of the undecided', async () => {
    const before = [await countOf('meeting'), await countOf('commitment')]
    const { revision } = (await review()).review
    expect((await coordinator.post(`${path}/confirmation`, { revision: String(revision) })).status).toBe(422)
    expect([await countOf('meeting'), await countOf('commitment')]).toEqual(before)
  })

  it('is confirmed once, whoever presses twice', async () => {
    const { revision } = (await review()).review
    const fields = { revision: String(revision), undecided: 'leave' }
    const answers = await Promise.all([1, 2].map(() => coordinator.post(`${path}/confirmation`, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const minutes = await world.database.owner.selectFrom('minutes').select('reading_id').execute()
    expect(minutes.filter(({ reading_id }) => path.endsWith(reading_id ?? '-'))).toHaveLength(1)
  })
})
