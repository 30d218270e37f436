import { sql } from 'kysely'
import type { Viewer } from '../../../access/viewer.ts'
import { deviceFrom, type SessionShown } from './model.ts'

/** Where the viewer's account is signed in, this place first, then the one last seen. */
export async function listSessions({ db, ground, signedIn }: Viewer): Promise<SessionShown[]> {
  if (!signedIn) return []
  const { rows } = await sql<{ id: string; since: string; seen: string; device: string | null }>`
    select id, "createdAt" as since, "updatedAt" as seen, "userAgent" as device
    from sign_in.session
    where "userId" = ${signedIn.accountId} and "expiresAt" > ${ground.clock.instant().toString()}
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

/** Whether the viewer signed in at most so many minutes ago: then no one else has found the screen since. */
export async function signedInWithin({ db, ground, signedIn }: Viewer, minutes: number): Promise<boolean> {
  if (!signedIn) return false
  const since = ground.clock.instant().subtract({ minutes }).toString()
  const { rows } = await sql`
    select from sign_in.session where id = ${signedIn.sessionId} and "createdAt" >= ${since}`.execute(db)
  return rows.length > 0
}
