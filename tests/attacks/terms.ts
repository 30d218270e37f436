import { sql } from 'kysely'
import { of, type Place, type W } from './records.ts'

const FROM = '2020-01-16'
const begun = async (world: W) => ({ bodyId: await of('body')(world), kind: 'word', fromDay: FROM })
let number = 0
/** A term holds once in a body: the same words a second time would be refused. */
const none = (world: W) => sql`delete from term`.execute(world.database.owner)
async function term(world: W): Promise<string> {
  await none(world)
  const fields = { ...(await begun(world)), wording: `Begriff ${++number}` }
  const answer = await (await world.as('coordinator')).post('/terms', fields)
  return answer.headers.get('location')!.split(/[/?#]/)[2]!
}

/** Words of terms and positions. */
export const termPlaces: Readonly<Record<string, Place>> = {
  '/terms': {
    at: async world => {
      await none(world)
      return '/terms'
    },
    fields: async world => ({ ...(await begun(world)), wording: `Begriff ${++number}` }),
    texts: { wording: 'term.wording', meaning: 'term.meaning' },
    shown: ['/terms/:id'],
  },
  '/terms/:id/replacement': {
    at: async world => `/terms/${await term(world)}/replacement`,
    fields: async () => ({ wording: `Begriff ${++number}`, fromDay: '2021-01-16' }),
    texts: { wording: 'term.wording', meaning: 'term.meaning', reason: 'term.reason' },
    shown: [],
  },
  '/terms/:id/end': {
    at: async world => `/terms/${await term(world)}/end`,
    fields: async () => ({ untilDay: '2021-01-16' }),
    texts: { reason: 'term.reason' },
    shown: [],
  },
}
