import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, type ShowDoor, show, submit } from '../../../ui/doors.tsx'
import { answerCondition, answerConditionByLink, nameCondition } from './acts.ts'
import * as contract from './contract.ts'
import { findConditionLink, findConditionNew } from './finds.ts'
import { ConditionLinkPage, ConditionNewPage } from './pages.tsx'

/** What commitments hang on: named, asked, and answered here or by personal link. `commitment` shows an answer that came back. */
export function conditionDoors(commitment: ShowDoor<Viewer>): Door<Asker, Viewer>[] {
  const form = show({
    path: '/commitments/:id/conditions/new',
    input: contract.ConditionNewInput,
    output: contract.ConditionNewShown,
    find: findConditionNew,
    page: ConditionNewPage,
  })
  const link = show({
    path: '/links/conditions/:secret',
    input: contract.ConditionLinkInput,
    output: contract.ConditionLinkShown,
    find: findConditionLink,
    page: ConditionLinkPage,
  })
  return [
    form,
    submit({
      path: '/commitments/:id/conditions',
      input: contract.ConditionName,
      output: contract.ConditionWritten,
      act: nameCondition,
      next: ({ commitmentId }) => ({ to: `/commitments/${commitmentId}#conditions`, notice: 'condition.name' }),
      again: form,
    }),
    submit({
      path: '/commitments/:id/conditions/:condition',
      input: contract.ConditionAnswered,
      output: contract.ConditionWritten,
      act: answerCondition,
      next: ({ commitmentId }) => ({ to: `/commitments/${commitmentId}#conditions`, notice: 'condition.answer' }),
      again: commitment,
    }),
    link,
    submit({
      path: '/links/conditions/:secret',
      input: contract.ConditionByLink,
      output: contract.ConditionLinkWritten,
      act: answerConditionByLink,
      next: (_value, { secret }) => ({ to: `/links/conditions/${secret}`, notice: 'condition.answerByLink' }),
      again: link,
    }),
  ]
}
