import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { doors } from '../../app/server.ts'
import { doorCases } from '../access/doors.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'
import { CHOSEN, notKept, places } from './places.ts'
import type { Place } from './records.ts'

const LONG = 600_000
let world: World<TestDatabase>
let coordinator: Caller
const open = async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
}

type Property = { type?: string; anyOf?: Property[]; maxLength?: number } & Record<string, unknown>
const inputs = new Map(
  doors
    .filter(({ method }) => method === 'post')
    .map(({ path, input }) => {
      const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
      return [path, properties as Record<string, Property>]
    }),
)

const asJson = (path: string, fields: object, caller: Caller | null = coordinator) =>
  world.app.request(path, {
    method: 'POST',
    headers: { ...(caller?.headers ?? {}), accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })

/** Whoever was signed out by accident would be refused everything, and nothing would be tried. */
const stillSignedIn = async () => (await coordinator.get('/network', true)).status === 200

describe('words', () => {
  beforeAll(open, LONG)
  afterAll(() => world?.close())

  const free = (one: Property): boolean =>
    one.anyOf
      ? one.anyOf.some(free)
      : one.type === 'string' && !one.format && !one.pattern && !one.enum && !('const' in one)
  const mostOf = (one: Property): number =>
    one.maxLength ?? Math.max(...(one.anyOf ?? []).map(part => part.maxLength ?? 0), 0)

  it('are asked for at no door that is not tried here, or has a reason', () => {
    const fields = [...inputs].flatMap(([path, properties]) =>
      Object.keys(properties)
        .filter(field => free(properties[field]!) && !CHOSEN.has(field))
        .map(field => `${path} ${field}`),
    )
    const known = [
      ...Object.entries(places).flatMap(([path, { texts }]) => Object.keys(texts).map(field => `${path} ${field}`)),
      ...Object.keys(notKept),
    ]
    expect(fields.filter(field => !known.includes(field))).toEqual([])
    expect(known.filter(field => !fields.includes(field))).toEqual([])
    expect(fields.length).toBeGreaterThan(80)
  })

  const attacks: readonly [string, string][] = [
    ['a statement', "x'; drop table organization; -- $1 \\'"],
    ['a tag and an entity', '"><img src=x onerror=alert(1)>&lt;'],
    ['a message pattern', "{n, plural, other {#}} <b>{x}'{'"],
    ['a template', '${7*7} {{7*7}} %s %27 \\u0027 \\n'],
    ['a formula', '=HYPERLINK("http://x.example")'],
    ['more than a number holds', '99999999999999999999999'],
    ['marks that turn the direction', 'a\u202Egpj.exe\u202C \u2067שלום\u2069\u200F!'],
    ['Arabic, a family and a letter in two parts', 'مرحبًا 👩‍👩‍👧 é é ﷺ'],
  ]
  it.each([...attacks, ['as long as may be', '']])(
    'are kept and shown as they came at every door that takes them: %s',
    async (_why, text) => {
      for (const [door, place] of Object.entries(places)) {
        const written = textsFor(door, place, text)
        const path = await place.at(world)
        const answer = await asJson(path, { ...(await place.fields(world)), ...written })
        expect([door, answer.status, await answer.clone().text()]).toEqual([door, 200, expect.any(String)])
        await expectKept(place, written)
        await expectShown(place, path, await answer.json(), written)
      }
      expect(await stillSignedIn()).toBe(true)
    },
    LONG,
  )

  it.each([
    ['NUL', () => 'a\u0000b'],
    ['half a sign', () => 'a\ud800b'],
    ['one sign too many', (most: number) => 'ä'.repeat(most + 1)],
  ] as const)(
    'are refused in every field, and nothing of them is kept: %s',
    async (_why, make) => {
      let tried = 0
      for (const [door, place] of Object.entries(places)) {
        const [path, fields] = [await place.at(world), await place.fields(world)]
        const valid = textsFor(door, place, WORD)
        for (const field of Object.keys(place.texts)) {
          const text = make(mostOf(inputs.get(door)![field]!))
          const answer = await asJson(path, { ...fields, ...valid, [field]: text })
          expect([door, field, answer.status]).toEqual([door, field, 422])
          tried++
        }
        for (const column of new Set(Object.values(place.texts)))
          expect([door, (await kept(column)).filter(text => text.startsWith(WORD))]).toEqual([door, []])
        // Nothing but the text was wrong with the form.
        const answer = await asJson(path, { ...fields, ...textsFor(door, place, 'Wort') })
        expect([door, answer.status]).toEqual([door, 200])
      }
      expect(tried).toBeGreaterThan(60)
      expect(await stillSignedIn()).toBe(true)
    },
    LONG,
  )

  it(
    'that should be numbers are refused where the database counts no further',
    async () => {
      const countless = [2 ** 31, 2 ** 53 - 1, 1e300, -1, 1.5, '99999999999999999999', 'NaN']
      let tried = 0
      for (const [door, place] of Object.entries(places))
        for (const field of Object.keys(inputs.get(door)!).filter(name => inputs.get(door)![name]!.type === 'integer'))
          for (const number of countless) {
            const fields = { ...(await place.fields(world)), ...textsFor(door, place, WORD), [field]: number }
            const answer = await asJson(await place.at(world), fields)
            expect([409, 422], `${door} ${field} ${number}`).toContain(answer.status)
            tried++
          }
      expect(tried).toBeGreaterThan(50)
    },
    LONG,
  )

  describe('read as minutes', () => {
    it.each(attacks)('are kept and shown line for line: %s', async (_why, text) => {
      const minutes = `Protokoll der Sitzung vom 3. März 2031\nTOP 1 ${text}\nHerr Beispiel prüft ${text} bis 1.4.`
      const answer = await asJson('/readings', { pasted: minutes })
      expect(answer.status).toBe(200)
      const { value } = (await answer.json()) as { value: { id: string } }
      expect(await kept('source.content')).toContain(minutes.normalize('NFC'))
      const page = await (await coordinator.get(`/readings/${value.id}`)).text()
      expect(page).not.toMatch(RUNS)
      for (const line of minutes.normalize('NFC').split('\n')) expect(decoded(page)).toContain(line)
    })

    it('are refused with a NUL or half a sign', async () => {
      for (const text of ['Protokoll\u0000', 'Protokoll \ud800'])
        expect((await asJson('/readings', { pasted: text })).status).toBe(422)
    })
  })

  /** Each field its own text, so that none stands in for another; cut to what the field holds, within no sign. */
  function textsFor(door: string, { texts }: Place, text: string): Record<string, string> {
    const written = Object.keys(texts).map((field, at) => {
      const most = mostOf(inputs.get(door)![field]!)
      const end = ` ${at}`
      const whole = text || 'ä'.repeat(most)
      let cut = ''
      for (const sign of whole) if (cut.length + sign.length + end.length <= most) cut += sign
      return [field, cut.trim() + end] as const
    })
    return Object.fromEntries(written)
  }

  async function kept(place: string): Promise<string[]> {
    const [table, column] = place.split('.') as [string, string]
    const { rows } = await sql<{ value: unknown }>`
      select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(
      world.database.owner,
    )
    return rows.flatMap(({ value }) => stringsIn(value))
  }

  async function expectKept({ texts }: Place, written: Record<string, string>): Promise<void> {
    for (const [field, column] of Object.entries(texts))
      expect((await kept(column)).includes(written[field]!), `${column} ${written[field]}`).toBe(true)
  }

  /** On the page, in a form's field or as text, and in the JSON of the same door. */
  async function expectShown(place: Place, path: string, answer: unknown, written: Record<string, string>) {
    const { value } = answer as { value: string | { id?: string } | null }
    const own = UUID.exec(path)?.[0] ?? (typeof value === 'string' ? value : (value?.id ?? ''))
    const pages = place.shown.map(one => one.replace(':id', own))
    if (pages.length === 0) return
    const [html, json] = [[] as string[], [] as string[]]
    for (const page of pages) {
      const shown = await coordinator.get(page)
      expect([page, shown.status]).toEqual([page, 200])
      html.push(await shown.text())
      json.push(...stringsIn(await (await coordinator.get(page, true)).json()))
    }
    expect(html.join('\n')).not.toMatch(RUNS)
    for (const text of Object.values(written)) {
      expect(decoded(html.join('\n')), `${pages} ${text}`).toContain(text)
      if (!pages.includes('/')) expect(json, `${pages} ${text}`).toContain(text)
    }
  }
})

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
/** Occurs nowhere else. */
const WORD = 'Unverwechselbar'
const RUNS = /<img src=x/
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
const decoded = (html: string) => html.replace(/&(?:lt|gt|quot|#39|amp);/g, entity => entities[entity]!)

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)])
  return []
}

describe('hostile text', () => {
  beforeAll(open, LONG)
  afterAll(() => world?.close())

  const PLACE = /:\w+/g
  const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057'
  const ENDS = new Set(['/sign-out', '/account/sessions/end'])
  const attacks = ["$1||(select pg_sleep(9))::text\\'); drop table organization cascade; --", 'a\u0000b']

  async function address(path: string): Promise<string> {
    const noun = doorCases[`post ${path}`]?.noun ?? doorCases[`get ${path}`]?.noun
    if (!noun) return path.replace(PLACE, NOBODY)
    const { rows } = await sql<{ id?: string }>`select * from ${sql.id(noun)} limit 1`.execute(world.database.owner)
    return path.replace(PLACE, rows[0]?.id ?? NOBODY)
  }

  it.each(attacks)(
    'breaks nothing in any field of any form, chosen ones as well: %j',
    async text => {
      let tried = 0
      for (const [door, properties] of inputs) {
        if (ENDS.has(door)) continue
        const path = await address(door)
        const valid = doorCases[`post ${door}`]?.fields ?? {}
        for (const field of Object.keys(properties)) {
          const answer = await asJson(path, { ...valid, [field]: text })
          // Only whom a commitment belongs to may report on it, and whom minutes were sent to correct them.
          const refused = ['/commitments/:id/reports', '/minutes/:id/corrections'].includes(door) ? [403] : []
          expect([200, 401, 404, 409, 410, 422, ...refused], `${door} ${field}`).toContain(answer.status)
          if (text.includes('\0')) expect([404, 422], `${door} ${field}`).toContain(answer.status)
          tried += 1
        }
        expect(await stillSignedIn(), door).toBe(true)
      }
      expect(tried).toBeGreaterThan(100)
    },
    LONG,
  )

  it.each(attacks)(
    'does nothing in an address either: %j',
    async text => {
      const written = encodeURIComponent(text.toWellFormed())
      for (const door of doors) {
        if (door.method === 'post') continue
        const { properties = {} } = z.toJSONSchema(door.input, { io: 'input', unrepresentable: 'any' })
        const query = Object.keys(properties).map(field => `${field}=${written}`)
        for (const path of [await address(door.path), door.path.replace(PLACE, written)]) {
          const answer = await coordinator.get(`${path}?${query.join('&')}`)
          expect([200, 303, 404], path).toContain(answer.status)
        }
      }
      expect(await stillSignedIn()).toBe(true)
    },
    LONG,
  )
})
