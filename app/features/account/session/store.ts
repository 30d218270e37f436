import { sql } from 'kysely'
import { takesPart, type Viewer } from '../../../access/viewer.ts'
import { oldestSession } from '../model.ts'
import { deviceFrom, type SessionShown } from './model.ts'

/** Where the viewer's account is signed in, this place first, then the one last seen. */
export async function listSessions({ db, ground, signedIn }: Viewer): Promise<SessionShown[]> {
  if (!signedIn) return []
  const { began, seen } = oldestSession(ground)
  const { rows } = await sql<{ id: string; since: string; seen: string; device: string | null }>`
    select id, "createdAt" as since, "updatedAt" as seen, "userAgent" as device
    from sign_in.session
    where "userId" = ${signedIn.accountId} and "expiresAt" > ${ground.clock.instant().toString()}
      and "createdAt" >= ${began.toString()} and "updatedAt" >= ${seen.toString()}
    order by id = ${signedIn.sessionId} desc, "updatedAt" desc, id`.execute(db)
  return rows.map(({ device, ...row }) => ({
    ...row,
    device: deviceFrom(device),
    here: row.id === signedIn.sessionId,
  }))
}

/** Ends one of the viewer's own sessions; false where there is none of this id. */
export async function deleteSession({ db, signedIn }: Viewer, id: string): Promise<boolean> {
  if (!signedIn) return false
  const { rows } = await sql`
    delete from sign_in.session where id = ${id} and "userId" = ${signedIn.accountId} returning id`.execute(db)
  return rows.length > 0
}

/** Ends all sessions of the viewer but the one that asks. */
export async function deleteOtherSessions({ db, signedIn }: Viewer): Promise<void> {
  if (!signedIn) return
  await sql`
    delete from sign_in.session where "userId" = ${signedIn.accountId} and id <> ${signedIn.sessionId}`.execute(db)
}

/** Ends all sessions of an account that began at a door of the viewer's network; how many. */
export async function deleteSessionsOf({ db, network }: Viewer, accountId: string): Promise<number> {
  const { rows } = await sql`
    delete from sign_in.session where "userId" = ${accountId} and "networkId" = ${network.id} returning id`.execute(db)
  return rows.length
}

/** Ends the sessions here of those who have left: no mandate, guest's or other, and no office today; how many. */
export async function deleteSessionsOfDeparted(viewer: Viewer): Promise<number> {
  const { rows } = await sql`
    delete from sign_in.session where "networkId" = ${viewer.network.id} and "userId" in (
      select person.account_id from person where person.network_id = ${viewer.network.id}
        and not ${takesPart(viewer, 'person.id')}) returning id`.execute(viewer.db)
  return rows.length
}

/** The viewer has just shown a second factor: this session has one behind it. */
export async function strengthen({ db, signedIn }: Viewer): Promise<void> {
  if (!signedIn) return
  await sql`update sign_in.session set strong = true where id = ${signedIn.sessionId}`.execute(db)
}

/** A factor was taken away: where none is left, no session of the account has one behind it any more. */
export async function weaken({ db, signedIn }: Viewer): Promise<void> {
  if (!signedIn) return
  const { accountId } = signedIn
  await sql`
    update sign_in.session set strong = false where "userId" = ${accountId}
      and not exists (select from sign_in.passkey p where p."userId" = ${accountId})
      and not exists (select from sign_in.totp t where t."userId" = ${accountId} and t."confirmedAt" is not null)`.execute(
    db,
  )
}
