import { datesIn } from '../../../language/dates.ts'
import { timesIn } from '../../../language/times.ts'
import type { DecisionResult, Votes, When } from '../reading.ts'

/** What stands where nobody or no day was named. */
const OPEN = 'offen'

const RESULTS: Readonly<Record<string, DecisionResult>> = {
  einstimmig: 'unanimous',
  angenommen: 'accepted',
  abgelehnt: 'rejected',
  'im Konsens': 'consensus',
}

export const resultOf = (said: string): DecisionResult | null => (Object.hasOwn(RESULTS, said) ? RESULTS[said]! : null)

const COUNTS = /(\d{1,6}) (Ja|Nein|Enthaltung)/g

/** "5 Ja, 0 Nein, 1 Enthaltung" */
export function votesOf(said: string | undefined): Votes | null {
  if (said === undefined) return null
  const counts = new Map(Array.from(said.matchAll(COUNTS), match => [match[2]!, Number(match[1])]))
  const of = (word: string) => counts.get(word) ?? null
  return counts.size === 0 ? null : { yes: of('Ja'), no: of('Nein'), abstain: of('Enthaltung') }
}

export const ownersOf = (said: string): string[] => (said === OPEN ? [] : partsOf(said))

/** A day where the words name one and nothing else, else the words alone; null where nobody said when. */
export function dueOf(said: string, reference: string | null): When | null {
  if (said === OPEN) return null
  const [date, more] = datesIn(said, reference)
  const exact = date?.from && !more && date.at === 0 && date.end >= said.length
  if (!exact) return { words: said, from: null, until: null, start: null, end: null }
  return { words: said, from: date.from, until: date.until, start: null, end: null }
}

/** "Dienstag, 3. März 2026, 18:00–20:00 Uhr"; a span as "3. März 2026 bis 5. März 2026". */
export function whenOf(said: string, reference: string | null): When {
  const days = datesIn(said, reference).filter(({ from }) => from !== null)
  const [time] = timesIn(said)
  return {
    words: said,
    from: days[0]?.from ?? null,
    until: days[0]?.until ?? days[1]?.from ?? null,
    start: time?.start ?? null,
    end: time?.until ?? null,
  }
}

/** Divided by commas, those in brackets aside. */
export function partsOf(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= list.length; at++) {
    const sign = list[at]
    if (sign === '(') depth += 1
    if (sign === ')') depth = Math.max(0, depth - 1)
    if (sign !== undefined && (sign !== ',' || depth > 0)) continue
    parts.push(list.slice(from, at).trim())
    from = at + 1
  }
  return parts.filter(part => part !== '')
}

const ORGANISATION = /^([^(]{1,200}) \((.{1,300})\)$/u

/** "Mila Kern (Stadt Lindau)" */
export function personOf(said: string): { name: string; onBehalfOf: string | null } {
  const match = ORGANISATION.exec(said)
  return match ? { name: match[1]!, onBehalfOf: match[2]! } : { name: said, onBehalfOf: null }
}
