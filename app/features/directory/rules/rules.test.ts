import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulesForm } from '../../../../tests/access/rules.ts'
import { openWorld } from '../../../../tests/world/test-world.ts'
import type { Caller, World } from '../../../../tests/world/world.ts'
import type { RulesShown } from './contract.ts'
import { rulesOfBody } from './finds.ts'

let world: World
let coordinator: Caller
let board: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
  const row = await world.database.owner.selectFrom('body').where('kind', '=', 'board').select('id').execute()
  board = `/bodies/${row[0]!.id}`
  await world.database.owner.updateTable('network').set({ region: 'DE-SN' }).execute()
})
afterAll(() => world.close())

const shown = async (caller: Caller, path: string) => (await (await caller.get(path, true)).json()) as RulesShown
const fields = { ...rulesForm(), noticeLength: '2', noticeUnit: 'weeks', noticeParagraph: '§ 7 Abs. 2' }

describe('rules of a body', () => {
  it('begin with a starting point, which names the law', async () => {
    expect(await (await coordinator.get(board)).text()).toContain('Regeln festlegen')
    const form = await (await coordinator.get(`${board}/rules/change?preset=association`)).text()
    expect(form).toContain('§ 33 Abs. 1 Satz 1 BGB')
    const municipal = await (await coordinator.get(`${board}/rules/change?preset=municipal`)).text()
    expect(municipal).toContain('§ 39 SächsGemO')
    expect(municipal).toContain('Kommunalverfassung Ihres Landes (SächsGemO)')
  })

  it('are set by the coordination, and told in words on the body’s page', async () => {
    expect((await coordinator.post(`${board}/rules`, fields)).status).toBe(303)
    const page = await (await coordinator.get(board)).text()
    expect(page).toContain('Die Einladung muss mindestens 2 Wochen vor der Sitzung angekommen sein.')
    expect(page).toContain('Gesetz: § 7 Abs. 2')
    const all = await (await (await world.as('boardMember')).get(`${board}/rules`)).text()
    expect(all).toContain('Ein Beschluss ohne Sitzung gilt nur, wenn alle zustimmen.')
    expect(all).not.toContain('/rules/change')
  })

  it('tell when an invitation has to leave, with the holidays of the Land', async () => {
    const { dispatch } = await shown(coordinator, `${board}/rules?day=2027-04-13`)
    expect(dispatch?.day).toBe('2027-03-22')
    const page = await (await coordinator.get(`${board}/rules?day=2027-04-13`)).text()
    expect(page).toContain('Das ist ein Feiertag (Ostermontag).')
    expect(page).toContain('Montag, 22. März 2027')
  })

  it('hold from a day: earlier meetings keep theirs', async () => {
    const later = { ...fields, validFrom: '2026-06-01', noticeLength: '4' }
    expect((await coordinator.post(`${board}/rules`, later)).status).toBe(303)
    const id = board.split('/')[2]!
    const length = (day: string) =>
      world.view('coordinator', async viewer => (await rulesOfBody(viewer, id, day))?.rules.notice.length ?? null)
    expect(await length('2025-12-31')).toBeNull()
    expect(await length('2026-05-31')).toBe(2)
    expect(await length('2026-06-01')).toBe(4)
    expect((await shown(coordinator, `${board}/rules`)).versions).toHaveLength(2)
  })

  it('come back with their problems named', async () => {
    const answer = await coordinator.post(`${board}/rules`, {
      ...fields,
      noticeLength: 'bald',
      validFrom: '',
      quorumKind: 'x',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('bald')
    expect(page).toContain('Das ist kein gültiges Datum.')
  })

  it('are changed by nobody else, and seen by whoever sees the body', async () => {
    expect((await (await world.as('chair')).post(`${board}/rules`, fields)).status).toBe(403)
    expect((await (await world.as('chair')).get(`${board}/rules/change`)).status).toBe(404)
    const seen = (await (await world.as('public')).get(board)).status
    expect((await (await world.as('public')).get(`${board}/rules`)).status).toBe(seen)
  })
})
