import type { Viewer } from '../../access/viewer.ts'
import type { Audience, BodyKind, Day, Id, MembershipRole, OfficeGrant, OrganizationKind } from '../../ground/schema.ts'

/** A reference with the name to show for it. */
export type Named = { readonly id: Id; readonly name: string }

export type Person = Named

/** `email` and `language` are null for whoever may not see them. */
export type PersonCard = Person & {
  readonly contact: { readonly email: string | null; readonly language: string } | null
}

export type Organization = Named & {
  readonly shortName: string | null
  readonly kind: OrganizationKind
  readonly outside: boolean
  readonly website: string | null
  readonly startDate: Day | null
  readonly endDate: Day | null
}

/** Audiences that a body can have as a whole. */
export type BodyAudience = Exclude<Audience, 'named'>
export const bodyAudiences = ['public', 'network', 'body', 'board'] as const satisfies readonly BodyAudience[]

export type Body = Named & {
  readonly shortName: string | null
  readonly kind: BodyKind
  readonly audience: BodyAudience
  readonly withoutAdministration: boolean
  readonly meetingAudience: BodyAudience
  readonly startDate: Day | null
  readonly endDate: Day | null
}

export type Office = Named & { readonly organization: Named | null; readonly grants: OfficeGrant }

/** OParl 1.1 Membership. Exactly one of `body` and `organization` is set. */
export type Membership = Period & {
  readonly id: Id
  readonly person: Person
  readonly body: Named | null
  readonly organization: Named | null
  readonly role: MembershipRole
  readonly onBehalfOf: Named | null
  readonly votingRight: boolean
  /** The body that waits for a report after each meeting of this one. */
  readonly reportsTo: Named | null
}

/** Who held an office, from when until when. */
export type Holding = Period & { readonly id: Id; readonly office: Named; readonly person: Person }

/** Both days count; `endDate` is null while no end is known. */
export type Period = { readonly startDate: Day; readonly endDate: Day | null }

/** Where a period stands on a day. Past and coming are what is not current, so that no row is lost between them. */
export function standing({ startDate, endDate }: Period, today: Day): 'coming' | 'current' | 'past' {
  if (endDate !== null && endDate < today) return 'past'
  return startDate > today ? 'coming' : 'current'
}

export const isCurrent = (period: Period, today: Day): boolean => standing(period, today) === 'current'

/** A body without a start has always been there. */
export const isBodyCurrent = ({ startDate, endDate }: Pick<Body, 'startDate' | 'endDate'>, today: Day): boolean =>
  isCurrent({ startDate: startDate ?? today, endDate }, today)

/** Observers, volunteers, guests and staff take part without a vote. */
export const mayVote = (role: MembershipRole): boolean => !['observer', 'volunteer', 'guest', 'staff'].includes(role)

/**
 * Slot: what a later feature shows on a body's page (its meetings, its commitments). Each item is filtered by the
 * viewer who asks; a section without items is left out.
 */
export type BodySection = (viewer: Viewer, bodyId: Id) => Promise<BodySectionShown>
export type BodySectionShown = {
  readonly title: string
  readonly items: readonly { readonly href: string; readonly label: string; readonly detail: string | null }[]
}

/** What the buttons of a page ask. */
export type Can = Readonly<Record<string, boolean>>
