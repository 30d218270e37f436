import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { addAgendaItem, placeAgendaItem, removeAgendaItem, reviseAgendaItem } from './acts.ts'
import * as contract from './contract.ts'
import { findAgenda } from './finds.ts'
import { AgendaPage } from './pages.tsx'

/** Where an agenda is worked on. `itemForm`: the page of one item, told again what was wrong there. */
export function agendaDoors(itemForm: Extract<Door<Asker, Viewer>, { method: 'get' }>): Door<Asker, Viewer>[] {
  const agenda = show({
    path: '/meetings/:id/agenda',
    input: contract.AgendaInput,
    output: contract.AgendaShown,
    find: findAgenda,
    page: AgendaPage,
  })
  return [
    agenda,
    submit({
      path: '/meetings/:id/agenda',
      input: contract.AgendaItemAdd,
      output: contract.AgendaWritten,
      act: addAgendaItem,
      next: ({ id, meetingId }) => ({ to: `/meetings/${meetingId}/agenda#${id}`, notice: 'agendaItem.add' }),
      again: agenda,
    }),
    submit({
      path: '/agenda/:id/content',
      input: contract.AgendaItemRevise,
      output: contract.AgendaWritten,
      act: reviseAgendaItem,
      next: ({ id, meetingId }) => ({ to: `/meetings/${meetingId}/agenda#${id}`, notice: 'agendaItem.revise' }),
      again: itemForm,
    }),
    submit({
      path: '/agenda/:id/place',
      input: contract.AgendaItemPlace,
      output: contract.AgendaWritten,
      act: placeAgendaItem,
      next: ({ id, meetingId }) => ({ to: `/meetings/${meetingId}/agenda#${id}` }),
    }),
    submit({
      path: '/agenda/:id/removal',
      input: contract.AgendaItemRemove,
      output: contract.AgendaWritten,
      act: removeAgendaItem,
      next: ({ meetingId }) => ({ to: `/meetings/${meetingId}/agenda`, notice: 'agendaItem.remove' }),
    }),
  ]
}
