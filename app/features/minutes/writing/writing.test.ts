import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { WritingShown } from './contract.ts'
import type { FoundData } from './found/finds.ts'
import { SharedText } from './model.ts'

let world: World
let coordinator: Caller
let chair: Caller
let boardMember: Caller
let meeting: string

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  chair = await world.as('chair')
  boardMember = await world.as('boardMember')
  meeting = await planned('Vorstand des Runden Tisches Ankommen', '2027-02-08')
})
afterAll(() => world?.close())

async function planned(body: string, day: string): Promise<string> {
  const { bodies } = await json<{ bodies: { id: string; name: string }[] }>(coordinator, '/meetings')
  const bodyId = bodies.find(({ name }) => name === body)!.id
  const fields = { name: `Sitzung am ${day}`, bodyId, day, audience: 'body', announced: 'yes' }
  const answer = await coordinator.post('/meetings', fields)
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}

const json = async <T>(caller: Caller, path: string): Promise<T> => (await (await caller.get(path, true)).json()) as T
const page = (caller: Caller, of = meeting) => json<WritingShown>(caller, `/meetings/${of}/writing`)
const itemOf = async (title: string, caller = coordinator) =>
  (await page(caller)).items.find(item => item.title === title)!

/** A change as the browser sends it. */
const send = (caller: Caller, item: string, change: string) =>
  world.app.request(`/agenda/${item}/writing`, {
    method: 'POST',
    headers: { ...caller.headers, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ change }),
  })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** What a listener is told, event by event; `next` waits for the next change. */
async function listening(caller: Caller, since = '') {
  const cut = new AbortController()
  const answer = await world.app.request(`/meetings/${meeting}/writing/live?since=${since}`, {
    headers: caller.headers,
    signal: cut.signal,
  })
  const reader = answer.body!.pipeThrough(new TextDecoderStream() as never).getReader()
  let text = ''
  return {
    status: answer.status,
    async next(name: string): Promise<Record<string, never>> {
      while (true) {
        const found = new RegExp(`event: ${name}\ndata: (.*)\n\n`).exec(text)
        if (found) {
          text = text.slice(found.index + found[0].length)
          return JSON.parse(found[1]!)
        }
        const { done, value } = await reader.read()
        if (done) throw new Error(`the stream ended before ${name}`)
        text += value
      }
    },
    end: () => reader.cancel(),
  }
}

