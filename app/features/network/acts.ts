import { act } from '../../access/act.ts'
import { done, refused } from '../../ground/problems.ts'
import type { NetworkChange, OperatorChange } from './contract.ts'
import { updateSettings, writeOperator } from './store.ts'

/** Changes name, Land and languages. Problem: `moved-meanwhile` where somebody else was quicker. */
export const changeNetwork = act('network.change', {
  noun: 'network',
  subject: async ({ network }) => ({ id: network.id }),
  run: async (viewer, input: NetworkChange) =>
    (await updateSettings(viewer, input)) ? done(null) : refused('moved-meanwhile'),
})

/** Says who operates the network. Problem: `moved-meanwhile` where somebody else was quicker. */
export const changeOperator = act('operator.change', {
  noun: 'operator',
  subject: async () => ({}),
  run: async (viewer, input: OperatorChange) =>
    (await writeOperator(viewer, input)) ? done(null) : refused('moved-meanwhile'),
})
