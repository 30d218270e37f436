import { type ZodType, z } from 'zod'
import type { Door } from './doors.tsx'

/** `problems`: every code with its HTTP status. `session`: the name of the cookie that a session travels in. */
type About = {
  readonly title: string
  readonly version: string
  readonly session: string
  readonly problems: Readonly<Record<string, number>>
}

/**
 * The description of every door as OpenAPI 3.1, made from the same data that mounts them, so that it can not fall
 * behind. Input schemas tell what may come in, output schemas the JSON answer.
 */
export function apiDescription<Asker, Viewer>(doors: readonly Door<Asker, Viewer>[], about: About): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const door of doors) {
    const path = door.path.replace(PLACEHOLDER, '{$1}')
    paths[path] = { ...paths[path], [door.method === 'post' ? 'post' : 'get']: operation(door) }
  }
  return {
    openapi: '3.1.1',
    info: { title: about.title, version: about.version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    // Without a session one asks as the public does; with one, as the person.
    security: [{}, { session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: about.session } },
      schemas: { Problem: problemShape(about.problems) },
      responses: { Problem: PROBLEM_RESPONSE },
    },
  }
}

const PLACEHOLDER = /:([a-zA-Z]+)/g
const JSON_TYPE = 'application/json'
const PAGE = { 'text/html': { schema: { type: 'string' } } }

function operation<Asker, Viewer>(door: Door<Asker, Viewer>) {
  const { method, path } = door
  const inPath = [...path.matchAll(PLACEHOLDER)].map(([, name]) => name as string)
  const { properties, required } = fieldsOf(door.input)
  const fields = Object.entries(properties).filter(([name]) => !inPath.includes(name))
  const parameters = inPath.map(name => ({ name, in: 'path', required: true, schema: properties[name] ?? {} }))
  const base = { operationId: `${method} ${path}`, tags: [path.split('/')[1] || 'home'] }
  const refused = { default: { $ref: '#/components/responses/Problem' } }
  if (method === 'post') {
    const value = { type: 'object', properties: { value: shapeOf(door.output, 'output') } }
    const answer = { ...value, required: ['value'], additionalProperties: false }
    const seeOther = { headers: { Location: { schema: { type: 'string' }, required: true } } }
    return {
      ...{ ...base, parameters, requestBody: bodyOf(fields, required) },
      responses: {
        200: { description: 'done', content: { [JSON_TYPE]: { schema: answer } } },
        303: { description: 'done', ...seeOther },
        ...refused,
      },
    }
  }
  const query = fields.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  const content =
    method === 'file' || method === 'feed'
      ? { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } }
      : method === 'live'
        ? { 'text/event-stream': { schema: { type: 'string' } } }
        : { [JSON_TYPE]: { schema: shapeOf(door.output, 'output') }, ...PAGE }
  return {
    ...{ ...base, parameters: [...parameters, ...query] },
    responses: { 200: { description: 'found', content }, ...refused },
  }
}

type Fields = { readonly properties: Record<string, Shape>; readonly required: readonly string[] }
type Shape = Record<string, unknown>

function fieldsOf(input: ZodType): Fields {
  const { properties = {}, required = [] } = shapeOf(input, 'input') as Partial<Fields>
  return { properties, required }
}

/** A form and JSON say the same; a file can only come in a form of several parts. */
function bodyOf(fields: readonly (readonly [string, Shape])[], required: readonly string[]) {
  const needed = required.filter(name => fields.some(([field]) => field === name))
  const schema = {
    ...{ type: 'object', properties: Object.fromEntries(fields) },
    ...(needed.length > 0 ? { required: needed } : {}),
  }
  const takesFile = fields.some(([, field]) => field.contentEncoding === 'binary')
  const types = takesFile
    ? ['multipart/form-data']
    : [JSON_TYPE, 'application/x-www-form-urlencoded', 'multipart/form-data']
  return { required: needed.length > 0, content: Object.fromEntries(types.map(type => [type, { schema }])) }
}

/** A pattern beside a format says the same at greater length. */
function shapeOf(schema: ZodType, io: 'input' | 'output'): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.format) delete jsonSchema.pattern
      delete jsonSchema.readOnly
    },
  })
  return shape
}

/** RFC 9457, with a closed list of codes in place of a type: the sentence is for the client to say, in its language. */
const problemShape = (problems: Readonly<Record<string, number>>) => {
  const one = {
    code: { enum: Object.keys(problems) },
    field: { type: 'string' },
    values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  }
  return {
    type: 'object',
    properties: {
      ...{ status: { enum: [...new Set(Object.values(problems))].sort() }, ...one },
      problems: {
        type: 'array',
        items: { type: 'object', properties: one, required: ['code'], additionalProperties: false },
      },
    },
    required: ['status', 'code'],
    additionalProperties: false,
  }
}

const PROBLEM_RESPONSE = {
  description: 'refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } }, ...PAGE },
}
