import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Measure, measures } from '../../app/features/accountability/model.ts'
import { ownerAddress, ownerDatabase } from '../../app/ground/database.ts'
import { attach } from '../../app/ground/postgres/connection.ts'
import type { Figure } from './figures.ts'
import { percentile } from './searched/asked.ts'
import { freePort, type OwnServer, ownServer } from './server.ts'

const COMMITMENTS = 20_000
const AT_ONCE = 16
const WARM_SECONDS = 8
const COLD_ROUNDS = 20
const AUTHORITIES = 300

/**
 * The public account over `--size` commitments that are public, of 300 authorities, from a server in processes of its
 * own, over HTTP. `wireBytes`: the heaviest of its pages, compressed. `p95Warm`, `p95Cold`: milliseconds at 16 at once,
 * of what is kept and of addresses that nobody asked for before. `wrong`: numbers that differ from a recount of the rows,
 * one by one. `--plant cold` asks a new address each time where it should be warm; `--plant count` withdraws an entry
 * behind the server's back.
 */
export const publicAccount: Figure = async ({ size, plant }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-account-'))
  const server = await ownServer(folder, await freePort())
  try {
    const owner = ownerDatabase(ownerAddress(attach(folder)))
    const commitments = size ?? COMMITMENTS
    await fill(owner, commitments)
    const { authorities } = await data<{ authorities: Row[] }>(server, '/accountability')
    if (plant === 'count')
      await sql`update account_entry set withdrawn_at = now(), withdrawn_reason = 'X' where id =
        (select id from account_entry where authority_id = ${authorities[0]!.id} limit 1)`.execute(owner)
    const wrong = await disagreements(owner, authorities)
    await owner.destroy()
    const paths = ['/accountability', `/accountability/${authorities[0]!.id}`, '/embed/accountability']
    const bytes = await Promise.all(paths.map(path => bytesOf(server, path)))
    const cold = await timed(server, COLD_ROUNDS * AT_ONCE, n => {
      const round = Math.floor(n / AT_ONCE)
      return `${paths[round % 2]}?cold=${round}`
    })
    const until = performance.now() + WARM_SECONDS * 1000
    const warm = await timed(
      server,
      Number.POSITIVE_INFINITY,
      n => (plant === 'cold' ? `${paths[n % 2]}?warm=${n}` : paths[n % 2]!),
      until,
    )
    return {
      ...{ commitments, wireBytes: Math.max(...bytes), asked: warm.length },
      ...{ p95Warm: rounded(percentile(warm, 0.95)), p95Cold: rounded(percentile(cold, 0.95)), wrong },
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const rounded = (milliseconds: number) => Number(milliseconds.toFixed(1))

type Row = Record<Measure, number> & { id: string; daysToAnswer: number | null }
type Owner = ReturnType<typeof ownerDatabase>

/** Commitments of the demo's plenary, each with an entry that is public; the n-th number decides what became of it. */
async function fill(owner: Owner, size: number): Promise<void> {
  await sql`
    with body as (select network_id, id from body where kind = 'plenary' limit 1),
    authority as materialized (select a, gen_random_uuid() as id from generate_series(0, ${AUTHORITIES - 1}::int) a),
    asked as (
      insert into commitment (network_id, id, body_id, wording, owner_kind, owner_name, due_on, state, revision, created_at)
      select network_id, gen_random_uuid(), body.id, 'Mehr Plätze in Kursen, Nummer ' || n, 'outside',
        'Amt ' || n % ${AUTHORITIES}, current_date - 400 + n % 700, 'open', 1, now() - make_interval(days => n % 3000)
      from body, generate_series(1, ${size}::int) n
      returning network_id, id, created_at, owner_name, due_on, right(wording, 7) as tail, wording)
    insert into account_entry (network_id, id, commitment_id, side, authority_id, authority, wording, asked_on, due_on,
      state, answered_on, promised_on, kept_on, answers, line, proposed_at, public_from, published_at)
    select network_id, gen_random_uuid(), asked.id, 'authority', authority.id, owner_name, wording, created_at::date,
      due_on, case when n % 11 = 0 then 'missed' when n % 13 = 0 then 'dropped' else 'open' end,
      case when n % 3 > 0 then created_at::date + n % 90 end, case when n % 5 > 2 then created_at::date + n % 120 end,
      case when n % 10 = 4 then created_at::date + n % 200 end,
      case when n % 3 > 0 then jsonb_build_array(jsonb_build_object('on', created_at::date + n % 90, 'answer', 'evasive',
        'wording', 'Man prüfe das im Rahmen der Haushaltsberatungen, Aktenzeichen ' || n || '.', 'office', 'Leitung'))
        else '[]' end,
      '[]', now(), current_date, now()
    from (select *, substring(wording from '\\d+')::int as n from asked) asked
    join authority on a = n % ${AUTHORITIES}`.execute(owner)
  await sql`analyze`.execute(owner)
}

/** The rows as they are, counted one after the other in this process. */
async function disagreements(owner: Owner, told: readonly Row[]): Promise<number> {
  const { rows } = await sql<{ id: string; asked: string; due: string; state: string; answered: string | null }>`
    select authority_id as id, asked_on::text as asked, due_on::text as due, state, answered_on::text as answered,
      promised_on is not null as promised, kept_on is not null as kept
    from account_entry where published_at is not null and withdrawn_at is null`.execute(owner)
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
  const counted = new Map<string, Record<Measure, number> & { days: number[] }>()
  for (const row of rows as (Record<string, unknown> & (typeof rows)[number])[]) {
    const one = counted.get(row.id) ?? { asked: 0, answered: 0, promised: 0, kept: 0, late: 0, days: [] }
    counted.set(row.id, one)
    one.asked++
    if (row.answered !== null) {
      one.answered++
      one.days.push((Date.parse(row.answered) - Date.parse(row.asked)) / 86_400_000)
    }
    if (row.promised) one.promised++
    if (row.kept) one.kept++
    const ended = row.kept || row.state === 'done' || row.state === 'dropped'
    if (!ended && (row.state === 'missed' || row.due < today)) one.late++
  }
  const middle = (days: number[]) => {
    const sorted = days.toSorted((a, b) => a - b)
    const at = (sorted.length - 1) / 2
    return sorted.length === 0 ? null : (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2
  }
  let wrong = 0
  for (const row of told) {
    const own = counted.get(row.id)
    wrong += measures.filter(measure => own?.[measure] !== row[measure]).length
    if (middle(own?.days ?? []) !== row.daysToAnswer) wrong++
  }
  return wrong
}

async function data<T>(server: OwnServer, path: string): Promise<T> {
  const answer = await fetch(`${server.address}${path}`, { headers: { accept: 'application/json' } })
  return (await answer.json()) as T
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** What went over the wire, and how long the last byte took. */
function asked(server: OwnServer, path: string): Promise<{ bytes: number; milliseconds: number }> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    get(`${server.address}${path}`, { agent, headers: { 'accept-encoding': 'br' } }, answer => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ bytes, milliseconds: performance.now() - begun })
          : reject(new Error(`${path}: ${answer.statusCode}`)),
      )
    }).on('error', reject)
  })
}
const bytesOf = async (server: OwnServer, path: string) => (await asked(server, path)).bytes

/** Sixteen that ask one after the other, each as soon as it was answered. */
async function timed(server: OwnServer, most: number, path: (n: number) => string, until = Number.POSITIVE_INFINITY) {
  const taken: number[] = []
  let next = 0
  const one = async () => {
    while (next < most && performance.now() < until) taken.push((await asked(server, path(next++))).milliseconds)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return taken
}
