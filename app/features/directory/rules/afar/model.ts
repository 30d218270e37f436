import type { Day } from '../../../../ground/schema.ts'
import { type BodyRules, neededOf } from '../model.ts'

/** Answers to a resolution without a meeting, counted in votes. `missing` have not answered. */
export type CircularAnswers = {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly missing: number
  /** The time to answer is over. */
  readonly closed: boolean
}
export type Circular = {
  readonly result: 'accepted' | 'failed' | 'open' | 'not-provided'
  readonly needed: number
  readonly answered: number
  readonly basis: number
  readonly paragraph: string
}

/**
 * A resolution without a meeting (§ 32 (3) BGB: all members agree). It is open as long as answers that can still come
 * could decide otherwise.
 */
export function circular(rules: BodyRules, answers: CircularAnswers): Circular {
  const { kind, measure, participation, source } = rules.circular
  const { yes, no, abstain, missing, closed } = answers
  const basis = yes + no + abstain + missing
  const answered = yes + no + abstain
  const says = (result: Circular['result'], needed: number): Circular => ({
    ...{ result, needed, answered, basis, paragraph: source.paragraph },
  })
  if (kind === 'none') return says('not-provided', 0)
  if (kind === 'all') {
    if (no + abstain > 0 || basis === 0) return says('failed', basis)
    if (missing === 0) return says('accepted', basis)
    return says(closed ? 'failed' : 'open', basis)
  }
  if (!closed && missing > 0) return says('open', 0)
  const silent = kind === 'silence' ? missing : 0
  const enough = kind === 'silence' || answered >= neededOf(participation, basis)
  const counted = yes + silent + no + (rules.counting.abstentions ? abstain : 0)
  const needed = Math.max(1, neededOf(measure, counted))
  return says(enough && yes + silent >= needed ? 'accepted' : 'failed', needed)
}

/** Since when members may agree in text form instead of in writing: § 32 (3) BGB as of 1 January 2025. */
const TEXT_FORM_SINCE: Day = '2025-01-01'
/** Since when a meeting may be hybrid without a clause of the statute: § 32 (2) BGB as of 21 March 2023. */
const HYBRID_SINCE: Day = '2023-03-21'

/** The form in which an answer has to come: by the rules, else by the law of the day. */
export function circularForm(rules: BodyRules, day: Day): 'text' | 'writing' {
  if (rules.circular.form !== 'law') return rules.circular.form
  return day >= TEXT_FORM_SINCE ? 'text' : 'writing'
}

export type MeetingMode = 'in-person' | 'hybrid' | 'virtual'
export type ModeAllowed = {
  readonly allowed: boolean
  readonly reason: 'allowed' | 'not-provided' | 'not-decided' | 'law-of-the-day' | 'access-missing'
  readonly paragraph: string
}

/**
 * Whether a meeting may be held this way. `decided`: the members resolved it for meetings to come. The invitation has to
 * say how rights are exercised from afar (§ 32 (2) sentence 3 BGB), so it can not go without.
 */
export function modeAllowed(
  rules: BodyRules,
  mode: MeetingMode,
  { day, decided, access }: { day: Day; decided: boolean; access: boolean },
): ModeAllowed {
  const { source, ...kinds } = rules.attendance
  const says = (reason: ModeAllowed['reason']): ModeAllowed => ({
    ...{ allowed: reason === 'allowed', reason, paragraph: source.paragraph },
  })
  if (mode === 'in-person') return says('allowed')
  const kind = kinds[mode]
  if (kind === 'no') return says('not-provided')
  if (source.basis === 'law' && day < HYBRID_SINCE) return says('law-of-the-day')
  if (kind === 'decided' && !decided) return says('not-decided')
  return says(access ? 'allowed' : 'access-missing')
}
