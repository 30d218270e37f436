import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../tests/world/database.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { Id } from '../../../ground/schema.ts'
import type { PublishedShown } from '../contract.ts'
import type { PreparingShown, VersionShown } from './contract.ts'

let world: World<TestDatabase>
let coordinator: Caller
let stranger: Caller
let minutes: Id
let meeting: Id
let revision: Id
const db = () => world.database.owner
const idOf = async (name: string) =>
  (await db().selectFrom('person').where('name', '=', name).select('id').executeTakeFirstOrThrow()).id

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  stranger = await world.as('public')
  const row = await db()
    .selectFrom('minutes')
    .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
    .innerJoin('body', 'body.id', 'meeting.body_id')
    .innerJoin('revision', 'revision.minutes_id', 'minutes.id')
    .where('body.kind', '=', 'board')
    .select(['minutes.id', 'meeting.id as meetingId', 'revision.id as revisionId'])
    .executeTakeFirstOrThrow()
  minutes = row.id
  meeting = row.meetingId
  revision = row.revisionId
})
afterAll(() => world?.close())

let count = 0
async function item(
  title: string,
  more: Partial<{ level: number; audience: 'board' | 'named'; closed: boolean }> = {},
) {
  const id = crypto.randomUUID()
  await db()
    .insertInto('agenda_item')
    .values({
      ...{
        network_id: world.network.id,
        id,
        meeting_id: meeting,
        position: 100 + count++,
        number: String(count),
        title,
      },
      ...{ level: more.level ?? 1, kind: 'plain' as const, minutes_id: null, audience: more.audience ?? null },
      ...{ without_administration: more.closed ?? false, duration: null },
    })
    .execute()
  return id
}
async function entry(agenda_item_id: Id | null, content: string, more: { owners?: string; speaker?: string } = {}) {
  const id = crypto.randomUUID()
  const at = 1000 + count++
  await db()
    .insertInto('entry')
    .values({
      ...{ network_id: world.network.id, id, minutes_id: minutes, revision_id: revision, agenda_item_id, position: at },
      ...{ kind: more.owners ? ('task' as const) : ('statement' as const), content, line_from: at, line_to: at },
      ...{ speaker: more.speaker ?? null, speaker_id: null, look_again_on: null, owners: more.owners ?? null },
    })
    .execute()
  return id
}

const path = () => `/minutes/${minutes}/public`
const preparing = async (who: Caller = coordinator) => (await (await who.get(path(), true)).json()) as PreparingShown
const passage = async (id: Id) => (await preparing()).passages.find(({ at }) => at.endsWith(id))!
const decide = (at: string, choice: 'keep' | 'remove', wording = '') =>
  coordinator.post(`${path()}/passages`, { at, choice, wording })
