import { z } from 'zod'

export const MinutesInput = z.object({ id: z.uuid('input-invalid') })
