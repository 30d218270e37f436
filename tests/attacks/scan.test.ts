import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../app/server.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

let world: World<TestDatabase>
let coordinator: Caller
const folder = mkdtempSync(join(tmpdir(), 'rundtisch-scan-'))
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Finds what calls itself harmful, and says with what it was started. */
const SCANNER = `
const seen = []
for await (const part of process.stdin) seen.push(part)
const text = Buffer.concat(seen).toString()
if (Object.keys(process.env).some(name => /SECRET|DATABASE|SMTP/.test(name))) process.exit(3)
process.exit(text.includes('SCHADHAFT') ? 1 : text.includes('KAPUTT') ? 2 : 0)
`
const scanner = join(folder, 'scanner.mjs')
writeFileSync(scanner, SCANNER)

async function upload(text: string, fileScan: readonly string[] | null) {
  const app = buildApp({ ...world.ground, settings: { ...world.ground.settings, fileScan } })
  const form = new FormData()
  form.append('file', new File([text], 'protokoll.txt', { type: 'text/plain' }))
  return app.request('/readings', { method: 'POST', headers: coordinator.headers, body: form })
}
const stored = async () => (await world.database.owner.selectFrom('source').select('id').execute()).length
const minutes = (word: string) => `Protokoll der Offenen Runde vom 3. März 2026

Anwesend: Tomasz Wrobel, Mira Halden

TOP 1: ${word}

- Mira Halden schreibt dem Hausmeister wegen der Heizung.
`
const command = [process.execPath, scanner]

it('shows an upload to the scanner of the operator, and keeps nothing of what it finds', async () => {
  const before = await stored()
  const found = await upload(minutes('SCHADHAFT'), command)
  expect(found.status).toBe(422)
  expect(await found.text()).toContain('etwas Schädliches gefunden')
  expect(await stored()).toBe(before)
  expect((await upload(minutes('Heizung'), command)).status).toBe(303)
  expect(await stored()).toBe(before + 1)
})

it('takes nothing in where the scanner can not say', async () => {
  const before = await stored()
  for (const broken of [command, ['/nowhere/clamdscan'], [process.execPath, '--no-such-flag']]) {
    const answer = await upload(minutes(broken === command ? 'KAPUTT' : 'Fenster'), broken)
    expect(answer.status).toBe(503)
  }
  expect(await stored()).toBe(before)
})

it('is not asked where none is set', async () => {
  expect((await upload(minutes('SCHADHAFT und ohne Prüfung'), null)).status).toBe(303)
})
