import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id, Time } from '../../../ground/schema.ts'
import { rulesOfBody } from '../../directory/rules/finds.ts'
import type { BodyRules } from '../../directory/rules/model.ts'
import type { AttendanceShown, Attendee, QuorumShown } from './contract.ts'
import { quorumNow, saidIn, votesOf } from './model.ts'
import * as store from './store.ts'

/** A meeting that takes place: announced or held. Others have no attendance. */
export const takesPlace = ({ state }: Pick<store.WholeMeeting, 'state'>): boolean =>
  state === 'scheduled' || state === 'held'

/** A meeting with its body that the viewer sees as a whole; null where there is none for him. */
export const wholeMeeting = store.findWhole
/** Makes whoever records in a meeting at the same time wait. */
export const lockRoom = store.lockMeeting

/** The time of day in the network's zone, where the meeting is today. */
export function timeNow({ ground, network, today }: Viewer, { day }: Pick<store.WholeMeeting, 'day'>): Time | null {
  if (day !== today) return null
  return ground.clock.instant().toZonedDateTimeISO(network.timeZone).toPlainTime().toString().slice(0, 5)
}

/** Everything that says whether a body can decide now: rules and seats of the day, who is there, what was said. */
export async function roomOf(viewer: Viewer, meeting: store.WholeMeeting) {
  const day = meeting.day ?? viewer.today
  const version = await rulesOfBody(viewer, meeting.bodyId, day)
  const seats = await store.seatsOn(viewer, meeting.bodyId, day)
  const recorded = await store.recorded(viewer, meeting.id)
  const changes = await store.quorumChanges(viewer, meeting.id)
  const rules = version?.rules ?? null
  const said = saidIn(changes)
  return { rules, seats, recorded, changes, said, quorum: rules && quorumNow(rules, seats, recorded, said) }
}
export type Room = Awaited<ReturnType<typeof roomOf>>

/** A quorum with where its rule comes from. */
export function quorumShownOf(rules: BodyRules, quorum: NonNullable<Room['quorum']>): QuorumShown {
  const { paragraph: _paragraph, ...rest } = quorum
  return { ...rest, source: rules.quorum.source }
}

/** Who is there, for the network; null where a meeting does not take place or is not for the viewer. */
export async function findAttendance(viewer: Viewer, { id }: { id: Id }): Promise<AttendanceShown | null> {
  if (!viewer.member) return null
  const meeting = await store.findWhole(viewer, id)
  if (!meeting || !takesPlace(meeting)) return null
  const room = await roomOf(viewer, meeting)
  const { name, day, startTime, endTime, bodyId } = meeting
  const { rules, quorum, changes, said } = room
  return {
    meeting: { id, name, day, startTime, endTime },
    body: { id: bodyId, name: meeting.bodyName },
    today: day === viewer.today,
    quorum: rules && quorum && quorumShownOf(rules, quorum),
    said: { ...said, presumed: rules?.quorum.presumed ?? false, seconds: rules?.quorum.second ?? false },
    people: attendees(room, await store.letIn(viewer, id)),
    changes,
    zone: viewer.network.timeZone,
    can: {
      record: !meeting.approved && mayAct(viewer, 'attendance.record', { id, bodyId }),
      rules: mayAct(viewer, 'bodyRule.set', { bodyId }),
    },
  }
}

type Line = Pick<Attendee, 'personId' | 'name' | 'organization' | 'role'>

/** Everybody with a seat once, by name, then whoever else is let in by name or recorded. */
function attendees({ rules, seats, recorded }: Room, guests: readonly { id: Id; name: string }[]): Attendee[] {
  const votes = rules ? votesOf(rules, seats, recorded) : null
  const names = new Map(seats.map(({ personId, name }) => [personId, name]))
  const lines = new Map<Id, Line>()
  for (const { personId, name, organization, role } of [...seats].sort(byName))
    if (!lines.has(personId)) lines.set(personId, { personId, name, organization, role })
  for (const { id, name } of guests)
    if (!lines.has(id)) lines.set(id, { personId: id, name, organization: null, role: null })
  const lineOf = ({ personId, name, onBehalfOf }: store.Recorded): Line => ({
    ...{ personId, name, organization: onBehalfOf, role: null },
  })
  for (const row of [...recorded].sort(byName))
    if (row.personId !== null && !lines.has(row.personId)) lines.set(row.personId, lineOf(row))
  const rows = new Map(recorded.map(row => [row.personId, row]))
  const onlyNames = recorded.filter(({ personId }) => personId === null).sort(byName)
  return [
    ...[...lines.values()].map(line => shown(line, rows.get(line.personId))),
    ...onlyNames.map(row => shown(lineOf(row), row)),
  ]

  function shown(line: Line, row: store.Recorded | undefined): Attendee {
    const vote = line.personId === null ? undefined : votes?.get(line.personId)
    const by = row?.representedById ?? null
    const name = by === null ? undefined : names.get(by)
    return {
      ...line,
      ...{ recordId: row?.id ?? null, state: row?.state ?? null, cameAt: row?.cameAt ?? null },
      ...{ leftAt: row?.leftAt ?? null, votes: vote?.votes ?? null, reason: vote?.reason ?? null },
      representedBy: by !== null && name !== undefined ? { id: by, name } : null,
    }
  }
}
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'de')
