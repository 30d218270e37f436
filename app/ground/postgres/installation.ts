import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { type Address, appAddress, type Database, openDatabase, ownerAddress } from '../database.ts'
import { migrate, pendingMigrations } from '../migrate.ts'
import { Problem } from '../problems.ts'
import type { Settings } from '../settings.ts'
import { attach } from './connection.ts'
import { type Launched, launch } from './launcher.ts'

/** The database of an installation, migrated and open. */
export type Installed = {
  readonly db: Database
  /** For libraries that bring their own SQL, as the app's role. */
  readonly app: Address
  /** Names of the migrations applied just now. */
  readonly applied: readonly string[]
  /** Comes true when our own server ends by itself; never for somebody else's. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/**
 * Starts our own server, or takes the one of DATABASE_URL; migrates where the owner is known; opens it as the app.
 * With `mayAttach` the server that another process of ours runs on the data folder will do.
 * Problems: those of the launcher and of `openDatabase`, and `migrations-pending` {count}.
 */
export async function installedDatabase(
  settings: Settings,
  clock: Clock,
  { mayAttach = false }: { mayAttach?: boolean } = {},
): Promise<Installed> {
  const server = settings.databaseUrl ? null : await ownServer(settings.dataFolder, mayAttach)
  const { app, owner } = server ?? addressesOf(settings)
  try {
    const db = await openDatabase(app)
    const applied = owner ? await migrate(owner, await roleOf(db), clock) : []
    await refusePending(db)
    return {
      ...{ db, app, applied },
      ended: server?.launched?.ended ?? new Promise(() => {}),
      async close() {
        await db.destroy()
        await server?.launched?.stop()
      },
    }
  } catch (error) {
    await server?.launched?.stop()
    throw error
  }
}

type OwnServer = { readonly app: Address; readonly owner: Address; readonly launched: Launched | null }

async function ownServer(dataFolder: string, mayAttach: boolean): Promise<OwnServer> {
  try {
    const launched = await launch(dataFolder)
    return { app: appAddress(launched.connection), owner: ownerAddress(launched.connection), launched }
  } catch (error) {
    if (!mayAttach || !(error instanceof Problem) || error.code !== 'data-folder-in-use') throw error
    const connection = attach(dataFolder)
    return { app: appAddress(connection), owner: ownerAddress(connection), launched: null }
  }
}

function addressesOf({ databaseUrl, databaseOwnerUrl }: Settings): { app: Address; owner: Address | null } {
  if (!databaseUrl) throw new Problem('setting-missing', { values: { name: 'DATABASE_URL' } })
  return { app: { url: databaseUrl }, owner: databaseOwnerUrl ? { url: databaseOwnerUrl } : null }
}

async function roleOf(db: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
  return rows[0]!.role
}

async function refusePending(db: Database): Promise<void> {
  const { length: count } = await pendingMigrations(db)
  if (count > 0) throw new Problem('migrations-pending', { values: { count } })
}
