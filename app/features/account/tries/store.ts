import { sql } from 'kysely'
import type { Ground } from '../../../ground/ground.ts'
import { newId } from '../../../ground/ids.ts'
import { secretOf } from '../../../ground/secret.ts'
import { type AskerAtDoor, type Tried, tries, triesKey } from '../model.ts'

/** Who is tried for, where it is known, beside where the request came from. */
export type TriedFor = { readonly email?: string; readonly account?: string }

/**
 * Counts a try and says whether it is still within what `tries` allows: for the address or account that it is about,
 * and for the network address that it came from. A refused try counts as well.
 */
export async function mayTry(asker: AskerAtDoor, tried: Tried, who: TriedFor = {}): Promise<boolean> {
  const limits = limitsFor(asker, tried, who)
  if (limits.size === 0) return true
  const counts = await countTries(asker.ground, [...limits.keys()], tries.minutes)
  return [...limits].every(([key, limit]) => (counts.get(key) ?? 0) <= limit)
}

/** Takes a try back that was none: the proof was right. What others failed at from the same place still counts. */
export async function forgetTry(asker: AskerAtDoor, tried: Tried, who: TriedFor = {}): Promise<void> {
  const keys = [...limitsFor(asker, tried, who).keys()]
  if (keys.length === 0) return
  await sql`update sign_in."rateLimit" set count = count - 1 where key in (${sql.join(keys)}) and count > 0`.execute(
    asker.ground.db,
  )
}

function limitsFor({ ground, address }: AskerAtDoor, tried: Tried, { email, account }: TriedFor): Map<string, number> {
  const secret = secretOf(ground.settings)
  const limits = new Map<string, number>()
  if (email !== undefined) limits.set(triesKey(secret, tried, 'email', email.toLowerCase()), tries.perEmail)
  if (account !== undefined) limits.set(triesKey(secret, tried, 'account', account), tries.perAccount)
  if (address !== null) limits.set(triesKey(secret, tried, 'address', address), tries.perAddress)
  return limits
}

/**
 * Counts one try under each key and gives the counts since the first try of the window (`minutes`), by key. Outside of
 * any transaction, so that a refusal counts as well; in the database, so that it holds among many processes.
 */
async function countTries(
  { db, clock }: Pick<Ground, 'db' | 'clock'>,
  keys: readonly string[],
  minutes: number,
): Promise<ReadonlyMap<string, number>> {
  const now = clock.instant().epochMilliseconds
  // Skipping what is locked, so that a deletion and a count never wait for each other.
  await sql`delete from sign_in."rateLimit" where id in (
    select id from sign_in."rateLimit" where key like 'sign-in:%' and "lastRequest" < ${now - minutes * 60_000}
    for update skip locked)`.execute(db)
  const values = keys.map(key => sql`(${newId(clock)}, ${key}, 1, ${now})`)
  const { rows } = await sql<{ key: string; count: number }>`
    insert into sign_in."rateLimit" as tried (id, key, count, "lastRequest") values ${sql.join(values)}
    on conflict (key) do update set count = tried.count + 1
    returning key, count`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}
