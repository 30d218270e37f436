import { systemClock } from '../app/ground/clock.ts'
import { installedDatabase } from '../app/ground/postgres/installation.ts'
import { settingsFrom, t } from './command.ts'

/** `rundtisch migrate`: brings the database up to date without starting anything. */
export async function run(args: readonly string[]): Promise<number> {
  const { settings } = settingsFrom(args, {})
  const database = await installedDatabase(settings, systemClock, { mayAttach: true })
  for (const name of database.applied) console.log(name)
  console.log(t('cli.migrate.done', { count: database.applied.length }))
  await database.close()
  return 0
}
