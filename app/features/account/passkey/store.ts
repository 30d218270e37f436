import { sql } from 'kysely'
import type { Ground } from '../../../ground/ground.ts'
import { newId } from '../../../ground/ids.ts'
import type { PasskeyShown } from './model.ts'

/** Passkeys belong to an account, which belongs to no network. */
type Desk = { readonly db: Ground['db']; readonly ground: Pick<Ground, 'clock'> }

/** A credential as its check needs it. */
export type Credential = {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export async function listPasskeys({ db }: Pick<Desk, 'db'>, accountId: string): Promise<PasskeyShown[]> {
  const { rows } = await sql<PasskeyShown>`
    select id, name, "createdAt" as since, "usedAt" as used
    from sign_in.passkey where "userId" = ${accountId} order by "createdAt", id`.execute(db)
  return rows
}

export async function credentialsOf({ db }: Pick<Desk, 'db'>, accountId: string): Promise<Credential[]> {
  return (await credentials(db, sql`"userId" = ${accountId}`)).map(credentialFrom)
}

export async function credentialWith({ db }: Pick<Desk, 'db'>, credentialId: string): Promise<Credential | null> {
  const [row] = await credentials(db, sql`"credentialId" = ${credentialId}`)
  return row ? credentialFrom(row) : null
}

type Row = Omit<Credential, 'publicKey' | 'counter'> & { readonly publicKey: string; readonly counter: string }

async function credentials(db: Desk['db'], where: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select id, "userId" as "accountId", "credentialId", "publicKey", counter, transports
    from sign_in.passkey where ${where} order by id`.execute(db)
  return rows
}

const credentialFrom = (row: Row): Credential => ({
  ...row,
  publicKey: Uint8Array.from(Buffer.from(row.publicKey, 'base64url')),
  counter: Number(row.counter),
})

/** Keeps a credential; false where it is known already, to whomever it belongs. */
export async function insertPasskey(
  { db, ground }: Desk,
  passkey: Omit<Credential, 'id'> & { readonly name: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into sign_in.passkey
      (id, "userId", name, "credentialId", "publicKey", counter, transports, "createdAt", "usedAt")
    values (${newId(ground.clock)}, ${passkey.accountId}, ${passkey.name}, ${passkey.credentialId},
      ${Buffer.from(passkey.publicKey).toString('base64url')}, ${passkey.counter}, ${[...passkey.transports]},
      ${ground.clock.instant().toString()}, null)
    on conflict ("credentialId") do nothing returning id`.execute(db)
  return rows.length > 0
}

/**
 * Marks a passkey as used and keeps its counter; false where a copy has counted further meanwhile. A counter that
 * stays at 0 is none (WebAuthn Level 3, 6.1.1).
 */
export async function updateCounter({ db, ground }: Desk, id: string, counter: number): Promise<boolean> {
  const { rows } = await sql`
    update sign_in.passkey set counter = ${counter}, "usedAt" = ${ground.clock.instant().toString()}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning id`.execute(db)
  return rows.length > 0
}

type Own = { readonly accountId: string; readonly id: string }

export async function renamePasskey({ db }: Pick<Desk, 'db'>, { accountId, id }: Own, name: string): Promise<boolean> {
  const { rows } = await sql`
    update sign_in.passkey set name = ${name} where id = ${id} and "userId" = ${accountId} returning id`.execute(db)
  return rows.length > 0
}

export async function deletePasskey({ db }: Pick<Desk, 'db'>, { accountId, id }: Own): Promise<boolean> {
  const { rows } = await sql`
    delete from sign_in.passkey where id = ${id} and "userId" = ${accountId} returning id`.execute(db)
  return rows.length > 0
}
