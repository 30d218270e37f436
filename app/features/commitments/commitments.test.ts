import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import type { CommitmentList, CommitmentShown } from './contract.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const listOf = async (caller: Caller, query = ''): Promise<CommitmentList> =>
  (await (await caller.get(`/commitments${query}`, true)).json()) as CommitmentList
const shownTo = async (caller: Caller, id: string): Promise<CommitmentShown> =>
  (await (await caller.get(`/commitments/${id}`, true)).json()) as CommitmentShown
const find = async (words: string, caller = coordinator) =>
  (await listOf(caller)).items.find(({ wording }) => wording.includes(words))!
const changeOf = ({ wording, revision }: CommitmentShown, owner: string, more: Record<string, string> = {}) => ({
  ...{ wording, owner, revision: String(revision), dueOn: '', dueWords: '' },
  ...more,
})

describe('the list', () => {
  it('holds what was read, each line with the way to its line of minutes', async () => {
    const { items, counts } = await listOf(coordinator)
    expect(items).toHaveLength(counts.open)
    const lindner = items.find(({ wording }) => wording.startsWith('Frau Lindner klärt'))!
    expect(lindner.owner).toMatchObject({ kind: 'person', name: 'Petra Lindner' })
    expect(lindner.source!.line).toBeGreaterThan(1)
    const minutes = await (await coordinator.get(`/minutes/${lindner.source!.minutesId}`)).text()
    expect(minutes).toContain(`id="L${lindner.source!.line}"`)
  })

  it('shows each persona what comes from minutes he may read, and counts no more', async () => {
    const all = await listOf(coordinator)
    const of = (...bodies: string[]) =>
      all.items.filter(({ body }) => bodies.some(name => body?.name.startsWith(name))).map(({ id }) => id)
    const expected = {
      chair: of('Vorstand', 'Offene Runde'),
      boardMember: of('Vorstand', 'Offene Runde', 'AG Strategie'),
      delegate: of('Offene Runde', 'AG Strategie'),
      groupMember: of('Offene Runde'),
      official: of('Offene Runde'),
      guest: [],
      public: [],
    }
    for (const [persona, ids] of Object.entries(expected)) {
      const { counts, items } = await listOf(await world.as(persona as 'chair'))
      expect([persona, items.map(({ id }) => id)]).toEqual([persona, ids])
      expect([persona, counts.open]).toEqual([persona, ids.length])
    }
    expect(new Set(Object.values(expected).map(({ length }) => length)).size).toBeGreaterThan(4)
  })

  it('is cut to a body, and to what binds oneself', async () => {
    const all = await listOf(coordinator)
    const wohnen = all.bodies.find(({ name }) => name === 'Offene Runde')!
    const cut = await listOf(coordinator, `?body=${wohnen.id}`)
    expect(cut.items.map(({ body }) => body?.name)).toEqual(Array(cut.counts.open).fill('Offene Runde'))
    const mine = await listOf(await world.as('delegate'), '?list=mine')
    expect(mine.items.length).toBeGreaterThan(0)
    for (const { owner } of mine.items) expect(owner.name).toBe('Amina Saleh')
    const byOffice = await listOf(coordinator, '?list=mine')
    expect(byOffice.items.map(({ owner }) => owner.name)).toContain('Koordinierungsstelle')
  })

  it('has a tab for each list with its count, and a sentence where there is nothing', async () => {
    const page = await (await coordinator.get('/commitments?list=ended')).text()
    expect(page).toContain('href="/commitments?list=overdue"')
    expect(page).toContain('Noch nichts ist beendet')
    expect(page).toMatch(/aria-current="page">Beendet<span class="count"> 0/)
    const stranger = await (await (await world.as('public')).get('/commitments')).text()
    expect(stranger).not.toContain('list=mine')
    expect(stranger).toContain('Noch keine Zusagen')
  })

  it('opens with an old bookmark', async () => {
    expect((await coordinator.get('/commitments?list=secret&body=x&after=%27')).status).toBe(200)
  })
})

