import { z } from 'zod'
import { pollAnswers, pollKinds, pollVotes } from '../../../ground/schema/polls.ts'
import * as shape from '../../../ground/shapes.ts'
import { box, list, named, secret, text } from '../../../ground/shapes.ts'
import { bodyAudiences } from '../../directory/model.ts'
import {
  choicesIn,
  DATE_CHOICE,
  DAY_ROWS,
  type DateChoice,
  dateChoice,
  FEWEST_CHOICES,
  MOST_CHOICES,
  MOST_INVITEES,
} from './model.ts'

const id = z.uuid('not-found')

export const PollListInput = z.object({})
export const PollInput = z.object({ id })

const day = z.iso.date()
const time = z.iso.time({ precision: -1 })

/** What the rows of the form hold so far. `wrong`: a row that can not be; it is left out of `days`. */
export const PollNewInput = z
  .object({ body: z.uuid().optional().catch(undefined), kind: z.enum(pollKinds).default('date').catch('date') })
  .loose()
  .transform(({ body, kind, ...rest }) => {
    const rows = Array.from({ length: DAY_ROWS }, (_, at) => rowOf(rest, at + 1)).filter(row => row !== null)
    const sound = rows.filter(row => row !== 'wrong')
    const days = [...new Map(sound.map(row => [JSON.stringify(row), row])).values()]
    return { body, kind, days: days.toSorted(byTime), wrong: rows.includes('wrong') }
  })
export type PollNewInput = z.infer<typeof PollNewInput>

function rowOf(fields: Record<string, unknown>, at: number): DateChoice | 'wrong' | null {
  const [on, from, until] = ['day', 'from', 'until'].map(name => fields[`${name}${at}`] || null)
  if (!on && !from && !until) return null
  if (!day.safeParse(on).success) return 'wrong'
  if ((from && !time.safeParse(from).success) || (until && !time.safeParse(until).success)) return 'wrong'
  const row = { day: String(on), startTime: from ? String(from) : null, endTime: until ? String(until) : null }
  return inOrder(row) ? row : 'wrong'
}
const inOrder = ({ startTime, endTime }: DateChoice) => !endTime || (startTime !== null && endTime > startTime)
const byTime = (a: DateChoice, b: DateChoice) =>
  `${a.day}${a.startTime ?? ''}`.localeCompare(`${b.day}${b.startTime ?? ''}`)

const dates = z
  .union([z.string().transform(one => [one]), z.array(z.string())])
  .default([])
  .pipe(z.array(z.string().regex(DATE_CHOICE, 'day-invalid')).max(DAY_ROWS * 3, 'input-too-long'))
  .transform(words => [...new Set(words)].map(dateChoice).filter(one => one !== null))
  .refine(all => all.every(one => day.safeParse(one.day).success && inOrder(one)), 'day-invalid')
const people = z
  .union([
    z.literal('').transform(() => []),
    z.uuid('person-unknown').transform(one => [one]),
    z.array(z.uuid('person-unknown')),
  ])
  .default([])
  .refine(all => all.length <= MOST_INVITEES, 'input-too-long')
  .transform(all => [...new Set(all)])

/** `dates` as `2026-11-30 18:00-20:00`; of an opinion `votes` for yes, no and abstain, or `options`, one a line. */
export const PollAsk = z
  .object({
    bodyId: z.uuid('body-missing'),
    kind: z.enum(pollKinds, 'choice-invalid'),
    question: text(200),
    wording: text(2000),
    place: text(300),
    audience: z.enum(bodyAudiences, 'choice-invalid'),
    withoutAdministration: box,
    untilDay: z.iso.date('day-invalid'),
    dates,
    form: z.enum(['votes', 'options'], 'choice-invalid').default('votes'),
    options: text(2500),
    people,
  })
  .superRefine(({ kind, question, dates, form, options, people }, context) => {
    const wrong = (message: string, field: string) => context.addIssue({ code: 'custom', message, path: [field] })
    if (people.length === 0) wrong('input-missing', 'people')
    if (kind === 'date' && dates.length < FEWEST_CHOICES) wrong('input-missing', 'dates')
    if (kind === 'opinion' && !question) wrong('input-missing', 'question')
    if (kind === 'date' || form === 'votes') return
    const all = choicesIn(options)
    if (all.length < FEWEST_CHOICES) wrong('input-missing', 'options')
    if (all.length > MOST_CHOICES || all.some(one => one.length > 200)) wrong('input-too-long', 'options')
  })
export type PollAsk = z.infer<typeof PollAsk>

/**
 * Beside these, of a date poll one field a date: its id, with `yes`, `maybe`, `no` or nothing. Of an opinion `choice` is
 * the one that is chosen.
 */
const said = { choice: z.union([z.literal('').transform(() => null), id]).default(null), note: text(500) }
const answers = <T extends Record<string, unknown>>(fields: T) =>
  Object.entries(fields).flatMap(([name, value]) =>
    z.uuid().safeParse(name).success && z.enum(pollAnswers).safeParse(value).success
      ? [[name, value as (typeof pollAnswers)[number]] as const]
      : [],
  )
