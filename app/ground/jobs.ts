import type pg from 'pg'
import PgBoss from 'pg-boss'
import { type Address, openPool } from './database.ts'

/** What runs by itself. Once an interval in the whole installation, however many processes there are. */
export type Jobs = {
  /**
   * Runs `run` every `seconds`, first at once. What is due is `run`'s question to our clock; this is only the tick.
   * A process that dies in the middle leaves its work to the next tick, so `run` must bear to be done twice.
   */
  every(name: string, seconds: number, run: () => Promise<void>): Promise<void>
  /** Starts no more and waits for what runs. */
  stop(): Promise<void>
}

const SCHEMA = 'jobs'
const CONNECTIONS = 2
/** A turn every few seconds is some ten thousand rows a day. */
const DAYS_KEPT = 1
/** The queue refuses an interval longer than it remembers the last turn: the longest of ours is a day. */
const SECONDS_REMEMBERED = 2 * 86_400

/**
 * Starts the queue as the app. `onError` hears of every run that failed and of trouble with the queue; the run is
 * tried again at the next tick.
 */
export async function startJobs(app: Address, onError: (error: unknown, name: string) => void): Promise<Jobs> {
  const pool = openPool(app, {}, { size: CONNECTIONS, instants: 'Date' })
  const db: PgBoss.Db = { executeSql: (text, values) => pool.query(text, values) }
  const boss = new PgBoss({
    ...{ db, schema: SCHEMA, migrate: false, schedule: false },
    ...{ deleteAfterDays: DAYS_KEPT, archiveCompletedAfterSeconds: SECONDS_REMEMBERED },
  })
  boss.on('error', error => onError(error, SCHEMA))
  await boss.start()

  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  return {
    async every(name, seconds, run) {
      await makeQueue(pool, name)
      let busy = false
      const tick = async () => {
        if (busy) return
        busy = true
        await takeTurn(boss, name, seconds, run).catch(error => onError(error, name))
        busy = false
      }
      const start = () => {
        const turn = tick().finally(() => running.delete(turn))
        running.add(turn)
      }
      timers.add(setInterval(start, seconds * 1000))
      start()
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
      await boss.stop()
      await pool.end()
    },
  }
}

/** One process at a time: making a queue alters a table that the others use, and two that do deadlock. */
const QUEUE_LOCK = 5_218_191

async function makeQueue(pool: pg.Pool, name: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [QUEUE_LOCK])
    const options = { policy: 'standard', retryLimit: 0 }
    await client.query(`select ${SCHEMA}.create_queue($1, $2)`, [name, options])
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

// The queue takes one job an interval, whichever process sends it first.
async function takeTurn(boss: PgBoss, name: string, seconds: number, run: () => Promise<void>): Promise<void> {
  await boss.send(name, {}, { singletonSeconds: seconds })
  const [job] = await boss.fetch(name)
  if (!job) return
  try {
    await run()
    await boss.complete(name, job.id)
  } catch (error) {
    await boss.fail(name, job.id, { reason: String(error) })
    throw error
  }
}

/**
 * Makes or updates the queue's tables, as the owner (`query` runs SQL as such), and lets the app use them.
 * `appRole` is an escaped identifier.
 */
export async function prepareJobs(query: (text: string) => Promise<unknown>, appRole: string): Promise<void> {
  const db = { executeSql: query } as PgBoss.Db
  const boss = new PgBoss({ db, schema: SCHEMA, migrate: true, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
  // A queue is a partition with indexes, which only the owner may make: the app does it through this one function.
  await query(`
    grant usage on schema ${SCHEMA} to ${appRole};
    grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${appRole};
    alter function ${SCHEMA}.create_queue(text, json) security definer set search_path = ${SCHEMA}, pg_temp`)
}
