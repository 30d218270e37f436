import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, feed, file, show, submit } from '../../ui/doors.tsx'
import { changeMeeting, planMeeting } from './acts.ts'
import { agendaDoors } from './agenda/routes.ts'
import { attendanceDoors } from './attendance/routes.ts'
import { changeAgendaItem } from './audience/acts.ts'
import { findItemForm, findReaders } from './audience/finds.ts'
import { AgendaItemChangePage, MeetingReadersPage } from './audience/pages.tsx'
import { subscribe, unsubscribe } from './calendar/acts.ts'
import * as calendar from './calendar/contract.ts'
import { findCalendarLink, findCalendars } from './calendar/finds.ts'
import { CalendarLinkPage, CalendarsPage } from './calendar/pages.tsx'
import { cancelMeeting } from './cancellation/acts.ts'
import * as cancellation from './cancellation/contract.ts'
import { findCancelForm } from './cancellation/finds.ts'
import { CancelPage } from './cancellation/pages.tsx'
import * as contract from './contract.ts'
import { agendaFile, attendanceFile } from './documents.ts'
import { bodyFeed, networkFeed, personFeed } from './feeds.ts'
import { findChangeForm, findMeetingList, findPlanForm, meetingPage } from './finds.ts'
import { answerByLink, answerInvitation, remindInvited, retryInvitation, sendInvitation } from './invitation/acts.ts'
import * as invitation from './invitation/contract.ts'
import { findInvitationLink, findLetterPage } from './invitation/finds.ts'
import { InvitationLinkPage, LetterPage } from './invitation/pages.tsx'
import type { MeetingSlots } from './model.ts'
import { MeetingPage, MeetingsPage } from './pages.tsx'
import { MeetingChangePage, MeetingNewPage } from './plan/pages.tsx'
import { pollDoors } from './poll/routes.ts'
import { preparationDoors } from './preparation/routes.ts'
import { proposalDoors } from './proposal/routes.ts'
import { seriesDoors } from './series/routes.ts'

export function meetingDoors(slots: MeetingSlots): Door<Asker, Viewer>[] {
  const planForm = show({
    path: '/meetings/new',
    input: contract.MeetingNewInput,
    output: contract.MeetingFormShown,
    find: findPlanForm,
    page: MeetingNewPage,
  })
  const changeForm = show({
    path: '/meetings/:id/change',
    input: contract.MeetingInput,
    output: contract.MeetingFormShown,
    find: findChangeForm,
    page: MeetingChangePage,
  })
  const itemForm = show({
    path: '/agenda/:id/change',
    input: contract.AgendaItemInput,
    output: contract.AgendaItemFormShown,
    find: findItemForm,
    page: AgendaItemChangePage,
  })
  const meetingShown = show({
    path: '/meetings/:id',
    input: contract.MeetingInput,
    output: contract.MeetingShown,
    find: meetingPage(slots),
    page: MeetingPage,
  })
  return [
    ...calendarDoors(),
    ...invitationDoors(meetingShown),
    ...agendaDoors(itemForm),
    ...attendanceDoors(),
    ...preparationDoors(slots),
    ...proposalDoors(),
    ...seriesDoors(),
    ...pollDoors(),
    show({
      path: '/meetings',
      input: contract.MeetingListInput,
      output: contract.MeetingList,
      find: findMeetingList,
      page: MeetingsPage,
    }),
    planForm,
    submit({
      path: '/meetings',
      input: contract.MeetingPlan,
      output: contract.MeetingWritten,
      act: planMeeting,
      next: ({ id }) => ({ to: `/meetings/${id}`, notice: 'meeting.plan' }),
      again: planForm,
    }),
    meetingShown,
    file({ path: '/meetings/:id/agenda/:format', input: contract.MeetingDocumentInput, find: agendaFile(slots) }),
    file({ path: '/meetings/:id/attendance-list/:format', input: contract.MeetingDocumentInput, find: attendanceFile }),
    changeForm,
    show({
      path: '/meetings/:id/readers',
      input: contract.MeetingInput,
      output: contract.MeetingReadersShown,
      find: findReaders,
      page: MeetingReadersPage,
    }),
    itemForm,
    submit({
      path: '/agenda/:id',
      input: contract.AgendaItemChange,
      output: contract.AgendaItemWritten,
      act: changeAgendaItem,
      next: ({ meetingId }) => ({ to: `/meetings/${meetingId}`, notice: 'agendaItem.change' }),
      again: itemForm,
    }),
    submit({
      path: '/meetings/:id',
      input: contract.MeetingChange,
      output: contract.MeetingWritten,
      act: changeMeeting,
      next: ({ id }) => ({ to: `/meetings/${id}`, notice: 'meeting.change' }),
      again: changeForm,
    }),
  ]
}

