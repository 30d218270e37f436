import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import { changeNetwork, changeOperator } from './acts.ts'
import { networkChange, nothing, operatorChange, shown } from './contract.ts'
import { findNetwork, legalOf } from './finds.ts'
import { AccessibilityPage, ImprintPage, PrivacyPage } from './legal/pages.tsx'
import type { RetentionSource } from './model.ts'
import { NetworkChangePage, NetworkPage, OperatorPage } from './pages.tsx'

/** What later features say on these pages: how long what is kept. */
export type NetworkSlots = { readonly retention: RetentionSource }

/** The network's settings, and the pages that the law wants on every site. */
export function networkDoors({ retention }: NetworkSlots): Door<Asker, Viewer>[] {
  const find = legalOf(retention)
  const change = show({
    path: '/network/change',
    input: nothing,
    output: shown.network,
    find: findNetwork,
    page: NetworkChangePage,
  })
  const operator = show({
    path: '/network/operator',
    input: nothing,
    output: shown.network,
    find: findNetwork,
    page: OperatorPage,
  })
  return [
    show({ path: '/network', input: nothing, output: shown.network, find: findNetwork, page: NetworkPage }),
    change,
    submit({
      path: '/network',
      input: networkChange,
      output: shown.done,
      act: changeNetwork,
      next: () => ({ to: '/network', notice: 'network.change' }),
      again: change,
    }),
    operator,
    submit({
      path: '/network/operator',
      input: operatorChange,
      output: shown.done,
      act: changeOperator,
      next: () => ({ to: '/network', notice: 'operator.change' }),
      again: operator,
    }),
    show({ path: '/imprint', input: nothing, output: shown.legal, find, page: ImprintPage }),
    show({ path: '/privacy', input: nothing, output: shown.legal, find, page: PrivacyPage }),
    show({ path: '/accessibility', input: nothing, output: shown.legal, find, page: AccessibilityPage }),
  ]
}
