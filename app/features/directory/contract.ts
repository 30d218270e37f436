import { z } from 'zod'
import { isMailAddress } from '../../ground/outbox.ts'
import { bodyKinds, membershipRoles, organizationKinds } from '../../ground/schema.ts'
import * as shape from '../../ground/shapes.ts'
import { languages } from '../../texts/texts.ts'
import { bodyAudiences } from './model.ts'
import { Version } from './rules/contract.ts'

/**
 * Forms of the directory, and the JSON of the same doors. Messages are problem codes. A field left empty comes as ''
 * from a form and may be absent in JSON; both mean "none". Days are YYYY-MM-DD in the network's time zone.
 */
const text = (longest: number) =>
  z.string('input-missing').trim().min(1, 'input-missing').max(longest, 'input-too-long')
const maybe = <T extends z.ZodType>(one: T) =>
  z.preprocess(value => (typeof value === 'string' ? value.trim() || null : (value ?? null)), one.nullable())
/** A box of a form: `yes` when ticked, absent when not. */
const box = z.preprocess(value => value === true || value === 'yes', z.boolean())
const id = z.uuid('choice-invalid')
/** Something has to be chosen; what was chosen is checked only then, so that a field has one problem. */
const chosen = z.string('input-missing').min(1, { error: 'input-missing', abort: true })
const one = <const T extends readonly string[]>(choices: T) => chosen.pipe(z.enum(choices, 'choice-invalid'))

const EARLIEST_DAY = '1900-01-01'
const LATEST_DAY = '2999-12-31'
const day = z.iso
  .date({ error: 'day-invalid', abort: true })
  .refine(value => value >= EARLIEST_DAY && value <= LATEST_DAY, 'day-invalid')
/** A form sends the day empty when somebody cleared the field. */
const startDay = z.preprocess(value => (value === '' ? undefined : value), day.optional())

/** Only addresses that a browser opens as a page: a `javascript:` address would run. */
const website = z
  .string('input-invalid')
  .max(500, { error: 'input-too-long', abort: true })
  .refine(value => ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? ''), 'input-invalid')
const email = z
  .string('email-invalid')
  .max(254, { error: 'input-too-long', abort: true })
  .refine(isMailAddress, 'email-invalid')

const LONGEST_NAME = 200
const LONGEST_SHORT_NAME = 40
const name = text(LONGEST_NAME)
const shortName = maybe(z.string('input-invalid').max(LONGEST_SHORT_NAME, 'input-too-long'))

const inOrder = (input: { startDate?: string | null | undefined; endDate: string | null }) =>
  !input.startDate || !input.endDate || input.startDate <= input.endDate
const ordered = { error: 'day-invalid', path: ['endDate'] }

export const nothing = z.object({})
export const ofId = z.object({ id: z.uuid() })

const bodyFields = z.object({
  name,
  shortName,
  kind: one(bodyKinds),
  audience: one(bodyAudiences),
  withoutAdministration: box,
  meetingAudience: one(bodyAudiences),
  startDate: maybe(day),
  endDate: maybe(day),
})
export const bodyAdd = bodyFields.refine(inOrder, ordered)
export const bodyChange = bodyFields.extend({ id }).refine(inOrder, ordered)
export type BodyAdd = z.infer<typeof bodyAdd>
export type BodyChange = z.infer<typeof bodyChange>

const organizationFields = z.object({
  name,
  shortName,
  kind: one(organizationKinds),
  outside: box,
  website: maybe(website),
  startDate: maybe(day),
  endDate: maybe(day),
})
export const organizationAdd = organizationFields.refine(inOrder, ordered)
export const organizationChange = organizationFields.extend({ id }).refine(inOrder, ordered)
export type OrganizationAdd = z.infer<typeof organizationAdd>
export type OrganizationChange = z.infer<typeof organizationChange>

export const personAdd = z.object({ name, email: maybe(email), language: maybe(one(languages)) })
export const personChange = personAdd.extend({ id })
export type PersonAdd = z.infer<typeof personAdd>
export type PersonChange = z.infer<typeof personChange>

export const officeAdd = z.object({
  name,
  organizationId: maybe(id),
  grants: one(['nothing', 'coordination']),
})
export const officeChange = officeAdd.extend({ id })
export type OfficeAdd = z.infer<typeof officeAdd>
export type OfficeChange = z.infer<typeof officeChange>

/** `id` is the office's. Without `startDate` it begins today. */
export const holdingAdd = z
  .object({ id, personId: chosen.pipe(id), startDate: startDay, endDate: maybe(day) })
  .refine(inOrder, ordered)
export type HoldingAdd = z.infer<typeof holdingAdd>

/** What a new membership's form begins with. */
export const membershipNew = z.object({
  person: z.uuid().optional(),
  body: z.uuid().optional(),
  organization: z.uuid().optional(),
})
export type MembershipNew = z.infer<typeof membershipNew>

