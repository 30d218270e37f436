import { sql } from 'kysely'
import { of, type Place, value, type W } from './records.ts'
import { supportPlaces } from './support.ts'

const DAY = '2026-01-16'
const begun = async (world: W) => ({
  ...{ paperType: 'demand', name: 'Anlaufstelle', wording: 'Wir fordern sie.', audience: 'network' },
  bodyId: await of('body')(world),
})

const added = async (world: W, path: string, fields: object): Promise<string> => {
  const answer = await (await world.as('coordinator')).post(path, { ...fields })
  return answer.headers.get('location')!
}
const paper = async (world: W): Promise<string> =>
  (await added(world, '/papers', await begun(world))).split(/[/?#]/)[2]!

async function consulted(world: W): Promise<string> {
  const id = await paper(world)
  await added(world, `/papers/${id}/consultations`, { where: '', bodyName: 'Rat', day: '', role: 'decision' })
  const newest = sql<{ value: string }>`select id as value from consultation where paper_id = ${id}`
  return `/papers/${id}/consultations/${await value(world, newest)}/result`
}

/** Words of papers and of what becomes of them. */
export const paperPlaces: Readonly<Record<string, Place>> = {
  '/papers': {
    at: async () => '/papers',
    fields: begun,
    texts: { name: 'paper.name', wording: 'paper_version.wording' },
    shown: ['/papers/:id'],
  },
  '/papers/:id/versions': {
    at: async world => `/papers/${await paper(world)}/versions`,
    fields: async () => ({ from: 1, wording: 'Neu.' }),
    texts: { wording: 'paper_version.wording', note: 'paper_version.note' },
    shown: [],
  },
  ...supportPlaces(paper),
  '/papers/:id/state': {
    at: async world => `/papers/${await paper(world)}/state`,
    fields: async () => ({ state: 'raised', since: DAY }),
    texts: { sentence: 'paper_state.sentence' },
    shown: [],
  },
  '/papers/:id/events': {
    at: async world => `/papers/${await paper(world)}/events`,
    fields: async () => ({ kind: 'call', day: DAY, sentence: 'Angerufen.' }),
    texts: { whom: 'paper_event.whom', sentence: 'paper_event.sentence' },
    shown: [],
  },
  '/papers/:id/consultations': {
    at: async world => `/papers/${await paper(world)}/consultations`,
    fields: async () => ({ role: 'decision', bodyName: 'Rat' }),
    texts: { bodyName: 'consultation.body_name' },
    shown: [],
  },
  '/papers/:id/consultations/:consultation/result': {
    at: consulted,
    fields: async () => ({ result: 'accepted', resultDay: DAY }),
    texts: { sentence: 'consultation.sentence', source: 'consultation.source' },
    shown: [],
  },
}
