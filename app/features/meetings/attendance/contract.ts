import { z } from 'zod'
import { quorumChangeKinds } from '../../../ground/schema/meetings.ts'
import { membershipRoles } from '../../../ground/schema.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, named } from '../../../ground/shapes.ts'
import { bases, votersBy } from '../../directory/rules/model.ts'

const id = z.uuid('not-found')
const time = z
  .union([z.literal('').transform(() => null), z.null(), z.iso.time({ precision: -1, error: 'input-invalid' })])
  .default(null)
const one = z.union([z.literal('').transform(() => null), z.null(), z.uuid('choice-invalid')]).default(null)

export const AttendanceInput = z.object({ id })

/** What one tap says. `left`: was there and goes now; `none`: nothing is known, the record goes. */
export const attendanceTaps = ['present', 'excused', 'absent', 'guest', 'left', 'none'] as const
/** Of whom: a person with a seat or let in by name, or a record of somebody who is only a name here. */
const whom = { person: one, record: one }
export const AttendanceRecord = z.object({ id, ...whom, state: z.enum(attendanceTaps, 'choice-invalid') })
export type AttendanceRecord = z.infer<typeof AttendanceRecord>

/** Times are local to the network. `representedBy`: who sits or votes for somebody who is not there. */
export const AttendanceChange = z.object({ id, ...whom, cameAt: time, leftAt: time, representedBy: one })
export type AttendanceChange = z.infer<typeof AttendanceChange>

export const GuestAdd = z.object({ id, name: z.string().trim().min(1, 'input-missing').max(200, 'input-too-long') })
export type GuestAdd = z.infer<typeof GuestAdd>

export const QuorumDoubt = z.object({ id, said: z.enum(['doubted', 'presumed', 'second', 'first'], 'choice-invalid') })
export type QuorumDoubt = z.infer<typeof QuorumDoubt>

export const quorumShown = z.strictObject({
  met: z.boolean(),
  needed: z.int(),
  present: z.int(),
  basis: z.int(),
  by: z.enum(votersBy),
  reason: z.enum(['none', 'counted', 'second-meeting', 'presumed']),
  source: z.strictObject({ basis: z.enum(bases), paragraph: z.string() }),
})
export type QuorumShown = z.infer<typeof quorumShown>

export const meetingShown = z.strictObject({
  ...{ id: shape.id, name: z.string(), day: shape.day.nullable() },
  ...{ startTime: shape.time.nullable(), endTime: shape.time.nullable() },
})

const attendee = z.strictObject({
  personId: shape.id.nullable(),
  /** Null where nothing is recorded yet. */
  recordId: shape.id.nullable(),
  name: z.string(),
  organization: z.string().nullable(),
  /** Null for whoever has no seat. */
  role: z.enum(membershipRoles).nullable(),
  state: z.enum(['present', 'excused', 'absent', 'guest']).nullable(),
  cameAt: shape.time.nullable(),
  leftAt: shape.time.nullable(),
  representedBy: named.nullable(),
  /** How many votes he has now and why; null where he is not there, has no seat, or no rules stand. */
  votes: z.int().nullable(),
  reason: z
    .enum(['votes', 'no-vote', 'stands-in', 'nobody-to-stand-in-for', 'no-deputies', 'one-vote', 'interest'])
    .nullable(),
})

export const AttendanceShown = z.strictObject({
  meeting: meetingShown,
  body: named,
  /** The meeting is today: a tap knows what time it is. */
  today: z.boolean(),
  /** Null where the body has no rules. */
  quorum: quorumShown.nullable(),
  /** What can be said beside the count, by the rules, and what was. */
  said: z.strictObject({ presumed: z.boolean(), doubted: z.boolean(), seconds: z.boolean(), second: z.boolean() }),
  people: list(attendee),
  /** In the order in which it happened. */
  changes: list(
    z.strictObject({
      kind: z.enum(quorumChangeKinds),
      time: shape.time.nullable(),
      recordedAt: shape.timestamp,
      present: z.int().nullable(),
      needed: z.int().nullable(),
      basis: z.int().nullable(),
    }),
  ),
  zone: z.string(),
  can: z.strictObject({ record: z.boolean(), rules: z.boolean() }),
})
export type AttendanceShown = z.infer<typeof AttendanceShown>
export type Attendee = AttendanceShown['people'][number]
export const AttendanceWritten = z.strictObject({ id: shape.id })
