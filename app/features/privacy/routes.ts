import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, file, show, submit } from '../../ui/doors.tsx'
import { askAccess } from './access-request/acts.ts'
import { archiveOf } from './access-request/finds.ts'
import { nothing, ofId, shown } from './contract.ts'
import { askErasure, carryOutErasure, declineErasure } from './erasure/acts.ts'
import * as erasure from './erasure/contract.ts'
import { erasurePreview } from './erasure/finds.ts'
import { ErasurePage } from './erasure/pages.tsx'
import { dataOfAnybody, ownData, privacyOverview } from './finds.ts'
import { PersonDataPage, PrivacyOverviewPage } from './pages.tsx'
import * as processing from './processing/contract.ts'
import { findProcessing } from './processing/finds.ts'
import { ProcessingPage } from './processing/pages.tsx'
import { holdKind, liftHold, setPeriod } from './retention/acts.ts'
import * as retention from './retention/contract.ts'
import { findRetention } from './retention/finds.ts'
import { RetentionPage } from './retention/pages.tsx'

type Doors = Door<Asker, Viewer>[]

/** Erasure, access, retention and the record of processing. /privacy itself is the notice (features/network). */
export const privacyDoors = (): Doors => [
  show({
    path: '/privacy/overview',
    input: nothing,
    output: shown.overview,
    find: privacyOverview,
    page: PrivacyOverviewPage,
  }),
  ...ownDoors(),
  ...personDoors(),
  ...retentionDoors(),
  show({
    path: '/privacy/processing',
    input: nothing,
    output: processing.shown,
    find: findProcessing,
    page: ProcessingPage,
  }),
]

function ownDoors(): Doors {
  const own = show({ path: '/privacy/me', input: nothing, output: shown.person, find: ownData, page: PersonDataPage })
  return [
    own,
    submit({
      path: '/privacy/me/access',
      input: nothing,
      output: shown.made,
      act: askAccess,
      next: () => ({ to: '/privacy/me#access', notice: 'accessRequest.ask' }),
    }),
    submit({
      path: '/privacy/me/erasure',
      input: nothing,
      output: shown.done,
      act: askErasure,
      next: () => ({ to: '/privacy/me#erasure', notice: 'erasure.ask' }),
      again: own,
    }),
    file({ path: '/privacy/requests/:id/archive', input: ofId, find: archiveOf }),
  ]
}

function personDoors(): Doors {
  const preview = show({
    path: '/privacy/people/:id/erasure',
    input: ofId,
    output: erasure.preview,
    find: erasurePreview,
    page: ErasurePage,
  })
  return [
    show({ path: '/privacy/people/:id', input: ofId, output: shown.person, find: dataOfAnybody, page: PersonDataPage }),
    submit({
      path: '/privacy/people/:id/access',
      input: ofId,
      output: shown.made,
      act: askAccess,
      next: ({ personId }) => ({ to: `/privacy/people/${personId}#access`, notice: 'accessRequest.ask' }),
    }),
    preview,
    submit({
      path: '/privacy/people/:id/erasure',
      input: erasure.carryOut,
      output: shown.done,
      act: carryOutErasure,
      next: () => ({ to: '/privacy/overview', notice: 'erasure.carryOut' }),
      again: preview,
    }),
    submit({
      path: '/privacy/erasures/:id/decline',
      input: erasure.decline,
      output: shown.declined,
      act: declineErasure,
      next: ({ personId }) => ({ to: `/privacy/people/${personId}#erasure`, notice: 'erasure.decline' }),
    }),
  ]
}

function retentionDoors(): Doors {
  const page = show({
    path: '/privacy/retention',
    input: nothing,
    output: retention.shown,
    find: findRetention,
    page: RetentionPage,
  })
  return [
    page,
    submit({
      path: '/privacy/retention/periods',
      input: retention.periodSet,
      output: shown.done,
      act: setPeriod,
      next: () => ({ to: '/privacy/retention', notice: 'retention.set' }),
      again: page,
    }),
    submit({
      path: '/privacy/retention/holds',
      input: retention.holdSet,
      output: shown.done,
      act: holdKind,
      next: () => ({ to: '/privacy/retention', notice: 'retention.hold' }),
      again: page,
    }),
    submit({
      path: '/privacy/retention/holds/:id/lift',
      input: retention.ofId,
      output: shown.done,
      act: liftHold,
      next: () => ({ to: '/privacy/retention', notice: 'retention.lift' }),
      again: page,
    }),
  ]
}
