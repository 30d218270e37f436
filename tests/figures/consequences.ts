import { type ChildProcess, fork } from 'node:child_process'
import { fireConsequences } from '../../app/features/commitments/consequence/jobs.ts'
import { steadyClock } from '../../app/ground/clock.ts'
import { type Address, type Database, openDatabase } from '../../app/ground/database.ts'
import { fileStore } from '../../app/ground/files.ts'
import type { Ground } from '../../app/ground/ground.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import { reactions } from '../../app/server.ts'
import { ownDatabase } from './database.ts'
import type { Figure } from './figures.ts'
import { wait } from './process.ts'
import { begin, eveningOf, judged, morning, type Year } from './year/played.ts'
import { DAYS, stories } from './year/stories.ts'

const SIZE = 5000
const SEED = 2031
/** One day in so many a process is killed while it fires; one in so many the clock is set back, and put right again. */
const KILL_EVERY = 4
const SET_BACK_EVERY = 15
const SET_BACK_DAYS = 2

/**
 * A year of commitments with something agreed to follow each, on a clock that the figure moves, with two processes that
 * look every evening, killed at random while they fire, and a clock that is set back now and then. Held against a model
 * that goes through the year day by day. `early`, `late`, `twice` and `lost` are to be 0. `--size`: commitments. `--plant
 * twice` lets some fire again, `--plant lost` disarms some behind everybody's back.
 */
export const consequences: Figure = async ({ size, plant, text }) => {
  if (text !== null) return firing(text)
  const database = await ownDatabase()
  const crew = [0, 1].map(() => processOn(JSON.stringify(database.appAddress)))
  try {
    const year = await begin(database.owner, stories(size ?? SIZE, SEED))
    const begun = performance.now()
    let kills = 0
    for (let day = 1; day <= DAYS; day++) {
      await morning(database.owner, year, day)
      if (day % SET_BACK_EVERY === 0 && day > SET_BACK_DAYS)
        await Promise.all(crew.map(one => one.looks(eveningOf(day - SET_BACK_DAYS))))
      const looking = crew.map(one => one.looks(eveningOf(day)))
      if (day % KILL_EVERY === 0) {
        await wait(Math.random() * 40)
        crew[kills++ % crew.length]!.kill()
      }
      await Promise.all(looking)
    }
    if (plant) await plantOne(database.owner, year, plant)
    const seconds = Math.round((performance.now() - begun) / 1000)
    return { commitments: size ?? SIZE, seconds, kills, ...(await judged(database.owner, year)) }
  } finally {
    for (const one of crew) one.end()
    await database.close()
  }
}

/** A process that looks when it is told the time. Killed, it is begun again and told the same time. */
function processOn(address: string) {
  let child: ChildProcess | null = null
  let ended = false
  const begun = (): ChildProcess => {
    if (child) return child
    const args = ['consequences', '--text', address]
    const made = fork(process.argv[1]!, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    made.once('exit', () => {
      if (child === made) child = null
    })
    child = made
    return made
  }
  const once = (at: string) =>
    new Promise<boolean>(resolve => {
      const one = begun()
      const gone = () => resolve(false)
      one.once('exit', gone)
      one.once('message', () => {
        one.off('exit', gone)
        resolve(true)
      })
      // Killed while nobody waited for it: its end was told already.
      one.send(at, error => error && gone())
    })
  return {
    async looks(at: string): Promise<void> {
      while (!ended && !(await once(at))) await wait(20)
    },
    kill: () => child?.kill('SIGKILL'),
    end() {
      ended = true
      child?.kill('SIGKILL')
    },
  }
}

async function firing(told: string): Promise<never> {
  const address = JSON.parse(told) as Address
  const clock = steadyClock(eveningOf(0))
  const ground: Ground = {
    ...{ db: await openDatabase(address), clock, files: fileStore('/nowhere'), signals: signalsAt(address) },
    settings: readSettings({ RUNDTISCH_DATA: '/nowhere', SECRET: 'x'.repeat(40) }),
  }
  process.on('message', async (at: string) => {
    clock.set(at)
    await fireConsequences(ground, reactions)
    process.send?.('looked')
  })
  process.on('disconnect', () => process.exit(0))
  return new Promise(() => {})
}

async function plantOne(owner: Database, { told }: Year, plant: string): Promise<void> {
  const fired = await owner
    .selectFrom('journal')
    .where('act', '=', 'consequence.fire')
    .selectAll()
    .executeTakeFirstOrThrow()
  if (plant === 'twice')
    await owner
      .insertInto('journal')
      .values({ ...fired, id: told[0]!.consequenceId })
      .execute()
  if (plant === 'lost') await owner.deleteFrom('agenda_item').where('title', 'like', '%Folge %').execute()
}
