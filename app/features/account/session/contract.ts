import { z } from 'zod'
import type { SessionShown } from './model.ts'

export const sessionOfId = z.object({ id: z.string().min(1).max(100) })

/** One's own account. `zone`: the network's IANA time zone, in which the page tells the time. */
export type AccountShown = {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly zone: string
  readonly sessions: readonly SessionShown[]
}
