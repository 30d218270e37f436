import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { VNode } from 'preact'
import type { ZodType } from 'zod'
import { enteredBy, inAddress, isStorable } from './entered.ts'
import { type FileAnswer, type Made, savedHeaders, withTag } from './file-answer.ts'
import type { FormState } from './forms.tsx'
import type { Frame } from './frame.ts'
import { eventStream } from './live.ts'
import { htmlOf } from './page.tsx'
import { ProblemPage } from './problem-page.tsx'

/**
 * A door is a path, what may come in, the call, and how the answer looks. HTML and JSON come from the same call:
 * `Accept: application/json` gets the data that the page would show.
 * Doors are data, so that the access matrix and the API description can list them and forget none.
 */
export type Door<Asker, Viewer> =
  | ShowDoor<Viewer>
  | FileDoor<Viewer>
  | FeedDoor<Viewer>
  | SubmitDoor<Asker, Viewer>
  | LiveDoor<Asker>

export type ShowDoor<Viewer> = {
  readonly method: 'get'
  readonly path: string
  readonly input: ZodType
  readonly output: ZodType
  readonly find: (viewer: Viewer, input: never) => Promise<unknown>
  readonly page: (shown: never) => VNode
  readonly kept: boolean
  readonly embedded: boolean
}

type FileDoor<Viewer> = {
  readonly method: 'file'
  readonly path: string
  readonly input: ZodType
  readonly find: (viewer: Viewer, input: never) => Promise<FileAnswer | null>
}

type FeedDoor<Viewer> = Omit<FileDoor<Viewer>, 'method'> & { readonly method: 'feed'; readonly kept: boolean }

type SubmitDoor<Asker, Viewer> = {
  readonly method: 'post'
  readonly path: string
  readonly input: ZodType
  readonly output: ZodType
  readonly act: (asker: Asker, input: never) => Promise<Outcome<unknown>>
  readonly next: (value: never, input: never) => Next
  readonly again: ShowDoor<Viewer> | null
  readonly maxBytes: number
}

type LiveDoor<Asker> = {
  readonly method: 'live'
  readonly path: string
  readonly input: ZodType
  readonly open: (asker: Asker, input: never) => Promise<AsyncIterable<LiveEvent> | null>
}

/** An event as a browser hears it (HTML, server-sent events): `data` goes as JSON. */
export type LiveEvent = { readonly name: string; readonly data: object }

/** What a page is handed: the data, what came in, a form's kept values and problems, and the frame around it. */
export type Shown<Input, Data> = {
  readonly input: Input
  readonly data: Data
  readonly form: FormState
  readonly frame: Frame
}

/** Where to go after an act (303), what to say there, and headers to hand on (a session's cookie). */
export type Next = { readonly to: string; readonly notice?: string; readonly headers?: Headers }

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly field?: string; readonly values?: Record<string, unknown> }

/**
 * A page. `find` returns null for what does not exist for the viewer: 404. `output` is the JSON answer, field by field
 * (`z.strictObject`): GET /openapi.json tells it, and the access matrix holds every answer against it.
 * `kept`: what it shows to the public follows from what is stored and from the day alone, and is kept until an act
 * changes something. `embedded`: other sites may show it in a frame; it knows no cookie, so everybody is the public there.
 */
export function show<Viewer, Input, Shape, Data extends Shape>(door: {
  path: string
  input: ZodType<Input>
  output: ZodType<Shape>
  find: (viewer: Viewer, input: Input) => Promise<Data | null>
  page: (shown: Shown<Input, Data>) => VNode
  kept?: true
  embedded?: true
}): ShowDoor<Viewer> {
  return { method: 'get', kept: false, embedded: false, ...door } as unknown as ShowDoor<Viewer>
}

/** A download: always as an attachment, never run in the page. */
export function file<Viewer, Input>(door: {
  path: string
  input: ZodType<Input>
  find: (viewer: Viewer, input: Input) => Promise<FileAnswer | null>
}): FileDoor<Viewer> {
  return { method: 'file', ...door } as unknown as FileDoor<Viewer>
}

