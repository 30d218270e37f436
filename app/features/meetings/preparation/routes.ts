import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { AgendaWritten } from '../agenda/contract.ts'
import { bringItem } from './acts.ts'
import * as contract from './contract.ts'
import { preparation } from './finds.ts'
import type { PreparationSlots } from './model.ts'
import { PreparationPage } from './pages.tsx'

/** What comes to a meeting before it is held. */
export function preparationDoors(slots: PreparationSlots): Door<Asker, Viewer>[] {
  return [
    show({
      path: '/meetings/:id/preparation',
      input: contract.PreparationInput,
      output: contract.PreparationShown,
      find: preparation(slots),
      page: PreparationPage,
    }),
    submit({
      path: '/meetings/:id/preparation',
      input: contract.ItemBring,
      output: AgendaWritten,
      act: bringItem(slots),
      next: ({ meetingId }, { idea, group }) => ({
        to: `/meetings/${meetingId}/preparation#${idea ?? group}`,
        notice: 'agendaItem.bring',
      }),
    }),
  ]
}
