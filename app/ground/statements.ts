import { createHash } from 'node:crypto'
import pg from 'pg'

/** How many different statements a connection may hold prepared: each takes memory on the server. */
const MOST_NAMED = 400
const MOST_MET = 4000

const QUESTION = /^\s*select\b/i

const met = new Set<string>()
const named = new Set<string>()

/** The name a statement is prepared under from the second time on; null for one that may never come again. */
function nameOf(text: string): string | null {
  const name = createHash('sha256').update(text).digest('base64url')
  if (named.has(name)) return name
  if (met.has(name) && named.size < MOST_NAMED) {
    named.add(name)
    return name
  }
  if (met.size === MOST_MET) met.clear()
  met.add(name)
  return null
}

/**
 * A connection on which a repeated question with parameters is prepared, so that the server can keep its plan
 * (PostgreSQL, PREPARE, Notes): planning who may see something takes ten times as long as looking. Writes are not: a kept
 * plan knows no parameter, and `on conflict` needs them to find a partial index.
 */
export class PlanKeepingClient extends pg.Client {
  override query(...asked: readonly unknown[]): never {
    const [text, values, ...rest] = asked
    const asks = typeof text === 'string' && QUESTION.test(text) && Array.isArray(values) && values.length > 0
    const name = asks ? nameOf(text) : null
    const query = super.query.bind(this) as (...args: readonly unknown[]) => unknown
    return query(...(name ? [{ name, text, values }, ...rest] : asked)) as never
  }
}
