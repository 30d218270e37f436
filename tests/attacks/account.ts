import { sql } from 'kysely'
import { of, outside, type Place, value, type W } from './records.ts'

const propose = { askedOn: '2026-01-02', email: 'amt@stadt.example', days: '14', approved: 'yes' }
/** One entry of a commitment waits at most. */
async function free(world: W): Promise<string> {
  const id = await outside(world)
  await sql`update account_entry set withdrawn_at = proposed_at, withdrawn_reason = 'X'
    where withdrawn_at is null`.execute(world.database.owner)
  return id
}
/** The mark of the preview that is to be read. */
async function seen(world: W, id: string): Promise<string> {
  const answer = await (await world.as('coordinator')).get(`/commitments/${id}/account`, true)
  return ((await answer.json()) as { mark: string }).mark
}
async function proposed(world: W): Promise<string> {
  const id = await free(world)
  const fields = { ...propose, wording: 'Eine Forderung', seen: await seen(world, id) }
  await (await world.as('coordinator')).post(`/commitments/${id}/account`, fields)
  return of('account_entry', sql`withdrawn_at is null and published_at is null`)(world)
}
async function link(world: W): Promise<string> {
  // One mail, so that it is the one of this entry.
  await sql`delete from outbox where content like '%/links/accountability/%'`.execute(world.database.owner)
  await proposed(world)
  const mail = sql<{ value: string }>`select content as value from outbox
    where content like '%/links/accountability/%' limit 1`
  return `/links/accountability/${/accountability\/([\w-]{43})/.exec(await value(world, mail))![1]}`
}

/** Words of the public account. */
export const accountPlaces: Readonly<Record<string, Place>> = {
  '/commitments/:id/account': {
    at: async world => `/commitments/${await free(world)}/account`,
    fields: async world => ({ ...propose, seen: await seen(world, await free(world)) }),
    texts: { wording: 'account_entry.wording' },
    shown: ['/accountability/entries'],
  },
  '/accountability/entries/:id/withdrawal': {
    at: async world => `/accountability/entries/${await proposed(world)}/withdrawal`,
    fields: async () => ({}),
    texts: { reason: 'account_entry.withdrawn_reason' },
    shown: ['/accountability/entries'],
  },
  '/links/accountability/:secret': {
    at: link,
    fields: async () => ({}),
    texts: { content: 'account_statement.content' },
    shown: ['/accountability/entries'],
  },
}
