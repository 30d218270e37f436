import type { Description, Operation } from '../access/described.ts'
import type { Chance } from '../worlds/chance.ts'
import { Values } from './values.ts'

/** A request as the description allows, nearly allows or does not allow at all. */
export type Sent = {
  readonly method: 'get' | 'post'
  /** As in the description, such as `/meetings/{id}`. */
  readonly path: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyInit | null
  /** Everything that was sent, readable: it may come back. */
  readonly said: string
}

/** Ids that somebody may have seen or guessed, and ids as forms write them beside their noun: `person:<id>`. */
export type Known = { readonly ids: readonly string[]; readonly marks: readonly string[] }

type Named = readonly (readonly [string, unknown])[]

/** Makes requests out of the description and chance. */
export class Requests {
  private readonly chance: Chance
  private readonly operations: readonly { method: 'get' | 'post'; path: string; operation: Operation }[]

  private readonly known = new Map<string, Set<string>>()

  constructor({ document }: Description, chance: Chance) {
    this.chance = chance
    this.operations = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
      ...(get ? [{ method: 'get' as const, path, operation: get }] : []),
      ...(post ? [{ method: 'post' as const, path, operation: post }] : []),
    ])
  }

  /** An address that leads somewhere, such as a link of a page, is asked again, by everybody and at every door behind it. */
  learn(answer: string): void {
    for (const [, place, id] of answer.matchAll(LINK)) {
      const known = this.known.get(place!) ?? new Set()
      this.known.set(place!, known.add(id!))
    }
  }

  next({ ids, marks }: Known): Sent {
    const { chance } = this
    const { method, path, operation } = chance.of(this.operations)
    const values = new Values(chance, ids, marks)
    const inPath = operation.parameters.filter(one => one.in === 'path')
    let address = path
    const found = [...(this.known.get(path.split('/')[1]!) ?? [])]
    for (const { name, schema } of inPath) {
      const again = name === 'id' && found.length > 0 && chance.once(0.7)
      const value = again ? chance.of(found) : chance.once(0.9) ? values.valid(schema) : values.any(schema)
      address = address.replace(`{${name}}`, () => segment(value))
    }
    const query = operation.parameters
      .filter(one => one.in === 'query' && (one.required || chance.once(0.5)))
      .flatMap(({ name, schema }) => this.repeated(name, values.any(schema)))
    if (chance.once(0.05)) query.push([chance.of(['notice', 'x', '__proto__', 'id']), values.hostile()])
    const search = query.map(([name, value]) => `${segment(name)}=${segment(value)}`).join('&')
    address += search && `?${search}`
    const { body, type, said } = operation.requestBody ? this.body(operation.requestBody.content, values) : NO_BODY
    const accept = chance.of(['application/json', 'application/json', 'text/html', '*/*', 'application/xml', ''])
    const headers = { accept, ...(type ? { 'content-type': type } : {}) }
    return { method, path, address, headers, body, said: `${decoded(address)} ${said}` }
  }

  private repeated(name: string, value: unknown): [string, unknown][] {
    return this.chance.once(0.05)
      ? [
          [name, value],
          [name, value],
        ]
      : [[name, value]]
  }

  private body(content: Record<string, { schema: object }>, values: Values) {
    const { chance } = this
    const [type, { schema }] = chance.of(Object.entries(content))
    const { properties = {} } = schema as { properties?: Record<string, Record<string, unknown>> }
    const fields: Named = Object.entries(properties)
      .filter(() => !chance.once(0.04))
      .flatMap(([name, one]) => this.repeated(name, isFile(one) ? this.file() : values.any(one)))
    const said = fields.map(([, value]) => plain(value)).join(' ')
    if (type === 'application/json') {
      if (chance.once(0.03)) return { type, body: chance.of(BROKEN_JSON)(), said }
      return { type, body: JSON.stringify(Object.fromEntries(fields)), said }
    }
    if (type === 'multipart/form-data') {
      const form = new FormData()
      for (const [name, value] of fields) {
        if (value instanceof File) form.append(name, value)
        else form.append(name, plain(value))
      }
      // The boundary comes with the body, unless somebody sends another.
      return { type: chance.once(0.03) ? 'multipart/form-data; boundary=x' : null, body: form, said }
    }
    const pairs = fields.map(([name, value]) => `${segment(name)}=${segment(value)}`).join('&')
    return { type, body: chance.once(0.02) ? `${pairs}&%zz&=&&[a]=b&a[__proto__]=c` : pairs, said }
  }

  private file(): File {
    const [name, content] = this.chance.of(FILES)
    return new File([content], name)
  }
}

const LINK = /"\/([a-z]+)\/([0-9a-f]{8}-[0-9a-f-]{27})[/"?#]/g
const NO_BODY = { body: null, type: null, said: '' }
const isFile = (schema: Record<string, unknown>) => schema.contentEncoding === 'binary'
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : value instanceof File ? value.name : (JSON.stringify(value) ?? '')
/** A lone surrogate can not be written into an address. */
const segment = (value: unknown): string => encodeURIComponent(plain(value).toWellFormed())
const decoded = (address: string): string => decodeURIComponent(address)

const BROKEN_JSON: readonly (() => string)[] = [
  () => '{',
  () => '',
  () => 'null',
  () => '[1,2]',
  () => '"a"',
  () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  () => `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  () => '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}',
  () => '{"id":1,"id":2}',
  () => '\ufeff{}',
]
const MINUTES =
  'Protokoll der AG Garten\nDatum: 03.02.2026\nTOP 1 Beete\nAufgabe: Ivo Brandt kauft Erde bis 10.02.2026.\n'
const FILES: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
  ['garten.txt', MINUTES],
  ['../../garten.md', MINUTES],
  ['leer.txt', ''],
  ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
  ['a.odt', new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)])],
  ['a.pdf', '%PDF-1.7\n%%EOF'],
  ['a\u0000.txt', new Uint8Array([0, 1, 2, 255, 254])],
  ['<svg onload=alert(1)>.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
]
