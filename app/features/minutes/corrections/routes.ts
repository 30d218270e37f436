import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { answerCorrection, beginCirculation, proposeByLink, proposeCorrection, recordCorrection } from './acts.ts'
import * as contract from './contract.ts'
import { findCorrectionLink, findCorrections } from './finds.ts'
import { CorrectionLinkPage, CorrectionsPage } from './pages.tsx'

/** Minutes go round for corrections, and each proposal is answered. */
export function correctionDoors(): Door<Asker, Viewer>[] {
  const corrections = show({
    path: '/minutes/:id/corrections',
    input: contract.CorrectionsInput,
    output: contract.CorrectionsShown,
    find: findCorrections,
    page: CorrectionsPage,
  })
  const linked = show({
    path: '/links/corrections/:secret',
    input: contract.CorrectionLinkInput,
    output: contract.CorrectionLinkShown,
    find: findCorrectionLink,
    page: CorrectionLinkPage,
  })
  return [
    corrections,
    submit({
      path: '/minutes/:id/circulation',
      input: contract.CirculationBegin,
      output: contract.CirculationBegun,
      act: beginCirculation,
      next: ({ id }) => ({ to: `/minutes/${id}/corrections`, notice: 'circulation.begin' }),
      again: corrections,
    }),
    submit({
      path: '/minutes/:id/corrections',
      input: contract.CorrectionPropose,
      output: contract.CorrectionProposed,
      act: proposeCorrection,
      next: ({ minutesId }) => ({ to: `/minutes/${minutesId}/corrections`, notice: 'correction.propose' }),
      again: corrections,
    }),
    submit({
      path: '/minutes/:id/corrections/later',
      input: contract.CorrectionRecord,
      output: contract.CorrectionProposed,
      act: recordCorrection,
      next: ({ minutesId }) => ({ to: `/minutes/${minutesId}`, notice: 'correction.record' }),
      again: corrections,
    }),
    submit({
      path: '/minutes/:id/corrections/:correction/answer',
      input: contract.CorrectionAnswering,
      output: contract.CorrectionProposed,
      act: answerCorrection,
      next: ({ id, minutesId }) => ({ to: `/minutes/${minutesId}/corrections#c-${id}`, notice: 'correction.answer' }),
      again: corrections,
    }),
    linked,
    submit({
      path: '/links/corrections/:secret',
      input: contract.CorrectionProposeByLink,
      output: contract.CorrectionProposed,
      act: proposeByLink,
      next: (_value, { secret }) => ({ to: `/links/corrections/${secret}`, notice: 'correction.propose' }),
      again: linked,
    }),
  ]
}
