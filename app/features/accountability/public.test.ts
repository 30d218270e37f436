import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../tests/world/database.ts'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import type { AccountSide } from '../../ground/schema/account.ts'
import type { AccountShown, AuthorityShown, Numbers } from './contract.ts'
import { type Measure, measures } from './model.ts'

let world: World<TestDatabase>
let commitments: string[] = []
const today = () => world.ground.clock.today('Europe/Berlin')
beforeAll(async () => {
  world = await openWorld()
  const rows = await world.database.owner.selectFrom('commitment').select('id').execute()
  commitments = rows.map(({ id }) => id)
})
afterAll(() => world.close())

const get = async (path: string, json = false) => (await world.as('public')).get(path, json)
const json = async <T>(path: string) => (await (await get(path, true)).json()) as T
const AUTHORITIES = [1, 2, 3].map(n => `0197c000-0000-7000-8000-00000000000${n}`)
const idOf = (n: number) => `0197d000-0000-7000-8000-${String(n).padStart(12, '0')}`

type Given = {
  authority: number
  asked: number
  due: number | null
  state: 'open' | 'under_way' | 'done' | 'missed' | 'dropped'
  answered: number | null
  promised: number | null
  kept: number | null
  stands: 'public' | 'waits' | 'withdrawn'
}
const days = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: null })
const given: fc.Arbitrary<Given> = fc.record({
  ...{ authority: fc.nat(2), asked: fc.integer({ min: -900, max: 0 }), due: days(900) },
  state: fc.constantFrom('open', 'under_way', 'done', 'missed', 'dropped'),
  ...{ answered: days(300), promised: days(300), kept: days(500) },
  stands: fc.constantFrom('public', 'public', 'public', 'waits', 'withdrawn'),
})
const sideOf = (one: Given): AccountSide => (one.authority === 2 ? 'table' : 'authority')
const dayOf = (one: Given, after: number | null) =>
  after === null
    ? null
    : today()
        .add({ days: one.asked + after })
        .toString()

/** Puts exactly these into the account, each of a commitment of its own. */
async function put(all: readonly Given[]): Promise<void> {
  const { owner } = world.database
  await owner.deleteFrom('account_entry').execute()
  const at = world.ground.clock.instant().toString()
  const rows = all.map((one, n) => ({
    ...{ network_id: world.network.id, id: idOf(n), commitment_id: commitments[n]!, side: sideOf(one) },
    ...{ authority_id: AUTHORITIES[one.authority]!, authority: `Amt ${one.authority}`, wording: `Forderung ${n}` },
    ...{ asked_on: dayOf(one, 0)!, due_on: dayOf(one, one.due), state: one.state },
    ...{ answered_on: dayOf(one, one.answered), promised_on: dayOf(one, one.promised), kept_on: dayOf(one, one.kept) },
    ...{ marked_on: null, line: '[]', answers: '[]', proposed_by: null, proposed_at: at, public_from: at.slice(0, 10) },
    ...{ published_by: null, published_at: one.stands === 'waits' ? null : at, withdrawn_by: null },
    ...{ withdrawn_at: one.stands === 'withdrawn' ? at : null },
    withdrawn_reason: one.stands === 'withdrawn' ? 'X' : null,
  }))
  if (rows.length > 0) await owner.insertInto('account_entry').values(rows).execute()
  // What is written beside the acts is not told by them.
  world.ground.signals.tell({ kind: 'journal', network: world.network.id })
}

