import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Media = Record<string, { readonly schema: object }>
type Operation = {
  readonly parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; schema: Shape }[]
  readonly requestBody?: { readonly content: Media }
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Media }>
}
export type Shape = Record<string, unknown>
export type Described = {
  readonly paths: Record<string, { readonly get?: Operation; readonly post?: Operation }>
  readonly components: {
    readonly schemas: Record<string, Shape>
    readonly responses: Record<string, { content: Media }>
  }
}
export type { Operation }

/** The description as whoever reads it from outside has it, and answers held against it. */
export class Description {
  readonly document: Described
  private readonly ajv = new Ajv({ strict: false, allErrors: false })
  private readonly compiled = new Map<string, ValidateFunction>()

  constructor(document: Described) {
    this.document = document
    formats.default(this.ajv)
    this.ajv.addSchema({ ...document, $id: 'api' } as object)
  }

  /** What is wrong with an answer, in words; null where it is as described. `path` as in the description. */
  objection(method: 'get' | 'post', path: string, status: number, mediaType: string, body: string): string | null {
    const operation = this.document.paths[path]?.[method]
    if (!operation) return 'is not described'
    const named = operation.responses[status] ? String(status) : 'default'
    const response = operation.responses[named]
    const content = response?.$ref ? this.document.components.responses.Problem!.content : response?.content
    if (!response || (named === 'default' && status < 400)) return `answers ${status}, which is not described`
    if (!content) return null
    const type = mediaType.split(';')[0]!.trim()
    if (content['*/*']) return null
    if (!content[type]) return `answers ${type} with ${status}, which is not described`
    if (!type.endsWith('json')) return null
    const at = response.$ref
      ? 'api#/components/schemas/Problem'
      : `api#/paths/${pointer(path)}/${method}/responses/${named}/content/${pointer(type)}/schema`
    return this.broken(at, body)
  }

  private broken(at: string, body: string): string | null {
    const known = this.compiled.get(at) ?? this.ajv.compile({ $ref: at })
    this.compiled.set(at, known)
    if (known(JSON.parse(body))) return null
    const [error] = known.errors ?? []
    return `${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`
  }
}

const pointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
/** `/bodies/:id` as the description writes it. */
export const describedPath = (pattern: string): string => pattern.replace(/:([a-zA-Z]+)/g, '{$1}')

export async function descriptionOf(app: {
  request(path: string): Response | Promise<Response>
}): Promise<Description> {
  return new Description((await (await app.request('/openapi.json')).json()) as Described)
}
