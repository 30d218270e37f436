import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show } from '../../ui/doors.tsx'
import { HomeShown, PageInput, TextShown } from './contract.ts'
import { findHome } from './finds.ts'
import { AccessibilityPage, HomePage, ImprintPage, PrivacyPage } from './pages.tsx'

/** Where everybody begins, and the pages that the law wants on every site. */
export function homeDoors(): Door<Asker, Viewer>[] {
  const nothing = async () => ({})
  return [
    show({ path: '/', input: PageInput, output: HomeShown, find: findHome, page: HomePage }),
    show({ path: '/imprint', input: PageInput, output: TextShown, find: nothing, page: ImprintPage }),
    show({ path: '/privacy', input: PageInput, output: TextShown, find: nothing, page: PrivacyPage }),
    show({ path: '/accessibility', input: PageInput, output: TextShown, find: nothing, page: AccessibilityPage }),
  ]
}