/** Counted one by one, as the definitions on the page read. */
function recounted(all: readonly Given[], authority: number) {
  const mine = all.flatMap((one, n) => (one.authority === authority && one.stands === 'public' ? [{ ...one, n }] : []))
  const overdue = (one: Given) => one.due !== null && Temporal.PlainDate.compare(dayOf(one, one.due)!, today()) < 0
  const behind: Record<Measure, typeof mine> = { asked: mine, answered: [], promised: [], kept: [], late: [] }
  for (const one of mine) {
    if (one.answered !== null) behind.answered.push(one)
    if (one.promised !== null) behind.promised.push(one)
    if (one.kept !== null) behind.kept.push(one)
    const ended = one.kept !== null || one.state === 'done' || one.state === 'dropped'
    if (!ended && (one.state === 'missed' || overdue(one))) behind.late.push(one)
  }
  const middle = (numbers: (number | null)[]) => {
    const sorted = numbers.filter(number => number !== null).toSorted((a, b) => a - b)
    const at = (sorted.length - 1) / 2
    return sorted.length === 0 ? null : (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2
  }
  const numbers = {
    ...(Object.fromEntries(measures.map(measure => [measure, behind[measure].length])) as Record<Measure, number>),
    daysToAnswer: middle(mine.map(({ answered }) => answered)),
    daysToPromise: middle(mine.map(({ promised }) => promised)),
    daysToKept: middle(mine.map(({ kept }) => kept)),
  } satisfies Numbers
  return { numbers, behind }
}

describe('the numbers of the public account', () => {
  it('are those of a slow recount, on the page, in each list behind them, in a frame and in the files', async () => {
    const most = Math.min(commitments.length, 12)
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: most }), async all => {
        await put(all)
        const shown = await json<AccountShown>('/accountability')
        const { embed: _here, ...embedded } = await json<AccountShown>('/embed/accountability')
        expect(shown).toMatchObject(embedded)
        for (const authority of [0, 1, 2]) {
          const { numbers, behind } = recounted(all, authority)
          const list = authority === 2 ? shown.table : shown.authorities
          const row = list.find(({ id }) => id === AUTHORITIES[authority])
          if (numbers.asked === 0) {
            expect(row).toBeUndefined()
            expect((await get(`/accountability/${AUTHORITIES[authority]}`)).status).toBe(404)
            continue
          }
          expect(row).toEqual({ id: AUTHORITIES[authority], authority: `Amt ${authority}`, ...numbers })
          for (const measure of measures) {
            const page = await json<AuthorityShown>(`/accountability/${AUTHORITIES[authority]}?show=${measure}`)
            expect(page.numbers).toEqual(numbers)
            const ids = behind[measure].map(({ n }) => idOf(n))
            expect(page.entries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
          }
        }
        const data = await json<{ entries: { id: string; late: boolean }[] }>('/accountability.json')
        const open = all.flatMap((one, n) => (one.stands === 'public' ? [idOf(n)] : []))
        expect(data.entries.map(({ id }) => id).toSorted()).toEqual(open)
        const late = [0, 1, 2].flatMap(authority => recounted(all, authority).behind.late.map(({ n }) => idOf(n)))
        const toldLate = data.entries.flatMap(one => (one.late ? [one.id] : []))
        expect(toldLate.toSorted()).toEqual(late.toSorted())
        const lines = (await (await get('/accountability.csv')).text()).trimEnd().split('\r\n')
        expect(lines).toHaveLength(open.length + 1)
      }),
      { numRuns: 25, seed: 6 },
    )
  })
})

const simple: Given = {
  ...{ authority: 0, asked: -10, due: 5, state: 'open', answered: 2, promised: null, kept: null, stands: 'public' },
}

describe('what leaves the public account', () => {
  it('is a feed that an XML parser reads, whatever was written', async () => {
    await put([simple])
    const wording = '<b>&amp; ]]> \u0001 "Ämter" \u202e'
    await world.database.owner.updateTable('account_entry').set({ wording }).execute()
    world.ground.signals.tell({ kind: 'journal', network: world.network.id })
    const answer = await get('/accountability.atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml')
    const texts: string[] = []
    const tags: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    let language: unknown = null
    parser.on('opentag', ({ local, attributes }) => {
      tags.push(local)
      if (local === 'feed') language = attributes['xml:lang']?.value
    })
    parser.on('cdata', text => void texts.push(text))
    parser.write(await answer.text()).close()
    expect(language).toBe('de')
    expect(tags.filter(tag => tag === 'entry')).toHaveLength(1)
    expect(texts[0]).toContain('&lt;b>&amp;amp; ]]&gt;')
    const again = await (await world.as('public')).get('/accountability.atom')
    expect(again.headers.get('etag')).toBe(answer.headers.get('etag'))
  })

  it('stands in a frame of another site as the public sees it, knows no cookie, and has no form', async () => {
    await put([simple])
    const asPublic = await get('/embed/accountability?language=ar')
    const signedIn = await (await world.as('coordinator')).get('/embed/accountability?language=ar')
    const html = await asPublic.text()
    expect(await signedIn.text()).toBe(html)
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).not.toMatch(/<form|<script|<header/)
    for (const { headers } of [asPublic, signedIn]) {
      expect(headers.getSetCookie()).toEqual([])
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(headers.get('content-security-policy')).toContain("form-action 'none'")
    }
    expect((await get('/accountability')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('is told to whoever is signed in on his own page, not on the one kept for the public', async () => {
    await put([simple])
    const own = await (await (await world.as('coordinator')).get('/accountability')).text()
    const first = await (await get('/accountability')).text()
    expect(own).toContain('/accountability/entries')
    expect(first).not.toContain('/accountability/entries')
    expect(await (await get('/accountability')).text()).toBe(first)
  })
})
