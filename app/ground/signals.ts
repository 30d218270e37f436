import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { Address } from './database.ts'
import type { Id, Schema } from './schema.ts'

/**
 * Something was committed, in whichever process: ids, never content, so whoever hears it asks anew what he may see.
 * `gap`: the line was cut for a while, and anything may have been missed.
 */
export type Signal =
  | { readonly kind: 'journal'; readonly network: Id }
  | { readonly kind: 'writing'; readonly network: Id; readonly meeting: Id }
  | { readonly kind: 'gap' }

export type Signals = {
  /** Tells those who listen in this process at once; who listens in others hears what the transaction raised. */
  tell(signal: Signal): void
  /** Calls `hear` for every signal from now on, in the order of the commits; ends with what it returns. */
  listen(hear: (signal: Signal) => void): Promise<() => void>
  /** Tells everybody who listens that nothing more will come. */
  close(): Promise<void>
  readonly closed: AbortSignal
}

const CHANNEL = 'rundtisch'
const AGAIN_MS = 1_000

/** Is heard when the transaction is committed, and not at all when it is not (PostgreSQL, NOTIFY). */
export async function raise(db: Kysely<Schema>, signal: Signal): Promise<void> {
  await sql`select ${raised(signal)}`.execute(db)
}

/** The same as a part of another statement. */
export const raised = (signal: Signal) => sql<string>`pg_notify(${CHANNEL}, ${JSON.stringify(signal)})::text`

/** Signals of one database over a connection of their own, made when somebody first listens. */
export function signalsAt(address: Address): Signals {
  const hearers = new Set<(signal: Signal) => void>()
  const ended = new AbortController()
  let line: Promise<pg.Client> | null = null

  const tell = (signal: Signal) => {
    for (const hear of hearers) hear(signal)
  }

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      ...('url' in address ? { connectionString: address.url } : address),
      application_name: 'rundtisch signals',
      keepAlive: true,
    })
    client.on('error', () => {})
    client.on('notification', ({ payload }) => payload && tell(JSON.parse(payload) as Signal))
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    client.on('end', () => void again())
    return client
  }

  const open = (): Promise<pg.Client> => {
    line ??= connect().catch(error => {
      line = null
      throw error
    })
    return line
  }

  // Without the line nothing is lost, only late: whoever listens looks at everything once it is back.
  const again = async () => {
    line = null
    tell({ kind: 'gap' })
    while (!line && !ended.signal.aborted) {
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS).unref())
      if (!ended.signal.aborted) await open().catch(() => null)
    }
    tell({ kind: 'gap' })
  }

  return {
    closed: ended.signal,
    tell,
    async listen(hear) {
      await open()
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    async close() {
      ended.abort()
      hearers.clear()
      await (await line?.catch(() => null))?.end()
    },
  }
}
