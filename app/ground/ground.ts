import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import type { FileStore } from './files.ts'
import type { Schema } from './schema.ts'
import type { Settings } from './settings.ts'
import type { Signals } from './signals.ts'

/** What every door stands on. Made once at start (cli/start.ts) or per test (tests/world), and handed down. */
export type Ground = {
  /** Connected as the lesser role: owns nothing, walled off by network. */
  readonly db: Kysely<Schema>
  readonly clock: Clock
  readonly files: FileStore
  readonly settings: Settings
  /** What was committed, here and in other processes. */
  readonly signals: Signals
}