/**
 * What a program fetches again and again: it may keep what it got and asks each time whether that still holds. `kept` as
 * of a page.
 */
export function feed<Viewer, Input>(door: {
  path: string
  input: ZodType<Input>
  find: (viewer: Viewer, input: Input) => Promise<FileAnswer | null>
  kept?: true
}): FeedDoor<Viewer> {
  return { method: 'feed', kept: false, ...door } as unknown as FeedDoor<Viewer>
}

/**
 * A stream of events, for as long as somebody listens. It outlasts any transaction, so it is handed the asker and asks
 * anew what he may see before it says something. `open` returns null for what does not exist for him: 404.
 */
export function live<Asker, Viewer, Input>(door: {
  path: string
  input: ZodType<Input>
  open: (asker: Asker, input: Input) => Promise<AsyncIterable<LiveEvent> | null>
}): Door<Asker, Viewer> {
  return { method: 'live', ...door } as unknown as LiveDoor<Asker>
}

/**
 * A write. On success 303 to `next`; on a refusal the page `again` is shown once more with the values kept and the
 * problems named, or a problem page where there is no form to return to. `output` is the act's value as JSON, strictly.
 */
export function submit<Asker, Viewer, Input, Shape, Value extends Shape>(door: {
  path: string
  input: ZodType<Input>
  output: ZodType<Shape>
  act: (asker: Asker, input: Input) => Promise<Outcome<Value>>
  next: (value: Value, input: Input) => Next
  again?: ShowDoor<Viewer>
  maxBytes?: number
}): SubmitDoor<Asker, Viewer> {
  return { method: 'post', again: null, maxBytes: 1_000_000, ...door } as unknown as SubmitDoor<Asker, Viewer>
}

/** How doors reach the house: who asks, a read as that asker, the frame around a page, a problem's HTTP status. */
export type House<Asker, Viewer> = {
  asker(c: Context): Promise<Asker>
  /** Whoever asks at a door that other sites may show: the public, whatever the browser sent along. */
  stranger(c: Context): Promise<Asker>
  /** The same answer, with a tag, for everybody who is not signed in and asks the same; `make` for whoever is. */
  kept(c: Context, asker: Asker, make: () => Promise<Made | null>): Promise<Made | null>
  read<T>(asker: Asker, use: (viewer: Viewer) => Promise<T>): Promise<T>
  frame(viewer: Viewer, c: Context): Frame
  status(code: string): number
  /** Hears how a request at a door ended that the operator may want to know of. */
  note(c: Context, asker: Asker, told: { door: string | null; status: number; code: string }): void
}

/** Mounts every door of a feature on the app. */
export function mount<Asker, Viewer>(app: Hono, house: House<Asker, Viewer>, doors: readonly Door<Asker, Viewer>[]) {
  for (const door of doors) {
    if (door.method === 'post') {
      const tooLarge = (c: Context) =>
        problem(c, house, {
          ok: false,
          code: 'file-too-large',
          values: { limit: Math.floor(door.maxBytes / 1_000_000) },
        })
      app.post(door.path, bodyLimit({ maxSize: door.maxBytes, onError: tooLarge }), c => submitted(c, house, door))
    } else if (door.method === 'file' || door.method === 'feed') app.get(door.path, c => downloaded(c, house, door))
    else if (door.method === 'live') app.get(door.path, c => streamed(c, house, door))
    else app.get(door.path, c => shown(c, house, door))
  }
}

/** Answers a problem in the reader's language: a page, or problem+json (RFC 9457). */
export async function problem<Asker, Viewer>(
  c: Context,
  house: House<Asker, Viewer>,
  refusal: Refusal,
  door: { readonly path: string } | null = null,
) {
  const status = house.status(refusal.code) as 404
  const asker = await house.asker(c)
  house.note(c, asker, { door: door?.path ?? null, status, code: refusal.code })
  if (wantsJson(c)) return problemJson(c, status, refusal)
  const frame = await house.read(asker, async viewer => house.frame(viewer, c))
  return page(c, <ProblemPage frame={frame} code={refusal.code} values={refusal.values ?? {}} />, status)
}
type Refusal = Extract<Outcome<never>, { ok: false }>

