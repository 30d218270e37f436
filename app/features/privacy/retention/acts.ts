import { act } from '../../../access/act.ts'
import { refuseStale } from '../../../access/fresh.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, refused } from '../../../ground/problems.ts'
import type { HoldSet, PeriodSet } from './contract.ts'
import { olderThan, periodsOf } from './finds.ts'
import * as store from './store.ts'

const wholeNetwork = async (_viewer: Viewer) => ({})

/** Decides how long a kind of record is kept; the decision before stays on record. Problem: `sign-in-again`. */
export const setPeriod = act('retention.set', {
  noun: 'retention_period',
  subject: wholeNetwork,
  run: async (viewer, input: PeriodSet) => {
    const stale = refuseStale(viewer)
    if (stale) return stale
    await store.insertPeriod(viewer, input)
    return done(null)
  },
})

/** Stops the deletion of a kind, with a reason: a dispute, a question of the authority. Problem: `already-done`. */
export const holdKind = act('retention.hold', {
  noun: 'retention_hold',
  subject: wholeNetwork,
  run: async (viewer, input: HoldSet) =>
    (await store.insertHold(viewer, input)) ? done(null) : refused('already-done'),
})

export const liftHold = act('retention.lift', {
  noun: 'retention_hold',
  subject: (viewer, { id }: { id: string }) => store.findHold(viewer, id),
  run: async (viewer, { id }: { id: string }) => {
    await store.liftHold(viewer, id)
    return done(null)
  },
})

/** Lets go what is older than its period and not held. Gives how many went. Bears to be run twice. */
export const runRetention = act('retention.run', {
  noun: 'retention_run',
  subject: wholeNetwork,
  run: async (viewer, _input: object) => {
    let count = 0
    for (const { kind, days, due, hold } of await periodsOf(viewer)) {
      if (hold || due === 0) continue
      await store.forget(viewer, { kind, days, before: olderThan(viewer, days), count: due })
      count += due
    }
    return done(count)
  },
})
