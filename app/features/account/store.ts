import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { NetworkAtDoor, Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import type { Ground } from '../../ground/ground.ts'
import type { Day, Id } from '../../ground/schema.ts'
import type { MailHead, Region } from './model.ts'

/** The network that answers under a host name, else the one that answers under any; null while there is none. */
export async function networkAt({ db }: Pick<Ground, 'db'>, host: string): Promise<NetworkAtDoor | null> {
  const network = await db
    .selectFrom('network')
    .where(e => e.or([e('host', '=', host.toLowerCase()), e('host', 'is', null)]))
    .orderBy(sql`host is null`)
    .orderBy('created_at')
    .orderBy('id')
    .select(atDoor)
    .limit(1)
    .executeTakeFirst()
  return network ?? null
}
const atDoor = ['id', 'name', 'time_zone as timeZone', 'languages', 'demo'] as const

export const everyNetwork = ({ db }: Pick<Ground, 'db'>): Promise<NetworkAtDoor[]> =>
  db.selectFrom('network').orderBy('created_at').orderBy('id').select(atDoor).execute()

export async function anyNetwork({ db }: Pick<Ground, 'db'>): Promise<boolean> {
  return (await db.selectFrom('network').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Two first-run pages sent at once make one network: the second waits here until the first is committed. */
const FIRST_RUN_LOCK = 5_218_191

/** Makes the first network, in the caller's transaction; false when there is one already. */
export async function insertFirstNetwork(
  { db, ground, network }: Viewer,
  { name, region, languages }: { name: string; region: Region; languages: string[] },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${FIRST_RUN_LOCK})`.execute(db)
  if (await anyNetwork({ db })) return false
  const created_at = ground.clock.instant().toString()
  await db
    .insertInto('network')
    .values({
      id: network.id,
      name,
      host: null,
      region,
      languages,
      time_zone: network.timeZone,
      demo: network.demo,
      created_at,
    })
    .execute()
  return true
}

export type KnownPerson = {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly language: string
  readonly accountId: string | null
}

/** The person of this network to whom an address belongs, whichever way it is capitalised. */
export async function personWithEmail(viewer: Viewer, email: string): Promise<KnownPerson | null> {
  const person = await visible
    .contacts(viewer)
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
    .select(['id', 'name', 'email', 'language', 'account_id as accountId'])
    .executeTakeFirst()
  return person?.email ? { ...person, email: person.email } : null
}

/** The person of this network who signs in with an account. */
export async function personOfAccount(viewer: Viewer, accountId: string): Promise<KnownPerson | null> {
  const person = await visible
    .contacts(viewer)
    .where('person.account_id', '=', accountId)
    .select(['id', 'name', 'email', 'language', 'account_id as accountId'])
    .executeTakeFirst()
  return person?.email ? { ...person, email: person.email } : null
}

/** A person of this network whom the viewer may write to, whether or not they ever signed in. */
export async function personWithId(viewer: Viewer, id: Id): Promise<KnownPerson | null> {
  const person = await visible
    .contacts(viewer)
    .where('person.id', '=', id)
    .select(['id', 'name', 'email', 'language', 'account_id as accountId'])
    .executeTakeFirst()
  return person?.email ? { ...person, email: person.email } : null
}

/** A person of this network as the viewer knows of them, by name alone. */
export async function personKnown(viewer: Viewer, id: Id): Promise<{ id: Id } | null> {
  return (await visible.people(viewer).where('person.id', '=', id).select('person.id').executeTakeFirst()) ?? null
}

/** Everybody of this network who has signed in at some time. */
export async function accountsHere({ db, network }: Viewer): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .where('network_id', '=', network.id)
    .where('account_id', 'is not', null)
    .select('account_id')
    .execute()
  return rows.flatMap(({ account_id }) => account_id ?? [])
}

/** Ties the account to the person. Whoever had it before in this network loses it: the address has moved on. */
export async function updateAccount({ db, network }: Viewer, personId: Id, accountId: string): Promise<void> {
  const people = () => db.updateTable('person').where('network_id', '=', network.id)
  await people().where('account_id', '=', accountId).where('id', '<>', personId).set({ account_id: null }).execute()
  await people().where('id', '=', personId).set({ account_id: accountId }).execute()
}

export async function updateLanguage({ db, network }: Viewer, personId: Id, language: string): Promise<void> {
  const person = db.updateTable('person').where('network_id', '=', network.id).where('id', '=', personId)
  await person.set({ language }).execute()
}

/** Takes a mail back in the transaction it was written in. */
export async function deleteMail({ db, network }: Viewer, id: Id): Promise<void> {
  await db.deleteFrom('outbox').where('network_id', '=', network.id).where('id', '=', id).execute()
}

const MAILS_SHOWN = 100

/** The newest mails of a demo. */
export async function listMails(viewer: Viewer): Promise<MailHead[]> {
  return visible
    .outbox(viewer)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'recipient', 'subject', 'created_at as at'])
    .limit(MAILS_SHOWN)
    .execute()
}

export async function mailWith(
  viewer: Viewer,
  id: Id,
): Promise<(MailHead & { language: string; content: string }) | null> {
  const mail = await visible
    .outbox(viewer)
    .where('id', '=', id)
    .select(['id', 'recipient', 'subject', 'created_at as at', 'language', 'content'])
    .executeTakeFirst()
  return mail ?? null
}

/** The day on which the viewer's network was founded, in its own time zone. */
export async function foundedOn({ db, network }: Viewer): Promise<Day> {
  const { created_at } = await db
    .selectFrom('network')
    .where('id', '=', network.id)
    .select('created_at')
    .executeTakeFirstOrThrow()
  return Temporal.Instant.from(created_at).toZonedDateTimeISO(network.timeZone).toPlainDate().toString()
}
