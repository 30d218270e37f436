import { z } from 'zod'
import { list } from '../../../ground/shapes.ts'
import { dataKinds, measures, purposes, recipients } from './model.ts'

export const shown = z.strictObject({
  operator: z.strictObject({ name: z.string(), address: list(z.string()), contact: z.string().nullable() }),
  processings: list(
    z.strictObject({
      record: z.string(),
      purpose: z.enum(purposes),
      recipients: z.enum(recipients),
      data: list(z.enum(dataKinds)),
      erasure: z.union([z.literal('remove'), z.literal('redact'), z.strictObject({ keep: z.string() })]),
      retention: z.string().nullable(),
      days: z.int().nullable(),
    }),
  ),
  measures: list(z.enum(measures)),
  today: z.iso.date(),
})
