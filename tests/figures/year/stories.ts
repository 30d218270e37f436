import { Temporal } from 'temporal-polyfill'
import type { ConsequenceKind } from '../../../app/ground/schema/consequences.ts'
import type { Answer, Day, Report } from '../../../app/ground/schema.ts'

/** What happens to one commitment in a year, on days counted from its first; and what was agreed to follow. */
export type Story = {
  readonly dueOn: number
  readonly grace: number
  readonly kind: Exclude<ConsequenceKind, 'reminder'>
  readonly said: readonly { readonly day: number; readonly report?: Report; readonly answer?: Answer }[]
  /** The due day is moved once. */
  readonly moved: { readonly day: number; readonly dueOn: number } | null
  /** It is done or dropped, or what was agreed is stopped. */
  readonly ended: { readonly day: number; readonly how: 'done' | 'dropped' | 'stopped' } | null
}

export const DAYS = 365
const kinds = ['public_mark', 'agenda', 'letter', 'fallback_owner'] as const
const words = [
  ...[{ answer: 'promised' }, { answer: 'partly' }, { answer: 'refused' }, { answer: 'evasive' }, { answer: 'silent' }],
  ...[{ report: 'done' }, { report: 'can_not' }, { report: 'need_help' }, { report: 'under_way' }],
] as const satisfies readonly { report?: Report; answer?: Answer }[]

/** So many stories, the same for the same seed. */
export function stories(count: number, seed: number): Story[] {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const once = (share: number) => below(1000) < share * 1000
  return Array.from({ length: count }, () => {
    const dueOn = 5 + below(DAYS - 40)
    const grace = below(21)
    const day = (most: number) => 1 + below(most)
    return {
      ...{ dueOn, grace, kind: kinds[below(kinds.length)]! },
      said: Array.from({ length: below(3) }, () => ({ day: day(dueOn + 30), ...words[below(words.length)]! })),
      moved: once(0.2) ? { day: day(dueOn - 3), dueOn: dueOn + below(30) } : null,
      ended: once(0.15) ? { day: day(dueOn + 25), how: (['done', 'dropped', 'stopped'] as const)[below(3)]! } : null,
    }
  })
}

const binding = new Set<string | undefined>(['promised', 'partly', 'refused', 'done', 'can_not', 'need_help'])

/**
 * The model, day by day and without a shortcut: on which day it fires, null where it never does. What is said on a day
 * is said before anything fires on it.
 */
export function firesOnDay({ dueOn, grace, said, moved, ended }: Story): number | null {
  let due = dueOn
  let since = 0
  for (let day = 1; day <= DAYS; day++) {
    if (ended && ended.day <= day) return null
    if (moved?.day === day) {
      due = moved.dueOn
      since = day
    }
    const answered = said.some(
      one =>
        one.day <= day &&
        one.day >= since &&
        (binding.has(one.answer ?? one.report) || (one.report === 'under_way' && one.day > due)),
    )
    if (!answered && day >= due + grace + 1) return day
  }
  return null
}

/** The first day of the year that is played; both changes of the clock lie in it. */
export const dateOf = (day: number): Day => Temporal.PlainDate.from('2031-01-01').add({ days: day }).toString()
