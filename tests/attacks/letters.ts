import { sql } from 'kysely'
import type { Id } from '../../app/ground/schema.ts'
import { of, type Place, value, type W } from './records.ts'

const begun = async (world: W) => ({
  ...{ kind: 'demand', address: 'Amt\nOrt', subject: 'Kurse', wording: 'Wann beginnen sie?' },
  bodyId: await of('body')(world),
})

async function letter(world: W): Promise<Id> {
  await (await world.as('coordinator')).post('/letters', await begun(world))
  return value(world, sql<{ value: Id }>`select id as value from letter order by id desc limit 1`)
}

/** Words of letters. */
export const letterPlaces: Readonly<Record<string, Place>> = {
  '/letters': {
    at: async () => '/letters',
    fields: begun,
    texts: { subject: 'letter.subject', wording: 'letter.wording' },
    shown: ['/letters/:id'],
  },
  '/letters/:id': {
    at: async world => `/letters/${await letter(world)}`,
    fields: async () => ({ from: '1', subject: 'Kurse', wording: 'Wann?' }),
    texts: { subject: 'letter.subject', wording: 'letter.wording' },
    shown: [],
  },
}
export const lettersNotKept: Readonly<Record<string, string>> = {
  '/letters address': 'lines of a fixed number and length: features/letters',
  '/letters language': 'one of those of the network',
  '/letters/:id address': 'lines of a fixed number and length: features/letters',
  '/letters/:id/sending email': 'one mail address, kept with the mail alone: features/letters',
}
