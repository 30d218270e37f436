import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, file, show, submit } from '../../ui/doors.tsx'
import { changeCommitment, moveCommitment, openCommitment, reportCommitment } from './acts.ts'
import { answerByLink, recordAnswer } from './answer/acts.ts'
import * as answer from './answer/contract.ts'
import { askingDoors } from './asking/routes.ts'
import { CommitmentChangePage, CommitmentNewPage } from './change/pages.tsx'
import { conditionDoors } from './condition/routes.ts'
import { consequenceDoors } from './consequence/routes.ts'
import * as contract from './contract.ts'
import { findAsk, findChange, findCommitment, findCommitmentList, findNew } from './finds.ts'
import { askOwner, reportByLink, revokePersonalLink } from './link/acts.ts'
import * as link from './link/contract.ts'
import { findLinkPage } from './link/finds.ts'
import { AskPage, LinkPage } from './link/pages.tsx'
import { commitmentsFile } from './list/documents.ts'
import type { SentLetters } from './model.ts'
import { CommitmentPage, CommitmentsPage } from './pages.tsx'

/** An address of its own (`/commitments/new`) stands before the one it would be taken for (`/commitments/:id`). */
export function commitmentDoors({ sentLetters }: { sentLetters: SentLetters }): Door<Asker, Viewer>[] {
  const { CommitmentInput } = contract
  const newForm = show({
    path: '/commitments/new',
    input: contract.CommitmentNewInput,
    output: contract.CommitmentNew,
    find: findNew,
    page: CommitmentNewPage,
  })
  const commitment = show({
    path: '/commitments/:id',
    input: CommitmentInput,
    output: contract.CommitmentShown,
    find: (viewer: Viewer, { id }) => findCommitment(viewer, id, sentLetters),
    page: CommitmentPage,
  })
  const changeForm = show({
    path: '/commitments/:id/change',
    input: CommitmentInput,
    output: contract.CommitmentChangeShown,
    find: (viewer: Viewer, { id }) => findChange(viewer, id),
    page: CommitmentChangePage,
  })
  const askForm = show({
    path: '/commitments/:id/ask',
    input: link.AskInput,
    output: link.AskShown,
    find: (viewer: Viewer, { id }) => findAsk(viewer, id),
    page: AskPage,
  })
  const backTo =
    (notice: string, place = '') =>
    (value: { id: string }) => ({ to: `/commitments/${value.id}${place}`, notice })
  return [
    show({
      path: '/commitments',
      input: contract.CommitmentListInput,
      output: contract.CommitmentList,
      find: findCommitmentList,
      page: CommitmentsPage,
    }),
    file({ path: '/commitments.csv', input: contract.CommitmentListInput, find: commitmentsFile }),
    newForm,
    submit({
      path: '/commitments',
      input: contract.CommitmentOpen,
      output: contract.CommitmentWritten,
      act: openCommitment,
      next: backTo('commitment.open'),
      again: newForm,
    }),
    commitment,
    changeForm,
    submit({
      path: '/commitments/:id',
      input: contract.CommitmentChange,
      output: contract.CommitmentWritten,
      act: changeCommitment,
      next: backTo('commitment.change'),
      again: changeForm,
    }),
    submit({
      path: '/commitments/:id/state',
      input: contract.CommitmentMove,
      output: contract.CommitmentWritten,
      act: moveCommitment,
      next: backTo('commitment.move'),
      again: commitment,
    }),
    submit({
      path: '/commitments/:id/reports',
      input: contract.CommitmentReport,
      output: contract.CommitmentWritten,
      act: reportCommitment,
      next: backTo('commitment.report'),
      again: commitment,
    }),
    submit({
      path: '/commitments/:id/answers',
      input: answer.AnswerRecord,
      output: answer.AnswerWritten,
      act: recordAnswer,
      next: ({ id, promisedId }) => ({
        to: `/commitments/${id}#history`,
        notice: promisedId ? 'commitment.answer.promised' : 'commitment.answer',
      }),
      again: commitment,
    }),
    askForm,
    submit({
      path: '/commitments/:id/links',
      input: link.Ask,
      output: link.LinkSent,
      act: askOwner,
      next: backTo('commitment.ask'),
      again: askForm,
    }),
    submit({
      path: '/commitments/:id/links/:linkId/revocation',
      input: link.LinkRevoke,
      output: contract.CommitmentWritten,
      act: revokePersonalLink,
      next: (_value, { id }) => ({ to: `/commitments/${id}#links`, notice: 'personalLink.revoke' }),
    }),
    ...conditionDoors(commitment),
    ...consequenceDoors(),
    ...askingDoors(),
    ...linkDoors(),
  ]
}

/** Personal links show on GET and act on POST, so that a mail scanner changes nothing. */
function linkDoors(): Door<Asker, Viewer>[] {
  const linkPage = show({
    path: '/links/:secret',
    input: link.LinkInput,
    output: link.LinkPageShown,
    find: findLinkPage,
    page: LinkPage,
  })
  return [
    linkPage,
    submit({
      path: '/links/:secret',
      input: link.LinkReport,
      output: link.LinkReported,
      act: reportByLink,
      next: (_value, { secret }) => ({ to: `/links/${secret}` }),
      again: linkPage,
    }),
    submit({
      path: '/links/:secret/answers',
      input: answer.AnswerByLink,
      output: answer.AnsweredByLink,
      act: answerByLink,
      next: (_value, { secret }) => ({ to: `/links/${secret}` }),
      again: linkPage,
    }),
  ]
}
