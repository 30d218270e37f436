import type { ConditionShown } from '../condition/contract.ts'
import type { ConsequenceShown } from '../consequence/contract.ts'
import type { SentLetter } from '../model.ts'
import type { By, EventShown } from './contract.ts'

type Beside = {
  readonly consequences?: readonly ConsequenceShown[]
  readonly conditions?: readonly ConditionShown[]
  readonly letters?: readonly SentLetter[]
}

/**
 * A history with what was agreed to follow, what it hangs on and the letters that went out: the records tell themselves
 * when they were agreed, answered, stopped or fired, so that nothing is written twice. What happened at the same instant
 * stands behind what was there.
 */
export function historyWith(
  events: readonly EventShown[],
  { consequences = [], conditions = [], letters = [] }: Beside,
): EventShown[] {
  const added = [...conditions.flatMap(stepsOf), ...consequences.flatMap(eventsOf), ...letters.map(letterEvent)]
  if (added.length === 0) return [...events]
  const rows = [...events, ...added].map(event => ({ event, at: Date.parse(event.at) }))
  // Sorting keeps the order of what is of one instant.
  return rows.sort((a, b) => a.at - b.at).map(({ event }) => event)
}

const person = (by: { name: string } | null): By => ({ kind: 'person', name: by?.name ?? null })

/** A question of its own begins where "not yet" was said: that it was named anew would be told twice. */
function stepsOf(
  { id, wording, asked, askOn, state, named, sent, answered }: ConditionShown,
  at: number,
  all: readonly ConditionShown[],
) {
  const of = { id, kind: 'condition' as const, source: null, asked: asked?.name ?? null, sentence: null, day: null }
  const system: By = { kind: 'system', name: null }
  const follows = all[at - 1]?.state === 'not_yet'
  const steps: EventShown[] = []
  if (!follows) steps.push({ ...of, step: 'named', at: named.at, by: person(named.by), sentence: wording, day: askOn })
  if (sent) steps.push({ ...of, step: 'asked', at: sent.at, by: system })
  if (!answered) return steps
  const day = state === 'not_yet' ? (all[at + 1]?.askOn ?? null) : answered.metOn
  const { at: when, by, sentence } = answered
  return [...steps, { ...of, step: state, at: when, by: person(by), sentence, day }]
}

const letterEvent = ({ by, ...letter }: SentLetter): EventShown => ({
  ...{ ...letter, kind: 'letter', by: { kind: 'person', name: by }, source: null },
})

function eventsOf({ id, kind, agreed, fired, stopped }: ConsequenceShown): EventShown[] {
  const of = (at: string, by: By) => ({ id, at, by, source: null, consequence: kind })
  return [
    { ...of(agreed.at, person(agreed.by)), kind: 'agreed' },
    ...(fired ? [{ ...of(fired.at, { kind: 'system', name: null }), kind: 'fired' as const }] : []),
    ...(stopped ? [{ ...of(stopped.at, person(stopped.by)), kind: 'stopped' as const, sentence: stopped.reason }] : []),
  ]
}
