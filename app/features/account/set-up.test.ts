import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld } from '../../../tests/world/test-world.ts'
import type { World } from '../../../tests/world/world.ts'
import { setUpAddress } from './finds.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ empty: true })
})
afterAll(() => world.close())

const origin = 'http://localhost'
const fields = {
  name: 'Runder Tisch Auenfurt',
  region: 'DE-BE',
  de: 'yes',
  ar: 'yes',
  coordinator: 'Mira Halden',
  email: 'mira.halden@auenfurt.example',
}
const get = (path: string, cookie = '') => world.app.request(path, { headers: { cookie } })
const post = (path: string, body: Record<string, string> = {}) =>
  world.app.request(path, { method: 'POST', headers: { origin }, body: new URLSearchParams(body) })
const networks = () => world.database.owner.selectFrom('network').selectAll().execute()

it('leads there while there is no network', async () => {
  const answer = await get('/')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/setup'])
})

it('opens to nobody without the key', async () => {
  for (const path of ['/setup', '/setup?key=guessed']) {
    const page = await (await get(path)).text()
    expect(page).not.toContain('name="coordinator"')
  }
  expect((await post('/setup?key=guessed', fields)).status).toBe(404)
  expect(await networks()).toEqual([])
})

it('makes the network once, and its coordination', async () => {
  const address = new URL(setUpAddress(world.ground))
  const key = address.searchParams.get('key') ?? ''
  expect(await (await get(`/setup?key=${key}`)).text()).toContain('name="coordinator"')

  for (const wrong of [
    { region: 'DE-XX' },
    { de: '', ar: '' },
    { email: 'mira@' },
    { name: ' ' },
    { email: '' },
    { region: '' },
  ]) {
    const incomplete = await post(`/setup?key=${key}`, { ...fields, ...wrong })
    expect(incomplete.status).toBe(422)
    const again = await incomplete.text()
    expect(again).toContain('value="Mira Halden"')
    expect(again.match(/aria-invalid="true"/g)).toHaveLength(1)
    expect(again.match(/<a href="#field-/g)).toHaveLength(1)
  }

  const answers = await Promise.all([post(`/setup?key=${key}`, fields), post(`/setup?key=${key}`, fields)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  expect(await networks()).toMatchObject([
    {
      name: 'Runder Tisch Auenfurt',
      region: 'DE-BE',
      languages: ['de', 'ar'],
      demo: false,
      time_zone: 'Europe/Berlin',
    },
  ])

  const made = answers.find(({ status }) => status === 303)!
  const link = made.headers.get('location') ?? ''
  expect(link).toMatch(/^\/sign-in\//)
  const signedIn = await post(link)
  const cookie = signedIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const people = await get('/people/new', cookie)
  expect(people.status).toBe(200)
  expect(await people.text()).toContain('Mira Halden')

  expect((await get(`/setup?key=${key}`)).status).toBe(404)
  expect((await post(`/setup?key=${key}`, fields)).status).toBe(404)
  const journal = await world.database.owner.selectFrom('journal').select(['act', 'actor']).orderBy('act').execute()
  expect(journal).toEqual([
    { act: 'account.signIn', actor: 'system:sign-in' },
    { act: 'network.setUp', actor: 'system:setup' },
    { act: 'person.join', actor: 'system:sign-in' },
  ])
})
