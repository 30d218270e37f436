import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, ownerAddress, ownerDatabase } from '../../app/ground/database.ts'
import { attach } from '../../app/ground/postgres/connection.ts'
import type { Figure } from './figures.ts'
import { freePort, type OwnServer, ownServer, send, signedIn } from './server.ts'

const ROUNDS = 50
/** The first confirmation after a start takes some 200 ms; the kill falls before, within or after it. */
const LATEST_KILL_MS = 500

/**
 * Kills the whole process group with SIGKILL at random moments while a reading is confirmed, then starts again and
 * looks. `lost`: acknowledged but not there. `halfSaved`: there in part. `--plant half` removes one commitment of a
 * confirmed reading behind the program's back.
 */
export const kills: Figure = async ({ size, plant }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-kills-'))
  const port = await freePort()
  const found = { kills: 0, lost: 0, halfSaved: 0, failedStarts: 0, acknowledged: 0, confirmed: 0 }
  let server = await ownServer(folder, port)
  try {
    const cookie = await signedIn(server)
    for (let round = 0; round < (size ?? ROUNDS); round++) {
      const reading = await readIn(server, cookie, round)
      const acknowledged = await confirmAndKill(server, cookie, reading)
      found.kills++
      server = await ownServer(folder, port).catch(async error => {
        console.error(error.message)
        found.failedStarts++
        return ownServer(folder, port)
      })
      const owner = ownerDatabase(ownerAddress(attach(folder)))
      if (plant === 'half') await removeOne(owner, reading)
      const saved = await savedOf(owner, reading).finally(() => owner.destroy())
      if (acknowledged) found.acknowledged++
      if (saved === 'whole') found.confirmed++
      if (saved === 'part') found.halfSaved++
      if (acknowledged && saved === 'nothing') found.lost++
    }
    await server.stop()
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

async function readIn(server: OwnServer, cookie: string, round: number): Promise<string> {
  const answer = await send(server, cookie, '/readings', { pasted: minutesOf(round) })
  const id = answer.headers.get('location')?.split('/').at(-1)
  if (answer.status !== 303 || !id) throw new Error(`could not read in: ${answer.status} ${await answer.text()}`)
  return id
}

/** Says whether the confirmation was acknowledged before the end. */
async function confirmAndKill(server: OwnServer, cookie: string, reading: string): Promise<boolean> {
  const confirmed = send(server, cookie, `/readings/${reading}/confirmation`, { revision: '1', undecided: 'accept' })
    .then(answer => answer.status === 303)
    .catch(() => false)
  await new Promise(resolve => setTimeout(resolve, Math.random() * LATEST_KILL_MS))
  await server.kill()
  return confirmed
}

/** Minutes of a meeting of the board on a day of its own, with tasks that resemble no others. */
function minutesOf(round: number): string {
  const day = new Date(Date.UTC(2020, 0, 1 + round)).toISOString().slice(0, 10).split('-').reverse().join('.')
  const things = Array.from({ length: 8 }, (_, at) => `Ding${round}x${at}`)
  return [
    `Protokoll der Sitzung des Vorstands des Runden Tisches Ankommen am ${day}`,
    'Anwesend: J. Ferber, L. Aydemir, M. Halden',
    '1. Aufgaben',
    ...things.map(thing => `- Fr. Aydemir besorgt ${thing} beim Lager${thing}.`),
    'Beschluss: Wir nehmen den Bericht an. Einstimmig.',
  ].join('\n\n')
}

type Saved = 'whole' | 'part' | 'nothing'

/** Holds what the reading says against what stands in the tables it becomes. */
async function savedOf(owner: Database, reading: string): Promise<Saved> {
  const { state } = await owner
    .selectFrom('reading')
    .where('id', '=', reading)
    .select('state')
    .executeTakeFirstOrThrow()
  const items = await owner
    .selectFrom('reading_item')
    .where('reading_id', '=', reading)
    .select(['section', 'now'])
    .execute()
  const minutes = await owner.selectFrom('minutes').where('reading_id', '=', reading).selectAll().executeTakeFirst()
  const count = async (query: { execute(): Promise<unknown[]> }) => (await query.execute()).length
  const entries = owner.selectFrom('entry').where('minutes_id', '=', minutes?.id ?? reading)
  const ids = entries.select('id')
  const there = {
    minutes: minutes ? 1 : 0,
    attendance: await count(
      owner
        .selectFrom('attendance')
        .where('meeting_id', '=', minutes?.meeting_id ?? reading)
        .select('id'),
    ),
    agenda: await count(
      owner
        .selectFrom('agenda_item')
        .where('meeting_id', '=', minutes?.meeting_id ?? reading)
        .select('id'),
    ),
    entries: await count(ids),
    commitments: await count(owner.selectFrom('commitment').where('entry_id', 'in', ids).select('id')),
    events: await count(owner.selectFrom('commitment_event').where('entry_id', 'in', ids).select('id')),
  }
  const now = items.map(item => item.now as { kind?: string; sameAs?: { id: string | null } | null })
  const bound = now.filter(({ kind }) => kind === 'task')
  const again = now.filter(({ kind, sameAs }) => (kind === 'task' || kind === 'status') && sameAs?.id)
  const fresh = bound.filter(({ sameAs }) => !sameAs?.id)
  const whole = {
    minutes: 1,
    attendance: items.filter(({ section }) => section === 'attendance').length,
    agenda: items.filter(({ section }) => section === 'agenda').length,
    entries: items.filter(({ section }) => section === 'entry').length,
    commitments: fresh.length,
    events: Math.max(there.events, fresh.length + again.length),
  }
  if (fresh.length === 0) throw new Error('the reading holds no task: nothing would be proved')
  const same = (Object.keys(whole) as (keyof typeof whole)[]).every(key => whole[key] === there[key])
  if (state === 'confirmed' && same) return 'whole'
  if (state === 'open' && Object.values(there).every(number => number === 0)) return 'nothing'
  return 'part'
}

async function removeOne(owner: Database, reading: string): Promise<void> {
  const one = await owner
    .selectFrom('commitment')
    .innerJoin('entry', 'entry.id', 'commitment.entry_id')
    .innerJoin('minutes', 'minutes.id', 'entry.minutes_id')
    .where('minutes.reading_id', '=', reading)
    .select('commitment.id')
    .executeTakeFirst()
  if (!one) return
  await owner.deleteFrom('commitment_event').where('commitment_id', '=', one.id).execute()
  await owner.deleteFrom('commitment').where('id', '=', one.id).execute()
}
