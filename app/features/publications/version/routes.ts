import type { Asker } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { type Door, file, show, submit } from '../../../ui/doors.tsx'
import { decidePassage, publishMinutes } from './acts.ts'
import * as contract from './contract.ts'
import { versionFile } from './documents.ts'
import { findPreparing, findVersion } from './finds.ts'
import { PreparingPage, VersionPage } from './pages.tsx'

/** Minutes for everybody: prepared beside what stands inside, published, read without an account. */
export function versionDoors(): Door<Asker, Viewer>[] {
  const preparing = show({
    path: '/minutes/:id/public',
    input: contract.PreparingInput,
    output: contract.PreparingShown,
    find: findPreparing,
    page: PreparingPage,
  })
  return [
    preparing,
    submit({
      path: '/minutes/:id/public/passages',
      input: contract.PassageDecide,
      output: contract.PassageDecided,
      act: decidePassage,
      next: ({ id, at }) => ({ to: `/minutes/${id}/public#${at}`, notice: 'publicPassage.decide' }),
      again: preparing,
    }),
    submit({
      path: '/minutes/:id/public',
      input: contract.VersionPublish,
      output: contract.VersionPublished,
      act: publishMinutes,
      next: ({ id }) => ({ to: `/public/minutes/${id}`, notice: 'publication.approve' }),
      again: preparing,
    }),
    show({
      path: '/public/minutes/:id',
      input: contract.VersionInput,
      output: contract.VersionShown,
      find: findVersion,
      page: VersionPage,
    }),
    file({ path: '/public/minutes/:id/document/:format', input: contract.VersionDocumentInput, find: versionFile }),
  ]
}