async function shown<Asker, Viewer>(c: Context, house: House<Asker, Viewer>, door: ShowDoor<Viewer>) {
  if (!isStorable(inAddress(c))) return problem(c, house, { ok: false, code: 'not-found' })
  const parsed = await door.input.safeParseAsync(inAddress(c))
  if (!parsed.success) return problem(c, house, { ok: false, code: 'not-found' })
  const asker = await (door.embedded ? house.stranger(c) : house.asker(c))
  const make = async (): Promise<Made | null> => {
    const { data, frame } = await house.read(asker, async viewer => ({
      data: await door.find(viewer, parsed.data as never),
      frame: house.frame(viewer, c),
    }))
    if (data == null) return null
    if (wantsJson(c)) return { bytes: JSON.stringify(data), headers: { 'content-type': 'application/json' } }
    const bytes = htmlOf(door.page({ input: parsed.data, data, form: untouched, frame } as never))
    return { bytes, headers: { 'content-type': HTML } }
  }
  return sent(c, house, await (door.kept ? house.kept(c, asker, make) : make()))
}
const untouched: FormState = { values: {}, problems: [] }
const HTML = 'text/html; charset=UTF-8'

async function downloaded<Asker, Viewer>(
  c: Context,
  house: House<Asker, Viewer>,
  door: FileDoor<Viewer> | FeedDoor<Viewer>,
) {
  if (!isStorable(inAddress(c))) return problem(c, house, { ok: false, code: 'not-found' })
  const parsed = await door.input.safeParseAsync(inAddress(c))
  if (!parsed.success) return problem(c, house, { ok: false, code: 'not-found' })
  const asker = await house.asker(c)
  const make = async (): Promise<Made | null> => {
    const answer = await house.read(asker, viewer => door.find(viewer, parsed.data as never))
    if (!answer) return null
    const bytes = typeof answer.bytes === 'function' ? await answer.bytes() : answer.bytes
    return { bytes, headers: savedHeaders(answer) }
  }
  if (door.method === 'file') return sent(c, house, await make())
  const tagged = async () => withTag(await make())
  return sent(c, house, await (door.kept ? house.kept(c, asker, tagged) : tagged()))
}

/** What has a tag is not sent again to whoever has it; the rest is kept nowhere. */
async function sent<Asker, Viewer>(c: Context, house: House<Asker, Viewer>, made: Made | null) {
  if (!made) return problem(c, house, { ok: false, code: 'not-found' })
  const { etag } = made.headers
  if (!etag) return c.body(made.bytes as string, 200, { ...made.headers, ...KEPT_BY_NOBODY })
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag, ...ASKED_AGAIN })
  return c.body(made.bytes as string, 200, { ...made.headers, ...ASKED_AGAIN })
}

/** For its one reader alone, and never without asking whether it still holds (RFC 9111, 5.2.2.4 and 5.2.2.7). */
const ASKED_AGAIN = { 'cache-control': 'private, no-cache' }

async function streamed<Asker, Viewer>(c: Context, house: House<Asker, Viewer>, door: LiveDoor<Asker>) {
  const parsed = await door.input.safeParseAsync(inAddress(c))
  const events =
    parsed.success && isStorable(inAddress(c)) ? await door.open(await house.asker(c), parsed.data as never) : null
  if (!events) return problem(c, house, { ok: false, code: 'not-found' })
  return c.body(eventStream(events), 200, { 'content-type': 'text/event-stream', ...KEPT_BY_NOBODY })
}

