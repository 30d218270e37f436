import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Day } from '../../../ground/schema.ts'
import { findOperator } from '../../network/finds.ts'
import { periodsNow } from '../retention/model.ts'
import { decidedPeriods } from '../retention/store.ts'
import { measures, type Processing, processings } from './model.ts'

export type ProcessingShown = {
  readonly operator: { readonly name: string; readonly address: readonly string[]; readonly contact: string | null }
  /** `days`: how long it is kept now; null where it is kept as long as its network. */
  readonly processings: readonly (Processing & { readonly days: number | null })[]
  readonly measures: typeof measures
  readonly today: Day
}

/** The record of processing (Art. 30 GDPR), for those who have to show it to the authority; null for everybody else. */
export async function findProcessing(viewer: Viewer): Promise<ProcessingShown | null> {
  if (!mayAct(viewer, 'retention.set')) return null
  const { name, street, postalCode, city, dataProtectionContact, email } = await findOperator(viewer)
  const periods = periodsNow(await decidedPeriods(viewer))
  const place = [postalCode, city].filter(Boolean).join(' ')
  return {
    operator: {
      name: name ?? viewer.network.name,
      address: [street, place].filter((line): line is string => line !== null && line !== ''),
      contact: dataProtectionContact ?? email,
    },
    processings: processings().map(one => ({
      ...one,
      days: periods.find(({ kind }) => kind === one.retention)?.days ?? null,
    })),
    measures,
    today: viewer.today,
  }
}
