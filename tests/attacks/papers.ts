import { sql } from 'kysely'
import type { Id } from '../../app/ground/schema.ts'
import { of, type Place, value, type W } from './records.ts'

const DAY = '2026-01-16'
const begun = async (world: W) => ({
  ...{ paperType: 'demand', name: 'Anlaufstelle', wording: 'Wir fordern sie.', audience: 'network' },
  bodyId: await of('body')(world),
})

async function paper(world: W): Promise<Id> {
  await (await world.as('coordinator')).post('/papers', await begun(world))
  return value(world, sql<{ value: Id }>`select id as value from paper order by id desc limit 1`)
}

async function consulted(world: W): Promise<string> {
  const id = await paper(world)
  const fields = { where: '', bodyName: 'Rat', day: '', role: 'decision' }
  await (await world.as('coordinator')).post(`/papers/${id}/consultations`, fields)
  const newest = sql<{ value: Id }>`select id as value from consultation where paper_id = ${id}`
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
export const papersNotKept: Readonly<Record<string, string>> = {
  '/papers/:id/consultations where': 'a mark of a body or an organisation',
}
