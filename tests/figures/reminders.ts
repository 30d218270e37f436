import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { systemClock } from '../../app/ground/clock.ts'
import { type Database, ownerAddress, ownerDatabase } from '../../app/ground/database.ts'
import { newId } from '../../app/ground/ids.ts'
import { launch } from '../../app/ground/postgres/launcher.ts'
import type { Figure } from './figures.ts'
import { mailSink } from './mail-sink.ts'
import { started, wait } from './process.ts'
import { freePort } from './server.ts'

const PEOPLE = 1000
const EACH_OWES = 10
const PATIENCE_MS = 90_000
const LATEST_KILL_MS = 6_000

/**
 * Every owner of an open commitment is asked before a meeting, by two processes of which one after the other is killed
 * at a random moment and started again, until nothing waits any more. Counted at a mail server by Message-ID. `lost`:
 * people to whom nothing came. `duplicates`: the same mail taken twice, because a kill fell between the server's answer
 * and our commit. `rowsWrong`: people with another number of outbox rows than one; `otherIds`: people with mails of
 * different names; `untold`: commitments that stand in no mail; these three and `lost` are to be 0. `--size`: people.
 * `--plant lose` takes a waiting mail away, `--plant twice` writes one a second time.
 */
export const reminders: Figure = async ({ size, plant }) => {
  const people = size ?? PEOPLE
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-reminders-'))
  const server = await launch(join(folder, 'database'))
  const [smtp, ...ports] = [await freePort(), await freePort(), await freePort()] as const
  const sink = await mailSink(smtp)
  const owner = ownerDatabase(ownerAddress(server.connection))
  const mailed = { SMTP_URL: `smtp://127.0.0.1:${smtp}`, MAIL_FROM: 'tisch@tisch.example' }
  const begin = (at: number) => {
    const port = ports[at]!
    const env = { ...mailed, PUBLIC_URL: `http://localhost:${port}` }
    return started(folder, server.connection, { port, patienceMs: PATIENCE_MS, env })
  }
  const processes: ChildProcess[] = []
  let kills = 0
  try {
    processes.push(await begin(0))
    await table(owner, people)
    processes.push(await begin(1))
    const begun = performance.now()
    let planted = plant === null
    while (await somethingWaits(owner, people)) {
      await wait(Math.random() * LATEST_KILL_MS)
      if (!planted) planted = await plantOne(owner, plant!)
      const at = kills % processes.length
      processes[at]!.kill('SIGKILL')
      kills++
      processes[at] = await begin(at)
    }
    const seconds = Math.round((performance.now() - begun) / 1000)
    const rows = await owner.selectFrom('outbox').select(['recipient', 'id']).execute()
    const asked = await owner.selectFrom('asked').select('commitments').execute()
    const told = asked.reduce((sum, { commitments }) => sum + Object.keys(commitments).length, 0)
    const names = Array.from({ length: people }, (_, at) => addressOf(at))
    const byRow = Map.groupBy(rows, row => row.recipient)
    const byMail = Map.groupBy(sink.taken, mail => mail.recipient)
    const idsOf = (name: string) => new Set((byMail.get(name) ?? []).map(({ messageId }) => messageId)).size
    return {
      ...{ people, commitments: people * EACH_OWES, seconds, kills },
      lost: names.filter(name => !byMail.has(name)).length,
      duplicates: sink.taken.length - names.reduce((sum, name) => sum + idsOf(name), 0),
      rowsWrong: names.filter(name => byRow.get(name)?.length !== 1).length,
      otherIds: names.filter(name => idsOf(name) > 1).length,
      untold: people * EACH_OWES - told,
    }
  } finally {
    for (const child of processes) child.kill('SIGKILL')
    await owner.destroy()
    await server.stop()
    await sink.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const addressOf = (at: number) => `zusage${at}@tisch.example`
const IN_DAYS = 5

/** A network with one body, so many members that each owe ten things, and a meeting so near that everybody is asked. */
async function table(owner: Database, people: number): Promise<void> {
  const id = () => newId(systemClock)
  const now = systemClock.instant().toString()
  const [network_id, body_id] = [id(), id()]
  const day = systemClock
    .today('Europe/Berlin')
    .add(Temporal.Duration.from({ days: IN_DAYS }))
    .toString()
  const zone = { languages: ['de'], time_zone: 'Europe/Berlin', region: null }
  await owner
    .insertInto('network')
    .values({ id: network_id, name: 'Tisch', host: 'localhost', demo: false, created_at: now, ...zone })
    .execute()
  await owner
    .insertInto('body')
    .values({
      ...{ network_id, id: body_id, name: 'Plenum', short_name: null, kind: 'plenary', audience: 'network' },
      ...{ without_administration: false, meeting_audience: 'body', start_date: null, end_date: null, created_at: now },
    })
    .execute()
  for (let at = 0; at < people; at++) {
    const person = id()
    const made = { network_id, id: person, name: `Zusage ${at}`, email: addressOf(at), language: 'de' }
    await owner
      .insertInto('person')
      .values({ ...made, account_id: null, created_at: now })
      .execute()
    await owner
      .insertInto('membership')
      .values({
        ...{ network_id, id: id(), person_id: person, body_id, organization_id: null, role: 'member' },
        ...{ on_behalf_of_id: null, voting_right: true, start_date: '2026-01-01', end_date: null },
      })
      .execute()
    await owner
      .insertInto('commitment')
      .values(
        Array.from({ length: EACH_OWES }, (_, number) => ({
          ...{ network_id, id: id(), body_id, entry_id: null, wording: `Ding ${at}.${number} besorgen` },
          ...{ owner_kind: 'person' as const, owner_person_id: person, owner_office_id: null, owner_name: null },
          ...{ owner_organization_id: null, due_on: null, due_words: null, state: 'open' as const, audience: null },
          ...{ revision: 1, created_at: now },
        })),
      )
      .execute()
  }
  const meeting_id = id()
  await owner
    .insertInto('meeting')
    .values({
      ...{ network_id, id: meeting_id, body_id, name: 'Runde', state: 'scheduled', day, place: null },
      ...{ start_time: null, end_time: null, audience: 'body', without_administration: false, created_at: now },
    })
    .execute()
  await owner
    .insertInto('asking')
    .values({ network_id, id: id(), meeting_id, body_id, begun_by: null, begun_at: now, done_at: null })
    .execute()
  await sql`analyze`.execute(owner)
}

async function somethingWaits(owner: Database, people: number): Promise<boolean> {
  const { rows } = await sql<{ asked: number; waiting: number }>`select
    (select count(*)::int from asked) as asked, (select count(*)::int from outbox where state = 'waiting') as waiting`.execute(
    owner,
  )
  return rows[0]!.asked < people || rows[0]!.waiting > 0
}

async function plantOne(owner: Database, plant: string): Promise<boolean> {
  const mail = await owner.selectFrom('outbox').where('state', '=', 'waiting').selectAll().limit(1).executeTakeFirst()
  if (!mail) return false
  if (plant === 'lose') await owner.deleteFrom('outbox').where('id', '=', mail.id).execute()
  if (plant === 'twice')
    await owner
      .insertInto('outbox')
      .values({ ...mail, id: newId(systemClock) })
      .execute()
  return true
}
