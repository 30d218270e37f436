import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Ground } from '../../../ground/ground.ts'
import { newId, newSecret } from '../../../ground/ids.ts'
import { secretOf } from '../../../ground/secret.ts'
import { RECOVERY_BYTES, recoveryCodes, recoveryHash, stepOf, totpSecret, typedCode } from './model.ts'

/** An account's authenticator app. Everything here belongs to an account, which belongs to no network. */
type Desk = { readonly db: Ground['db']; readonly ground: Pick<Ground, 'clock' | 'settings'> }

export type Totp = {
  readonly secret: string
  readonly confirmed: boolean
  /** Recovery codes that wait to be written down; null once that was said. */
  readonly codes: readonly string[] | null
  readonly codesLeft: number
}

/** Whether an account asks for a second step. */
export async function hasSecondStep({ db }: Pick<Ground, 'db'>, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from sign_in.totp where "userId" = ${accountId} and "confirmedAt" is not null`.execute(db)
  return rows.length > 0
}

export async function totpOfAccount({ db, ground }: Desk, accountId: string): Promise<Totp | null> {
  const { rows } = await sql<{ secret: string; codes: string | null; confirmed: boolean; left: number }>`
    select secret, codes, "confirmedAt" is not null as confirmed,
      (select count(*)::int from sign_in."recoveryCode" c where c."userId" = t."userId" and c."usedAt" is null) as left
    from sign_in.totp t where "userId" = ${accountId}`.execute(db)
  const [row] = rows
  if (!row) return null
  const codes = row.codes === null ? null : (JSON.parse(await opened(ground, row.codes)) as string[])
  return { secret: await opened(ground, row.secret), confirmed: row.confirmed, codes, codesLeft: row.left }
}

/** Begins anew with an app: a secret and recovery codes, which count only once confirmed. */
export async function beginTotp({ db, ground }: Desk, accountId: string): Promise<void> {
  const secret = await sealed(ground, totpSecret(randomBytes(32)))
  const codes = await sealed(ground, JSON.stringify(newCodes()))
  await sql`
    insert into sign_in.totp ("userId", secret, codes, "confirmedAt", "lastStep", "createdAt")
    values (${accountId}, ${secret}, ${codes}, null, 0, ${ground.clock.instant().toString()})
    on conflict ("userId") do update set secret = excluded.secret, codes = excluded.codes
    where sign_in.totp."confirmedAt" is null`.execute(db)
}

/** From now on the second step is asked for. */
export async function confirmTotp({ db, ground }: Desk, accountId: string): Promise<void> {
  await sql`
    update sign_in.totp set "confirmedAt" = ${ground.clock.instant().toString()}
    where "userId" = ${accountId} and "confirmedAt" is null`.execute(db)
}

export async function deleteTotp({ db }: Desk, accountId: string): Promise<boolean> {
  const { rows } = await sql`delete from sign_in.totp where "userId" = ${accountId} returning "userId"`.execute(db)
  return rows.length > 0
}

/** New recovery codes, to be written down. The old ones count until then. */
export async function renewCodes({ db, ground }: Desk, accountId: string): Promise<void> {
  const codes = await sealed(ground, JSON.stringify(newCodes()))
  await sql`update sign_in.totp set codes = ${codes} where "userId" = ${accountId}`.execute(db)
}

/** The codes were written down: from now on only their hashes are kept, and no page shows them again. */
export async function keepCodes({ db, ground }: Desk, accountId: string, codes: readonly string[]): Promise<void> {
  const salt = newSecret()
  const hashes = await Promise.all(codes.map(code => recoveryHash(typedCode(code)?.code ?? '', salt)))
  await sql`delete from sign_in."recoveryCode" where "userId" = ${accountId}`.execute(db)
  const rows = hashes.map(hash => sql`(${newId(ground.clock)}, ${accountId}, ${salt}, ${hash}, null)`)
  await sql`
    insert into sign_in."recoveryCode" (id, "userId", salt, hash, "usedAt") values ${sql.join(rows)}`.execute(db)
  await sql`update sign_in.totp set codes = null where "userId" = ${accountId}`.execute(db)
}

/**
 * Takes a code of the app, once: a code of a time step that was used, or of one before it, is wrong. Of several
 * requests with the same code one succeeds.
 */
export async function takeAppCode({ db, ground }: Desk, accountId: string, code: string): Promise<boolean> {
  const totp = await totpOfAccount({ db, ground }, accountId)
  const step = totp && stepOf(totp.secret, code, ground.clock.instant().epochMilliseconds)
  if (step === null) return false
  const { rows } = await sql`
    update sign_in.totp set "lastStep" = ${step}
    where "userId" = ${accountId} and "lastStep" < ${step} returning "userId"`.execute(db)
  return rows.length > 0
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode({ db, ground }: Desk, accountId: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ id: string; salt: string; hash: string }>`
    select id, salt, hash from sign_in."recoveryCode" where "userId" = ${accountId} and "usedAt" is null`.execute(db)
  const hash = Buffer.from(await recoveryHash(code, rows[0]?.salt ?? ''))
  const found = rows.find(row => timingSafeEqual(Buffer.from(row.hash), hash))
  if (!found) return false
  const used = await sql`
    update sign_in."recoveryCode" set "usedAt" = ${ground.clock.instant().toString()}
    where id = ${found.id} and "usedAt" is null returning id`.execute(db)
  return used.rows.length > 0
}

const randomBytes = (count: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(count / 32) }, () => Buffer.from(newSecret(), 'base64url')))
const newCodes = (): string[] => recoveryCodes(randomBytes(RECOVERY_BYTES))

async function sealed({ settings }: Pick<Ground, 'settings'>, data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key: secretOf(settings), data })
}

async function opened({ settings }: Pick<Ground, 'settings'>, data: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: secretOf(settings), data })
}
