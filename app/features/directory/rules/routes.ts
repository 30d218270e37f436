import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { setRules } from './acts.ts'
import { RulesChangePage } from './change/pages.tsx'
import * as contract from './contract.ts'
import { findRules, findRulesForm } from './finds.ts'
import { RulesPage } from './pages.tsx'

export function ruleDoors(): Door<Asker, Viewer>[] {
  const form = show({
    path: '/bodies/:id/rules/change',
    input: contract.RulesFormInput,
    output: contract.RulesFormShown,
    find: findRulesForm,
    page: RulesChangePage,
  })
  return [
    form,
    show({
      path: '/bodies/:id/rules',
      input: contract.RulesInput,
      output: contract.RulesShown,
      find: findRules,
      page: RulesPage,
    }),
    submit({
      path: '/bodies/:id/rules',
      input: contract.RulesSet,
      output: contract.RulesWritten,
      act: setRules,
      next: ({ bodyId }) => ({ to: `/bodies/${bodyId}/rules`, notice: 'bodyRule.set' }),
      again: form,
    }),
  ]
}
