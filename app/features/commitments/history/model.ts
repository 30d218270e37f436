import type { ConsequenceShown } from '../consequence/contract.ts'
import type { SentLetter } from '../model.ts'
import type { By, EventShown } from './contract.ts'

/**
 * A history with what was agreed to follow and the letters that went out: the records tell themselves when they were agreed, stopped or fired, so that
 * nothing is written twice. What happened at the same instant stands behind what was there.
 */
export function historyWith(
  events: readonly EventShown[],
  consequences: readonly ConsequenceShown[],
  letters: readonly SentLetter[] = [],
): EventShown[] {
  const added = [...consequences.flatMap(eventsOf), ...letters.map(letterEvent)]
  if (added.length === 0) return [...events]
  const rows = [...events, ...added].map(event => ({ event, at: Date.parse(event.at) }))
  // Sorting keeps the order of what is of one instant.
  return rows.sort((a, b) => a.at - b.at).map(({ event }) => event)
}

const letterEvent = ({ by, ...letter }: SentLetter): EventShown => ({
  ...{ ...letter, kind: 'letter', by: { kind: 'person', name: by }, source: null },
})

function eventsOf({ id, kind, agreed, fired, stopped }: ConsequenceShown): EventShown[] {
  const of = (at: string, by: By) => ({ id, at, by, source: null, consequence: kind })
  const person = (by: { name: string } | null): By => ({ kind: 'person', name: by?.name ?? null })
  return [
    { ...of(agreed.at, person(agreed.by)), kind: 'agreed' },
    ...(fired ? [{ ...of(fired.at, { kind: 'system', name: null }), kind: 'fired' as const }] : []),
    ...(stopped ? [{ ...of(stopped.at, person(stopped.by)), kind: 'stopped' as const, sentence: stopped.reason }] : []),
  ]
}
