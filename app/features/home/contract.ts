import { z } from 'zod'

export const PageInput = z.object({})
