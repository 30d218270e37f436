import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { RetentionKind } from '../../../ground/schema/privacy.ts'
import type { KeptFor } from '../../network/model.ts'
import { type Period, periodsNow, type Run } from './model.ts'
import { countDue, decidedPeriods, listRuns, standingHolds } from './store.ts'

export type RetentionShown = {
  readonly periods: readonly Period[]
  readonly runs: readonly Run[]
  readonly zone: string
}

/** What is kept for how long, what would go now and what went, for those who decide it; null for everybody else. */
export async function findRetention(viewer: Viewer): Promise<RetentionShown | null> {
  if (!mayAct(viewer, 'retention.set')) return null
  return { periods: await periodsOf(viewer), runs: await listRuns(viewer), zone: viewer.network.timeZone }
}

/** The periods with what is due and what holds it. */
export async function periodsOf(viewer: Viewer): Promise<Period[]> {
  const holds = await standingHolds(viewer)
  const periods: Period[] = []
  for (const period of periodsNow(await decidedPeriods(viewer))) {
    const hold = holds.find(({ kind }) => kind === period.kind)
    const due = await countDue(viewer, period.kind, olderThan(viewer, period.days))
    periods.push({ ...period, due, hold: hold ? withoutKind(hold) : null })
  }
  return periods
}

const withoutKind = ({ kind: _kind, ...hold }: { kind: RetentionKind } & NonNullable<Period['hold']>) => hold

/** The instant that lies `days` days back. */
export const olderThan = ({ ground }: Viewer, days: number): string =>
  ground.clock
    .instant()
    .subtract({ hours: days * 24 })
    .toString({ smallestUnit: 'millisecond' })

/** What the privacy notice tells everybody: how long which kind is kept. */
export async function keptFor(viewer: Viewer): Promise<KeptFor[]> {
  return periodsNow(await decidedPeriods(viewer)).map(({ kind, days }) => ({
    what: `privacy.kind.${kind}` as const,
    days,
  }))
}
