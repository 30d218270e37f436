import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, file, show } from '../../ui/doors.tsx'
import { MorningInput, MorningShown } from './contract.ts'
import { findMorning } from './finds.ts'
import { HandoverFileInput, HandoverInput, HandoverShown } from './handover/contract.ts'
import { handoverFile } from './handover/documents.ts'
import { findHandover } from './handover/finds.ts'
import { HandoverPage } from './handover/pages.tsx'
import { MorningPage } from './pages.tsx'

/** The desk of the coordination: what the day asks, and what is handed over when somebody leaves. */
export function deskDoors(): Door<Asker, Viewer>[] {
  return [
    show({ path: '/morning', input: MorningInput, output: MorningShown, find: findMorning, page: MorningPage }),
    show({ path: '/handover', input: HandoverInput, output: HandoverShown, find: findHandover, page: HandoverPage }),
    file({ path: '/handover/:format', input: HandoverFileInput, find: handoverFile }),
  ]
}
