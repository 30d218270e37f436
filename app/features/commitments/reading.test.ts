import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import { asViewer } from '../../access/viewer.ts'
import type { Audience } from '../../ground/schema.ts'
import { ensureDraft } from '../meetings/acts.ts'
import type { MeetingList, MeetingShown } from '../meetings/contract.ts'
import { confirmReading } from '../minutes/acts.ts'
import { beginReading, changeHead } from '../minutes/reading/acts.ts'
import { findReview } from '../minutes/reading/store.ts'
import type { CommitmentList, CommitmentShown } from './contract.ts'
import { openCommitmentsOf } from './finds.ts'

let world: World
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world.close())

const dayBack = (days: number) => world.ground.clock.today('Europe/Berlin').subtract({ days })
const german = (day: Temporal.PlainDate) =>
  `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.${day.year}`

const first = (day: Temporal.PlainDate) => `Protokoll der AG Wohnen vom ${german(day)}

Anwesend: Tomasz Wrobel, Mira Halden

TOP 1: Hausflur

- Tomasz Wrobel bestellt die neuen Aushänge für den Hausflur.
- Mira Halden schreibt der Hausverwaltung wegen der Briefkästen.
`
const second = (day: Temporal.PlainDate, before: Temporal.PlainDate) => `Protokoll der AG Wohnen vom ${german(day)}

Anwesend: Tomasz Wrobel, Mira Halden

TOP 1: Kontrolle des Protokolls vom ${german(before)}

- Tomasz Wrobel bestellt die neuen Aushänge für den Hausflur: erledigt.

TOP 2: Verschiedenes

- Tomasz Wrobel fragt den Gärtner nach dem Hochbeet.
`
const closed = (day: Temporal.PlainDate) => `Protokoll der AG Wohnen vom ${german(day)}, ohne Verwaltung

Anwesend: Tomasz Wrobel, Mira Halden

TOP 1: Vertraulich

- Mira Halden bereitet die Beschwerde gegen das Bauamt vor.
`

type Head = { text: string; audience: Audience; withoutAdministration: boolean }

/** Reads minutes in and confirms all of it, as the coordinator does on the review page. */
async function readIn({ text, audience, withoutAdministration }: Head) {
  world.ground.clock.set(world.ground.clock.instant().add({ seconds: 1 }).toString())
  const asker = await world.asker('coordinator')
  const begun = await beginReading(openCommitmentsOf)(asker, { pasted: text })
  if (!begun.ok) throw new Error(begun.code)
  const { id } = begun.value
  const { review, bodyId } = await asViewer(asker.ground, asker.identity, 'read', async viewer => ({
    review: (await findReview(viewer, id))!,
    bodyId: (await viewer.db.selectFrom('body').where('name', '=', 'AG Wohnen').select('id').executeTakeFirstOrThrow())
      .id,
  }))
  const { title, date, start, end, place, chair, minuteTaker } = review.head
  const head = { title, date, start: start || null, end: end || null, place, chair, minuteTaker }
  const changed = await changeHead(openCommitmentsOf)(asker, {
    ...{ id, revision: review.revision, bodyId, body: 'AG Wohnen', audience, withoutAdministration },
    ...head,
  })
  if (!changed.ok) throw new Error(changed.code)
  const confirmed = await confirmReading(openCommitmentsOf)(asker, {
    id,
    revision: changed.value.revision,
    undecided: 'accept',
  })
  if (!confirmed.ok) throw new Error(confirmed.code)
  return confirmed.value
}

const meetings = async (caller: Caller) => (await (await caller.get('/meetings', true)).json()) as MeetingList
const meetingPage = async (caller: Caller, id: string) =>
  (await (await caller.get(`/meetings/${id}`, true)).json()) as MeetingShown
const draftOf = async (caller: Caller) =>
  (await meetings(caller)).coming.find(({ body }) => body?.name === 'AG Wohnen')!
const openOf = async (caller: Caller, list = 'open') => {
  const { items } = (await (await caller.get(`/commitments?list=${list}`, true)).json()) as CommitmentList
  return items.filter(({ body }) => body?.name === 'AG Wohnen')
}

describe('minutes for everybody and yet without the administration', () => {
  it('are refused, with the person who reads them in', async () => {
    const both = { audience: 'public', withoutAdministration: true } as const
    await expect(readIn({ text: closed(dayBack(50)), ...both })).rejects.toThrow('public-and-closed')
  })
})

