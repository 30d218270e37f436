import type { Schema, TableName } from '../../app/ground/schema.ts'
import type { Expected, Visitor } from './expected.ts'

type Rows = { readonly [T in TableName]: readonly Schema[T][] }

/** What forms and pages of a body's work ask for beside seeing the record (`DoorCase.also`). */
export const coordinates = (_visitor: Visitor, _row: object, _rows: Rows, { facts }: Expected) => facts.coordinator
/** Of a seat in a body. */
export const coordinatesSeat = (_visitor: Visitor, row: { body_id: string | null }, _rows: Rows, { facts }: Expected) =>
  facts.coordinator && row.body_id !== null
export const leads = (_visitor: Visitor, row: { body_id: string | null }, _rows: Rows, { facts }: Expected) =>
  facts.coordinator || (row.body_id !== null && facts.leads.includes(row.body_id))

export const leadsWhole = (visitor: Visitor, row: Schema['meeting'], rows: Rows, expected: Expected) =>
  expected.whole(row) && leads(visitor, row, rows, expected)
export const leadsStanding = (visitor: Visitor, row: Schema['meeting'], rows: Rows, expected: Expected) =>
  row.state !== 'cancelled' && leadsWhole(visitor, row, rows, expected)
/** What comes to a meeting is told to members, until it was held. */
export const comesTo = (_visitor: Visitor, row: Schema['meeting'], _rows: Rows, expected: Expected) =>
  expected.whole(row) && expected.facts.belongs && (row.state === 'draft' || row.state === 'scheduled')
/** Members of the body propose items for its meetings. */
export const belongsWhole = (_visitor: Visitor, row: Schema['meeting'], _rows: Rows, expected: Expected) =>
  expected.whole(row) &&
  (expected.facts.coordinator ||
    expected.facts.bodies.includes(row.body_id) ||
    expected.facts.leads.includes(row.body_id))
export const callsFor = (visitor: Visitor, row: Schema['meeting'], rows: Rows, expected: Expected) =>
  row.state !== 'held' && leadsStanding(visitor, row, rows, expected)
/** Minutes are written by the members of the body, until the meeting was held. */
export const writes = (visitor: Visitor, row: Schema['meeting'], rows: Rows, expected: Expected) =>
  row.state !== 'held' && row.state !== 'cancelled' && belongsWhole(visitor, row, rows, expected)
