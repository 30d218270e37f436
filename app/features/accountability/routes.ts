import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, feed, show, submit } from '../../ui/doors.tsx'
import * as acts from './acts.ts'
import * as contract from './contract.ts'
import { accountData, accountTable } from './documents.ts'
import { accountFeed } from './feeds.ts'
import { findAccount, findAuthority, findEntries, findProposal, findStatement } from './finds.ts'
import { AccountPage, AuthorityPage, EmbeddedPage } from './pages.tsx'
import { EntriesPage, ProposalPage } from './preparing/pages.tsx'
import { StatementPage } from './statement/pages.tsx'

/** The public account, what is prepared for it, and what authorities say beside it. */
export function accountabilityDoors(): Door<Asker, Viewer>[] {
  const output = contract.EntryWritten
  const form = show({
    path: '/commitments/:id/account',
    input: contract.CommitmentInput,
    output: contract.ProposalShown,
    find: findProposal,
    page: ProposalPage,
  })
  const entries = show({
    path: '/accountability/entries',
    input: contract.EntriesInput,
    output: contract.EntriesShown,
    find: findEntries,
    page: EntriesPage,
  })
  const statement = show({
    path: '/links/accountability/:secret',
    input: contract.StatementInput,
    output: contract.StatementShown,
    find: findStatement,
    page: StatementPage,
  })
  const next = (notice: string) => () => ({ to: '/accountability/entries', notice })
  return [
    show({
      path: '/accountability',
      input: contract.AccountInput,
      output: contract.AccountShown,
      find: findAccount,
      page: AccountPage,
      kept: true,
    }),
    feed({ path: '/accountability.csv', input: contract.FileInput, find: accountTable, kept: true }),
    feed({ path: '/accountability.json', input: contract.FileInput, find: accountData, kept: true }),
    feed({ path: '/accountability.atom', input: contract.FileInput, find: accountFeed, kept: true }),
    show({
      path: '/embed/accountability',
      input: contract.EmbeddedInput,
      output: contract.AccountShown,
      find: findAccount,
      page: EmbeddedPage,
      kept: true,
      embedded: true,
    }),
    form,
    submit({
      ...{ path: '/commitments/:id/account', input: contract.Proposal, output },
      ...{ act: acts.proposeEntry, next: next('accountEntry.propose'), again: form },
    }),
    entries,
    show({
      path: '/accountability/:id',
      input: contract.AuthorityInput,
      output: contract.AuthorityShown,
      find: findAuthority,
      page: AuthorityPage,
      kept: true,
    }),
    submit({
      ...{ path: '/accountability/entries/:id/publication', input: contract.EntryInput, output },
      ...{ act: acts.publishEntry, next: next('accountEntry.publish') },
    }),
    submit({
      ...{ path: '/accountability/entries/:id/withdrawal', input: contract.Withdrawal, output },
      ...{ act: acts.withdrawEntry, next: next('accountEntry.withdraw'), again: entries },
    }),
    statement,
    submit({
      ...{ path: '/links/accountability/:secret', input: contract.Statement, output, act: acts.stateByLink },
      next: (_value, { secret }) => ({ to: `/links/accountability/${secret}`, notice: 'accountEntry.stateByLink' }),
      again: statement,
    }),
  ]
}
