import { act } from '../../../access/act.ts'
import { done } from '../../../ground/problems.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'
import { reportDue } from './model.ts'
import { insertReport, lockOwed, nextMeetingDay, type Owed } from './store.ts'

/**
 * Opens the report that somebody with a seat elsewhere owes after a meeting there: a commitment of that person in the
 * body that waits for it, due at its next meeting. Nothing of the meeting is told but whose it was and on which day.
 */
export const openReport = act('seat.report', {
  noun: 'commitment',
  subject: (viewer, owed: Owed) => lockOwed(viewer, owed),
  run: async (viewer, _owed, { seatId, meetingId, bodyId, personId, seatIn, day }) => {
    const language = languageOf(...viewer.network.languages)
    const wording = texts(language)('seats.report', { body: seatIn, day: dayText(language, day, 'short') })
    const dueOn = reportDue(day, await nextMeetingDay(viewer, bodyId))
    return done({ id: await insertReport(viewer, { seatId, meetingId, bodyId, personId, wording, dueOn }) })
  },
  about: ({ id }) => id,
})
