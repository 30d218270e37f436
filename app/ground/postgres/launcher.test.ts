import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attach, type Connection, type Login } from './connection.ts'
import { type Launched, launch } from './launcher.ts'

const FAST = { fsync: 'off' }
let finished: string
let data: string
let running: Launched[]
let children: ChildProcess[]

beforeAll(async () => {
  finished = mkdtempSync(join(tmpdir(), 'rt-'))
  const server = await launch(finished, FAST)
  await server.stop()
})
afterAll(() => rmSync(finished, { recursive: true }))

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'rt-'))
  running = []
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const server of running) await server.stop()
  rmSync(data, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
})

/** What a first start left behind, without waiting for one. */
const startedBefore = () => void execFileSync('cp', ['-a', `${finished}/.`, data])

const start = async (folder = data): Promise<Launched> => {
  const server = await launch(folder, FAST)
  running.push(server)
  return server
}

async function ask<T>(connection: Connection, login: Login, statement: string): Promise<T[]> {
  const { host, port, database } = connection
  const client = new pg.Client({ host, port, database, ...login })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows as T[]
}

const launchProgram = () => `
  const { launch } = await import(${JSON.stringify(new URL('./launcher.ts', import.meta.url).href)})
  const server = await launch(${JSON.stringify(data)}).catch(problem => {
    console.error(problem.code)
    process.exit(1)
  })
  console.log(server.pid)
  setInterval(() => {}, 1000)`

/** A process of its own that launches on `data`, says so, and stays. */
function startChild(): ChildProcess & { ready: Promise<string> } {
  const args = ['--input-type=module', '--eval', launchProgram()]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const ready = once(child.stdout!, 'data').then(([chunk]) => String(chunk).trim())
  return Object.assign(child, { ready })
}

// A zombie counts as gone: who collects it is the machine's business.
const isRunning = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