async function submitted<Asker, Viewer>(c: Context, house: House<Asker, Viewer>, door: SubmitDoor<Asker, Viewer>) {
  const entered = await enteredBy(c)
  if (!entered || !isStorable(entered) || !isStorable(inAddress(c)))
    return problem(c, house, { ok: false, code: 'input-invalid' }, door)
  const parsed = await door.input.safeParseAsync({ ...c.req.query(), ...entered, ...c.req.param() })
  const asker = await house.asker(c)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => ({
      field: String(issue.path[0] ?? ''),
      code: codeOf(issue.message),
    }))
    return again(c, house, door, asker, entered, problems)
  }
  const outcome = await door.act(asker, parsed.data as never)
  if (!outcome.ok) {
    const visible = outcome.code !== 'not-found' && outcome.code !== 'forbidden'
    if (!visible) return problem(c, house, outcome, door)
    const { ok: _ok, ...refusal } = outcome
    return again(c, house, door, asker, entered, [refusal])
  }
  const next = door.next(outcome.value as never, parsed.data as never)
  house.note(c, asker, { door: door.path, status: 303, code: 'done' })
  for (const [name, value] of next.headers ?? []) c.header(name, value, { append: true })
  if (wantsJson(c))
    return c.body(answered(outcome.value), 200, { 'content-type': 'application/json', ...KEPT_BY_NOBODY })
  const notice = next.notice ? `${next.to.includes('?') ? '&' : '?'}notice=${next.notice}` : ''
  const [to, anchor] = next.to.split('#') as [string, string?]
  return c.redirect(`${to}${notice}${anchor ? `#${anchor}` : ''}`, 303)
}

/** Headers are for the browser: a session's cookie never stands in an answer. */
const answered = (value: unknown): string =>
  JSON.stringify({ value }, (_name, one: unknown) => (one instanceof Headers ? undefined : one))

/** Schemas name problem codes as their messages; a message that is none is a plain "not valid". */
const codeOf = (message: string) => (PROBLEM_CODE.test(message) ? message : 'input-invalid')
const PROBLEM_CODE = /^[a-z]+(?:-[a-z]+)+$/

async function again<Asker, Viewer>(
  c: Context,
  house: House<Asker, Viewer>,
  door: SubmitDoor<Asker, Viewer>,
  asker: Asker,
  entered: Record<string, unknown>,
  problems: { code: string; field?: string; values?: Record<string, unknown> }[],
) {
  const first = problems[0] ?? { code: 'input-invalid' }
  const status = house.status(first.code) as 422
  const showDoor = door.again
  const input = showDoor?.input.safeParse({ ...c.req.query(), ...c.req.param() })
  if (!wantsJson(c) && !(showDoor && input?.success)) return problem(c, house, { ok: false, ...first }, door)
  house.note(c, asker, { door: door.path, status, code: first.code })
  if (wantsJson(c) || !showDoor || !input?.success) return problemJson(c, status, { ok: false, ...first }, problems)
  const { data, frame } = await house.read(asker, async viewer => ({
    data: await showDoor.find(viewer, input.data as never),
    frame: house.frame(viewer, c),
  }))
  if (data == null) return problem(c, house, { ok: false, code: 'not-found' }, door)
  const values = Object.fromEntries(
    Object.entries(entered)
      .flatMap(([name, value]) =>
        Array.isArray(value) ? value.map((one, at) => [`${name}.${at}`, one]) : [[name, value]],
      )
      .filter(([, value]) => typeof value === 'string'),
  )
  return page(c, showDoor.page({ input: input.data, data, frame, form: { values, problems } } as never), status)
}

/** An answer is for whoever asked: no cache on the way keeps it for the next (RFC 9111, 5.2.2.5). */
const KEPT_BY_NOBODY = { 'cache-control': 'private, no-store' }

const wantsJson = (c: Context) => c.req.header('accept')?.startsWith('application/json') ?? false

const page = (c: Context, node: VNode, status: 200 | 404 | 422 = 200) => {
  return c.html(htmlOf(node), status, KEPT_BY_NOBODY)
}

const problemJson = (c: Context, status: 404 | 422, refusal: Refusal, problems?: unknown) => {
  const { ok: _ok, ...details } = refusal
  return c.body(JSON.stringify({ status, ...details, ...(problems ? { problems } : {}) }), status, {
    'content-type': 'application/problem+json',
    ...KEPT_BY_NOBODY,
  })
}
