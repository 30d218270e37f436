import { asViewer } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import { systemEverywhere } from '../../account/finds.ts'
import { openReport } from './acts.ts'
import { owedReports } from './store.ts'

/**
 * Opens the reports that are owed after meetings elsewhere, each in a transaction of its own. Killed in between, it goes
 * on where it was. Returns how many this process opened.
 */
export async function openReports(ground: Ground): Promise<number> {
  let opened = 0
  for (const asker of await systemEverywhere(ground, 'reminders'))
    for (const owed of await asViewer(ground, asker.identity, 'read', owedReports))
      if ((await openReport(asker, owed)).ok) opened += 1
  return opened
}
