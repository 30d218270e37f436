import { z } from 'zod'
import * as shape from '../../../ground/shapes.ts'
import { list, named, secret } from '../../../ground/shapes.ts'

const nothing = z.object({})
export const CalendarInput = nothing
export const CalendarFeedInput = nothing
export const BodyFeedInput = z.object({ id: z.uuid('not-found') })
export const LinkFeedInput = z.object({ secret })
export const CalendarLinkInput = z.object({ secret })
export type CalendarLinkInput = z.infer<typeof CalendarLinkInput>

export const Subscribe = nothing
export const Unsubscribe = z.object({ id: z.uuid('not-found') })
export type Unsubscribe = z.infer<typeof Unsubscribe>

export const CalendarShown = z.strictObject({
  /** Addresses of the calendars that the reader can subscribe to without a link of his own. */
  address: z.string(),
  bodies: list(named.extend({ address: z.string(), open: z.boolean() })),
  /** The reader's own links that are open, the youngest first; null for whoever is nobody here. */
  links: list(z.strictObject({ id: shape.id, createdAt: shape.timestamp })).nullable(),
  zone: z.string(),
})
export type CalendarShown = z.infer<typeof CalendarShown>

export const CalendarLinkShown = z.strictObject({ address: z.string() })
export type CalendarLinkShown = z.infer<typeof CalendarLinkShown>

/** The secret is told once, to whoever asked for it. */
export const Subscribed = z.strictObject({ id: shape.id, secret: z.string() })
export const Unsubscribed = z.strictObject({ id: shape.id })
