import { doors } from '../../app/server.ts'
import type { Caller } from '../world/world.ts'

/** What links lead to, starting at the first page, for a reader whose browser runs no script. */
export type Crawled = {
  /** Pages that were opened, by the path of their door. */
  readonly pages: ReadonlyMap<string, readonly string[]>
  /** Links that lead nowhere, with the page they stand on. */
  readonly dead: readonly string[]
  /** Paths of doors that some form sends to. */
  readonly forms: ReadonlySet<string>
}

/** Of each kind of page, told by its door and what is asked of it, so many are opened. */
const EACH = 8
const LINK = /<a\b[^>]*?\shref="([^"]*)"/g
const FORM = /<form\b[^>]*?\saction="([^"]*)"/g
const BUTTON = /\sformaction="([^"]*)"/g
const HERE = 'http://localhost'

const patterns = doors
  .toSorted((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')))
  .map(({ method, path }) => ({
    path,
    form: method === 'post',
    pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
  }))
/** The door behind an address; its path alone where there is none. */
export const doorOf = (pathname: string, form = false): string =>
  patterns.find(door => door.form === form && door.pattern.test(pathname))?.path ?? pathname

export async function crawl(caller: Caller): Promise<Crawled> {
  const pages = new Map<string, string[]>()
  const kinds = new Map<string, number>()
  const [forms, dead] = [new Set<string>(), new Set<string>()]
  const open: [address: string, from: string][] = [['/', '/']]
  const known = new Set(['/'])
  for (let [address, from] of queued(open)) {
    const { pathname, search, searchParams } = new URL(address, HERE)
    const door = doorOf(pathname)
    const kind = `${door}?${[...searchParams.keys()].sort()}`
    const count = (kinds.get(kind) ?? 0) + 1
    if (count > EACH) continue
    kinds.set(kind, count)
    const answer = await caller.get(pathname + search)
    if (answer.status !== 200) dead.add(`${from} leads to ${pathname}: ${answer.status}`)
    pages.set(door, [...(pages.get(door) ?? []), pathname + search])
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    from = pathname + search
    const targets = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, target]) => new URL(target!.replaceAll('&amp;', '&'), HERE + from))
    for (const target of [...targets(FORM), ...targets(BUTTON)])
      for (const form of [true, false]) forms.add(doorOf(target.pathname, form))
    for (const target of targets(LINK)) {
      const next = target.pathname + target.search
      if (target.origin !== HERE || known.has(next)) continue
      known.add(next)
      open.push([next, from])
    }
  }
  return { pages, dead: [...dead], forms }
}

/** What is in a list, and what is put at its end meanwhile. */
function* queued<One>(list: readonly One[]): Generator<One> {
  for (let at = 0; at < list.length; at++) yield list[at]!
}
