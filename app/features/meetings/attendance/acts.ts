import { act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id, Time } from '../../../ground/schema.ts'
import type { AttendanceChange, AttendanceRecord, GuestAdd, QuorumDoubt } from './contract.ts'
import { type Room, roomOf, takesPlace, timeNow } from './finds.ts'
import { turned } from './model.ts'
import * as store from './store.ts'

const meetingOf = async (viewer: Viewer, { id }: { id: Id }) => {
  const meeting = await store.findWhole(viewer, id)
  return meeting && { id, bodyId: meeting.bodyId, meeting }
}

type Written = { readonly id: Id }
type Recording = { readonly room: Room; readonly meeting: store.WholeMeeting }

/**
 * Changes who is there and looks at the quorum before and after: where it is lost or found, that is kept with the
 * numbers of the moment. `at`: when it happened, null where nobody said.
 */
async function recording(
  viewer: Viewer,
  meeting: store.WholeMeeting,
  write: (now: Recording) => Promise<Outcome<{ at: Time | null }>>,
): Promise<Outcome<Written>> {
  const { id } = meeting
  if (!takesPlace(meeting)) return refused('meeting-not-open')
  if (meeting.approved) return refused('minutes-approved')
  await store.lockMeeting(viewer, id)
  const room = await roomOf(viewer, meeting)
  const written = await write({ room, meeting })
  if (!written.ok) return written
  const after = await roomOf(viewer, meeting)
  const turn = room.quorum && after.quorum && turned(room.quorum, after.quorum)
  if (!turn || !after.quorum) return done({ id })
  const { present, needed, basis } = after.quorum
  await store.insertQuorumChange(viewer, id, { kind: turn, clock_time: written.value.at, present, needed, basis })
  return done({ id })
}

/** Who is meant: a person with a seat or let in by name, or somebody who is only a name here; null for anybody else. */
async function meant(viewer: Viewer, { room, meeting }: Recording, of: { person: Id | null; record: Id | null }) {
  const row = room.recorded.find(one =>
    of.record ? one.id === of.record : one.personId === of.person && of.person !== null,
  )
  const personId = row ? row.personId : of.person
  const seat = room.seats.find(one => one.personId === personId)
  if (row || seat) return { row, seat, personId, name: row?.name ?? seat!.name }
  const guest = (await store.letIn(viewer, meeting.id)).find(({ id }) => id === personId)
  return guest ? { row, seat, personId, name: guest.name } : null
}

/**
 * Says in one word of somebody that he is there, excused, absent or gone. Whoever comes after the meeting began has a time,
 * and so has whoever goes; of a meeting of another day times are told by `attendance.change`. Who has no seat is a guest
 * or not recorded at all: an excuse would tell of a closed item that he was asked to come. Problems: `meeting-not-open`,
 * `minutes-approved`, `person-unknown`, `choice-invalid`, `input-missing` (gone, and nobody knows when).
 */
export const recordAttendance = act('attendance.record', {
  noun: 'meeting',
  subject: (viewer, input: AttendanceRecord) => meetingOf(viewer, input),
  run: (viewer, { person, record, state }, { meeting }) =>
    recording(viewer, meeting, async now => {
      const who = await meant(viewer, now, { person, record })
      if (!who) return refused('person-unknown')
      const { row, seat, personId, name } = who
      const at = timeNow(viewer, meeting)
      if (state === 'none') {
        if (row) await store.deleteRecord(viewer, row.id)
        return done({ at })
      }
      if (state === 'left') {
        if (!row || !(row.state === 'present' || row.state === 'guest')) return refused('choice-invalid')
        if (at === null) return refused('input-missing', { field: 'leftAt' })
        if (row.leftAt === null) await store.updateRecord(viewer, row.id, { left_at: at })
        return done({ at })
      }
      if (!seat && state !== 'guest' && personId !== null) return refused('choice-invalid')
      const wasThere = row?.state === 'present' || row?.state === 'guest'
      const isThere = state === 'present' || state === 'guest'
      const came = wasThere ? (row?.cameAt ?? null) : late(at, meeting.startTime)
      const fields = { state, came_at: isThere ? came : null, left_at: null }
      if (row) await store.updateRecord(viewer, row.id, fields)
      else
        await store.insertRecord(viewer, meeting.id, {
          ...{ person_id: personId, name, on_behalf_of: seat?.organization ?? null, ...fields },
        })
      return done({ at })
    }),
})

