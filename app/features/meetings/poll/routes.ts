import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { answerPoll, answerPollByLink, askPoll, closePoll, remindPolled } from './acts.ts'
import { PollLinkPage } from './answer/pages.tsx'
import * as contract from './contract.ts'
import { findPollForm, findPollLink, findPollPage, findPolls } from './finds.ts'
import { PollNewPage } from './new/pages.tsx'
import { PollPage, PollsPage } from './pages.tsx'

export function pollDoors(): Door<Asker, Viewer>[] {
  const form = show({
    path: '/polls/new',
    input: contract.PollNewInput,
    output: contract.PollFormShown,
    find: findPollForm,
    page: PollNewPage,
  })
  const poll = show({
    path: '/polls/:id',
    input: contract.PollInput,
    output: contract.PollShown,
    find: findPollPage,
    page: PollPage,
  })
  const linked = show({
    path: '/links/poll/:secret',
    input: contract.PollLinkInput,
    output: contract.PollLinkShown,
    find: findPollLink,
    page: PollLinkPage,
  })
  return [
    show({
      path: '/polls',
      input: contract.PollListInput,
      output: contract.PollListShown,
      find: findPolls,
      page: PollsPage,
    }),
    form,
    submit({
      path: '/polls',
      input: contract.PollAsk,
      output: contract.PollAsked,
      act: askPoll,
      next: ({ id }) => ({ to: `/polls/${id}`, notice: 'poll.ask' }),
      again: form,
    }),
    poll,
    submit({
      path: '/polls/:id/answer',
      input: contract.PollSay,
      output: contract.PollWritten,
      act: answerPoll,
      next: ({ id }) => ({ to: `/polls/${id}#answer`, notice: 'poll.answer' }),
      again: poll,
    }),
    submit({
      path: '/polls/:id/reminder',
      input: contract.PollInput,
      output: contract.PollAsked,
      act: remindPolled,
      next: ({ id }) => ({ to: `/polls/${id}#people`, notice: 'poll.remind' }),
      again: poll,
    }),
    submit({
      path: '/polls/:id/closing',
      input: contract.PollClose,
      output: contract.PollClosed,
      act: closePoll,
      next: ({ id, meetingId }) =>
        meetingId
          ? { to: `/meetings/${meetingId}`, notice: 'poll.meeting' }
          : { to: `/polls/${id}`, notice: 'poll.close' },
      again: poll,
    }),
    linked,
    submit({
      path: '/links/poll/:secret',
      input: contract.PollSayByLink,
      output: contract.PollWritten,
      act: answerPollByLink,
      next: (_value, { secret }) => ({ to: `/links/poll/${secret}`, notice: 'poll.answer' }),
      again: linked,
    }),
  ]
}
