import type { SearchShown } from '../../app/features/search/contract.ts'
import { COUNTED, searchNouns } from '../../app/features/search/model.ts'
import type { Schema } from '../../app/ground/schema.ts'
import type { DoorCase } from './doors.ts'

/** Every row of states.ts says it, whoever may see it: what is found tells exactly who sees what. */
const SAID = 'Kennwort'
const FIELDS = ['name', 'short_name', 'place', 'title', 'content', 'speaker', 'wording', 'owner_name']

const saysIt = (row: object): boolean =>
  FIELDS.some(field => String((row as Record<string, unknown>)[field] ?? '').includes(SAID))

/** What is withdrawn, or was written for one link, is read beside its subject and not found by search. */
const searched = (noun: string, row: object): boolean => {
  if (noun !== 'publication') return true
  const { door, withdrawn_at } = row as Schema['publication']
  return door === 'public' && withdrawn_at === null
}

/** Found, counted and highlighted is what exists for the visitor: no row less and none more. */
export const searchDoor: DoorCase = {
  noun: null,
  addresses: [
    '/search',
    `/search?q=${SAID}`,
    `/search?q=Eintrag+${SAID}&kind=entry&page=3`,
    ...searchNouns.map(kind => `/search?q=${SAID}&kind=${kind}`),
  ],
  counts: (data: SearchShown, expected, rows) => {
    const nouns = new Set(data.hits.map(({ noun }) => noun))
    const [noun] = nouns
    // Of one kind, on its first page: what else is mixed has no number to compare with.
    if (!noun || nouns.size > 1 || data.page > 1) return []
    const there = (rows[noun] as readonly object[]).filter(
      row => (expected[noun] as (row: object) => boolean)(row) && searched(noun, row) && saysIt(row),
    )
    const told = data.more ? COUNTED + 1 : data.count
    return [[`found ${noun}`, told, Math.min(there.length, COUNTED + 1)]]
  },
}
