import type { PageSize } from './pieces.ts'
import { type Row, rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** A page as printed: `segments` in the order of its content stream. */
export type Page = PageSize & { readonly segments: readonly Segment[] }

/** The part of a page, at its top and at its bottom, where headers and footers stand. */
const ZONE = 0.12
/** "Seite 2 von 7", "- 2 -", "S. 2", "2/7", "Page 2 of 7". */
const PAGE_NUMBER =
  /^(?:[-–] ?)?(?:(?:Seite|Blatt|S\.|Page|Pg\.) ?)?(\d{1,4})(?: ?(?:von|of|\/|\|) ?\d{1,4})?(?: ?[-–])?$/i
const NAMED = /Seite|Blatt|S\.|Page|Pg\.|von|of|\//i
const NUMBER = /\d+/g
/** A running header stands on this share of the pages at least. */
const MOST_PAGES = 0.5

type Placed = { readonly page: number; readonly row: Row; readonly key: string }

/**
 * Takes out what paper needs and a text does not: page numbers, and running headers and footers. The header of the
 * first page stays: it tells whose minutes these are.
 * Only rows in the margins are judged; a bare number counts as a page number when it counts along with the pages.
 */
export function withoutMargins(pages: readonly Page[]): Page[] {
  const placed = pages.flatMap((page, at) => marginRows(page).map(row => ({ page: at, row, key: keyOf(row) })))
  const pagesOf = collected(placed.map(({ key, page }) => [key, page]))
  const counting = collected(placed.flatMap(offsetsOf))
  const gone = new Set<Segment>()
  for (const { row, page, key } of placed) {
    const shown = pagesOf.get(key)!
    const isHead = page === 0 && row.y < pages[0]!.height * ZONE
    const running = shown.size > 1 && shown.size >= pages.length * MOST_PAGES && !isHead
    for (const segment of row.segments) if (running || isPageNumber(segment.text, page, counting)) gone.add(segment)
  }
  return pages.map(page => ({ ...page, segments: page.segments.filter(segment => !gone.has(segment)) }))
}

function collected<K>(entries: readonly (readonly [K, number])[]): Map<K, Set<number>> {
  const sets = new Map<K, Set<number>>()
  for (const [key, page] of entries) sets.set(key, (sets.get(key) ?? new Set()).add(page))
  return sets
}

function marginRows(page: Page): Row[] {
  const inMargin = (y: number) => y < page.height * ZONE || y > page.height * (1 - ZONE)
  return rowsOf(page.segments.filter(segment => inMargin(segment.y)))
}

/** Alike but for numbers, and at the same height: "Protokoll vom 14.11., Seite 2" and "…, Seite 3". */
const keyOf = (row: Row): string => `${Math.round(row.y / 4)} ${row.text.replace(NUMBER, '#')}`

/** How far the numbers of a row are ahead of its page (counted from 0): page numbers keep their distance. */
function offsetsOf({ row, page }: Placed): (readonly [number, number])[] {
  return row.segments.flatMap(({ text }) => {
    const match = PAGE_NUMBER.exec(text)
    return match ? [[Number(match[1]) - page, page] as const] : []
  })
}

function isPageNumber(text: string, page: number, counting: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const match = PAGE_NUMBER.exec(text)
  if (!match) return false
  const offset = Number(match[1]) - page
  return NAMED.test(text) || offset === 1 || counting.get(offset)!.size > 1
}