describe('writing together', () => {
  it('is for the members of the body, as far as they see the meeting', async () => {
    for (const persona of ['coordinator', 'chair', 'boardMember'] as const)
      expect((await page(await world.as(persona))).items.length).toBeGreaterThan(3)
    for (const persona of ['groupMember', 'official', 'guest', 'public'] as const) {
      const caller = await world.as(persona)
      expect((await caller.get(`/meetings/${meeting}/writing`)).status).toBe(404)
      expect((await caller.get(`/meetings/${meeting}/writing/live`)).status).toBe(404)
      expect((await send(caller, (await itemOf('Verschiedenes')).id, 'AAA=')).status).toBe(404)
    }
  })

  it('keeps what two write at once, each in his own half of the text', async () => {
    const { id } = await itemOf('Begrüßung')
    const [one, other] = [new SharedText(), new SharedText()]
    one.write('Jonas eröffnet die Sitzung.\n')
    other.write('Aufgabe: Leyla bringt Kaffee mit.\n')
    expect((await send(chair, id, base64(one.toSend()!))).status).toBe(200)
    expect((await send(boardMember, id, base64(other.toSend()!))).status).toBe(200)
    const { text, last } = await itemOf('Begrüßung')
    expect(text.split('\n').filter(Boolean).sort()).toEqual([
      'Aufgabe: Leyla bringt Kaffee mit.',
      'Jonas eröffnet die Sitzung.',
    ])
    expect(last).toBe(2)
  })

  it('merges a form without script with what others wrote since it was shown', async () => {
    const { id } = await itemOf('Verschiedenes')
    const save = (caller: Caller, text: string, last: number) =>
      caller.post(`/agenda/${id}/writing`, { text, last: String(last) })
    expect((await save(chair, 'Der Schlüssel liegt beim Hausmeister.\r\nDas Fest war schön.', 0)).status).toBe(303)
    const shown = await itemOf('Verschiedenes')
    await save(chair, `${shown.text}\nDie Kasse ist geprüft.`, shown.last)
    await save(boardMember, shown.text.replace('Hausmeister', 'Nachbarn'), shown.last)
    expect((await itemOf('Verschiedenes')).text).toBe(
      'Der Schlüssel liegt beim Nachbarn.\nDas Fest war schön.\nDie Kasse ist geprüft.',
    )
  })

  it('says what is recognised in a text as it stands, to those who write there', async () => {
    const { id } = await itemOf('Feststellung der An- und Abwesenheit')
    const text =
      'Die Einladung war gut.\nAufgabe: Leyla bestellt bis 12.03.2027 die Getränke.\nAufgabe: Plakate kleben.'
    await chair.post(`/agenda/${id}/writing`, { text, last: '0' })
    const found = await json<FoundData>(boardMember, `/agenda/${id}/writing/found`)
    expect(found.found.map(({ kind, owners, when }) => [kind, owners, when?.from ?? null])).toEqual([
      ['task', ['Leyla'], '2027-03-12'],
      ['task', [], null],
    ])
    expect(found.found[1]!.doubts.map(({ code }) => code).sort()).toEqual(['due-missing', 'owner-missing'])
    expect(await (await chair.get(`/agenda/${id}/writing/found`)).text()).toContain('Es steht nicht da, bis wann.')
    const empty = await itemOf('Regularien')
    expect((await json<FoundData>(chair, `/agenda/${empty.id}/writing/found`)).found).toEqual([])
    for (const persona of ['groupMember', 'official', 'public'] as const)
      expect((await (await world.as(persona)).get(`/agenda/${id}/writing/found`)).status).toBe(404)
  })

  it('takes the same change twice without writing it twice', async () => {
    const { id } = await itemOf('Termine')
    const text = new SharedText()
    text.write('Termin: Sommerfest am 20.06.2027')
    const change = base64(text.toSend()!)
    await send(chair, id, change)
    await send(chair, id, change)
    expect((await itemOf('Termine')).text).toBe('Termin: Sommerfest am 20.06.2027')
  })

  it('reads a text of many changes as it was written', async () => {
    const { id, text: before, last } = await itemOf('Termine')
    const writer = new SharedText()
    const stream = await listening(chair, '')
    for (let seen = 0; seen < last; ) {
      const change = (await stream.next('change')) as unknown as { item: string; number: number; change: string }
      if (change.item !== id) continue
      writer.take(change.number, Buffer.from(change.change, 'base64'))
      seen = change.number
    }
    await stream.end()
    for (let at = 1; at <= 120; at++) {
      writer.write(`${before}\nZeile ${at}`)
      const change = writer.toSend()!
      expect((await send(chair, id, base64(change))).status).toBe(200)
      writer.sent(change)
    }
    expect((await itemOf('Termine')).text).toBe(`${before}\nZeile 120`)
    // One who comes now is told no more than what follows the last whole one.
    const late = await listening(boardMember)
    const first = (await late.next('change')) as unknown as { number: number }
    expect(first.number).toBeGreaterThan(0)
    await late.end()
    const rows = await world.database.owner.selectFrom('writing').where('agenda_item_id', '=', id).selectAll().execute()
    expect(rows.filter(({ whole }) => whole).map(({ number }) => number)).toEqual([100])
  })

  it.each([
    "x'; drop table writing; -- $1 \\'",
    '"><img src=x onerror=alert(1)>&lt;',
    "{n, plural, other {#}} <b>{x}'{' ${7*7} %s",
    '=HYPERLINK("http://x.example")',
    'a\u202Egpj.exe\u202C \u2067שלום\u2069 مرحبًا 👩‍👩‍👧 e\u0301',
  ])('keeps and shows as it came: %s', async words => {
    const { id, last } = await itemOf('Regularien')
    expect((await chair.post(`/agenda/${id}/writing`, { text: words, last: String(last) })).status).toBe(303)
    expect((await itemOf('Regularien')).text).toBe(words)
    expect(await (await chair.get(`/meetings/${meeting}/writing`)).text()).not.toContain('<img src=x')
    for (const text of ['NUL \0', 'half \ud800']) {
      const answer = await world.app.request(`/agenda/${id}/writing`, {
        method: 'POST',
        headers: { ...chair.headers, accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ text, last: 0 }),
      })
      expect(answer.status).toBe(422)
    }
  })

  it('refuses what is no change, and keeps nothing of it', async () => {
    const { id, text } = await itemOf('Begrüßung')
    for (const change of ['/////w==', base64(Buffer.from('no change at all'))])
      expect((await send(chair, id, change)).status).toBe(422)
    expect((await send(chair, id, 'x'.repeat(800_000))).status).toBe(422)
    expect((await chair.post(`/agenda/${id}/writing`, { text: 'x'.repeat(200_001), last: '0' })).status).toBe(422)
    expect((await itemOf('Begrüßung')).text).toBe(text)
  })
})

