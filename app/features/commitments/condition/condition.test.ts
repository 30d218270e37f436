import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Persona, personas } from '../../../../demo/network.ts'
import { openInvitations } from '../../../../tests/world/invitations.ts'
import { newId } from '../../../ground/ids.ts'
import { commitmentStates, type Id } from '../../../ground/schema.ts'
import type { MorningShown } from '../../desk/contract.ts'
import type { CommitmentShown } from '../contract.ts'
import { askConditions } from './jobs.ts'
import { bindingStates, conditionStates, goesOut } from './model.ts'
import { dueToAsk } from './store.ts'

let house: Awaited<ReturnType<typeof openInvitations>>
let world: typeof house.world
let plenary: Id
let start: string
beforeAll(async () => {
  house = await openInvitations()
  world = house.world
  const { owner } = world.database
  plenary = (await owner.selectFrom('body').where('kind', '=', 'plenary').select('id').executeTakeFirstOrThrow()).id
  start = world.ground.clock.instant().toString()
})
// A session ends after some days: every test begins where the world did, with nothing asked.
beforeEach(async () => {
  world.ground.clock.set(start)
  await house.clear()
  await world.database.owner.deleteFrom('condition').execute()
  world.ground.signals.tell({ kind: 'journal', network: world.network.id })
})
afterAll(() => world.close())

const personOf = (who: Persona) => house.people.get(personas[who].name)!
const inDays = (days: number) => world.ground.clock.today('Europe/Berlin').add({ days }).toString()
const later = (days: number) =>
  world.ground.clock.set(
    world.ground.clock
      .instant()
      .add({ hours: 24 * days })
      .toString(),
  )
const ask = () => askConditions(world.ground)

async function owes(wording: string, state: (typeof commitmentStates)[number] = 'open'): Promise<Id> {
  const id = newId(world.ground.clock)
  await world.database.owner
    .insertInto('commitment')
    .values({
      ...{ network_id: world.network.id, id, body_id: plenary, entry_id: null, wording, state, audience: null },
      ...{ owner_kind: 'person', owner_person_id: personOf('delegate'), due_words: 'wenn sie einladen', due_on: null },
      ...{ owner_office_id: null, owner_organization_id: null, owner_name: null, revision: 1 },
      created_at: world.ground.clock.instant().toString(),
    })
    .execute()
  world.ground.signals.tell({ kind: 'journal', network: world.network.id })
  return id
}

/** Named by the coordination: whether the office invites, asked of the official in three days, due a week after. */
async function name(commitment: Id, fields: Record<string, string> = {}): Promise<Id> {
  const given = { wording: 'Das Amt lädt ein.', askedId: personOf('official'), askOn: inDays(3), days: '7', ...fields }
  const answer = await (await world.as('coordinator')).post(`/commitments/${commitment}/conditions`, given)
  expect(answer.status).toBe(303)
  return (await shown(commitment)).conditions.at(-1)!.id
}
const shown = async (commitment: Id, who: Persona = 'coordinator') =>
  (await (await (await world.as(who)).get(`/commitments/${commitment}`, true)).json()) as CommitmentShown
const steps = async (commitment: Id) =>
  (await shown(commitment)).history.map(event => (event.kind === 'condition' ? event.step : event.kind))
const mails = () => world.database.owner.selectFrom('outbox').orderBy('id').selectAll().execute()
const secretOf = (content: string) => /\/links\/conditions\/([\w-]{43})/.exec(content)![1]!
const newestLink = async () => `/links/conditions/${secretOf((await mails()).at(-1)!.content)}`
const none = { metOn: '', againOn: '', sentence: '' }

