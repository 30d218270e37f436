import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { steadyClock } from '../../app/ground/clock.ts'
import { openDatabase, ownerDatabase } from '../../app/ground/database.ts'
import { startJobs } from '../../app/ground/jobs.ts'
import { migrations } from '../../app/ground/migrate.ts'
import { confinement } from '../../app/ground/postgres/confinement.ts'
import { installedDatabase } from '../../app/ground/postgres/installation.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { addSecondNetwork, addStates } from '../access/states.ts'
import { wallBreaches } from '../access/wall.ts'
import { openWorldOn } from '../world/world.ts'

const PASSWORD = 'test'
const OLDEST = 15
const clock = steadyClock('2031-05-06T07:08:09Z')
/** The servers that Debian's packages left on this machine, such as /usr/lib/postgresql/15/bin. */
const folders = globSync('/usr/lib/postgresql/*/bin/postgres').map(dirname)
const versionOf = (folder: string): number => Number(basename(dirname(folder)))

if (folders.length === 0) test.skip('a PostgreSQL of the system (apt install postgresql)', () => {})

describe.each(folders.map(folder => [versionOf(folder), folder] as const))(
  'PostgreSQL %i of the system',
  (version, folder) => {
    let data: string
    let server: ChildProcess

    beforeAll(async () => {
      data = mkdtempSync(join(tmpdir(), 'rt-'))
      const passwordFile = join(data, 'password')
      writeFileSync(passwordFile, PASSWORD)
      const cluster = join(data, 'cluster')
      const [command, ...prefix] = confinement('KILL')
      const initdb = [
        '-D',
        cluster,
        '-U',
        'super',
        '-E',
        'UTF8',
        '-A',
        'scram-sha-256',
        '--pwfile',
        passwordFile,
        '--no-sync',
      ]
      execFileSync(command, [...prefix, join(folder, 'initdb'), ...initdb], { stdio: 'ignore' })
      const options = ['-D', cluster, '-k', data, '-c', 'listen_addresses=', '-c', 'fsync=off']
      server = spawn(command, [...prefix, join(folder, 'postgres'), ...options], { stdio: 'ignore' })
      await asSuper([
        `create role house_owner login password '${PASSWORD}'`,
        `create role house_app login password '${PASSWORD}'`,
      ])
      await asSuper(['create database house owner house_owner', 'revoke all on database house from public'])
      await asSuper(['grant connect on database house to house_app'])
    })
    afterAll(async () => {
      server.kill('SIGINT')
      await once(server, 'exit')
      rmSync(data, { recursive: true })
    })

    const url = (user: string, database = 'house') =>
      `postgres://${user}:${PASSWORD}@localhost/${database}?host=${encodeURIComponent(data)}`

    async function asSuper(statements: string[]): Promise<void> {
      for (let tries = 0; ; tries++) {
        const client = new pg.Client({ connectionString: url('super', 'postgres') })
        try {
          await client.connect()
          for (const statement of statements) await client.query(statement)
          return
        } catch (error) {
          if (tries === 50) throw error
          await pause(100)
        } finally {
          await client.end()
        }
      }
    }

    const settings = (owner: boolean) =>
      readSettings({ DATABASE_URL: url('house_app'), ...(owner ? { DATABASE_OWNER_URL: url('house_owner') } : {}) })

    if (version < OLDEST) {
      test('is refused as too old', async () => {
        await expect(openDatabase({ url: url('house_app') })).rejects.toMatchObject({ code: 'database-too-old' })
      })
      return
    }

    describe('serves', () => {
      test('without the owner pending migrations are refused', async () => {
        await expect(installedDatabase(settings(false), clock)).rejects.toMatchObject({ code: 'migrations-pending' })
      })

      test('with the owner it is migrated, once, and the app can use it', async () => {
        const first = await installedDatabase(settings(true), clock)
        expect(first.applied).toEqual(migrations.map(({ name }) => name))
        await first.close()
        const second = await installedDatabase(settings(false), clock)
        expect(second.applied).toEqual([])
        expect(await second.db.selectFrom('network').selectAll().execute()).toEqual([])
        await second.close()
      })

      test('networks are walled off from each other', async () => {
        const app = await openDatabase({ url: url('house_app') })
        const owner = ownerDatabase({ url: url('house_owner') })
        const close = async () => void (await Promise.all([app.destroy(), owner.destroy()]))
        const world = await openWorldOn({ app, owner, appAddress: { url: url('house_app') }, close })
        await addStates(world)
        const stranger = await addSecondNetwork(world)
        await sql`analyze`.execute(owner)
        const { tries, breaches } = await wallBreaches({ app, owner }, world.network.id, stranger)
        await world.close()
        expect(breaches).toEqual([])
        expect(tries).toBeGreaterThan(500)
      })

      test('jobs run on it', async () => {
        const jobs = await startJobs({ url: url('house_app') }, error => {
          throw error
        })
        const ran = new Promise<void>(resolve => jobs.every('test', 60, async () => resolve()))
        await ran
        await jobs.stop()
      })

      test('the owner as app role is refused', async () => {
        const wrong = readSettings({ DATABASE_URL: url('house_owner'), DATABASE_OWNER_URL: url('house_owner') })
        await expect(installedDatabase(wrong, clock)).rejects.toMatchObject({ code: 'database-role-too-strong' })
      })
    })
  },
)
