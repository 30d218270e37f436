import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from '../app/ground/settings.ts'
import { type Running, startRundtisch } from './start.ts'

let folder: string
let running: Running[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rt-'))
  running = []
})
afterEach(async () => {
  for (const one of running) await one.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(texts: Record<string, string> = {}, demo = false): Promise<Running> {
  const settings = readSettings({ PORT: '0', RUNDTISCH_DATA: folder, LOG: 'quiet', ...texts })
  const started = await startRundtisch(settings, { demo })
  running.push(started)
  return started
}

test('an empty folder becomes a server that asks to be set up, and is the same one after a restart', async () => {
  const first = await start()
  expect((await fetch(`${first.address}/healthz`)).status).toBe(200)
  expect(first.invitation).toMatchObject({ kind: 'set-up' })
  expect(first.invitation?.link.startsWith(`${first.address}/`)).toBe(true)
  await expect(start()).rejects.toMatchObject({ code: 'data-folder-in-use' })
  await expect(start({ PORT: new URL(first.address).port })).rejects.toMatchObject({ code: 'port-taken' })

  await running.pop()?.stop()
  await expect(fetch(`${first.address}/healthz`)).rejects.toThrow()
  const second = await start()
  expect((await fetch(`${second.address}/healthz`)).status).toBe(200)
})

test('the demo invites its coordinator, with a page that is packed for the way', async () => {
  const { address, invitation } = await start({}, true)
  expect(invitation).toMatchObject({ kind: 'demo' })
  const page = await fetch(invitation!.link, { headers: { 'accept-encoding': 'br' } })
  expect(page.status).toBe(200)
  expect(page.headers.get('content-encoding')).toBe('br')
  expect((await fetch(`${address}/nowhere`)).status).toBe(404)
})

test('when the database cannot be reached the port is free again', async () => {
  const texts = { PORT: '0', DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nowhere' }
  await expect(start(texts)).rejects.toMatchObject({ code: 'database-unreachable' })
})
