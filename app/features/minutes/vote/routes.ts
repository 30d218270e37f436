import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { findItemVotes, findVotes } from './finds.ts'
import { ItemVotesPage, VotesPage } from './pages.tsx'

/** Votes and elections of a meeting, recorded on the page of their item. */
export function voteDoors(): Door<Asker, Viewer>[] {
  const output = contract.VoteWritten
  const next =
    (notice: string) =>
    ({ itemId }: { itemId: string }) => ({
      to: `/agenda/${itemId}/votes`,
      notice,
    })
  const again = show({
    path: '/agenda/:id/votes',
    input: contract.ItemVotesInput,
    output: contract.ItemVotesShown,
    find: findItemVotes,
    page: ItemVotesPage,
  })
  return [
    again,
    show({
      path: '/meetings/:id/votes',
      input: contract.VotesInput,
      output: contract.VotesShown,
      find: findVotes,
      page: VotesPage,
    }),
    submit({
      ...{ path: '/agenda/:id/votes', input: contract.VoteRecord, output },
      ...{ act: acts.recordVote, next: next('vote.record'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/votes/:vote/withdrawal', input: contract.VoteWithdraw, output },
      ...{ act: acts.withdrawVote, next: next('vote.withdraw'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/elections', input: contract.ElectionOpen, output },
      ...{ act: acts.openElection, next: next('election.open'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/elections/:election/candidacies', input: contract.CandidacyAdd, output },
      ...{ act: acts.addCandidacy, next: next('candidacy.add'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/elections/:election/rounds', input: contract.RoundRecord, output },
      ...{ act: acts.recordRound, next: next('vote.record'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/candidacies/:candidacy/check', input: contract.CandidacyCheck, output },
      ...{ act: acts.checkCandidacy, next: next('candidacy.check'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/candidacies/:candidacy/removal', input: contract.CandidacyRemove, output },
      ...{ act: acts.removeCandidacy, next: next('candidacy.remove'), again },
    }),
    submit({
      ...{ path: '/agenda/:id/candidacies/:candidacy/answer', input: contract.CandidacyAnswer, output },
      ...{ act: acts.answerElection, next: next('candidacy.answer'), again },
    }),
  ]
}
