import { act } from '../../access/act.ts'
import { refuseStale } from '../../access/fresh.ts'
import type { Viewer } from '../../access/viewer.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { SecondFactor } from '../../ground/schema/network.ts'
import type { NetworkChange, OperatorChange } from './contract.ts'
import { selectSettings, updateSettings, writeOperator } from './store.ts'

/**
 * Changes name, Land, languages, and of whom a second factor is demanded. Problems: `moved-meanwhile` where somebody else
 * was quicker; for the second factor `sign-in-again`, and `second-factor-first` for who would shut himself out.
 */
export const changeNetwork = act('network.change', {
  noun: 'network',
  subject: async ({ network }) => ({ id: network.id }),
  run: async (viewer, input: NetworkChange) => {
    const refusal = await refuseFactor(viewer, input.secondFactor)
    if (refusal) return refusal
    return (await updateSettings(viewer, input)) ? done(null) : refused('moved-meanwhile')
  },
})

/** Says who operates the network. Problems: `sign-in-again`, `moved-meanwhile` where somebody else was quicker. */
export const changeOperator = act('operator.change', {
  noun: 'operator',
  subject: async () => ({}),
  run: async (viewer, input: OperatorChange) =>
    refuseStale(viewer) ?? ((await writeOperator(viewer, input)) ? done(null) : refused('moved-meanwhile')),
})

async function refuseFactor(viewer: Viewer, wanted: SecondFactor | undefined): Promise<Outcome<never> | null> {
  const settings = wanted && (await selectSettings(viewer))
  if (!settings || settings.secondFactor === wanted) return null
  if (wanted !== 'off' && viewer.signedIn?.strong === false)
    return refused('second-factor-first', { field: 'secondFactor' })
  return refuseStale(viewer)
}
