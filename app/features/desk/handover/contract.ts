import { z } from 'zod'
import { documentFormats } from '../../../ground/documents/document.ts'
import { consequenceKinds } from '../../../ground/schema/consequences.ts'
import { paperStates } from '../../../ground/schema/papers.ts'
import { membershipRoles, reports } from '../../../ground/schema.ts'
import * as shape from '../../../ground/shapes.ts'
import { list, named } from '../../../ground/shapes.ts'
import { CommitmentLine } from '../../commitments/contract.ts'

export const HandoverInput = z.object({})
export const HandoverFileInput = z.object({ format: z.enum(documentFormats) })
export type HandoverFileInput = z.infer<typeof HandoverFileInput>

/** Everything that whoever comes after has to know, as far as the viewer may see it. */
export const HandoverShown = z.strictObject({
  today: shape.day,
  zone: z.string(),
  commitments: list(
    z.strictObject({
      line: CommitmentLine,
      /** What its owner said last. */
      report: z
        .strictObject({ report: z.enum(reports), sentence: z.string().nullable(), at: shape.timestamp })
        .nullable(),
    }),
  ),
  /** What was agreed to follow and has neither fired nor been stopped. */
  consequences: list(
    z.strictObject({
      ...{ id: shape.id, kind: z.enum(consequenceKinds), wording: z.string(), commitment: named },
      /** Null without a due day, and where it was answered. */
      ...{ firesOn: shape.day.nullable(), answered: z.boolean() },
    }),
  ),
  /** Demands and other papers that are neither won nor lost. */
  papers: list(
    z.strictObject({ id: shape.id, name: z.string(), body: named, state: z.enum(paperStates), since: shape.day }),
  ),
  meetings: list(
    z.strictObject({
      ...{ id: shape.id, name: z.string(), day: shape.day, time: shape.time.nullable(), place: z.string().nullable() },
      body: named,
    }),
  ),
  people: list(
    z.strictObject({
      ...{ id: shape.id, name: z.string() },
      /** Null where there is none, or it is not for the viewer. */
      email: z.string().nullable(),
      offices: list(z.string()),
      roles: list(z.strictObject({ role: z.enum(membershipRoles), of: z.string(), for: z.string().nullable() })),
    }),
  ),
  organizations: list(
    z.strictObject({ id: shape.id, name: z.string(), website: z.string().nullable(), outside: z.boolean() }),
  ),
})
export type HandoverShown = z.infer<typeof HandoverShown>