test('a fresh data folder holds a database of three roles, and nobody else may read it', async () => {
  const { connection } = await start()
  const roles = `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'rundtisch%' order by 1`
  expect(await ask(connection, connection.app, roles)).toEqual([
    { rolname: 'rundtisch_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    { rolname: 'rundtisch_owner', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    { rolname: 'rundtisch_super', rolsuper: true, rolbypassrls: true, rolcreaterole: true },
  ])
  await ask(connection, connection.owner, 'create table t (n int)')
  await expect(ask(connection, connection.app, 'create table u (n int)')).rejects.toThrow('permission denied')
  await expect(ask(connection, { ...connection.app, password: 'x' }, 'select 1')).rejects.toThrow('password')
  expect(statSync(join(data, 'postgres/connection.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'postgres')).mode & 0o077).toBe(0)
})

test('a folder that can not be made is refused', async () => {
  for (const folder of [join(process.execPath, 'data'), '/proc/nowhere/data']) {
    await expect(launch(folder), folder).rejects.toMatchObject({ code: 'data-folder-unwritable' })
  }
})

describe('a second time', () => {
  beforeEach(startedBefore)

  test('everything is there, also with the connection file lost', async () => {
    const first = await start()
    await ask(first.connection, first.connection.owner, 'create table kept as select 7 as n')
    await first.stop()
    rmSync(join(data, 'postgres/connection.json'))
    const second = await start()
    expect(await ask(second.connection, second.connection.owner, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test('a second launcher is refused, another process attaches', async () => {
    const first = await start()
    await expect(launch(data)).rejects.toMatchObject({
      code: 'data-folder-in-use',
      details: { values: { folder: data } },
    })
    expect(await ask(attach(data), attach(data).app, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
    await start()
  })

  test('of two that start at the same moment one is refused, also at the very first', async () => {
    rmSync(join(data, 'postgres'), { recursive: true })
    const both = await Promise.allSettled([start(), start()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('it listens on no port, and writes to the disk unless told otherwise', async () => {
    const server = await launch(data)
    running.push(server)
    const settings = `select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums`
    expect(await ask(server.connection, server.connection.app, settings)).toEqual([
      { addresses: '', fsync: 'on', checksums: 'on' },
    ])
  })

  test('a folder so deep that no socket fits has its socket elsewhere, which goes away', async () => {
    const deep = join(data, 'd'.repeat(60), 'e'.repeat(60))
    mkdirSync(deep, { recursive: true })
    renameSync(join(data, 'postgres'), join(deep, 'postgres'))
    const server = await start(deep)
    expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90)
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
    await ask(server.connection, server.connection.app, 'select 1')
    await server.stop()
    expect(existsSync(server.connection.host)).toBe(false)
  })

  test('attaching to a folder that never had a server says so', () => {
    expect(() => attach(tmpdir())).toThrow(expect.objectContaining({ code: 'database-unreachable' }))
  })
})

test('kill -9 during the first start leaves nothing that the next one stumbles over', async () => {
  for (const milliseconds of [60, 250, 500, 800, 1100]) {
    const child = startChild()
    await pause(milliseconds)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const { connection } = await start()
  await ask(connection, connection.app, 'select 1')
  expect(readdirSync(join(data, 'postgres')).filter(name => name.startsWith('unfinished'))).toEqual([])
})

test('what a killed first start left is gone after the next, also while something moves files in it', async () => {
  const left = join(data, 'postgres/unfinished-abc')
  mkdirSync(left, { recursive: true })
  const names = Array.from({ length: 300 }, (_, at) => String(at))
  for (const name of names) writeFileSync(join(left, name), '')
  const move = `cd ${left} && touch moving && for round in 1 2 3; do for at in $(seq 0 299); do mv $at m$at; mv m$at $at; done; done`
  const mover = spawn('sh', ['-c', move], { stdio: 'ignore' })
  children.push(mover)
  while (!existsSync(join(left, 'moving'))) await pause(5)
  await start()
  expect(readdirSync(join(data, 'postgres')).filter(name => name.startsWith('unfinished'))).toEqual([])
})

test('a program whose parent is killed while starting it never runs', async () => {
  const confined = new URL('./confinement.ts', import.meta.url).href
  const orphan = (mark: string) => `
    const { confinement } = await import(${JSON.stringify(confined)})
    const { spawn } = await import('node:child_process')
    const [command, ...prefix] = confinement('KILL')
    spawn(command, [...prefix, 'sh', '-c', 'sleep 0.3; touch ${mark}'], { stdio: 'ignore' })
    process.kill(process.pid, 'SIGKILL')`
  const marks = Array.from({ length: 20 }, (_, at) => join(data, `mark-${at}`))
  for (const mark of marks) {
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', orphan(mark)], { stdio: 'ignore' })
    await once(parent, 'exit')
  }
  await pause(1000)
  expect(marks.filter(mark => existsSync(mark))).toEqual([])
})

describe('kill -9', () => {
  beforeEach(startedBefore)

  test('of the launcher ends its server, and the next start waits for that', async () => {
    const child = startChild()
    const pid = Number(await child.ready)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { connection } = await start()
    await ask(connection, connection.app, 'select 1')
    expect(isRunning(pid)).toBe(false)
  })

  test('of launcher and server together is recovered from', async () => {
    const child = startChild()
    const pid = Number(await child.ready)
    const connection = attach(data)
    await ask(connection, connection.owner, 'create table kept as select 7 as n')
    process.kill(pid, 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { connection: again } = await start()
    expect(await ask(again, again.owner, 'select n from kept')).toEqual([{ n: 7 }])
    expect(readFileSync(join(data, 'postgres/postgres.log'), 'utf8')).toContain('not properly shut down')
  })

  test('a process number that now belongs to another process of ours does not keep the server down', async () => {
    const file = join(data, 'postgres/cluster/postmaster.pid')
    writeFileSync(file, [process.pid, join(data, 'postgres/cluster'), 1, 5432, '', '', '', 'ready'].join('\n'))
    const child = startChild()
    expect(Number(await child.ready)).toBeGreaterThan(0)
  })

  test('of the server alone is heard of', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGKILL')
    await server.ended
  })
})

test('where user namespaces are forbidden, root is told so', async context => {
  if (process.getuid?.() !== 0) return context.skip('only root needs a namespace')
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
  const inNamespace = ['--user', '--map-root-user', 'sh', '-c', forbid, 'sh', process.execPath]
  const child = spawn('unshare', [...inNamespace, '--input-type=module', '--eval', launchProgram()])
  const said = await new Promise<string>(resolve => child.stderr.once('data', text => resolve(String(text))))
  await once(child, 'exit')
  expect(said).toContain('namespaces-forbidden')
})
