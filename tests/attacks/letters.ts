import { of, type Place, type W } from './records.ts'

const begun = async (world: W) => ({
  ...{ kind: 'demand', address: 'Amt\nOrt', subject: 'Kurse', wording: 'Wann beginnen sie?' },
  bodyId: await of('body')(world),
})

async function letter(world: W): Promise<string> {
  const answer = await (await world.as('coordinator')).post('/letters', await begun(world))
  return answer.headers.get('location')!.split('?')[0]!
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
    at: letter,
    fields: async () => ({ from: '1', subject: 'Kurse', wording: 'Wann?' }),
    texts: { subject: 'letter.subject', wording: 'letter.wording' },
    shown: [],
  },
}
export const lettersNotKept: Readonly<Record<string, string>> = {
  '/letters address': 'lines of a fixed number and length: features/letters',
  '/letters/:id address': 'lines of a fixed number and length: features/letters',
  '/letters/:id/sending email': 'one mail address, kept with the mail alone: features/letters',
}
