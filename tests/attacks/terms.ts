import { of, type Place, type W } from './records.ts'

const FROM = '2020-01-16'
const begun = async (world: W) => ({ bodyId: await of('body')(world), kind: 'word', fromDay: FROM })
let number = 0
async function term(world: W): Promise<string> {
  const fields = { ...(await begun(world)), wording: `Begriff ${++number}` }
  const answer = await (await world.as('coordinator')).post('/terms', fields)
  return answer.headers.get('location')!.split(/[/?#]/)[2]!
}

/** Words of terms and positions. A term may hold once in a body: a second of the same words would be refused. */
export const termPlaces: Readonly<Record<string, Place>> = {
  '/terms': {
    at: async () => '/terms',
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
