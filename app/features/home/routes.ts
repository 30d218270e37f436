import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show } from '../../ui/doors.tsx'
import { HomeShown, PageInput } from './contract.ts'
import { findHome } from './finds.ts'
import { HomePage } from './pages.tsx'

/** Where everybody begins. */
export function homeDoors(): Door<Asker, Viewer>[] {
  return [show({ path: '/', input: PageInput, output: HomeShown, find: findHome, page: HomePage })]
}
