import { z } from 'zod'
import { tableFormats } from '../../../ground/documents/document.ts'

/** `id`: the body. */
export const RegisterInput = z.object({ id: z.uuid('not-found'), format: z.enum(tableFormats) })
export type RegisterInput = z.infer<typeof RegisterInput>
