import type { Entry, Lines } from '../reading.ts'

/**
 * An entry as a rule finds it, before rules are weighed against each other: where it stands (block, offsets in the
 * block's text) beside what it says. Without agenda item and doubts, which are the same for every rule.
 */
export type Found = {
  [K in Entry['kind']]: Omit<Extract<Entry, { kind: K }>, 'agendaItem' | 'doubts'> & Place
}[Entry['kind']]

export type FoundOf<K extends Entry['kind']> = Extract<Found, { kind: K }>

export type Place = {
  readonly block: number
  readonly begin: number
  readonly end: number
  readonly text: string
  readonly lines: Lines
}
