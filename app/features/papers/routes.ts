import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { findComparison, findNewPaper, findPaper, findPapers } from './finds.ts'
import { ComparePage, PaperNewPage, PaperPage, PapersPage } from './pages.tsx'

/** Demands and other papers of bodies, through the years. */
export function paperDoors(): Door<Asker, Viewer>[] {
  const output = contract.PaperWritten
  const form = show({
    path: '/papers/new',
    input: contract.PaperNewInput,
    output: contract.PaperNewShown,
    find: findNewPaper,
    page: PaperNewPage,
  })
  const paper = show({
    path: '/papers/:id',
    input: contract.PaperInput,
    output: contract.PaperShown,
    find: findPaper,
    page: PaperPage,
  })
  const next =
    (notice: string, place = '') =>
    ({ id }: { id: string }) => ({ to: `/papers/${id}${place}`, notice })
  return [
    show({
      path: '/papers',
      input: contract.PaperListInput,
      output: contract.PaperList,
      find: findPapers,
      page: PapersPage,
    }),
    form,
    submit({
      ...{ path: '/papers', input: contract.PaperAdd, output },
      ...{ act: acts.addPaper, next: next('paper.add'), again: form },
    }),
    paper,
    show({
      path: '/papers/:id/versions',
      input: contract.CompareInput,
      output: contract.CompareShown,
      find: findComparison,
      page: ComparePage,
    }),
    submit({
      ...{ path: '/papers/:id/versions', input: contract.PaperRevise, output },
      ...{ act: acts.revisePaper, next: next('paper.revise'), again: paper },
    }),
    submit({
      ...{ path: '/papers/:id/state', input: contract.PaperMove, output },
      ...{ act: acts.movePaper, next: next('paper.move'), again: paper },
    }),
    submit({
      ...{ path: '/papers/:id/events', input: contract.PaperNote, output },
      ...{ act: acts.notePaper, next: next('paper.note', '#line'), again: paper },
    }),
    submit({
      ...{ path: '/papers/:id/consultations', input: contract.ConsultationAdd, output },
      ...{ act: acts.addConsultation, next: next('consultation.add', '#consultations'), again: paper },
    }),
    submit({
      ...{ path: '/papers/:id/consultations/:consultation/result', input: contract.ConsultationEnd, output },
      ...{ act: acts.endConsultation, next: next('consultation.end', '#consultations'), again: paper },
    }),
  ]
}
