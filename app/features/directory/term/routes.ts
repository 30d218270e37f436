import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { findTerm, findTerms } from './finds.ts'
import { TermPage, TermsPage } from './pages.tsx'

/** Terms and positions, and what replaced them. */
export function termDoors(): Door<Asker, Viewer>[] {
  const output = contract.TermWritten
  const all = show({
    path: '/terms',
    input: contract.TermListInput,
    output: contract.TermList,
    find: findTerms,
    page: TermsPage,
  })
  const one = show({
    path: '/terms/:id',
    input: contract.TermInput,
    output: contract.TermPageShown,
    find: findTerm,
    page: TermPage,
  })
  const next =
    (notice: string) =>
    ({ id }: { id: string }) => ({ to: `/terms/${id}`, notice })
  return [
    all,
    submit({
      ...{ path: '/terms', input: contract.TermAdd, output },
      ...{ act: acts.addTerm, next: next('term.add'), again: all },
    }),
    one,
    submit({
      ...{ path: '/terms/:id/replacement', input: contract.TermReplace, output },
      ...{ act: acts.replaceTerm, next: next('term.replace'), again: one },
    }),
    submit({
      ...{ path: '/terms/:id/end', input: contract.TermEnd, output },
      ...{ act: acts.endTerm, next: next('term.end'), again: one },
    }),
  ]
}