export const PollSay = z
  .object({ id, ...said })
  .loose()
  .transform(({ id, choice, note, ...rest }) => ({ id, choice, note, answers: Object.fromEntries(answers(rest)) }))
export type PollSay = z.infer<typeof PollSay>
export const PollSayByLink = z
  .object({ secret, ...said })
  .loose()
  .transform(({ secret, choice, note, ...rest }) => ({
    ...{ secret, choice, note },
    answers: Object.fromEntries(answers(rest)),
  }))
export type PollSayByLink = z.infer<typeof PollSayByLink>

/** Nothing chosen closes without a result. */
export const PollClose = z.object({ id, choice: z.union([z.literal('').transform(() => null), id]).default(null) })
export type PollClose = z.infer<typeof PollClose>
export const PollLinkInput = z.object({ secret })

const when = { day: shape.day.nullable(), startTime: shape.time.nullable(), endTime: shape.time.nullable() }
const choice = z.strictObject({
  ...{ id: shape.id, ...when, label: z.string().nullable(), vote: z.enum(pollVotes).nullable() },
  holiday: z.string().nullable(),
  schoolHoliday: z.string().nullable(),
})
export type ChoiceShown = z.infer<typeof choice>

const saidShown = z.strictObject({
  answers: z.record(z.string(), z.enum(pollAnswers)),
  note: z.string().nullable(),
  channel: z.enum(['link', 'account']),
  at: shape.timestamp,
})
export type SaidShown = z.infer<typeof saidShown>

const head = {
  id: shape.id,
  kind: z.enum(pollKinds),
  question: z.string(),
  untilDay: shape.day,
  closedAt: shape.timestamp.nullable(),
}

export const PollListShown = z.strictObject({
  open: list(z.strictObject({ ...head, body: named.nullable(), answered: z.boolean().nullable() })),
  closed: list(z.strictObject({ ...head, body: named.nullable(), answered: z.boolean().nullable() })),
  can: z.strictObject({ ask: z.boolean() }),
})
export type PollListShown = z.infer<typeof PollListShown>

export const PollFormShown = z.strictObject({
  bodies: list(named.extend({ audience: z.enum(bodyAudiences), withoutAdministration: z.boolean() })),
  bodyId: shape.id.nullable(),
  kind: z.enum(pollKinds),
  days: list(
    z.strictObject({
      ...{ day: shape.day, startTime: shape.time.nullable(), endTime: shape.time.nullable() },
      ...{ holiday: z.string().nullable(), schoolHoliday: z.string().nullable(), taken: named.nullable() },
    }),
  ),
  wrong: z.boolean(),
  /** Members of the body first, then its deputies, then everybody else. */
  people: list(named.extend({ part: z.enum(['member', 'deputy', 'other']), reachable: z.boolean() })),
  today: shape.day,
})
export type PollFormShown = z.infer<typeof PollFormShown>

const sum = z.strictObject({ yes: z.int(), maybe: z.int(), no: z.int() })
export const PollShown = z.strictObject({
  ...head,
  ...{
    wording: z.string().nullable(),
    place: z.string().nullable(),
    body: named.nullable(),
    audience: z.enum(bodyAudiences),
  },
  withoutAdministration: z.boolean(),
  zone: z.string(),
  choices: list(choice.extend({ sum: sum.nullable(), best: z.boolean(), chosen: z.boolean() })),
  /** One's own answer; null for whoever is not asked. */
  own: z.strictObject({ said: saidShown.nullable() }).nullable(),
  /** Everybody who is asked; null for whoever is asked and does not belong to the body. */
  invitees: list(
    z.strictObject({
      person: named,
      said: saidShown.nullable(),
      /** For those who ask: whether the last mail left; null where there was none. */
      mail: z.enum(['waiting', 'sent', 'failed', 'shown', 'gone']).nullable(),
    }),
  ).nullable(),
  /** The meeting that came of it, where it is for the viewer. */
  meeting: named.nullable(),
  /** The draft that would get the day. */
  draft: named.nullable(),
  reminded: z.boolean(),
  can: z.strictObject({ remind: z.boolean(), close: z.boolean() }),
})
export type PollShown = z.infer<typeof PollShown>

export const PollLinkShown = z.strictObject({
  ...{ kind: z.enum(pollKinds), question: z.string(), wording: z.string().nullable(), place: z.string().nullable() },
  ...{ name: z.string(), zone: z.string(), untilDay: shape.day, expiresAt: shape.timestamp },
  choices: list(choice),
  said: saidShown.nullable(),
  /** Null while it is open; then what was chosen, if anything. */
  closed: z.strictObject({ chosen: choice.nullable() }).nullable(),
})
export type PollLinkShown = z.infer<typeof PollLinkShown>

export const PollWritten = z.strictObject({ id: shape.id })
export const PollAsked = z.strictObject({ id: shape.id, sent: z.int() })
export const PollClosed = z.strictObject({ id: shape.id, meetingId: shape.id.nullable() })
