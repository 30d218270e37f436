import { askedWordsOf, foundIn } from '../../../language/search-keys.ts'
import type { Viewer } from '../../access/viewer.ts'
import { askedKeys } from '../../ground/search.ts'
import type { Hit, SearchInput, SearchShown } from './contract.ts'
import { COUNTED, excerptOf, PAGE } from './model.ts'
import { choosable, type Found, findVisible, shownOf } from './store.ts'

/** What the viewer sees that holds the words of a question; whole words before parts of compounds, the newest first. */
export async function findHits(viewer: Viewer, input: SearchInput): Promise<SearchShown> {
  const offered = await choosable(viewer)
  const asked = askedWordsOf(input.q ?? '')
  const keys = askedKeys(input.q ?? '', input.body ?? null, input.person ?? null)
  if (keys.length === 0) return { ...nothing, asked: input.q && WORD.test(input.q) ? 'small' : 'none', ...offered }

  const found = await findVisible(viewer, keys, input)
  const count = Math.min(found.length, COUNTED)
  const pages = Math.max(1, Math.ceil(count / PAGE))
  const page = Math.min(input.page ?? 1, pages)
  const shown = await shownOf(viewer, found.slice((page - 1) * PAGE, Math.min(page * PAGE, COUNTED)))
  const hits = shown.map(one => withMarks(one, asked))
  return { asked: 'words', hits, count, more: found.length > COUNTED, page, pages, ...offered }
}

const nothing = { hits: [], count: 0, more: false, page: 1, pages: 1 } as const
const WORD = /\S/

const withMarks = (one: Found, asked: ReturnType<typeof askedWordsOf>): Hit => ({
  ...one,
  ...excerptOf(one.text, foundIn(one.text, asked)),
})