describe('listening', () => {
  it('hears what another writes, as soon as it is stored', async () => {
    const { id, last } = await itemOf('Begrüßung')
    const stream = await listening(boardMember, `${id}~${last}`)
    const text = new SharedText()
    text.write('Beschluss: Wir treffen uns wieder.')
    await send(chair, id, base64(text.toSend()!))
    while (true) {
      const change = (await stream.next('change')) as unknown as { item: string; number: number; change: string }
      if (change.item !== id) continue
      const heard = new SharedText()
      heard.take(change.number, Buffer.from(change.change, 'base64'))
      expect(heard.text).toBe('Beschluss: Wir treffen uns wieder.')
      break
    }
    await stream.end()
  })

  it('hears nothing of an item from the moment it is closed to him', async () => {
    const { id, last } = await itemOf('Begrüßung')
    const stream = await listening(boardMember, `${id}~${last}`)
    await stream.next('items')
    const closing = { audience: 'named', named: [], wider: 'yes' } as Record<string, string | string[]>
    expect((await coordinator.post(`/agenda/${id}`, closing)).status).toBe(303)
    const text = new SharedText()
    text.write('Das bleibt unter uns.')
    const change = base64(text.toSend()!)
    expect((await send(coordinator, id, change)).status).toBe(200)
    expect((await send(boardMember, id, change)).status).toBe(404)
    const open = await itemOf('Verschiedenes')
    const after = new SharedText()
    after.write('Das ist für alle.')
    await send(coordinator, open.id, base64(after.toSend()!))

    const { items } = (await stream.next('items')) as unknown as { items: string[] }
    expect(items).not.toContain(id)
    const heard: string[] = []
    while (!heard.includes(`${open.id} ${open.last + 1}`)) {
      const { item, number } = (await stream.next('change')) as unknown as { item: string; number: number }
      heard.push(`${item} ${number}`)
    }
    expect(heard.filter(one => one.startsWith(id))).toEqual([])
    await stream.end()
    await coordinator.post(`/agenda/${id}`, { audience: '', wider: 'yes' })
  })
})

it('leaves nothing of a person who was erased, in no change that was kept', async () => {
  const { id, last, text } = await itemOf('Verschiedenes')
  await chair.post(`/agenda/${id}/writing`, { text: `${text}\nZarah Quandt kommt später.`, last: String(last) })
  const added = await coordinator.post('/people', { name: 'Zarah Quandt', email: '', language: 'de' })
  const person = added.headers.get('location')!.split('/')[2]!.split('?')[0]
  const path = `/privacy/people/${person}/erasure`
  const { questions } = await json<{ questions: { key: string }[] }>(coordinator, path)
  const answers = Object.fromEntries(questions.map(({ key }) => [`line-${key}`, 'remove']))
  const erased = await coordinator.post(path, { name: 'Zarah Quandt', 'line-closed': 'remove', ...answers })
  expect(erased.status).toBe(303)
  expect((await itemOf('Verschiedenes')).text).toBe(`${text}\n[entfernte Person] kommt später.`)
  const rows = await world.database.owner.selectFrom('writing').selectAll().execute()
  expect(rows.filter(({ change }) => change.includes('Zarah'))).toEqual([])
})

describe('finishing', () => {
  it('hands the text to the reader and keeps the agenda of the meeting', async () => {
    const before = (await page(coordinator)).items
    const task = before.find(({ title }) => title === 'Verschiedenes')!
    await chair.post(`/agenda/${task.id}/writing`, {
      text: 'Aufgabe: Leyla Aydemir bestellt das Zelt bis 15.03.2027.\nBeschluss: Das Fest findet statt. Einstimmig.',
      last: String(task.last),
    })
    expect((await boardMember.post(`/meetings/${meeting}/writing/finish`)).status).toBe(403)
    const answer = await coordinator.post(`/meetings/${meeting}/writing/finish`)
    expect(answer.status).toBe(303)
    const reading = answer.headers.get('location')!.split('?')[0]!
    // Nobody writes on while it is looked through.
    expect((await chair.post(`/agenda/${task.id}/writing`, { text: 'zu spät', last: '0' })).status).toBe(409)
    expect((await page(coordinator)).can).toEqual({ write: false, finish: false })

    const { review } = await json<{ review: { revision: number } }>(coordinator, reading)
    const confirmed = await coordinator.post(`${reading}/confirmation`, {
      revision: String(review.revision),
      undecided: 'accept',
    })
    expect(confirmed.status).toBe(303)
    const held = await json<{ state: string; agenda: { id: string; title: string }[] }>(
      coordinator,
      `/meetings/${meeting}`,
    )
    expect(held.state).toBe('held')
    expect(held.agenda.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    const { entries } = await json<{ entries: { kind: string; content: string; agendaTitle: string }[] }>(
      coordinator,
      confirmed.headers.get('location')!.split('?')[0]!,
    )
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'task', agendaTitle: 'Verschiedenes', content: expect.stringContaining('Zelt') }),
    )
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'decision', agendaTitle: 'Verschiedenes' }))
    expect(await world.database.owner.selectFrom('writing').selectAll().execute()).toEqual([])
  })
})
