import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import { approvePublication, withdrawPublication } from './acts.ts'
import * as contract from './contract.ts'
import { findApproval, findPublications, findPublished } from './finds.ts'
import { places, type WordedNoun, wordedNouns } from './model.ts'
import { ApprovalPage, PublicationsPage, PublishedPage } from './pages.tsx'
import { versionDoors } from './version/routes.ts'

export function publicationDoors(): Door<Asker, Viewer>[] {
  return [
    show({
      path: '/public',
      input: contract.PageInput,
      output: contract.PublishedShown,
      find: findPublished,
      page: PublishedPage,
    }),
    show({
      path: '/publications',
      input: contract.PageInput,
      output: contract.PublicationsShown,
      find: findPublications,
      page: PublicationsPage,
    }),
    submit({
      path: '/publications/:id/withdrawal',
      input: contract.PublicationInput,
      output: contract.PublicationWritten,
      act: withdrawPublication,
      next: () => ({ to: '/publications', notice: 'publication.withdraw' }),
    }),
    ...wordedNouns.flatMap(approvalDoors),
    ...versionDoors(),
  ]
}

/** The form beside what is to be published, and where it is sent. */
function approvalDoors(noun: WordedNoun): Door<Asker, Viewer>[] {
  const path = `${places[noun]}/:id/publish`
  const form = show({
    path,
    input: contract.SubjectInput,
    output: contract.ApprovalShown,
    find: findApproval(noun),
    page: ApprovalPage,
  })
  const approve = submit({
    path,
    input: contract.Approval,
    output: contract.PublicationWritten,
    act: approvePublication(noun),
    next: () => ({ to: '/publications', notice: 'publication.approve' }),
    again: form,
  })
  return [form, approve]
}
