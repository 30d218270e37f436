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
 * Takes out what paper needs and a text does not: page numbers, and running headers and footers after their first time.
 * Only rows in the margins are judged; a bare number counts as a page number when it counts along with the pages.
 */
export function withoutMargins(pages: readonly Page[]): Page[] {
  const placed = pages.flatMap((page, at) => marginRows(page).map(row => ({ page: at, row, key: keyOf(row) })))
  const pagesOf = new Map<string, Set<number>>()
  for (const { key, page } of placed) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page))
  const gone = new Set<Segment>()
  for (const margin of placed) {
    const { row, page, key } = margin
    for (const segment of row.segments) if (isPageNumber(segment.text, margin, placed)) gone.add(segment)
    const running = (pagesOf.get(key)?.size ?? 0) > 1 && pagesOf.get(key)!.size >= pages.length * MOST_PAGES
    const shown = placed.some(earlier => earlier.page < page && earlier.key === key)
    if (running && shown) for (const segment of row.segments) gone.add(segment)
  }
  return pages.map(page => ({ ...page, segments: page.segments.filter(segment => !gone.has(segment)) }))
}

function marginRows(page: Page): Row[] {
  const inMargin = (y: number) => y < page.height * ZONE || y > page.height * (1 - ZONE)
  return rowsOf(page.segments.filter(segment => inMargin(segment.y)))
}

/** Alike but for numbers, and at the same height: "Protokoll vom 14.11., Seite 2" and "…, Seite 3". */
const keyOf = (row: Row): string => `${Math.round(row.y / 4)} ${row.text.replace(NUMBER, '#')}`

function isPageNumber(text: string, margin: Placed, placed: readonly Placed[]): boolean {
  const match = PAGE_NUMBER.exec(text)
  if (!match) return false
  if (NAMED.test(text)) return true
  const offset = Number(match[1]) - margin.page
  if (offset === 1) return true
  return placed.some(({ page, row }) => {
    if (page === margin.page) return false
    return row.segments.some(segment => Number(PAGE_NUMBER.exec(segment.text)?.[1]) - page === offset)
  })
}
