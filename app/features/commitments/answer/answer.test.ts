import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '../../../../demo/network.ts'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { World } from '../../../../tests/world/world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { CommitmentShown } from '../contract.ts'
import type { LinkPageShown } from '../link/contract.ts'

let world: World<TestDatabase>
const bodies = { plenary: '' as Id, strategy: '' as Id }
beforeAll(async () => {
  world = await openWorld()
  const rows = await world.database.owner.selectFrom('body').select(['id', 'kind', 'name']).execute()
  bodies.plenary = rows.find(({ kind }) => kind === 'plenary')!.id
  bodies.strategy = rows.find(({ name }) => name === 'AG Strategie')!.id
})
afterAll(() => world.close())

const post = async (path: string, fields: Record<string, string>, who: Persona | 'public' = 'coordinator') =>
  (await world.as(who)).post(path, fields)
const shown = async (id: string, who: Persona = 'coordinator') =>
  (await (await (await world.as(who)).get(`/commitments/${id}`, true)).json()) as CommitmentShown
const idOf = (answer: Response) => answer.headers.get('location')!.split(/[/?#]/)[2]!
const demand = async (wording: string, over: Record<string, string> = {}) => {
  const fields = { bodyId: bodies.plenary, owner: 'outside', outsideName: 'Ausländerbehörde', dueOn: '', dueWords: '' }
  return idOf(await post('/commitments', { ...fields, wording, ...over }))
}
const said = {
  givenOn: '2026-01-10',
  source: 'letter',
  sourceWords: 'Az. 12-3',
  speaker: 'Frau Kern',
  speakerOffice: 'Leitung',
}
/** A second later than what was written before: of one instant, events are in no order. */
const record = (id: string, fields: Record<string, string>, who: Persona = 'coordinator') => {
  world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
  return post(`/commitments/${id}/answers`, { ...said, ...fields }, who)
}
const answersOf = async (id: string) => (await shown(id)).history.filter(event => event.kind === 'answer')

describe('an answer to a demand', () => {
  it('is kept with its day, its source, who spoke and in which words, and moves nothing', async () => {
    const id = await demand('Eine Sprechstunde ohne Termin')
    expect((await record(id, { answer: 'refused', sentence: 'Dafür fehlt Personal.' })).status).toBe(303)
    expect(await answersOf(id)).toMatchObject([
      {
        ...{ answer: 'refused', sentence: 'Dafür fehlt Personal.', givenOn: '2026-01-10', speaker: 'Frau Kern' },
        ...{ speakerOffice: 'Leitung', from: 'letter', sourceWords: 'Az. 12-3', promised: null, redirectedTo: null },
        by: { kind: 'person', name: 'Mira Halden' },
      },
    ])
    expect((await shown(id)).state).toBe('open')
    const page = await (await (await world.as('coordinator')).get(`/commitments/${id}`)).text()
    for (const words of ['Dafür fehlt Personal.', 'Frau Kern', 'Az. 12-3']) expect(page).toContain(words)
  })

  it('that promises opens what was promised as a commitment of theirs, and both lead to each other', async () => {
    const id = await demand('Aushänge in fünf Sprachen')
    const promise = { answer: 'partly', promise: 'Aushänge in drei Sprachen', untilOn: '2026-06-30' }
    expect((await record(id, promise)).status).toBe(303)
    const [answer] = await answersOf(id)
    const theirs = answer?.kind === 'answer' ? answer.promised! : null
    expect(theirs?.name).toBe('Aushänge in drei Sprachen')
    expect(await shown(theirs!.id)).toMatchObject({
      ...{
        owner: { kind: 'outside', name: 'Ausländerbehörde' },
        state: 'open',
        due: { kind: 'day', day: '2026-06-30' },
      },
      answers: { id, name: 'Aushänge in fünf Sprachen' },
    })
    await record(id, { answer: 'promised', promise: 'Nun doch in fünf', untilWords: 'bis Herbst' })
    expect(await answersOf(id)).toHaveLength(2)
  })

  it('is for whoever sees the demand, and so is what was promised', async () => {
    const { owner } = world.database
    const [line] = await owner
      .selectFrom('commitment')
      .innerJoin('body', 'body.id', 'commitment.body_id')
      .where('body.id', '=', bodies.strategy)
      .where('entry_id', 'is not', null)
      .select(['commitment.id', 'commitment.revision', 'commitment.wording'])
      .execute()
    const change = { wording: line!.wording, owner: 'outside', outsideName: 'Stadt', dueOn: '', dueWords: '' }
    await post(`/commitments/${line!.id}`, { ...change, revision: String(line!.revision) })
    await record(line!.id, { answer: 'promised', promise: 'Wir kümmern uns' })
    const [answer] = await answersOf(line!.id)
    const theirs = answer?.kind === 'answer' ? answer.promised!.id : ''
    expect((await shown(theirs)).source).toEqual((await shown(line!.id)).source)
    for (const who of ['groupMember', 'official'] as const) {
      expect((await (await world.as(who)).get(`/commitments/${theirs}`)).status).toBe(404)
      expect((await (await world.as(who)).get(`/commitments/${line!.id}`)).status).toBe(404)
    }
    expect((await (await world.as('delegate')).get(`/commitments/${theirs}`)).status).toBe(200)
  })

  it('names to whom it sends, and of silence keeps the day alone', async () => {
    const id = await demand('Ein Schild am Eingang')
    await record(id, { answer: 'redirected', redirectedTo: 'Bauamt', sentence: 'Nicht unser Haus.' })
    await record(id, { answer: 'silent', givenOn: '2026-01-12', sentence: '' })
    expect(await answersOf(id)).toMatchObject([
      { answer: 'redirected', redirectedTo: 'Bauamt' },
      { answer: 'silent', givenOn: '2026-01-12', speaker: null, from: null, sourceWords: null },
    ])
  })

  it.each([
    ['a promise of nothing', { answer: 'promised', promise: '' }, 422],
    ['a refusal without a reason', { answer: 'refused', sentence: '' }, 422],
    ['redirected to nobody', { answer: 'redirected', redirectedTo: ' ' }, 422],
    ['no answer', { answer: '' }, 422],
    ['a day that is none', { answer: 'evasive', givenOn: '2026-02-30' }, 422],
    ['a day to come', { answer: 'evasive', givenOn: '2032-01-01' }, 422],
  ])('is refused and nothing is kept: %s', async (_why, fields, status) => {
    const id = await demand('Ein Dach über der Haltestelle')
    expect((await record(id, fields)).status).toBe(status)
    expect(await answersOf(id)).toEqual([])
  })

  it('is not written down by somebody who does not lead, nor of a member, who reports', async () => {
    const id = await demand('Ein Spielplatz')
    expect((await record(id, { answer: 'evasive' }, 'delegate')).status).toBe(403)
    const person = world.database.owner.selectFrom('person').where('name', '=', 'Amina Saleh').select('id')
    const theirs = await demand('Rundet die Liste ab', {
      owner: `person:${(await person.executeTakeFirstOrThrow()).id}`,
    })
    expect((await record(theirs, { answer: 'evasive' })).status).toBe(422)
    expect((await shown(theirs)).can.answer).toBe(false)
  })
})

describe('an answer by link', () => {
  const asked = async (wording: string) => {
    const id = await demand(wording)
    const ask = {
      to: 'address',
      email: 'amt@auenfurt.example',
      language: 'de',
      approved: 'yes',
      wording: `${wording}?`,
    }
    expect((await post(`/commitments/${id}/links`, ask)).status).toBe(303)
    const mail = await world.database.owner.selectFrom('outbox').orderBy('id', 'desc').select('content').execute()
    const secret = mail.map(({ content }) => /\/links\/([\w-]{43})/.exec(content)?.[1]).find(Boolean)!
    world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
    return { id, secret }
  }
  const linked = async (secret: string) =>
    (await (await (await world.as('public')).get(`/links/${secret}`, true)).json()) as LinkPageShown

  it('is given by the addressee without an account, and stands in the history as theirs', async () => {
    const { id, secret } = await asked('Ein Termin im Monat')
    const page = await (await (await world.as('public')).get(`/links/${secret}`)).text()
    expect(page).toContain('Ihre Antwort')
    expect(page).not.toContain('value="silent"')
    const fields = { answer: 'promised', promise: 'Jeden ersten Montag', untilOn: '2026-03-02', speaker: 'A. Kern' }
    expect((await post(`/links/${secret}/answers`, { ...fields, speakerOffice: 'Leitung' }, 'public')).status).toBe(303)
    expect(await answersOf(id)).toMatchObject([
      {
        ...{
          answer: 'promised',
          from: 'link',
          givenOn: (await shown(id)).today,
          speaker: 'A. Kern',
          speakerOffice: 'Leitung',
        },
        ...{ by: { kind: 'link' }, promised: { name: 'Jeden ersten Montag' } },
      },
    ])
    expect((await linked(secret)).answers).toMatchObject([{ answer: 'promised' }])
  })

  it('is never silence, nor anything without what it needs, nor by a link that was taken back', async () => {
    const { id, secret } = await asked('Ein Aushang am Amt')
    const by = (fields: Record<string, string>) => post(`/links/${secret}/answers`, fields, 'public')
    expect((await by({ answer: 'silent' })).status).toBe(422)
    expect((await by({ answer: 'refused' })).status).toBe(422)
    const [link] = (await shown(id)).links
    await post(`/commitments/${id}/links/${link!.id}/revocation`, {})
    expect((await by({ answer: 'evasive' })).status).toBe(410)
    expect((await post(`/links/${'x'.repeat(43)}/answers`, { answer: 'evasive' }, 'public')).status).toBe(404)
    expect(await answersOf(id)).toEqual([])
  })
})
