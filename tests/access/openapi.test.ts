import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionCookie } from '../../app/features/account/model.ts'
import { doors } from '../../app/server.ts'
import { openWorld } from '../world/test-world.ts'
import { type Described, Description, describedPath, descriptionOf } from './described.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('describes every door, validly, as OpenAPI 3.1', async () => {
  const { document } = await descriptionOf(world.app)
  expect(await new Validator().validate(document)).toMatchObject({ valid: true })
  const described = Object.entries(document.paths).flatMap(([path, all]) =>
    Object.keys(all).map(one => `${one} ${path}`),
  )
  const mounted = doors.map(door => `${door.method === 'post' ? 'post' : 'get'} ${describedPath(door.path)}`)
  expect(described.sort()).toEqual(mounted.sort())
})

it('tells fields, choices and what is required from the schemas of the doors', async () => {
  const { document } = await descriptionOf(world.app)
  const { post, get } = document.paths['/commitments/{id}/state']!
  expect(get).toBeUndefined()
  expect(post).toMatchObject({
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            properties: {
              state: { enum: ['open', 'under_way', 'done', 'missed', 'dropped'] },
              revision: { minimum: 1 },
            },
            required: ['revision', 'state'],
          },
        },
      },
    },
  })
  const { components } = document
  expect(components.schemas.Problem).toMatchObject({
    properties: { code: { enum: expect.arrayContaining(['not-found']) } },
  })
  expect(JSON.stringify(document)).not.toMatch(/"pattern":"\^\(\[0-9a-f/)
})

it('names the cookie that a session really travels in', async () => {
  const { headers } = await world.as('coordinator')
  expect(headers.cookie).toContain(`${sessionCookie}=`)
  expect((await (await world.app.request('/openapi.json')).json()).components.securitySchemes.session.name).toBe(
    sessionCookie,
  )
})

it('holds an answer against the description', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false }
  const problem = { type: 'object', properties: { status: { enum: [404] } }, additionalProperties: false }
  const description = new Description({
    paths: {
      '/x/{id}': {
        get: {
          parameters: [],
          responses: { 200: { content: { 'application/json': { schema } } }, default: { $ref: '#' } },
        },
      },
    },
    components: {
      schemas: { Problem: problem },
      responses: { Problem: { content: { 'application/problem+json': { schema: problem } } } },
    },
  } as unknown as Described)
  const judged = (status: number, type: string, body: string) =>
    description.objection('get', '/x/{id}', status, type, body)
  expect(judged(200, 'application/json', '{"a":"b"}')).toBeNull()
  expect(judged(404, 'application/problem+json; charset=utf-8', '{"status":404}')).toBeNull()
  expect(judged(200, 'application/json', '{"a":"b","c":1}')).toContain('additional')
  expect(judged(200, 'application/json', '{}')).toContain('required')
  expect(judged(404, 'application/problem+json', '{"status":500}')).toContain('status')
  expect(judged(200, 'text/plain', 'a')).toContain('text/plain')
  expect(judged(204, 'text/plain', '')).toContain('204')
  expect(description.objection('post', '/x/{id}', 200, 'application/json', '{}')).toBe('is not described')
})
