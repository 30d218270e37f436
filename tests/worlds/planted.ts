import type { Viewer } from '../../app/access/viewer.ts'
import { visible } from '../../app/access/visible.ts'
import { plantFilter } from '../access/planted.ts'

/**
 * Faults that the comparison must notice. `filter`: an entry is shown whatever item it stands under. `wider`: an item
 * is shown to whom its meeting is shown, whatever its own audience. `expired`: rights are looked up for a day long
 * past, so that mandates that have ended still count (measure.ts).
 */
export const faults = ['filter', 'wider', 'expired'] as const
export type Fault = (typeof faults)[number]

/** Plants a fault in the filters; returns what puts it back. */
export function plant(fault: Fault | null): () => void {
  if (fault === 'filter') return plantFilter('filter')
  if (fault !== 'wider') return () => {}
  const kept = visible.agendaItems
  const wider = (viewer: Viewer) =>
    viewer.db
      .selectFrom('agenda_item')
      .where('agenda_item.network_id', '=', viewer.network.id)
      .where('agenda_item.meeting_id', 'in', visible.meetings(viewer).select('meeting.id'))
  Object.assign(visible, { agendaItems: wider })
  return () => Object.assign(visible, { agendaItems: kept })
}
