import { z } from 'zod'
import { retentionKinds } from '../../../ground/schema/privacy.ts'
import { day, id, list, timestamp } from '../../../ground/shapes.ts'
import { shortest } from './model.ts'

export const nothing = z.object({})
export const ofId = z.object({ id: z.uuid() })

const kind = z.enum(retentionKinds, 'choice-invalid')
const LONGEST_DAYS = 36_500

export const periodSet = z
  .object({ kind, days: z.coerce.number('input-invalid').int('input-invalid').max(LONGEST_DAYS, 'input-invalid') })
  .refine(({ kind: of, days }) => days >= shortest[of], { error: 'input-invalid', path: ['days'] })
export type PeriodSet = z.infer<typeof periodSet>

export const holdSet = z.object({
  kind,
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'input-too-long'),
})
export type HoldSet = z.infer<typeof holdSet>

const hold = z.strictObject({ id, reason: z.string(), since: day, setBy: z.string().nullable() })
export const shown = z.strictObject({
  periods: list(
    z.strictObject({
      ...{ kind, days: z.int(), isDefault: z.boolean(), since: day, setBy: z.string().nullable(), due: z.int() },
      hold: hold.nullable(),
    }),
  ),
  runs: list(z.strictObject({ id, kind, days: z.int(), count: z.int(), at: timestamp })),
  zone: z.string(),
})
