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

/** What the operator should be able to look up: who was turned away at which door, and who came in. */
export type SecurityEvent = {
  readonly network: string
  /** The account, where somebody is signed in; no name, no address, and no network address: the proxy has those. */
  readonly account: string | null
  readonly method: string
  /** As the house names it, `/sign-in/:token`: no secret and no id of a record. Null where there is none. */
  readonly door: string | null
  readonly status: number
  readonly code: string
}

/** One line, `name=value` apart by blanks, after the instant in UTC. */
export const securityLine = (clock: Clock, { network, account, method, door, status, code }: SecurityEvent): string =>
  [
    ...[clock.instant().toString(), 'security', `code=${code}`, `status=${status}`, `method=${method}`],
    ...[`door=${door ?? '-'}`, `account=${account ?? '-'}`, `network=${network}`],
  ].join(' ')
