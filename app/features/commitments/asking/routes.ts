import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { beginAsking, reportAsked } from './acts.ts'
import * as contract from './contract.ts'
import { findAskedLink, findAsking } from './finds.ts'
import { AskedLinkPage, AskingPage } from './pages.tsx'

/** Owners are asked before a meeting, each by one mail with one link. */
export function askingDoors(): Door<Asker, Viewer>[] {
  const asking = show({
    path: '/meetings/:id/asking',
    input: contract.AskingInput,
    output: contract.AskingShown,
    find: findAsking,
    page: AskingPage,
  })
  const linked = show({
    path: '/links/commitments/:secret',
    input: contract.AskedLinkInput,
    output: contract.AskedLinkShown,
    find: findAskedLink,
    page: AskedLinkPage,
  })
  return [
    asking,
    submit({
      path: '/meetings/:id/asking',
      input: contract.AskingInput,
      output: contract.AskingBegun,
      act: beginAsking,
      next: ({ id }) => ({ to: `/meetings/${id}/asking`, notice: 'asking.begin' }),
      again: asking,
    }),
    linked,
    submit({
      path: '/links/commitments/:secret',
      input: contract.AskedReport,
      output: contract.AskedReported,
      act: reportAsked,
      next: (_value, { secret, commitment }) => ({ to: `/links/commitments/${secret}#c-${commitment}` }),
      again: linked,
    }),
  ]
}
