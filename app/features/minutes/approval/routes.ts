import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { approveMinutes } from './acts.ts'
import * as contract from './contract.ts'
import { findApproval } from './finds.ts'
import type { CommitmentsAtApproval } from './model.ts'
import { ApprovalPage } from './pages.tsx'

/** A later meeting approves minutes. */
export function approvalDoors(commitments: CommitmentsAtApproval): Door<Asker, Viewer>[] {
  const approval = show({
    path: '/minutes/:id/approval',
    input: contract.ApprovalInput,
    output: contract.ApprovalShown,
    find: findApproval(commitments),
    page: ApprovalPage,
  })
  return [
    approval,
    submit({
      path: '/minutes/:id/approval',
      input: contract.MinutesApprove,
      output: contract.MinutesApproved,
      act: approveMinutes(commitments),
      next: ({ id }) => ({ to: `/minutes/${id}`, notice: 'minutes.approve' }),
      again: approval,
    }),
  ]
}