const WHERE = /^(body|organization):([0-9a-f-]{36})$/

/** `where` is `body:<id>` or `organization:<id>`. Without `startDate` it begins today. */
export const membershipAdd = z
  .object({
    personId: chosen.pipe(id),
    where: chosen.regex(WHERE, 'choice-invalid'),
    role: one(membershipRoles),
    onBehalfOfId: maybe(id),
    votingRight: box,
    startDate: startDay,
    endDate: maybe(day),
  })
  .refine(inOrder, ordered)
  .transform(({ where, ...input }) => {
    const [, noun, target] = WHERE.exec(where) as unknown as [string, string, string]
    return { ...input, bodyId: noun === 'body' ? target : null, organizationId: noun === 'body' ? null : target }
  })
export type MembershipAdd = z.infer<typeof membershipAdd>

/** The last day of a membership or of an office's holding; it still counts. */
export const periodEnd = z.object({ id, endDate: day })
export type PeriodEnd = z.infer<typeof periodEnd>

/** Which body waits for a report after each meeting of the membership's body; none ends that. */
export const membershipReports = z.object({ id, reportsToId: maybe(id) })
export type MembershipReports = z.infer<typeof membershipReports>

/** JSON of the same doors. Contacts are null for whoever may not see them. */
const { day: dayShown, named, list } = shape
const maybeNamed = named.nullable()
const can = z.record(z.string(), z.boolean())
const today = dayShown

const body = named.extend({
  shortName: z.string().nullable(),
  kind: z.enum(bodyKinds),
  audience: z.enum(bodyAudiences),
  withoutAdministration: z.boolean(),
  meetingAudience: z.enum(bodyAudiences),
  startDate: dayShown.nullable(),
  endDate: dayShown.nullable(),
})
const organization = named.extend({
  shortName: z.string().nullable(),
  kind: z.enum(organizationKinds),
  outside: z.boolean(),
  website: z.string().nullable(),
  startDate: dayShown.nullable(),
  endDate: dayShown.nullable(),
})
const personCard = named.extend({
  contact: z.strictObject({ email: z.string().nullable(), language: z.string() }).nullable(),
})
const office = named.extend({ organization: maybeNamed, grants: z.enum(['nothing', 'coordination']) })
const period = { startDate: dayShown, endDate: dayShown.nullable() }
const membership = z.strictObject({
  ...period,
  id: shape.id,
  person: named,
  body: maybeNamed,
  organization: maybeNamed,
  role: z.enum(membershipRoles),
  onBehalfOf: maybeNamed,
  votingRight: z.boolean(),
  reportsTo: maybeNamed,
})
const holding = z.strictObject({ ...period, id: shape.id, office: named, person: named })

/** What later features know of a body: each line leads to where it is told in full. */
const section = z.strictObject({
  title: z.string(),
  items: list(z.strictObject({ href: z.string(), label: z.string(), detail: z.string().nullable() })),
})

export const shown = {
  /** The id of what was added or changed. */
  id: shape.id,
  form: shape.nothingMore,
  body,
  bodies: z.strictObject({ today, bodies: list(body.extend({ members: z.int() })), can }),
  bodyPage: z.strictObject({
    today,
    body,
    memberships: list(membership),
    rules: Version.nullable(),
    sections: list(section),
    can,
  }),
  organization,
  organizations: z.strictObject({ organizations: list(organization), insider: z.boolean(), can }),
  organizationPage: z.strictObject({
    today,
    organization,
    memberships: list(membership),
    offices: list(office),
    can,
  }),
  person: personCard,
  people: z.strictObject({
    people: list(named.extend({ memberships: list(membership) })),
    insider: z.boolean(),
    can,
  }),
  personPage: z.strictObject({
    today,
    person: personCard,
    memberships: list(membership),
    holdings: list(holding),
    can,
  }),
  offices: z.strictObject({ offices: list(office.extend({ holders: list(named) })), insider: z.boolean(), can }),
  officePage: z.strictObject({ today, office, holdings: list(holding), can }),
  officeForm: z.strictObject({ office: office.nullable(), organizations: list(organization) }),
  holdingForm: z.strictObject({ office, people: list(named), today }),
  holdingEnd: z.strictObject({ found: holding, today }),
  membershipForm: z.strictObject({
    person: shape.id.nullable(),
    where: z.string().nullable(),
    people: list(named),
    bodies: list(body),
    organizations: list(organization),
    today,
  }),
  membershipEnd: z.strictObject({ found: membership, today }),
  membershipReports: z.strictObject({ found: membership, bodies: list(named) }),
  place: z.strictObject({ bodyId: shape.id.nullable(), organizationId: shape.id.nullable() }),
}
