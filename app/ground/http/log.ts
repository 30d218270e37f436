import type { Clock } from '../clock.ts'
import { isId } from '../ids.ts'
import type { Fetch } from './compression.ts'

/** Longer parts of a path that are no id may be a link's secret. */
const LONGEST_NAME = 30

/** One line a request: method, path, status, milliseconds. No address, no query and no secret is written. */
export function logged(fetch: Fetch, clock: Clock, write: (line: string) => void): Fetch {
  return async (request, env) => {
    const begun = clock.instant().epochMilliseconds
    const response = await fetch(request, env)
    const took = clock.instant().epochMilliseconds - begun
    write(`${request.method} ${pathToShow(request.url)} ${response.status} ${took}`)
    return response
  }
}

const pathToShow = (url: string): string =>
  new URL(url).pathname
    .split('/')
    .map(part => (part.length > LONGEST_NAME && !isId(part) ? '…' : part))
    .join('/')
