import { act } from '../../../access/act.ts'
import { done } from '../../../ground/problems.ts'
import { selectBody } from '../store.ts'
import type { RulesSet } from './contract.ts'
import { insertVersion } from './store.ts'

/** Writes the rules of a body that hold from a day. Those before stay, for the meetings held by them. */
export const setRules = act('bodyRule.set', {
  noun: 'body_rule',
  subject: async (viewer, { id }: RulesSet) => ((await selectBody(viewer, id)) ? { id, bodyId: id } : null),
  run: async (viewer, { validFrom, rules }, { bodyId }) =>
    done({ id: await insertVersion(viewer, bodyId, validFrom, rules), bodyId }),
  about: ({ id }) => id,
})
