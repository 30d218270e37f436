import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { acceptProposal, callForProposals, declineProposal, makeProposal, proposeByLink } from './acts.ts'
import * as contract from './contract.ts'
import { findCall, findProposalLink, findProposalPage, findProposals } from './finds.ts'
import { CallPage, ProposalLinkPage, ProposalPage, ProposalsPage } from './pages.tsx'

/** What members propose for an agenda, with and without an account, and what becomes of it. */
export function proposalDoors(): Door<Asker, Viewer>[] {
  const proposals = show({
    path: '/meetings/:id/proposals',
    input: contract.ProposalsInput,
    output: contract.ProposalsShown,
    find: findProposals,
    page: ProposalsPage,
  })
  const call = show({
    path: '/meetings/:id/proposals/call',
    input: contract.CallInput,
    output: contract.CallShown,
    find: findCall,
    page: CallPage,
  })
  const proposal = show({
    path: '/proposals/:id',
    input: contract.ProposalInput,
    output: contract.ProposalPageShown,
    find: findProposalPage,
    page: ProposalPage,
  })
  const linked = show({
    path: '/links/proposals/:secret',
    input: contract.ProposalLinkInput,
    output: contract.ProposalLinkShown,
    find: findProposalLink,
    page: ProposalLinkPage,
  })
  return [
    proposals,
    submit({
      path: '/meetings/:id/proposals',
      input: contract.ProposalMake,
      output: contract.Proposed,
      act: makeProposal,
      next: ({ meetingId }) => ({ to: `/meetings/${meetingId}/proposals`, notice: 'proposal.make' }),
      again: proposals,
    }),
    call,
    submit({
      path: '/meetings/:id/proposals/call',
      input: contract.ProposalCall,
      output: contract.Called,
      act: callForProposals,
      next: ({ id }) => ({ to: `/meetings/${id}/proposals`, notice: 'proposal.call' }),
      again: call,
    }),
    proposal,
    submit({
      path: '/proposals/:id/acceptance',
      input: contract.ProposalAccept,
      output: contract.Proposed,
      act: acceptProposal,
      next: ({ meetingId }) => ({ to: `/meetings/${meetingId}/proposals`, notice: 'proposal.accept' }),
      again: proposal,
    }),
    submit({
      path: '/proposals/:id/refusal',
      input: contract.ProposalDecline,
      output: contract.Proposed,
      act: declineProposal,
      next: ({ meetingId }) => ({ to: `/meetings/${meetingId}/proposals`, notice: 'proposal.decline' }),
      again: proposal,
    }),
    linked,
    submit({
      path: '/links/proposals/:secret',
      input: contract.ProposalMakeByLink,
      output: contract.Proposed,
      act: proposeByLink,
      next: (_value, { secret }) => ({ to: `/links/proposals/${secret}`, notice: 'proposal.make' }),
      again: linked,
    }),
  ]
}