describe('a commitment', () => {
  it('shows its line word for word and how it began', async () => {
    const { id } = await find('Frau Lindner klärt')
    const shown = await shownTo(coordinator, id)
    expect(shown.quote).toContain('Frau Lindner klärt mit dem Schulamt')
    expect(shown.history.map(({ kind }) => kind)).toEqual(['opened'])
    const page = await (await coordinator.get(`/commitments/${id}`)).text()
    expect(page).toContain('Das wurde zugesagt und steht so im Protokoll.')
    expect(page).toContain(`/minutes/${shown.source!.minutesId}#L${shown.source!.line}`)
    expect(page).toContain('seit einem Tag überfällig')
  })

  it('does not exist for whoever may not read its minutes', async () => {
    const { id } = await find('offenen Brief')
    for (const persona of ['official', 'groupMember', 'guest', 'public'] as const) {
      const caller = await world.as(persona)
      expect((await caller.get(`/commitments/${id}`)).status).toBe(404)
      expect((await caller.post(`/commitments/${id}/reports`, { report: 'done' })).status).toBe(404)
      expect((await caller.post(`/commitments/${id}/state`, { state: 'done', revision: '1' })).status).toBe(404)
      expect((await caller.get(`/commitments/${id}/ask`)).status).toBe(404)
      expect((await caller.get(`/commitments/${id}/change`)).status).toBe(404)
    }
  })

  it('is changed by who leads the body, and by nobody else who sees it', async () => {
    const { id } = await find('Tomasz Wrobel fragt')
    const shown = await shownTo(coordinator, id)
    for (const persona of ['delegate', 'official', 'groupMember'] as const) {
      const caller = await world.as(persona)
      expect((await shownTo(caller, id)).can).toMatchObject({ change: false, move: false, ask: false })
      expect((await caller.post(`/commitments/${id}`, changeOf(shown, 'nobody:'))).status).toBe(403)
      expect(
        (await caller.post(`/commitments/${id}/state`, { state: 'done', revision: String(shown.revision) })).status,
      ).toBe(403)
      expect((await caller.get(`/commitments/${id}/change`)).status).toBe(404)
      expect(await (await caller.get(`/commitments/${id}`)).text()).not.toContain(`/commitments/${id}/change`)
    }
  })

  it('keeps every change of wording, owner and due date as an event', async () => {
    const { id } = await find('Tomasz Wrobel fragt')
    const before = await shownTo(coordinator, id)
    const change = changeOf(before, 'outside', {
      ...{ outsideName: 'Wohnungsgenossenschaft', dueWords: 'möglichst bald', wording: 'Leere Läden nennen' },
    })
    expect((await coordinator.post(`/commitments/${id}`, change)).status).toBe(303)
    const after = await shownTo(coordinator, id)
    expect(after.owner).toEqual({ kind: 'outside', id: null, name: 'Wohnungsgenossenschaft' })
    expect(after.due).toEqual({ kind: 'words', words: 'möglichst bald' })
    expect(after.history.map(({ kind }) => kind)).toEqual(['opened', 'wording', 'owner', 'due'])
    const page = await (await coordinator.get(`/commitments/${id}`)).text()
    for (const words of ['Zuständig ist jetzt: Wohnungsgenossenschaft.', 'Neue Frist: möglichst bald.', 'Mira Halden'])
      expect(page).toContain(words)
    expect(
      (
        await coordinator.post(
          `/commitments/${id}`,
          changeOf(after, 'outside', { outsideName: 'Wohnungsgenossenschaft', dueWords: 'möglichst bald' }),
        )
      ).status,
    ).toBe(303)
    expect((await shownTo(coordinator, id)).history).toHaveLength(4)
  })

  it('shows the rival to who comes late, and writes over it only when asked again', async () => {
    const { id } = await find('Amina Saleh sammelt')
    const read = await shownTo(coordinator, id)
    const chair = await world.as('coordinator')
    expect((await chair.post(`/commitments/${id}`, changeOf(read, 'nobody:', { dueOn: '2030-01-02' }))).status).toBe(
      303,
    )
    const late = await coordinator.post(`/commitments/${id}`, changeOf(read, 'nobody:', { dueOn: '2031-03-04' }))
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('02.01.2030')
    expect(page).toContain('value="2031-03-04"')
    expect(page).toContain(`name="revision" value="${read.revision + 1}"`)
    expect((await shownTo(coordinator, id)).due).toMatchObject({ kind: 'day', day: '2030-01-02' })
  })

  it.each([
    ['an empty wording', { wording: '  ' }, 'Bitte füllen Sie dieses Feld aus'],
    ['a day that is none', { dueOn: '2026-13-01' }, 'kein gültiges Datum'],
    ['an owner that is none', { owner: 'queen:1' }, 'nicht (mehr) zur Wahl'],
    ['a person nobody knows', { owner: 'person:0190abcd-0000-7000-8000-000000000000' }, 'nicht (mehr) zur Wahl'],
    ['an outside body without a name', { owner: 'outside' }, 'Bitte füllen Sie dieses Feld aus'],
    ['a wording without end', { wording: 'x'.repeat(2001) }, 'zu lang'],
  ])('refuses %s', async (_what, fields, words) => {
    const { id } = await find('Amina Saleh sammelt')
    const read = await shownTo(coordinator, id)
    const answer = await coordinator.post(`/commitments/${id}`, { ...changeOf(read, 'nobody:'), ...fields })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
    expect((await shownTo(coordinator, id)).revision).toBe(read.revision)
  })
})