/** Letters to those who are invited, what they answer, and calling a meeting off. */
function invitationDoors(meeting: Extract<Door<Asker, Viewer>, { method: 'get' }>): Door<Asker, Viewer>[] {
  const letters = show({
    path: '/meetings/:id/invitation',
    input: invitation.InvitationInput,
    output: invitation.LetterPageShown,
    find: findLetterPage,
    page: LetterPage,
  })
  const linked = show({
    path: '/links/invitation/:secret',
    input: invitation.InvitationLinkInput,
    output: invitation.InvitationLinkShown,
    find: findInvitationLink,
    page: InvitationLinkPage,
  })
  const cancel = show({
    path: '/meetings/:id/cancellation',
    input: cancellation.CancelInput,
    output: cancellation.CancelShown,
    find: findCancelForm,
    page: CancelPage,
  })
  return [
    letters,
    submit({
      path: '/meetings/:id/invitation',
      input: invitation.InvitationSend,
      output: invitation.LetterSent,
      act: sendInvitation,
      next: ({ id }) => ({ to: `/meetings/${id}#invitations`, notice: 'invitation.send' }),
      again: letters,
    }),
    submit({
      path: '/meetings/:id/invitation/reminder',
      input: invitation.InvitationRemind,
      output: invitation.LetterSent,
      act: remindInvited,
      next: ({ id }) => ({ to: `/meetings/${id}#invitations`, notice: 'invitation.remind' }),
      again: letters,
    }),
    submit({
      path: '/meetings/:id/invitation/mails/:mailId/retry',
      input: invitation.InvitationRetry,
      output: contract.MeetingWritten,
      act: retryInvitation,
      next: ({ id }) => ({ to: `/meetings/${id}#invitations`, notice: 'invitation.retry' }),
      again: meeting,
    }),
    submit({
      path: '/meetings/:id/answer',
      input: invitation.InvitationAnswerInput,
      output: invitation.Answered,
      act: answerInvitation,
      next: (_value, { id }) => ({ to: `/meetings/${id}#answer`, notice: 'invitation.answer' }),
      again: meeting,
    }),
    linked,
    submit({
      path: '/links/invitation/:secret',
      input: invitation.InvitationAnswerByLink,
      output: invitation.Answered,
      act: answerByLink,
      next: (_value, { secret }) => ({ to: `/links/invitation/${secret}`, notice: 'invitation.answer' }),
      again: linked,
    }),
    cancel,
    submit({
      path: '/meetings/:id/cancellation',
      input: cancellation.MeetingCancel,
      output: cancellation.MeetingCancelled,
      act: cancelMeeting,
      next: ({ id }) => ({ to: `/meetings/${id}`, notice: 'meeting.cancel' }),
      again: cancel,
    }),
  ]
}

/** Calendars to subscribe to, and one's own links to them. */
function calendarDoors(): Door<Asker, Viewer>[] {
  const calendars = show({
    path: '/calendar',
    input: calendar.CalendarInput,
    output: calendar.CalendarShown,
    find: findCalendars,
    page: CalendarsPage,
  })
  return [
    calendars,
    feed({ path: '/calendar.ics', input: calendar.CalendarFeedInput, find: networkFeed }),
    feed({ path: '/bodies/:id/calendar.ics', input: calendar.BodyFeedInput, find: bodyFeed }),
    feed({ path: '/links/calendar/:secret/calendar.ics', input: calendar.LinkFeedInput, find: personFeed }),
    show({
      path: '/calendar/links/:secret',
      input: calendar.CalendarLinkInput,
      output: calendar.CalendarLinkShown,
      find: findCalendarLink,
      page: CalendarLinkPage,
    }),
    submit({
      path: '/calendar/links',
      input: calendar.Subscribe,
      output: calendar.Subscribed,
      act: subscribe,
      next: ({ secret }) => ({ to: `/calendar/links/${secret}` }),
      again: calendars,
    }),
    submit({
      path: '/calendar/links/:id/revocation',
      input: calendar.Unsubscribe,
      output: calendar.Unsubscribed,
      act: unsubscribe,
      next: () => ({ to: '/calendar', notice: 'calendar.unsubscribe' }),
      again: calendars,
    }),
  ]
}
