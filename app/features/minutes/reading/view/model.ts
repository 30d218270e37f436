import { type Item, isSure } from '../model.ts'

/** What of a review is shown: all of it, or one state. */
export const shows = ['all', 'doubt', 'undecided', 'accepted', 'rejected'] as const
export type Show = (typeof shows)[number]

export const filters: Readonly<Record<Show, (item: Item) => boolean>> = {
  all: () => true,
  doubt: item => item.state === 'proposed' && !isSure(item),
  undecided: item => item.state === 'proposed',
  accepted: item => item.state === 'accepted',
  rejected: item => item.state === 'rejected',
}

/** Doubt first, or as the text goes. */
export const orders = ['doubt', 'text'] as const
export type Order = (typeof orders)[number]
export type View = { readonly show: Show; readonly order: Order }

export type Group = { readonly name: 'look' | 'sure' | 'entry'; readonly items: readonly Item[] }

/**
 * Entries as they are shown: what a person should look at, the least confident first, and what is sure, as the text
 * goes. An entry keeps its place whatever a person makes of it. In the order of the text they are one group.
 */
export function grouped(entries: readonly Item[], order: Order): Group[] {
  const groups: Group[] =
    order === 'text'
      ? [{ name: 'entry', items: entries.toSorted(byLines) }]
      : [
          { name: 'look', items: entries.filter(item => !isSure(item)).sort(byConfidence) },
          { name: 'sure', items: entries.filter(isSure).sort(byLines) },
        ]
  return groups.filter(({ items }) => items.length > 0)
}

const byLines = (a: Item, b: Item): number => a.lines.from - b.lines.from || a.position - b.position
const byConfidence = (a: Item, b: Item): number => confidenceOf(a) - confidenceOf(b) || byLines(a, b)
const confidenceOf = (item: Item): number => (item.section === 'entry' && item.read ? item.read.confidence : 1)

/** The query of a view, with more in it; what is usual is left out. Empty for the whole in its usual order. */
export function viewQuery(view: Partial<View>, more: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams()
  if (view.show && view.show !== 'all') query.set('show', view.show)
  if (view.order && view.order !== 'doubt') query.set('order', view.order)
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}
