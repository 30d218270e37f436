import { Counters, formatNumber } from '../numbering.ts'
import type { Tag } from '../xml.ts'
import type { OdtLevel, OdtStyles } from './styles.ts'

/** Where a paragraph stands within lists: its level (0 outermost) and the mark to show, empty in a further paragraph. */
export type Place = { readonly depth: number; readonly label: string }

type Open = { readonly style: string | null; readonly counters: Counters; awaiting: boolean; header: boolean }

const BULLET = '-'
/** Numbers like "1.2.3" show at most ten levels. */
const MOST_SHOWN = 10

/** Follows the lists of a text and counts their items (ODF 1.3 part 3, 5.3). Cells and frames have lists of their own. */
export class OdtLists {
  readonly #styles: OdtStyles
  readonly #open: Open[] = []
  readonly #byId = new Map<string, Counters>()
  readonly #byStyle = new Map<string, Counters>()
  readonly #headings = new Counters()

  constructor(styles: OdtStyles) {
    this.#styles = styles
  }

  openList({ attributes }: Tag): void {
    const above = this.#open.at(-1)
    const style = attributes.get('text:style-name') ?? above?.style ?? null
    const counters = above?.counters ?? this.#continued(attributes, style) ?? new Counters()
    const id = attributes.get('xml:id')
    if (id !== undefined) this.#byId.set(id, counters)
    this.#byStyle.set(style ?? '', counters)
    this.#open.push({ style, counters, awaiting: false, header: false })
  }

  closeList(): void {
    this.#open.pop()
  }

  /** An item counts only when its first paragraph comes: one that just holds a deeper list has no number. */
  openItem({ name, attributes }: Tag): void {
    const list = this.#open.at(-1)
    if (!list) return
    list.awaiting = true
    list.header = name === 'text:list-header'
    const start = attributes.get('text:start-value')
    if (start !== undefined) list.counters.restart(this.#open.length - 1, Number(start))
  }

  /** The place of the next paragraph, null outside of lists. */
  nextParagraph(): Place | null {
    const list = this.#open.at(-1)
    if (!list) return null
    const depth = this.#open.length - 1
    if (!list.awaiting || list.header) return { depth, label: '' }
    list.awaiting = false
    const level = this.#styles.level(list.style, depth)
    if (!level || level.bullet) return { depth, label: BULLET }
    list.counters.next(depth, level.start)
    return { depth, label: numberOf(list.counters, depth, level, at => this.#styles.level(list.style, at)) }
  }

  /** The number of a heading that stands in no list; level 1 is outermost. Empty where headings have none. */
  nextHeading(level: number): string {
    const style = this.#styles.outline(level - 1)
    this.#headings.next(level - 1, style?.start ?? 1)
    return style ? numberOf(this.#headings, level - 1, style, at => this.#styles.outline(at)) : ''
  }

  #continued(attributes: Tag['attributes'], style: string | null): Counters | undefined {
    const list = attributes.get('text:continue-list')
    if (list !== undefined) return this.#byId.get(list)
    return attributes.get('text:continue-numbering') === 'true' ? this.#byStyle.get(style ?? '') : undefined
  }
}

function numberOf(
  counters: Counters,
  depth: number,
  level: OdtLevel,
  levelAt: (depth: number) => OdtLevel | null,
): string {
  if (level.format === 'none') return (level.prefix + level.suffix).trim()
  const first = Math.max(0, depth + 1 - Math.min(Math.max(1, level.shown), MOST_SHOWN))
  const numbers: string[] = []
  for (let at = first; at <= depth; at += 1) {
    const shown = levelAt(at)
    if (shown && !shown.bullet && shown.format !== 'none')
      numbers.push(formatNumber(counters.at(at, shown.start), shown.format))
  }
  return (level.prefix + numbers.join('.') + level.suffix).trim()
}
