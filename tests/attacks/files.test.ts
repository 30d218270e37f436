import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../app/server.ts'
import { file } from '../../app/ui/doors.tsx'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { Caller, World } from '../world/world.ts'

let world: World<TestDatabase>
let coordinator: Caller
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.as('coordinator')
})
afterAll(() => world?.close())

const STORED = /^files(?:\/[0-9a-f-]{36}(?:\/[0-9a-f]{2}(?:\/[0-9a-f]{64})?)?)?$/
const stored = () =>
  readdirSync(world.ground.settings.dataFolder, { recursive: true })
    .map(String)
    .filter(name => name !== 'secret')

describe('a file name', () => {
  const names = [
    '../../../etc/passwd.txt',
    '..\\..\\windows\\win.ini.txt',
    '/etc/cron.d/evil.txt',
    'a/../../b.txt',
    '.txt',
    'CON.txt',
    'x.txt\u0000.docx',
    `${'n'.repeat(5000)}.txt`,
    '"; filename=evil.html; x=".txt',
    '<img src=x onerror=alert(1)>.txt',
  ]
  it.each(names)('never becomes a path: %j', async name => {
    const text = `Protokoll der Sitzung vom 3. März 2031\nAnwesend: A. Beispiel\nTOP 1 Lampen\nDer Vorstand kauft bis 1.4. Lampen ${name.length}.\n`
    const answer = await coordinator.post('/readings', { file: new File([text], name), pasted: '' })
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).not.toContain('<img src=x')
    for (const path of stored()) expect(path).toMatch(STORED)
  })
})

describe('something to run, sent as minutes', () => {
  const script = '<script>alert(1)</script>'
  const sent: readonly [string, string][] = [
    ['seite.html', `<!doctype html><html><body>${script}</body></html>`],
    ['bild.svg', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['protokoll.txt', `<!doctype html><html><body>${script}</body></html>`],
    [
      'protokoll.docx',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;${script}</x>`,
    ],
    ['protokoll.pdf', `%!PS\n(${script}) run`],
  ]
  it.each(sent)('is never shown as a page: %s', async (name, content) => {
    const answer = await coordinator.post('/readings', { file: new File([content], name), pasted: '' })
    const shown =
      answer.status === 303
        ? await (await coordinator.get(answer.headers.get('location')!)).text()
        : await answer.text()
    expect([303, 413, 422]).toContain(answer.status)
    expect(shown).not.toContain(script)
    expect(shown).not.toContain('root:')
  })
})

describe('a download', () => {
  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml'])('of %s is an attachment', async mediaType => {
    for (const fileName of ['a.html', 'a"\r\nSet-Cookie: x=1', '../../x.svg', 'Ä\u202Efdp.exe', "a';b"]) {
      const door = file({
        path: '/thing',
        input: z.object({}),
        find: async () => ({ bytes: Buffer.from('<script>alert(1)</script>'), mediaType, fileName }),
      })
      const answer = await buildApp(world.ground, [door as never]).request('/thing')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w!~*'().%-]+$/)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    }
  })
})
