import { sql } from 'kysely'
import type { Ground } from '../../../ground/ground.ts'

/** Whether an account asks for a second step. */
export async function hasSecondStep({ db }: Pick<Ground, 'db'>, accountId: string): Promise<boolean> {
  const { rows } = await sql`
    select from sign_in.totp where "userId" = ${accountId} and "confirmedAt" is not null`.execute(db)
  return rows.length > 0
}
