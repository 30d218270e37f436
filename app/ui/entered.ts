import type { Context } from 'hono'

/** What was typed in a form or sent as JSON; null for what is neither. */
export async function enteredBy(c: Context): Promise<Record<string, unknown> | null> {
  try {
    if (c.req.header('content-type')?.startsWith('application/json')) {
      const json: unknown = await c.req.json()
      return typeof json === 'object' && json !== null && !Array.isArray(json)
        ? (json as Record<string, unknown>)
        : null
    }
    return await c.req.parseBody({ all: true })
  } catch {
    return null
  }
}

/** What stands in the address. */
export const inAddress = (c: Context) => ({ ...c.req.query(), ...c.req.param() })

/** PostgreSQL keeps no NUL and no half of a sign; both are an attack or an accident, never something typed. */
export function isStorable(entered: Record<string, unknown>): boolean {
  const open: unknown[] = [entered]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return false
    if (value instanceof File) open.push(value.name)
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue
    for (const [name, one] of Object.entries(value)) open.push(name, one)
  }
  return true
}
