import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { buildApp } from '../../app/server.ts'
import { show } from '../../app/ui/doors.tsx'
import { personas } from '../../demo/network.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World<TestDatabase>
const written: string[] = []
beforeAll(async () => {
  world = await openWorld()
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void written.push(words.map(String).join(' ')))
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world.close()
})
beforeEach(() => void written.splice(0))

const origin = 'http://localhost'
const at = (log: 'errors' | 'security') => buildApp({ ...world.ground, settings: { ...world.ground.settings, log } })
const lines = () => written.filter(line => line.includes(' security '))

describe('the log', () => {
  it('tells who was turned away and who came in: when, where, which account, what; no name, address or secret', async () => {
    const app = at('security')
    const link = new URL(await oneTimeLink(world.ground, world.network, personas.chair.email)).pathname
    const post = (path: string, headers: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { origin, ...headers },
        body: new URLSearchParams({ code: '000000' }),
      })
    await post(link)
    await post(link)
    await post('/sign-in/code')
    const chair = await world.as('chair')
    await post('/organizations', { cookie: chair.headers.cookie })
    await post('/people/01890000-0000-7000-8000-000000000001/sign-out', { cookie: chair.headers.cookie })
    await post('/sign-out', { origin: 'https://evil.example' })
    await post('/sign-out', { cookie: chair.headers.cookie })
    const told = lines().map(line => line.replace(/^\S+ /, '').replace(/account=[^-\s]\S* network=.*/, 'account=X'))
    expect(told.map(line => line.replace(/ network=.*/, ''))).toEqual([
      'security code=done status=303 method=POST door=/sign-in/:token account=-',
      'security code=sign-in-link-used status=410 method=POST door=/sign-in/:token account=-',
      'security code=step-gone status=410 method=POST door=/sign-in/code account=-',
      'security code=not-found status=404 method=POST door=/organizations account=X',
      'security code=not-found status=404 method=POST door=/people/:id/sign-out account=X',
      'security code=cross-site status=403 method=POST door=- account=-',
      'security code=done status=303 method=POST door=/sign-out account=X',
    ])
    for (const line of lines()) {
      expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z security /)
      expect(line).toContain(`network=${world.network.id}`)
      expect(line).not.toContain(link.split('/').at(-1)!)
      expect(line).not.toMatch(/@|Ferber/)
    }
  })

  it('can not be made to begin a line of its own', async () => {
    const app = at('security')
    await app.request('/sign-in/x%0A2026-01-01T00:00:00Z%20security%20code=done', {
      method: 'POST',
      headers: { origin },
    })
    for (const line of written) expect(line).not.toContain('\n')
    expect(lines().every(line => !line.includes('2026-01-01'))).toBe(true)
  })

  it('says nothing of it where errors alone are wanted', async () => {
    await at('errors').request('/sign-in/code', { method: 'POST', headers: { origin }, body: new URLSearchParams() })
    expect(written).toEqual([])
  })
})

describe('an error that nobody foresaw', () => {
  it('is told to the operator, and to the visitor only that it happened', async () => {
    const broken = show({
      ...{ path: '/broken', input: z.object({}), output: z.null() },
      find: async () => {
        throw new Error('select secret from kitchen')
      },
      page: () => null as never,
    })
    const app = buildApp(world.ground, [broken as never])
    for (const accept of ['text/html', 'application/json']) {
      const answer = await app.request('/broken', { headers: { accept } })
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toMatch(/kitchen|at .*\.ts|node_modules/)
    }
    expect(written.join()).toContain('select secret from kitchen')
  })
})
