import { inNetwork } from './database.ts'
import type { Ground } from './ground.ts'
import { keepSearch } from './search.ts'

/** Finishes what waits in every network: after an update of the installation, a portion at a time. Rows of a run. */
export async function keepWaiting({ db }: Pick<Ground, 'db'>): Promise<number> {
  let count = 0
  for (const { id } of await db.selectFrom('network').select('id').execute()) {
    for (;;) {
      const some = await inNetwork(db, id, 'write', tx => keepSearch(tx, false))
      if (some === 0) break
      count += some
    }
  }
  return count
}