describe('a condition', () => {
  it('is asked of one person on its day, once, in the approved words alone', async () => {
    const commitment = await owes('Vertrauliches aus dem Protokoll')
    await name(commitment)
    later(2)
    expect(await ask()).toBe(0)
    later(1)
    expect((await Promise.all([ask(), ask(), ask()])).reduce((sum, asked) => sum + asked, 0)).toBe(1)
    expect(await ask()).toBe(0)
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail!.recipient).toBe(personas.official.email)
    expect(mail!.content).toContain('    Das Amt lädt ein.')
    expect(mail!.content).not.toContain('Vertrauliches')
    expect((await shown(commitment)).conditions.at(-1)!.sent).toMatchObject({ mailed: true })
    const page = await (await (await world.as('public')).get(await newestLink())).text()
    expect(page).toContain('Das Amt lädt ein.')
    expect(page).not.toContain('Vertrauliches')
  })

  it('sets the due day that was agreed once it came true, by link, without signing in', async () => {
    const commitment = await owes('Die Gruppe kommt zum Gespräch')
    await name(commitment)
    later(4)
    await ask()
    house.later()
    const stranger = await world.as('public')
    const link = await newestLink()
    expect((await stranger.post(link, { ...none, answer: 'met', metOn: inDays(1) })).status).toBe(422)
    expect((await stranger.post(link, { ...none, answer: 'met' })).status).toBe(422)
    expect((await stranger.post(link, { ...none })).status).toBe(422)
    const told = { ...none, answer: 'met', metOn: inDays(-1), sentence: 'Der Brief kam gestern.' }
    expect((await stranger.post(link, told)).status).toBe(303)
    expect((await stranger.post(link, { ...told, answer: 'never' })).status).toBe(409)
    const page = await shown(commitment)
    expect(page.due).toEqual({ kind: 'day', day: inDays(6), words: null })
    expect(page.conditions.at(-1)).toMatchObject({ state: 'met', answered: { metOn: inDays(-1) } })
    expect(await steps(commitment)).toEqual(['named', 'asked', 'due', 'met'])
    expect(page.history.find(event => event.kind === 'condition' && event.step === 'met')).toMatchObject({
      by: { name: personas.official.name },
      sentence: 'Der Brief kam gestern.',
    })
    expect(await (await stranger.get(link)).text()).toContain('Es ist eingetreten')
  })

  it('is asked again on the day that is named with "not yet", and no more where it never will', async () => {
    const commitment = await owes('Ein Stand auf dem Fest')
    await name(commitment, { days: '' })
    later(3)
    await ask()
    const stranger = await world.as('public')
    const first = await newestLink()
    expect((await stranger.post(first, { ...none, answer: 'not_yet', againOn: inDays(0) })).status).toBe(422)
    expect((await stranger.post(first, { ...none, answer: 'not_yet', againOn: inDays(5) })).status).toBe(303)
    expect(await (await stranger.get(first)).text()).toContain('noch nicht eingetreten')
    later(4)
    expect(await ask()).toBe(0)
    later(1)
    expect(await ask()).toBe(1)
    const second = await newestLink()
    expect(second).not.toBe(first)
    expect((await stranger.post(second, { ...none, answer: 'never' })).status).toBe(422)
    const never = { ...none, answer: 'never', sentence: 'Das Fest fällt aus.' }
    expect((await stranger.post(second, never)).status).toBe(303)
    later(2)
    expect(await ask()).toBe(0)
    const page = await shown(commitment)
    expect(page.due).toEqual({ kind: 'words', words: 'wenn sie einladen' })
    expect(page.state).toBe('open')
    expect(await steps(commitment)).toEqual(['named', 'asked', 'not_yet', 'asked', 'never'])
  })

  it('is replaced by another, and a link to the old one opens no more', async () => {
    const commitment = await owes('Ein Brief')
    await name(commitment)
    later(3)
    await ask()
    const old = await newestLink()
    await name(commitment, { wording: 'Der Rat stimmt zu.', askedId: personOf('chair') })
    expect((await (await world.as('public')).get(old)).status).toBe(410)
    expect((await (await world.as('public')).post(old, { ...none, answer: 'met', metOn: inDays(0) })).status).toBe(410)
    expect((await shown(commitment)).conditions.map(({ state }) => state)).toEqual(['replaced', 'watched'])
    later(3)
    await ask()
    expect((await mails()).at(-1)!.recipient).toBe(personas.chair.email)
  })

  it('is asked for no more once the commitment has ended, and says so to whoever opens the link', async () => {
    const commitment = await owes('Ein Plakat')
    await name(commitment)
    later(3)
    await ask()
    const link = await newestLink()
    const coordinator = await world.as('coordinator')
    await coordinator.post(`/commitments/${commitment}/state`, { revision: '1', state: 'done', reason: '' })
    const stranger = await world.as('public')
    expect(await (await stranger.get(link)).text()).toContain('Die Zusage ist beendet')
    expect((await stranger.post(link, { ...none, answer: 'met', metOn: inDays(0) })).status).toBe(409)
    const again = { wording: 'X', askedId: personOf('chair'), askOn: inDays(1) }
    expect((await coordinator.post(`/commitments/${commitment}/conditions`, again)).status).toBe(409)
  })

  it('is named by those who lead, answered by them or whoever is asked, and by nobody else', async () => {
    const commitment = await owes('Ein Raum')
    const condition = await name(commitment)
    const path = `/commitments/${commitment}/conditions`
    const [asked, member] = await Promise.all([world.as('official'), world.as('delegate')])
    expect((await member.get(`${path}/new`)).status).toBe(404)
    expect((await (await world.as('coordinator')).get(`${path}/new`)).status).toBe(200)
    const other = { wording: 'X', askedId: personOf('chair'), askOn: inDays(1) }
    expect((await member.post(path, other)).status).toBe(403)
    expect((await member.post(`${path}/${condition}`, { ...none, answer: 'met', metOn: inDays(0) })).status).toBe(403)
    expect((await shown(commitment, 'delegate')).can).toMatchObject({ nameCondition: false, answerCondition: false })
    expect((await shown(commitment, 'official')).can).toMatchObject({ nameCondition: false, answerCondition: true })
    const elsewhere = await owes('Etwas anderes')
    const lost = `/commitments/${elsewhere}/conditions/${condition}`
    expect((await asked.post(lost, { ...none, answer: 'met', metOn: inDays(0) })).status).toBe(404)
    expect((await asked.post(`${path}/${condition}`, { ...none, answer: 'met', metOn: inDays(0) })).status).toBe(303)
    expect((await shown(commitment)).due).toEqual({ kind: 'day', day: inDays(7), words: null })
  })

  it('takes nobody who does not exist, no day gone by, and no count of days that is none', async () => {
    const commitment = await owes('Ein Termin')
    const coordinator = await world.as('coordinator')
    const tried = (fields: Record<string, string>) =>
      coordinator.post(`/commitments/${commitment}/conditions`, {
        ...{ wording: 'X', askedId: personOf('chair'), askOn: inDays(1), days: '', ...fields },
      })
    for (const wrong of [{ wording: ' ' }, { askedId: plenary }, { askOn: inDays(-1) }, { days: '731' }, { days: 'x' }])
      expect((await tried(wrong)).status, JSON.stringify(wrong)).toBe(422)
    expect((await shown(commitment)).conditions).toEqual([])
  })

  it('stands on the morning page while whoever was asked is silent', async () => {
    const commitment = await owes('Ein Bericht über die Einladung')
    const condition = await name(commitment)
    const silent = async () => {
      const page = (await (await (await world.as('coordinator')).get('/morning', true)).json()) as MorningShown
      return page.asked.filter(({ href }) => href === `/commitments/${commitment}#conditions`)
    }
    expect(await silent()).toEqual([])
    later(3)
    await ask()
    world.ground.signals.tell({ kind: 'journal', network: world.network.id })
    expect(await silent()).toMatchObject([{ to: personas.official.name, commitments: 1 }])
    const path = `/commitments/${commitment}/conditions/${condition}`
    await (await world.as('coordinator')).post(path, { ...none, answer: 'met', metOn: inDays(0) })
    expect(await silent()).toEqual([])
  })

  it('goes out as the rule says, whatever stands written', async () => {
    const day = fc.integer({ min: -3, max: 3 })
    const written = fc.record({
      state: fc.constantFrom(...conditionStates),
      commitment: fc.constantFrom(...commitmentStates),
      day,
      asked: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(written, { maxLength: 12 }), async all => {
        const { owner } = world.database
        await owner.deleteFrom('condition').execute()
        const should: Id[] = []
        for (const one of all) {
          const id = newId(world.ground.clock)
          const at = world.ground.clock.instant().toString()
          const [commitment_id, askOn] = [await owes('Etwas', one.commitment), inDays(one.day)]
          await owner
            .insertInto('condition')
            .values({
              ...{ network_id: world.network.id, id, commitment_id, number: 1, wording: 'X', days: null },
              ...{ asked_id: null, ask_on: askOn, named_by: null, named_at: at, asked_at: one.asked ? at : null },
              ...{ mailed: one.asked ? false : null, state: one.state, answered_by: null },
              answered_at: one.state === 'watched' ? null : at,
              ...{ met_on: one.state === 'met' ? askOn : null, sentence: null },
            })
            .execute()
          if (goesOut({ state: one.state, askOn, asked: one.asked }, one.commitment, inDays(0))) should.push(id)
        }
        const found = await world.view('system', dueToAsk)
        expect(found.toSorted()).toEqual(should.toSorted())
        expect(await ask()).toBe(should.length)
        expect(await world.view('system', dueToAsk)).toEqual([])
      }),
      { numRuns: 15 },
    )
    expect(bindingStates).toContain('open')
  })
})
