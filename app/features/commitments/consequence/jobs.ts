import type { Reaction } from '../../../access/act.ts'
import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import type { Id } from '../../../ground/schema.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { fireConsequence, placeConsequence } from './acts.ts'
import { dueToFire, dueToPlace } from './store.ts'

/**
 * Fires what is due by our clock, each in a transaction of its own, and puts on agendas what waited for a meeting. Killed
 * in between, it goes on where it was. One that can not be carried out does not keep the others from it: the first such
 * failure is thrown once all were tried. Returns how many this process fired.
 */
export async function fireConsequences(ground: Ground, reactions: readonly Reaction[]): Promise<number> {
  const failures: unknown[] = []
  let fired = 0
  const tried = async (act: () => Promise<{ ok: boolean }>): Promise<boolean> => {
    try {
      return (await act()).ok
    } catch (error) {
      failures.push(error)
      return false
    }
  }
  for (const system of await systemEverywhere(ground, 'consequences')) {
    const asker = { ...system, reactions }
    const due: Id[] = await asViewer(ground, asker.identity, 'read', dueToFire)
    for (const id of due) if (await tried(() => fireConsequence(asker, { id }))) fired += 1
    const waiting: Id[] = await asViewer(ground, asker.identity, 'read', dueToPlace)
    for (const id of waiting) await tried(() => placeConsequence(asker, { id }))
  }
  if (failures.length > 0) throw failures[0]
  return fired
}
