import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import { changeNetwork, changeOperator } from './acts.ts'
import { askConsent, recordConsent, sayConsent, sayConsentByLink } from './consent/acts.ts'
import * as consent from './consent/contract.ts'
import { findConsentsOf, findLinkedConsents, findOwnConsents } from './consent/finds.ts'
import { ConsentsPage, LinkedConsentsPage, PersonConsentsPage } from './consent/pages.tsx'
import { networkChange, nothing, operatorChange, shown } from './contract.ts'
import { findNetwork, legalOf } from './finds.ts'
import { journalPage, journalShown } from './journal/contract.ts'
import { findJournal } from './journal/finds.ts'
import { JournalPage } from './journal/pages.tsx'
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
    ...consentDoors(),
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
    show({ path: '/journal', input: journalPage, output: journalShown, find: findJournal, page: JournalPage }),
    show({ path: '/imprint', input: nothing, output: shown.legal, find, page: ImprintPage }),
    show({ path: '/privacy', input: nothing, output: shown.legal, find, page: PrivacyPage }),
    show({ path: '/accessibility', input: nothing, output: shown.legal, find, page: AccessibilityPage }),
  ]
}

/** What people agree to: said by themselves, by link, or written down by the coordination. */
function consentDoors(): Door<Asker, Viewer>[] {
  const own = show({
    path: '/consents',
    input: nothing,
    output: consent.consentsShown,
    find: findOwnConsents,
    page: ConsentsPage,
  })
  const linked = show({
    path: '/links/consent/:secret',
    input: consent.consentLink,
    output: consent.linkedConsents,
    find: findLinkedConsents,
    page: LinkedConsentsPage,
  })
  const ofPerson = show({
    path: '/people/:id/consents',
    input: consent.ofPerson,
    output: consent.personConsents,
    find: findConsentsOf,
    page: PersonConsentsPage,
  })
  return [
    own,
    submit({
      path: '/consents',
      input: consent.consentSay,
      output: consent.said,
      act: sayConsent,
      next: (_value, { purpose, kind }) => ({ to: `/consents#${purpose}`, notice: `consent.${kind}` }),
      again: own,
    }),
    linked,
    submit({
      path: '/links/consent/:secret',
      input: consent.consentSayByLink,
      output: consent.said,
      act: sayConsentByLink,
      next: (_value, { secret, kind }) => ({ to: `/links/consent/${secret}`, notice: `consent.${kind}` }),
      again: linked,
    }),
    ofPerson,
    submit({
      path: '/people/:id/consents',
      input: consent.consentRecord,
      output: consent.said,
      act: recordConsent,
      next: (_value, { id, kind }) => ({ to: `/people/${id}/consents`, notice: `consent.${kind}` }),
      again: ofPerson,
    }),
    submit({
      path: '/people/:id/consents/link',
      input: consent.ofPerson,
      output: consent.asked,
      act: askConsent,
      next: ({ id }) => ({ to: `/people/${id}/consents`, notice: 'consent.ask' }),
      again: ofPerson,
    }),
  ]
}
