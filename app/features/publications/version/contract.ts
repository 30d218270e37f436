import { z } from 'zod'
import { documentFormats } from '../../../ground/documents/document.ts'
import * as shape from '../../../ground/shapes.ts'
import { box, list } from '../../../ground/shapes.ts'
import { ReplacedTerm } from '../../directory/term/contract.ts'
import { decisionResult, entryKind } from '../../minutes/contract.ts'
import { LONGEST_WORDING } from '../model.ts'
import { doubts, LONGEST_PASSAGE, reasons } from './model.ts'
import { markKinds } from './redaction/model.ts'

const id = z.uuid('not-found')

export const PreparingInput = z.object({ id })
export const VersionInput = z.object({ id })
export const VersionDocumentInput = VersionInput.extend({ format: z.enum(documentFormats) })
export type VersionDocumentInput = z.infer<typeof VersionDocumentInput>

export const choices = ['keep', 'remove'] as const

/** What becomes of one passage. A wording is needed where it is kept. */
export const PassageDecide = z.object({
  id,
  at: z.string('choice-invalid').regex(/^(?:entry|item)-[0-9a-f-]{36}$/, 'choice-invalid'),
  choice: z.enum(choices, 'choice-invalid'),
  wording: z.string().trim().max(LONGEST_PASSAGE, 'input-too-long').default(''),
})
export type PassageDecide = z.infer<typeof PassageDecide>
export const PassageDecided = z.strictObject({ id: shape.id, at: z.string(), passageId: shape.id })

/** `seen` names the preview that was read; `draft` says that unapproved minutes go out knowingly. */
export const VersionPublish = z.object({
  id,
  wording: z.string('input-missing').trim().min(1, 'input-missing').max(LONGEST_WORDING, 'input-too-long'),
  seen: z.string('moved-meanwhile').max(64, 'moved-meanwhile').default(''),
  draft: box,
  approved: box,
})
export type VersionPublish = z.infer<typeof VersionPublish>
export const VersionPublished = z.strictObject({ id: shape.id })

const publicEntry = z.strictObject({
  kind: entryKind,
  text: z.string(),
  speaker: z.string().nullable(),
  owners: z.string().nullable(),
  dueOn: shape.day.nullable(),
  dueWords: z.string().nullable(),
  result: decisionResult.nullable(),
  yes: z.int().nullable(),
  no: z.int().nullable(),
  abstain: z.int().nullable(),
  condition: z.string().nullable(),
  dateFrom: shape.day.nullable(),
  dateUntil: shape.day.nullable(),
  startTime: shape.time.nullable(),
  endTime: shape.time.nullable(),
  when: z.string().nullable(),
  place: z.string().nullable(),
})

const attendance = z.strictObject({ named: list(z.string()), count: z.int(), voting: z.int() })
const content = z.strictObject({
  bodyName: z.string(),
  day: shape.day.nullable(),
  startTime: shape.time.nullable(),
  endTime: shape.time.nullable(),
  place: z.string().nullable(),
  attendance,
  apart: list(publicEntry),
  items: list(z.strictObject({ number: z.string(), title: z.string(), level: z.int(), entries: list(publicEntry) })),
})

/** What everybody reads. */
export const VersionShown = z.strictObject({
  id: shape.id,
  wording: z.string(),
  approvedAt: shape.timestamp,
  /** When the minutes had been approved; null for a draft. */
  approvedOn: shape.day.nullable(),
  content,
  zone: z.string(),
})
export type VersionShown = z.infer<typeof VersionShown>

/** Both sides, for whoever prepares what is to be published. */
export const PreparingShown = z.strictObject({
  minutes: z.strictObject({
    id: shape.id,
    name: z.string(),
    day: shape.day.nullable(),
    approvedOn: shape.day.nullable(),
  }),
  /** Why nothing of it can be published. */
  closed: z.enum(reasons).nullable(),
  passages: list(
    z.strictObject({
      at: z.string(),
      kind: z.enum([...entryKind.options, 'item']),
      inside: z.string(),
      outside: z.string().nullable(),
      number: z.string().nullable(),
      level: z.int(),
      reason: z.enum(reasons).nullable(),
      marks: list(z.strictObject({ kind: z.enum(markKinds), written: z.string() })),
      doubts: list(z.enum(doubts)),
      doubtful: list(z.string()),
      decided: z.boolean(),
      entry: publicEntry.nullable(),
    }),
  ),
  /** Accepted corrections that belong to no single line. */
  corrections: list(z.string()),
  /** Names of those who were there, as they stand inside. */
  present: list(z.string()),
  content,
  undecided: z.int(),
  /** Names this preview. */
  seen: z.string(),
  proposal: z.string(),
  standing: z.strictObject({ publicationId: shape.id, approvedAt: shape.timestamp }).nullable(),
  /** Words in what would go out that hold no longer. */
  replacedTerms: list(ReplacedTerm),
  zone: z.string(),
})
export type PreparingShown = z.infer<typeof PreparingShown>
