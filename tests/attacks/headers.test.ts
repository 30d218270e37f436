import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp, doors } from '../../app/server.ts'
import { type Persona, personas } from '../../demo/network.ts'
import type { TestDatabase } from '../world/database.ts'
import { openWorld } from '../world/test-world.ts'
import type { World } from '../world/world.ts'

let world: World<TestDatabase>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const LOADS = /(?:src|srcset|poster|data|action|formaction|href)="([^"]*)"/g
const LINK_TAG = /<link\b[^>]*>/g
/** The same for everybody who is not signed in: asked for anew each time, and not sent twice. */
const KEPT = new Set(doors.flatMap(door => (door.method === 'get' && door.kept ? [door.path] : [])))
const pages = doors.filter(({ method, path }) => method === 'get' && !path.includes(':')).map(({ path }) => path)

describe.each([...(Object.keys(personas) as Persona[]), 'public'] as const)('every page, for %s', persona => {
  it('asks nobody else for anything, has no script in line and is kept by nobody', async () => {
    const caller = await world.as(persona)
    for (const path of pages) {
      const answer = await caller.get(path)
      const { headers } = answer
      if (answer.status >= 300 && answer.status < 400) continue
      const html = await answer.text()
      const kept = KEPT.has(path) && (persona === 'public' || path.startsWith('/embed/'))
      expect(headers.get('cache-control'), path).toBe(kept ? 'private, no-cache' : 'private, no-store')
      expect(headers.get('content-type'), path).toBe('text/html; charset=UTF-8')
      expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+="|javascript:|\sstyle="/i)
      const asked = html.matchAll(/<(?:script|img|iframe|form|link|source|video|audio|object|embed)\b[^>]*>/g)
      for (const [tag] of asked)
        for (const [, target = ''] of tag.matchAll(LOADS))
          expect(new URL(target, 'http://localhost').origin, `${path} ${tag}`).toMatch(/^(?:http:\/\/localhost|null)$/)
      for (const [tag] of html.matchAll(LINK_TAG)) expect(tag, path).not.toMatch(/preconnect|dns-prefetch/)
    }
  })
})

describe('headers', () => {
  it('stand on every answer, also of problems, assets and the description', async () => {
    for (const path of ['/', '/nowhere', '/sign-in', '/healthz', '/openapi.json', '/assets/nothing.js', '/people/x']) {
      const { headers } = await world.app.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy, path).toContain(part)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
    }
  })

  it('hold browsers to HTTPS where the site has it, for a year and subdomains too', async () => {
    const settings = { ...world.ground.settings, publicUrl: 'https://tisch.example' }
    const { headers } = await buildApp({ ...world.ground, settings }).request('/sign-in')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })
})
