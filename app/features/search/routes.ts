import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show } from '../../ui/doors.tsx'
import { SearchInput, SearchShown } from './contract.ts'
import { findHits } from './finds.ts'
import { SearchPage } from './pages.tsx'

/** Everything that one sees, by its words. */
export function searchDoors(): Door<Asker, Viewer>[] {
  return [show({ path: '/search', input: SearchInput, output: SearchShown, find: findHits, page: SearchPage })]
}