describe('the state', () => {
  it('moves by the table, with a reason where it is dropped, and back', async () => {
    const { id } = await find('Vordrucke')
    const chair = await world.as('chair')
    const move = async (state: string, reason = '') => {
      const { revision } = await shownTo(chair, id)
      return (await chair.post(`/commitments/${id}/state`, { form: 'move', state, reason, revision: String(revision) }))
        .status
    }
    expect(await move('dropped')).toBe(422)
    expect(await move('open')).toBe(409)
    expect(await move('dropped', 'Die Vordrucke gibt es nicht mehr.')).toBe(303)
    expect(await move('done')).toBe(422)
    const dropped = await shownTo(chair, id)
    expect(dropped.state).toBe('dropped')
    expect(dropped.can.report).toBe(false)
    expect(dropped.history.at(-1)).toMatchObject({
      kind: 'state',
      state: 'dropped',
      sentence: 'Die Vordrucke gibt es nicht mehr.',
    })
    expect((await listOf(chair, '?list=ended')).items.map(line => line.id)).toContain(id)
    expect(await move('open')).toBe(303)
    const { revision } = await shownTo(chair, id)
    expect(
      (await chair.post(`/commitments/${id}/state`, { state: 'done', revision: String(revision - 1) })).status,
    ).toBe(409)
  })

  it('is not moved by a report', async () => {
    const { id } = await find('Frau Lindner klärt')
    const owner = await world.as('official')
    expect((await shownTo(owner, id)).can.report).toBe(true)
    const answer = await owner.post(`/commitments/${id}/reports`, {
      form: 'report',
      report: 'done',
      sentence: 'Ab März ist Platz.',
    })
    expect(answer.status).toBe(303)
    const shown = await shownTo(coordinator, id)
    expect(shown.state).toBe('open')
    expect(shown.history.at(-1)).toMatchObject({
      kind: 'report',
      report: 'done',
      by: { kind: 'person', name: 'Petra Lindner' },
    })
    expect((await (await world.as('delegate')).post(`/commitments/${id}/reports`, { report: 'done' })).status).toBe(403)
    expect((await coordinator.post(`/commitments/${id}/reports`, { report: 'done' })).status).toBe(403)
    expect((await owner.post(`/commitments/${id}/reports`, { report: 'promised' })).status).toBe(422)
  })

  it('is reported on by who holds the office', async () => {
    const { id } = await find('kleinen Saal')
    expect((await coordinator.post(`/commitments/${id}/reports`, { report: 'under_way' })).status).toBe(303)
  })

  it('says on the agenda what the owner said last', async () => {
    const { id } = await find('Frau Lindner klärt')
    const { coming } = (await (await coordinator.get('/meetings', true)).json()) as {
      coming: { id: string; body: { name: string } }[]
    }
    const draft = coming.find(({ body }) => body?.name === 'Offene Runde')!
    const page = await (await coordinator.get(`/meetings/${draft.id}`)).text()
    expect(page).toContain(`/commitments/${id}`)
    expect(page).toContain('Gemeldet wurde: „Erledigt“.')
    expect(page).toContain('Ab März ist Platz.')
  })
})

describe('opening by hand', () => {
  it('is for who leads the body, and seen by its members alone', async () => {
    const { bodies } = await listOf(coordinator)
    const board = bodies.find(({ name }) => name.startsWith('Vorstand'))!.id
    const fields = {
      bodyId: board,
      wording: 'Den Saal bezahlen',
      owner: 'nobody:',
      dueOn: '',
      dueWords: '',
      outsideName: '',
    }
    const chair = await world.as('chair')
    const opened = await chair.post('/commitments', fields)
    expect(opened.status).toBe(303)
    const path = opened.headers.get('location')!
    expect((await (await world.as('boardMember')).get(path)).status).toBe(200)
    for (const persona of ['delegate', 'groupMember', 'official', 'public'] as const)
      expect((await (await world.as(persona)).get(path)).status).toBe(404)
    const page = await (await chair.get(path)).text()
    expect(page).toContain('Diese Zusage wurde angelegt.')
    expect(page).toContain('Sie steht in keinem Protokoll.')
    for (const [persona, status] of [
      ['boardMember', 403],
      ['delegate', 403],
      ['public', 404],
    ] as const)
      expect((await (await world.as(persona)).post('/commitments', fields)).status).toBe(status)
    expect((await (await world.as('delegate')).get('/commitments/new')).status).toBe(404)
    expect(await (await chair.get('/commitments/new')).text()).not.toContain('AG Wohnen')
  })
})
