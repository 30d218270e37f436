import { sql } from 'kysely'
import { type Place, value, type W } from './records.ts'

const opened = { version: '1', untilDay: '2031-01-01', sentence: 'Bitte unterstützen Sie das.' }

/** A link to sign a paper, out of its mail. */
export async function signing(world: W, paper: string): Promise<string> {
  const coordinator = await world.as('coordinator')
  await coordinator.post(`/papers/${paper}/support`, opened)
  // One mail, so that it is the one of this paper.
  await sql`delete from outbox where content like '%/links/papers/%'`.execute(world.database.owner)
  await coordinator.post(`/papers/${paper}/support/invitations`, { addresses: 'ada@verein.example' })
  const mail = sql<{ value: string }>`select content as value from outbox
    where content like '%/links/papers/%' limit 1`
  return `/links/papers/${/links\/papers\/([\w-]{43})/.exec(await value(world, mail))![1]}`
}

/** Words of papers that are signed. */
export const supportPlaces = (paper: (world: W) => Promise<string>): Readonly<Record<string, Place>> => ({
  '/papers/:id/support': {
    at: async world => `/papers/${await paper(world)}/support`,
    fields: async () => ({ version: '1', untilDay: opened.untilDay }),
    texts: { sentence: 'signing.sentence' },
    shown: [],
  },
  '/links/papers/:secret': {
    at: async world => signing(world, await paper(world)),
    fields: async () => ({ version: '1', named: 'yes' }),
    texts: { name: 'signature.name', affiliation: 'signature.affiliation' },
    shown: [],
  },
})
