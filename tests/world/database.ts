import pg from 'pg'
import { inject } from 'vitest'
import {
  type Address,
  type Database,
  type DatabaseOptions,
  openDatabase,
  ownerDatabase,
} from '../../app/ground/database.ts'

export type TestDatabase = {
  /** As the app: row-level security holds. */
  readonly app: Database
  /** As the owner: sees every network, to arrange and to look behind the wall. */
  readonly owner: Database
  readonly appAddress: Address
  readonly ownerAddress: Address
  readonly name: string
  /** For what neither may: roles, settings of the server. Other test files share the server. */
  asSuperuser(statement: string): Promise<void>
  /** Another pool of the app's, for instance with `onQuery`. Close it yourself. */
  openApp(options: DatabaseOptions): Promise<Database>
  close(): Promise<void>
}

let made = 0

/** A fresh, migrated, empty database. One for each test file (in `beforeAll`); it takes some 50 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const { host, port, database: template, superuser, owner, app } = inject('server')
  const name = `test_${process.pid}_${++made}`
  const place = { host, port, database: name }
  const asSuperuser = async (statement: string) => {
    const client = new pg.Client({ host, port, database: 'postgres', ...superuser })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asSuperuser(`create database ${name} template ${template} owner ${owner.user} strategy file_copy`)
  const appAddress = { ...place, ...app }
  const ownerAddress = { ...place, ...owner }
  const appDatabase = await openDatabase(appAddress, { size: 5 })
  const ownerDb = ownerDatabase(ownerAddress, { size: 2 })
  return {
    ...{ name, app: appDatabase, owner: ownerDb, appAddress, ownerAddress, asSuperuser },
    openApp: options => openDatabase(appAddress, options),
    async close() {
      await Promise.all([appDatabase.destroy(), ownerDb.destroy()])
      await asSuperuser(`drop database ${name} with (force)`)
    },
  }
}
