import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { agreeConsequence, stopConsequence } from './acts.ts'
import * as contract from './contract.ts'
import { findConsequenceNew, findConsequencePage, findConsequences } from './finds.ts'
import { ConsequenceNewPage, ConsequencePage, ConsequencesPage } from './pages.tsx'

/** What follows when a day passes without an answer: agreed before, seen, stopped. */
export function consequenceDoors(): Door<Asker, Viewer>[] {
  const form = show({
    path: '/commitments/:id/consequences/new',
    input: contract.ConsequenceNewInput,
    output: contract.ConsequenceNewShown,
    find: findConsequenceNew,
    page: ConsequenceNewPage,
  })
  const consequence = show({
    path: '/consequences/:id',
    input: contract.ConsequenceInput,
    output: contract.ConsequencePageShown,
    find: findConsequencePage,
    page: ConsequencePage,
  })
  return [
    form,
    submit({
      path: '/commitments/:id/consequences',
      input: contract.ConsequenceAgree,
      output: contract.ConsequenceWritten,
      act: agreeConsequence,
      next: ({ commitmentId }) => ({ to: `/commitments/${commitmentId}#consequences`, notice: 'consequence.agree' }),
      again: form,
    }),
    show({
      path: '/consequences',
      input: contract.ConsequenceListInput,
      output: contract.ConsequenceListShown,
      find: findConsequences,
      page: ConsequencesPage,
    }),
    consequence,
    submit({
      path: '/consequences/:id/stopping',
      input: contract.ConsequenceStop,
      output: contract.ConsequenceWritten,
      act: stopConsequence,
      next: ({ id }) => ({ to: `/consequences/${id}`, notice: 'consequence.stop' }),
      again: consequence,
    }),
  ]
}