describe('two minutes of a body in a row', () => {
  it('open each task at its line, and carry it to the next agenda', async () => {
    await readIn({ text: first(dayBack(40)), audience: 'network', withoutAdministration: false })
    const open = await openOf(coordinator)
    expect(open.map(({ wording }) => wording)).toEqual([
      'Tomasz Wrobel bestellt die neuen Aushänge für den Hausflur.',
      'Mira Halden schreibt der Hausverwaltung wegen der Briefkästen.',
    ])
    expect(open.map(({ source }) => source!.line)).toEqual([7, 8])
    const page = await meetingPage(coordinator, (await draftOf(coordinator)).id)
    const control = page.agenda.find(({ commitments }) => commitments)!
    expect(control.title).toBe(`Kontrolle des Protokolls vom ${german(dayBack(40))}`)
    expect(control.commitments).toHaveLength(2)
  })

  it('report the second time on what the first time said, open nothing twice, and turn the draft into the meeting', async () => {
    const draft = await draftOf(coordinator)
    const { meetingId } = await readIn({
      text: second(dayBack(10), dayBack(40)),
      audience: 'network',
      withoutAdministration: false,
    })
    expect(meetingId).toBe(draft.id)
    const [done] = await openOf(coordinator, 'ended')
    expect(done!.state).toBe('done')
    const { history } = (await (await coordinator.get(`/commitments/${done!.id}`, true)).json()) as CommitmentShown
    const kinds = history.map(({ kind }) => kind)
    expect(kinds[0]).toBe('opened')
    expect(kinds.filter(kind => kind === 'state')).toHaveLength(1)
    expect(kinds.indexOf('status')).toBeLessThan(kinds.indexOf('state'))
    const told = history.find(event => event.kind === 'status' && event.sentence.includes('erledigt'))
    expect(told).toMatchObject({ source: { line: 7 } })
    expect((await openOf(coordinator)).map(({ wording }) => wording)).toEqual([
      'Mira Halden schreibt der Hausverwaltung wegen der Briefkästen.',
      'Tomasz Wrobel fragt den Gärtner nach dem Hochbeet.',
    ])
    const page = await meetingPage(coordinator, (await draftOf(coordinator)).id)
    const controls = page.agenda.filter(({ kind }) => kind === 'minutes_control')
    expect(controls.map(({ title }) => title)).toEqual([`Kontrolle des Protokolls vom ${german(dayBack(10))}`])
    expect(controls[0]!.commitments).toHaveLength(2)
  })
})

describe('minutes that the administration must not notice', () => {
  it('leave no trace on the agenda of an announced meeting, in its numbers, its list or the commitments', async () => {
    const body = (await draftOf(coordinator)).body!.id
    const fields = { name: 'Nächstes Treffen', day: dayBack(-20).toString(), audience: 'network', announced: 'yes' }
    const draft = await draftOf(coordinator)
    expect((await coordinator.post(`/meetings/${draft.id}`, fields)).status).toBe(303)
    const official = await world.as('official')
    const before = await meetingPage(official, draft.id)

    const { minutesId } = await readIn({ text: closed(dayBack(3)), audience: 'network', withoutAdministration: true })
    const after = await meetingPage(official, draft.id)
    expect(after).toEqual(before)
    expect(before.agenda.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '2', '3'])
    expect(JSON.stringify([await meetings(official), await openOf(official)])).not.toContain('Beschwerde')
    expect((await meetings(official)).held.map(({ name }) => name).join()).not.toContain('ohne Verwaltung')

    const control = (await meetingPage(coordinator, draft.id)).agenda.find(({ commitments }) => commitments)!
    expect(control.minutesId).toBe(minutesId)
    expect(control.commitments!.map(({ wording }) => wording)).toEqual(
      expect.arrayContaining([expect.stringContaining('Beschwerde'), expect.stringContaining('Hochbeet')]),
    )
    expect((await coordinator.get(`/meetings?body=${body}`)).status).toBe(200)
  })

  it('are looked back at once, however often that is asked for', async () => {
    const asker = await world.asker('coordinator')
    const { minutes, items } = await asViewer(asker.ground, asker.identity, 'write', async viewer => {
      const minutes = await viewer.db
        .selectFrom('minutes')
        .innerJoin('meeting', 'meeting.id', 'minutes.meeting_id')
        .innerJoin('body', 'body.id', 'meeting.body_id')
        .where('body.name', '=', 'AG Wohnen')
        .orderBy('meeting.day', 'desc')
        .select(['minutes.id', 'meeting.day', 'body.id as bodyId'])
        .executeTakeFirstOrThrow()
      const again = { bodyId: minutes.bodyId, minutesId: minutes.id, minutesDay: minutes.day! }
      expect(await ensureDraft(viewer, again)).toBe(await ensureDraft(viewer, again))
      const items = await viewer.db
        .selectFrom('agenda_item')
        .where('minutes_id', '=', minutes.id)
        .select('id')
        .execute()
      return { minutes, items }
    })
    expect([minutes.id, items.length]).toEqual([minutes.id, 1])
  })
})

describe('a draft begun after a meeting without the administration', () => {
  it('is without it as well', async () => {
    const body = (await draftOf(coordinator)).body!.id
    await world.database.owner
      .updateTable('meeting')
      .where('body_id', '=', body)
      .where('state', '<>', 'held')
      .set({ state: 'held', day: dayBack(30).toString() })
      .execute()
    await readIn({ text: closed(dayBack(2)), audience: 'board', withoutAdministration: true })
    const draft = await draftOf(coordinator)
    expect(draft).toMatchObject({ state: 'draft', audience: 'board', withoutAdministration: true })
    expect((await (await world.as('official')).get(`/meetings/${draft.id}`)).status).toBe(404)
  })
})
