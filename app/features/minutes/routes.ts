import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, file, live, show, submit } from '../../ui/doors.tsx'
import { confirmReading } from './acts.ts'
import type { CommitmentsAtApproval } from './approval/model.ts'
import { approvalDoors } from './approval/routes.ts'
import { MinutesDocumentInput, MinutesInput, MinutesShown } from './contract.ts'
import { correctionDoors } from './corrections/routes.ts'
import { minutesFile } from './documents.ts'
import { findMinutes, sourceOf } from './finds.ts'
import { MinutesPage } from './pages.tsx'
import * as reading from './reading/acts.ts'
import type { OpenCommitments } from './reading/commitment/model.ts'
import * as contract from './reading/contract.ts'
import { readingList, readingNew, reviewOf } from './reading/finds.ts'
import * as item from './reading/item/acts.ts'
import { ReadingNewPage, ReadingsPage, ReviewPage } from './reading/pages.tsx'
import * as shown from './reading/view/contract.ts'
import { type View, viewQuery } from './reading/view/model.ts'
import { RegisterInput } from './register/contract.ts'
import { registerFile } from './register/documents.ts'
import { voteDoors } from './vote/routes.ts'
import * as writing from './writing/acts.ts'
import * as written from './writing/contract.ts'
import { writingFeed } from './writing/feeds.ts'
import { findWriting } from './writing/finds.ts'
import { FoundInput, FoundShown } from './writing/found/contract.ts'
import { findFound } from './writing/found/finds.ts'
import { FoundPage } from './writing/found/pages.tsx'
import { WritingPage } from './writing/pages.tsx'
import { ProjectorInput, ProjectorShown } from './writing/projector/contract.ts'
import { findProjector } from './writing/projector/finds.ts'
import { ProjectorPage } from './writing/projector/pages.tsx'

/** What later features bring: the open commitments that a line may speak of again, and what an approval asks of them. */
export type MinutesSlots = { readonly openCommitments: OpenCommitments; readonly atApproval: CommitmentsAtApproval }

/** A file and the words around it in the form. */
const UPLOAD_LIMIT = 21_000_000

export function minutesDoors({ openCommitments, atApproval }: MinutesSlots): Door<Asker, Viewer>[] {
  const readings = show({
    path: '/readings',
    input: contract.ReadingList,
    output: shown.ReadingListShown,
    find: readingList,
    page: ReadingsPage,
  })
  const readingForm = show({
    path: '/readings/new',
    input: contract.ReadingNew,
    output: shown.ReadingNewShown,
    find: readingNew,
    page: ReadingNewPage,
  })
  const review = show({
    path: '/readings/:id',
    input: contract.ReviewInput,
    output: shown.ReviewShown,
    find: reviewOf(openCommitments),
    page: ReviewPage,
  })
  const writingPage = show({
    path: '/meetings/:id/writing',
    input: written.WritingInput,
    output: written.WritingShown,
    find: findWriting,
    page: WritingPage,
  })
  const backTo = ({ id, item }: { id: string; item: string | null }, { order }: Pick<View, 'order'>) => ({
    to: `/readings/${id}${viewQuery({ order })}#${item ? `item-${item}` : 'items'}`,
  })

  return [
    readings,
    readingForm,
    submit({
      path: '/readings',
      input: contract.ReadingBegin,
      output: shown.ReadingWritten,
      act: reading.beginReading(openCommitments),
      next: ({ id }) => ({ to: `/readings/${id}` }),
      again: readingForm,
      maxBytes: UPLOAD_LIMIT,
    }),
    review,
    submit({
      path: '/readings/:id/head',
      input: contract.ReadingHead,
      output: shown.ReadingChanged,
      act: reading.changeHead(openCommitments),
      next: ({ id }) => ({ to: `/readings/${id}#head`, notice: 'reading.head' }),
      again: review,
    }),
    submit({
      path: '/readings/:id/names',
      input: contract.ReadingNames,
      output: shown.ReadingChanged,
      act: reading.matchReadingNames,
      next: ({ id }) => ({ to: `/readings/${id}#names`, notice: 'reading.match' }),
      again: review,
    }),
    submit({
      path: '/readings/:id/judgement',
      input: contract.ReadingJudge,
      output: shown.ReadingChanged,
      act: reading.judgeReading,
      next: backTo,
      again: review,
    }),
    submit({
      path: '/readings/:id/items',
      input: contract.ItemAdd,
      output: shown.ReadingChanged,
      act: item.addItem,
      next: backTo,
      again: review,
    }),
    submit({
      path: '/readings/:id/items/:item/entry',
      input: contract.EntryChange,
      output: shown.ReadingChanged,
      act: item.changeEntry,
      next: backTo,
      again: review,
    }),
    submit({
      path: '/readings/:id/items/:item/attendee',
      input: contract.AttendeeChange,
      output: shown.ReadingChanged,
      act: item.changeAttendee,
      next: backTo,
      again: review,
    }),
    submit({
      path: '/readings/:id/items/:item/agenda',
      input: contract.AgendaChange,
      output: shown.ReadingChanged,
      act: item.changeAgendaRow,
      next: backTo,
      again: review,
    }),
    submit({
      path: '/readings/:id/confirmation',
      input: contract.ReadingConfirm,
      output: shown.ReadingConfirmed,
      act: confirmReading(openCommitments),
      next: ({ minutesId }) => ({ to: `/minutes/${minutesId}`, notice: 'reading.confirm' }),
      again: review,
    }),
    submit({
      path: '/readings/:id/discard',
      input: contract.ReadingDiscard,
      output: shown.ReadingWritten,
      act: reading.discardReading,
      next: () => ({ to: '/readings', notice: 'reading.discard' }),
      again: review,
    }),
    writingPage,
    show({
      path: '/meetings/:id/projector',
      input: ProjectorInput,
      output: ProjectorShown,
      find: findProjector,
      page: ProjectorPage,
    }),
    live({ path: '/meetings/:id/writing/live', input: written.WritingSince, open: writingFeed }),
    submit({
      path: '/agenda/:id/writing',
      input: written.WritingChange,
      output: written.WritingTaken,
      act: writing.writeMinutes,
      next: ({ id, meetingId }) => ({ to: `/meetings/${meetingId}/writing#item-${id}`, notice: 'minutes.write' }),
    }),
    show({
      path: '/agenda/:id/writing/found',
      input: FoundInput,
      output: FoundShown,
      find: findFound,
      page: FoundPage,
    }),
    submit({
      path: '/meetings/:id/writing/finish',
      input: written.WritingInput,
      output: written.WritingFinished,
      act: writing.finishMinutes(openCommitments),
      next: ({ id }) => ({ to: `/readings/${id}`, notice: 'minutes.finish' }),
      again: writingPage,
    }),
    ...correctionDoors(),
    ...voteDoors(),
    ...approvalDoors(atApproval),
    show({ path: '/minutes/:id', input: MinutesInput, output: MinutesShown, find: findMinutes, page: MinutesPage }),
    file({ path: '/minutes/:id/source', input: MinutesInput, find: sourceOf }),
    file({ path: '/bodies/:id/decisions/:format', input: RegisterInput, find: registerFile }),
    file({ path: '/minutes/:id/document/:format', input: MinutesDocumentInput, find: minutesFile }),
  ]
}
