import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../tests/world/world.ts'
import type { PublicationsShown, PublishedShown } from './contract.ts'
import { warningsOf } from './model.ts'

let world: World
let coordinator: Caller
let stranger: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  stranger = await world.as('public')
})
afterAll(() => world.close())

const WORDING = 'Der Runde Tisch schreibt bis zum Herbst an die Wohnungsbaugesellschaft.'
const jsonOf = async <T>(caller: Caller, path: string) => (await (await caller.get(path, true)).json()) as T
const publicPage = async () => (await stranger.get('/public')).text()

/** A commitment of the board, which strangers may not see. */
async function closedCommitment(): Promise<{ path: string; wording: string }> {
  const row = await world.database.owner
    .selectFrom('commitment')
    .innerJoin('body', 'body.id', 'commitment.body_id')
    .where('body.kind', '=', 'board')
    .select(['commitment.id', 'commitment.wording'])
    .executeTakeFirstOrThrow()
  return { path: `/commitments/${row.id}`, wording: row.wording }
}

describe('publishing', () => {
  it('shows first what strangers will see, and nothing leaves before somebody said yes', async () => {
    const { path, wording } = await closedCommitment()
    const preview = await coordinator.post(`${path}/publish`, { wording: WORDING })
    expect(preview.status).toBe(422)
    const page = await preview.text()
    expect(page).toContain('So sehen es alle')
    expect(page).toContain(WORDING)
    expect(await publicPage()).not.toContain(WORDING)

    expect((await coordinator.post(`${path}/publish`, { wording: WORDING, approved: 'yes' })).status).toBe(303)
    expect(await publicPage()).toContain(WORDING)
    expect(await publicPage()).not.toContain(wording)
    expect((await stranger.get(path)).status).toBe(404)
    const { publications } = await jsonOf<PublicationsShown>(coordinator, '/publications')
    expect(publications[0]).toMatchObject({ wording: WORDING, approvedBy: 'Mira Halden', can: { withdraw: true } })
  })

  it('can be taken back at once, and stays on record', async () => {
    const { path } = await closedCommitment()
    await coordinator.post(`${path}/publish`, { wording: 'Nur für kurze Zeit.', approved: 'yes' })
    const { published } = await jsonOf<PublishedShown>(stranger, '/public')
    const { id } = published.find(({ wording }) => wording === 'Nur für kurze Zeit.')!
    expect((await (await world.as('boardMember')).post(`/publications/${id}/withdrawal`)).status).toBe(403)
    expect((await coordinator.post(`/publications/${id}/withdrawal`)).status).toBe(303)
    expect(await publicPage()).not.toContain('Nur für kurze Zeit.')
    expect(await (await coordinator.get('/publications')).text()).toContain('Nur für kurze Zeit.')
    expect((await coordinator.post(`/publications/${id}/withdrawal`)).status).toBe(409)
  })

  it('is for those who lead the body', async () => {
    const { path } = await closedCommitment()
    const fields = { wording: 'Eigenmächtig.', approved: 'yes' }
    expect((await (await world.as('chair')).post(`${path}/publish`, { wording: '' })).status).toBe(422)
    expect((await (await world.as('boardMember')).post(`${path}/publish`, fields)).status).toBe(403)
    expect((await (await world.as('groupMember')).post(`${path}/publish`, fields)).status).toBe(404)
    expect((await (await world.as('groupMember')).get('/publications')).status).toBe(404)
    expect(await publicPage()).not.toContain('Eigenmächtig.')
  })

  it('works for a meeting that is not public and for a decision', async () => {
    for (const [noun, id] of [
      ['meetings', (await world.database.owner.selectFrom('meeting').select('id').executeTakeFirstOrThrow()).id],
      [
        'decisions',
        (await world.database.owner.selectFrom('decision').select('entry_id').executeTakeFirstOrThrow()).entry_id,
      ],
    ]) {
      expect((await coordinator.get(`/${noun}/${id}/publish`)).status).toBe(200)
      const answer = await coordinator.post(`/${noun}/${id}/publish`, { wording: `Über ${noun}`, approved: 'yes' })
      expect(answer.status).toBe(303)
      expect(await publicPage()).toContain(`Über ${noun}`)
    }
  })

  it('warns of names and of judgements in the preview', async () => {
    const { path } = await closedCommitment()
    const wording = 'Herr Ferber ist unzuverlässig.'
    const page = await (await coordinator.post(`${path}/publish`, { wording })).text()
    expect(page).toContain('Genannt werden: Jonas Ferber')
    expect(page).toContain('Der Wortlaut urteilt über einen Menschen.')
  })
})

describe('warnings', () => {
  const inside = { text: 'Wir schreiben an die Stadt.', people: ['Jonas Ferber', 'Mira Halden'], judges: false }

  it('say when the words are those of inside, whatever their case and blanks', () => {
    expect(warningsOf(' wir schreiben  an die Stadt. ', inside).map(({ code }) => code)).toEqual(['inside-words'])
  })

  it('name whom a wording names, as a whole word only', () => {
    expect(warningsOf('Frau Halden schreibt.', inside)).toEqual([{ code: 'names', names: ['Mira Halden'] }])
    expect(warningsOf('Am Haldenweg wird gebaut.', inside)).toEqual([])
  })
})
