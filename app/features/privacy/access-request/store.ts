import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../../../access/viewer.ts'
import { visible } from '../../../access/visible.ts'
import { newId } from '../../../ground/ids.ts'
import type { Id } from '../../../ground/schema.ts'
import type { Value } from '../trace/model.ts'
import { type AccessRequest, DAYS_OPEN } from './model.ts'

const selected = ['id', 'person_id as personId', 'asked_at as askedAt'] as const

const open = (viewer: Viewer) => visible.accessRequests(viewer).where('asked_at', '>', since(viewer).toString())

const since = ({ ground }: Viewer): Temporal.Instant => ground.clock.instant().subtract({ hours: DAYS_OPEN * 24 })

/** Archives that can still be fetched, newest first. */
export const requestsOf = (viewer: Viewer, personId: Id): Promise<AccessRequest[]> =>
  open(viewer).where('person_id', '=', personId).orderBy('id', 'desc').select(selected).limit(10).execute()

export async function findRequest(viewer: Viewer, id: Id): Promise<AccessRequest | null> {
  return (await open(viewer).where('id', '=', id).select(selected).executeTakeFirst()) ?? null
}

export async function insertRequest({ db, network, ground, personId }: Viewer, of: Id): Promise<Id> {
  const id = newId(ground.clock)
  const at = ground.clock.instant().toString()
  await db
    .insertInto('access_request')
    .values({ network_id: network.id, id, person_id: of, asked_by: personId, asked_at: at })
    .execute()
  return id
}

/** Where somebody is or was signed in, and with what: no secret among it. */
export async function signInOf({ db }: Viewer, accountId: string | null): Promise<Record<string, Value>[]> {
  if (accountId === null) return []
  const { rows } = await sql<Record<string, Value>>`
    select 'session' as kind, "createdAt" as created_at, "expiresAt" as expires_at, "userAgent" as device
      from sign_in.session where "userId" = ${accountId}
    union all select 'passkey', "createdAt", null, name from sign_in.passkey where "userId" = ${accountId}
    union all select 'totp', "createdAt", null, null from sign_in.totp where "userId" = ${accountId}
    order by 2`.execute(db)
  return rows
}
