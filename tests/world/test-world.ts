import { type TestDatabase, testDatabase } from './database.ts'
import { openWorldOn, type World, type WorldOptions } from './world.ts'

/** A world of its own for a test file: open it in `beforeAll`, close it in `afterAll`. */
export const openWorld = async (options: WorldOptions = {}): Promise<World<TestDatabase>> =>
  openWorldOn(await testDatabase(), options)
