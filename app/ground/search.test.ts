import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/world/database.ts'
import { inNetwork } from './database.ts'

const NETWORK = '00000000-0000-7000-8000-0000000000aa'
const OTHER = '00000000-0000-7000-8000-0000000000bb'
const BODIES = ['00000000-0000-7000-8000-00000000b001', '00000000-0000-7000-8000-00000000b002']
const NOUNS = ['entry', 'meeting', 'commitment']
/** A stretch has 4096 numbers; between those with rows lie empty ones. */
const APART = 8

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await sql`insert into network (id, name, host, languages, time_zone, demo, created_at)
    select id::uuid, 'Netz', id || '.example', '{de}', 'Europe/Berlin', true, now()
    from unnest(array[${NETWORK}, ${OTHER}]) id`.execute(database.owner)
})
afterAll(() => database.close())

type Row = {
  readonly network: string
  readonly number: number
  readonly noun: string
  readonly body: string | null
  readonly day: string | null
  /** Words by number, each whole or a part. */
  readonly words: readonly { readonly word: number; readonly part: boolean }[]
}
const dayOf = (n: number) => `20${String(10 + (n % 15)).padStart(2, '0')}-0${1 + (n % 9)}-11`
const row: fc.Arbitrary<Row> = fc.record({
  network: fc.constantFrom(NETWORK, NETWORK, NETWORK, OTHER),
  number: fc.tuple(fc.nat(11), fc.nat(5)).map(([stretch, at]) => stretch * APART * 4096 + at * 800 + 1),
  noun: fc.constantFrom(...NOUNS),
  body: fc.constantFrom(null, ...BODIES),
  day: fc.option(fc.nat(200).map(dayOf)),
  words: fc.array(fc.record({ word: fc.nat(2), part: fc.boolean() }), { minLength: 1, maxLength: 5 }),
})
const question = fc.record({
  asked: fc.array(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
  bodies: fc.subarray(BODIES, { minLength: 1 }),
  nouns: fc.option(fc.subarray(NOUNS, { minLength: 1, maxLength: 1 }), { freq: 2 }),
  from: fc.option(fc.nat(200).map(dayOf), { freq: 2 }),
  until: fc.option(fc.nat(200).map(dayOf), { freq: 2 }),
  most: fc.integer({ min: 1, max: 7 }),
})
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never

/** As `ground/search.ts` makes them: even for a whole word, one more for a part. */
const keyOf = ({ word, part }: Row['words'][number]) => (word + 1) * 2 + (part ? 1 : 0)

async function put(rows: readonly Row[]): Promise<void> {
  const { owner } = database
  await sql`delete from search.entry`.execute(owner)
  await sql`delete from search.stretch`.execute(owner)
  for (const { network, number, noun, body, day } of rows)
    await sql`insert into search.entry (network_id, noun, subject_id, number, body_id, day, stale)
      overriding system value values (${network}, ${noun}, gen_random_uuid(), ${number}, ${body}, ${day}, false)`.execute(
      owner,
    )
  for (const network of [NETWORK, OTHER]) {
    const kept = rows.filter(one => one.network === network)
    // In two goes: what is known of a stretch has to be widened.
    for (const some of [kept.slice(0, kept.length / 2), kept.slice(kept.length / 2)]) {
      const told = JSON.stringify(some.map(({ number, words }) => ({ number, keys: words.map(keyOf) })))
      await inNetwork(database.app, network, 'write', tx => sql`select search.keep(${told}::jsonb)`.execute(tx))
    }
  }
}

/** Every row of the network looked at, one after the other. */
function expected(rows: readonly Row[], { asked, bodies, nouns, from, until }: Question) {
  const holds = (one: Row, parts: boolean) =>
    asked.every(keys => keys.some(word => one.words.some(its => its.word === word && (parts || !its.part))))
  const rankOf = (one: Row) => (holds(one, false) ? 0 : holds(one, true) ? 1 : null)
  return rows
    .filter(one => one.network === NETWORK)
    .filter(({ body }) => body === null || bodies.includes(body))
    .filter(({ noun }) => nouns === null || nouns.includes(noun))
    .filter(({ day }) => (from === null || (day ?? '') >= from) && (until === null || (day !== null && day <= until)))
    .flatMap(one => {
      const rank = rankOf(one)
      return rank === null ? [] : [{ rank, number: one.number }]
    })
    .toSorted((a, b) => a.rank - b.rank || b.number - a.number)
}

/** All of them, a portion after the other, as the door asks. */
async function found({ asked, bodies, nouns, from, until, most }: Question) {
  const keys = JSON.stringify(asked.map(words => words.map(word => (word + 1) * 2)))
  const all: { rank: number; number: number }[] = []
  for (;;) {
    const after = all.at(-1)
    const { rows } = await inNetwork(database.app, NETWORK, 'read', tx =>
      sql<{ rank: number; number: number }>`select rank, number::int as number from search.found(${keys}::jsonb,
        ${bodies}::uuid[], ${nouns}::text[], ${from}::date, ${until}::date, ${after?.rank ?? null}::int,
        ${after?.number ?? null}::bigint, ${most}::int)`.execute(tx),
    )
    all.push(...rows)
    if (rows.length < most) return all
  }
}

describe('the index of words', () => {
  it('finds what looking at every row finds, in the same order, over portions and stretches', async () => {
    let hits = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 10, maxLength: 60, size: 'max', selector: ({ number }) => number }),
        fc.array(question, { minLength: 5, maxLength: 8 }),
        async (rows, questions) => {
          await put(rows)
          for (const one of questions) {
            const all = await found(one)
            expect(all).toEqual(expected(rows, one))
            hits += all.length
          }
        },
      ),
      { numRuns: 30, seed: 39 },
    )
    // Else it agreed about nothing.
    expect(hits).toBeGreaterThan(200)
  })
})