/** Leaves everything doubtful out. */
async function settle() {
  for (const one of (await preparing()).passages)
    if (one.reason === null && one.doubts.length > 0 && !one.decided) await decide(one.at, 'remove')
}
const publish = async (fields: Record<string, string> = {}) => {
  const { seen } = await preparing()
  const all = { wording: 'Protokoll des Vorstands', seen, draft: 'yes', approved: 'yes', ...fields }
  // A box that is not ticked is not sent.
  return coordinator.post(path(), Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')))
}
const published = async () => ((await (await stranger.get('/public', true)).json()) as PublishedShown).published
const publicAddress = async () =>
  `/public/minutes/${(await published()).find(({ noun, wording }) => noun === 'minutes' && wording.startsWith('Protokoll'))!.id}`
const readPublic = async () => (await (await stranger.get(await publicAddress(), true)).json()) as VersionShown

const places: Record<string, Id> = {}

describe('the public version of minutes', () => {
  it('leaves out closed items with all below them, without a gap in the numbers', async () => {
    places.open = await item('Sommerfest')
    places.closed = await item('Personalfrage Sonnenblume', { audience: 'named' })
    places.below = await item('Unterpunkt Gehalt', { level: 2 })
    places.without = await item('Strategie zur Stadt', { closed: true })
    places.after = await item('Verschiedenes')
    await entry(places.closed, 'Geheimwort Rittersporn.')
    await entry(places.below, 'Geheimwort Fingerhut.')
    await entry(places.without, 'Geheimwort Eisenhut.')
    await entry(places.after, 'Der Raum wird gestrichen.')
    const { passages, content } = await preparing()
    const reasonOf = (id: Id) => passages.find(({ at }) => at === `item-${id}`)?.reason
    expect([places.below, places.without].map(id => reasonOf(id!))).toEqual(['below', 'without-administration'])
    const numbers = content.items.map(({ number }) => number)
    expect(numbers.filter(number => !number.includes('.'))).toEqual(
      numbers.filter(number => !number.includes('.')).map((_, at) => String(at + 1)),
    )
    const titles = content.items.map(({ title }) => title)
    expect(titles.slice(-2)).toEqual(['Sommerfest', 'Verschiedenes'])
    expect(JSON.stringify(content)).not.toMatch(/Rittersporn|Fingerhut|Eisenhut|Sonnenblume|Gehalt/)
  })

  it('takes out contacts and the names of whoever has not agreed, and counts who was there', async () => {
    places.mail = await entry(places.open!, 'Anmeldung bei leyla.aydemir@auenfurt.example oder unter 0171 2345678.')
    places.name = await entry(places.open!, 'Leyla Aydemir bringt die Bänke mit, Frau Dornkamp den Kuchen.')
    places.task = await entry(places.open!, 'Plakate drucken.', { owners: 'Leyla Aydemir, Koordinierungsstelle' })
    expect(await passage(places.mail)).toMatchObject({
      outside: 'Anmeldung bei [E-Mail-Adresse] oder unter [Telefonnummer].',
    })
    expect((await passage(places.name)).outside).toBe('Eine Person bringt die Bänke mit, eine Person den Kuchen.')
    expect((await passage(places.task)).entry).toMatchObject({ owners: 'eine Person, Koordinierungsstelle' })
    const { content, present } = await preparing()
    expect(present.length).toBeGreaterThan(0)
    expect(content.attendance).toMatchObject({ named: [], count: present.length })
    const text = await (await coordinator.get(path())).text()
    expect(text).toContain('Herausgenommen:')
    expect(text).toContain(`${present.length} Personen, davon`)
  })

  it('names who agreed, in the attendance and in the text', async () => {
    const leyla = await world.as('boardMember')
    await leyla.post('/consents', { purpose: 'minutes', kind: 'given' })
    expect((await passage(places.name!)).outside).toBe('Leyla Aydemir bringt die Bänke mit, eine Person den Kuchen.')
    expect((await preparing()).content.attendance.named).toEqual(['Leyla Aydemir'])
  })

  it('waits until somebody looked at what is frank, what may be a name and what points at a number', async () => {
    places.refers = await entry(places.after!, 'Siehe TOP 2.')
    places.frank = await entry(places.after!, 'Herr Ferber ist faul und unzuverlässig.')
    const row = await db()
      .selectFrom('entry')
      .where('id', '=', places.frank)
      .select('line_from')
      .executeTakeFirstOrThrow()
    const lines = { from: row.line_from, to: row.line_from }
    await db()
      .updateTable('reading')
      .where('id', '=', db().selectFrom('minutes').where('id', '=', minutes).select('reading_id'))
      .set({ findings: JSON.stringify([{ code: 'frank-judgement', lines, values: { name: 'Ferber' } }]) })
      .execute()
    expect((await passage(places.frank)).doubts).toContain('judgement')
    expect((await passage(places.refers)).doubts).toContain('reference')
    const refused = await publish()
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('angesehen werden')])
    expect((await decide(`entry-${places.frank}`, 'keep', 'Es gab Kritik, siehe 030 123456.')).status).toBe(303)
    expect(await passage(places.frank)).toMatchObject({
      decided: true,
      outside: 'Es gab Kritik, siehe [Telefonnummer].',
    })
    expect((await decide(`entry-${places.refers}`, 'remove')).status).toBe(303)
    expect((await passage(places.refers)).reason).toBe('removed')
    expect((await decide(`item-${places.without}`, 'keep', 'Doch')).status).toBe(409)
    expect((await decide(`entry-${crypto.randomUUID()}`, 'remove')).status).toBe(404)
    expect((await decide(`entry-${places.name}`, 'keep')).status).toBe(422)
  })

  it('is published as a draft only knowingly, after a preview that still holds, by whoever leads the body', async () => {
    await settle()
    const asked = await (await publish({ draft: '' })).text()
    expect(asked).toContain('dass es als Entwurf veröffentlicht werden soll')
    expect((await publish({ draft: '' })).status).toBe(422)
    expect((await publish({ approved: '' })).status).toBe(422)
    expect((await publish({ seen: 'elsewhere' })).status).toBe(409)
    expect((await (await world.as('boardMember')).get(path())).status).toBe(404)
    const fields = { wording: 'X', draft: 'yes', approved: 'yes' }
    expect((await (await world.as('boardMember')).post(path(), fields)).status).toBe(403)
    expect((await stranger.post(path(), fields)).status).toBe(404)
    expect((await published()).filter(({ noun }) => noun === 'minutes')).toEqual([])
    expect((await publish()).status).toBe(303)
  })

  it('is read by everybody at its own address, in their language, and as a file', async () => {
    const address = await publicAddress()
    const text = await (await stranger.get(address)).text()
    expect(text).toContain('>Entwurf<')
    expect(text).toContain('Der Raum wird gestrichen.')
    expect(await (await stranger.get('/public')).text()).toContain(address)
    expect((await stranger.get(path())).status).toBe(404)
    expect((await stranger.get(`/minutes/${minutes}`)).status).toBe(404)
    const markdown = await (await stranger.get(`${address}/document/md`)).text()
    expect(markdown).toContain('Verschiedenes')
    expect(markdown).toContain('Entwurf')
    for (const format of ['pdf', 'docx', 'odt'])
      expect((await stranger.get(`${address}/document/${format}`)).status).toBe(200)
  })

  it('holds nothing of a closed item, no contact and nobody who has not agreed, in any of its forms', async () => {
    const address = await publicAddress()
    const forms = [
      await (await stranger.get(address)).text(),
      JSON.stringify(await readPublic()),
      await (await stranger.get(`${address}/document/md`)).text(),
    ]
    const people = await db().selectFrom('person').select(['name', 'email']).execute()
    const holders = await db()
      .selectFrom('office_holding')
      .innerJoin('person', 'person.id', 'person_id')
      .select('name')
      .execute()
    const named = new Set(['Leyla Aydemir', ...holders.map(({ name }) => name)])
    for (const form of forms) {
      // The letterhead tells how the operator is reached, as the law wants it (§ 5 DDG).
      const text = form.slice(form.indexOf('Protokoll des Vorstands'))
      expect(text).not.toMatch(/Rittersporn|Fingerhut|Eisenhut|Sonnenblume|Gehalt|Dornkamp|unzuverlässig|2345678/)
      for (const { name, email } of people) {
        if (email) expect(text).not.toContain(email)
        if (named.has(name)) continue
        expect(text).not.toContain(name)
        expect(text).not.toContain(name.split(' ').at(-1))
      }
    }
  })

  it('loses a name at once when its consent is taken back', async () => {
    expect((await readPublic()).content.attendance.named).toEqual(['Leyla Aydemir'])
    const leyla = await world.as('boardMember')
    expect((await leyla.post('/consents', { purpose: 'minutes', kind: 'withdrawn' })).status).toBe(303)
    const { content } = await readPublic()
    expect(content.attendance.named).toEqual([])
    expect(JSON.stringify(content)).not.toContain('Aydemir')
    expect(JSON.stringify(content)).toContain('Eine Person bringt die Bänke mit')
  })

  it('is replaced by a newer one, and then tells when the minutes were approved', async () => {
    const before = await publicAddress()
    const today = world.ground.clock.today('Europe/Berlin').toString()
    await db()
      .insertInto('approval')
      .values({
        ...{
          network_id: world.network.id,
          id: crypto.randomUUID(),
          minutes_id: minutes,
          meeting_id: meeting,
          day: today,
        },
        ...{ manner: 'as_is' as const, recorded_by: null, at: world.ground.clock.instant().toString() },
      })
      .execute()
    expect((await publish({ draft: '' })).status).toBe(303)
    expect((await stranger.get(before)).status).toBe(404)
    expect((await readPublic()).approvedOn).toBe(today)
    const text = await (await stranger.get(await publicAddress())).text()
    expect(text).toContain('genehmigt am')
    expect(text).not.toContain('>Entwurf<')
  })

  it('asks again about a passage that was corrected since', async () => {
    await db()
      .insertInto('correction')
      .values({
        ...{ network_id: world.network.id, id: crypto.randomUUID(), minutes_id: minutes, circulation_id: null },
        ...{ entry_id: places.frank!, agenda_item_id: null, wording: 'Es gab Lob.', reason: null, person_id: null },
        ...{
          channel: 'account' as const,
          proposed_at: '2026-01-01T00:00:00Z',
          answer: 'accepted' as const,
          word: null,
        },
        ...{ answered_by: null, answered_at: '2026-01-01T00:00:00Z' },
      })
      .execute()
    expect(await passage(places.frank!)).toMatchObject({ inside: 'Es gab Lob.', doubts: ['changed'], decided: false })
    await decide(`entry-${places.frank}`, 'keep', 'Es gab Lob.')
  })

  it('is gone for everybody once it is withdrawn', async () => {
    const address = await publicAddress()
    const id = address.split('/').at(-1)!
    expect((await stranger.post(`/publications/${id}/withdrawal`)).status).toBe(403)
    expect((await coordinator.post(`/publications/${id}/withdrawal`)).status).toBe(303)
    for (const who of [stranger, coordinator]) {
      expect((await who.get(address)).status).toBe(404)
      expect((await who.get(`${address}/document/md`)).status).toBe(404)
    }
    expect((await published()).filter(({ noun }) => noun === 'minutes')).toEqual([])
    expect(await (await coordinator.get('/publications')).text()).toContain('Protokoll des Vorstands')
  })

  it('can not be made of a meeting without the administration', async () => {
    const where = () => db().updateTable('meeting').where('id', '=', meeting)
    await where().set({ without_administration: true }).execute()
    expect((await preparing()).closed).toBe('without-administration')
    expect((await publish()).status).toBe(422)
    await where().set({ without_administration: false }).execute()
  })

  it('loses somebody who is erased', async () => {
    await publish()
    const jonas = await idOf('Jonas Ferber')
    await db()
      .updateTable('public_version')
      .set({ content: JSON.stringify({ ...(await readPublic()).content, place: 'Bei Jonas Ferber' }) })
      .execute()
    const erase = `/privacy/people/${jonas}/erasure`
    const { questions } = await (await coordinator.get(erase, true)).json()
    const answers = Object.fromEntries(questions.map(({ key }: { key: string }) => [`line-${key}`, 'remove']))
    const answer = await coordinator.post(erase, { name: 'Jonas Ferber', 'line-closed': 'remove', ...answers })
    expect(answer.status, await answer.text()).toBe(303)
    expect((await readPublic()).content.place).toBe('Bei [entfernte Person]')
  })
})