/** Who is there when it begins has no time. */
const late = (at: Time | null, start: Time | null): Time | null => (at && start && at > start ? at : null)

/**
 * When somebody came and went, and who sits or votes for him. Problems: as above; `input-invalid` (gone before he came,
 * or times of somebody who was not there), `choice-invalid` (nobody stands in for himself or for a guest).
 */
export const changeAttendance = act('attendance.change', {
  noun: 'meeting',
  subject: (viewer, input: AttendanceChange) => meetingOf(viewer, input),
  run: (viewer, { person, record, cameAt, leftAt, representedBy }, { meeting }) =>
    recording(viewer, meeting, async now => {
      const who = await meant(viewer, now, { person, record })
      if (!who) return refused('person-unknown')
      const { row, seat, personId, name } = who
      const there = row?.state === 'present' || row?.state === 'guest'
      if (!there && (cameAt || leftAt)) return refused('input-invalid', { field: cameAt ? 'cameAt' : 'leftAt' })
      if (cameAt && leftAt && leftAt < cameAt) return refused('input-invalid', { field: 'leftAt' })
      const standsIn = representedBy === null || now.room.seats.some(one => one.personId === representedBy)
      if (!standsIn || (representedBy !== null && (!seat || representedBy === personId)))
        return refused('choice-invalid', { field: 'representedBy' })
      const fields = { came_at: cameAt, left_at: leftAt, represented_by_id: representedBy }
      if (row) await store.updateRecord(viewer, row.id, fields)
      else if (seat)
        await store.insertRecord(viewer, meeting.id, {
          ...{ person_id: personId, name, on_behalf_of: seat.organization, state: 'excused', ...fields },
        })
      else return refused('choice-invalid')
      return done({ at: changedTime(row, { cameAt, leftAt }) ?? timeNow(viewer, meeting) })
    }),
})

/** Of two times the one that is new. */
function changedTime(
  row: store.Recorded | undefined,
  { cameAt, leftAt }: { cameAt: Time | null; leftAt: Time | null },
) {
  if (leftAt !== null && leftAt !== row?.leftAt) return leftAt
  return cameAt !== null && cameAt !== row?.cameAt ? cameAt : null
}

/** Writes down somebody who came and whom nobody here knows by more than the name. Problems: as above. */
export const addGuest = act('attendance.record', {
  noun: 'meeting',
  subject: (viewer, input: GuestAdd) => meetingOf(viewer, input),
  run: (viewer, { name }, { meeting }) =>
    recording(viewer, meeting, async ({ room }) => {
      if (room.seats.some(seat => seat.name === name)) return refused('guest-has-seat', { field: 'name' })
      const at = timeNow(viewer, meeting)
      await store.insertRecord(viewer, meeting.id, {
        ...{ person_id: null, name, state: 'guest', on_behalf_of: null },
        ...{ came_at: late(at, meeting.startTime), left_at: null },
      })
      return done({ at })
    }),
})

/**
 * Says what no count says: that somebody doubts a presumed quorum, or that this is a second meeting on the same matter,
 * which decides whoever comes; and takes it back. Problems: `meeting-not-open`, `minutes-approved`, `choice-invalid` (the
 * rules know no such thing), `already-done`.
 */
export const sayOfQuorum = act('quorum.doubt', {
  noun: 'meeting',
  subject: (viewer, input: QuorumDoubt) => meetingOf(viewer, input),
  run: (viewer, { said }, { meeting }) =>
    recording(viewer, meeting, async ({ room }) => {
      const aboutSecond = said === 'second' || said === 'first'
      const known = aboutSecond ? room.rules?.quorum.second : room.rules?.quorum.presumed
      if (!known) return refused('choice-invalid')
      const now = aboutSecond ? room.said.second : room.said.doubted
      if (now === (said === 'second' || said === 'doubted')) return refused('already-done')
      const at = timeNow(viewer, meeting)
      const nothing = { present: null, needed: null, basis: null }
      await store.insertQuorumChange(viewer, meeting.id, { kind: said, clock_time: at, ...nothing })
      return done({ at })
    }),
})
