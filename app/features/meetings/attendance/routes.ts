import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { addGuest, changeAttendance, recordAttendance, sayOfQuorum } from './acts.ts'
import * as contract from './contract.ts'
import { findAttendance } from './finds.ts'
import { AttendancePage } from './pages.tsx'

/** Who is there, as it happens. */
export function attendanceDoors(): Door<Asker, Viewer>[] {
  const attendance = show({
    path: '/meetings/:id/attendance',
    input: contract.AttendanceInput,
    output: contract.AttendanceShown,
    find: findAttendance,
    page: AttendancePage,
  })
  const back = ({ id }: { id: string }, place: string) => ({ to: `/meetings/${id}/attendance#${place}` })
  return [
    attendance,
    submit({
      path: '/meetings/:id/attendance',
      input: contract.AttendanceRecord,
      output: contract.AttendanceWritten,
      act: recordAttendance,
      next: (value, { person, record }) => back(value, person ?? record ?? 'people'),
      again: attendance,
    }),
    submit({
      path: '/meetings/:id/attendance/times',
      input: contract.AttendanceChange,
      output: contract.AttendanceWritten,
      act: changeAttendance,
      next: (value, { person, record }) => back(value, person ?? record ?? 'people'),
      again: attendance,
    }),
    submit({
      path: '/meetings/:id/attendance/guests',
      input: contract.GuestAdd,
      output: contract.AttendanceWritten,
      act: addGuest,
      next: value => back(value, 'guests'),
      again: attendance,
    }),
    submit({
      path: '/meetings/:id/quorum',
      input: contract.QuorumDoubt,
      output: contract.AttendanceWritten,
      act: sayOfQuorum,
      next: value => back(value, 'quorum'),
      again: attendance,
    }),
  ]
}
