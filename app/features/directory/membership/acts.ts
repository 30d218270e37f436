import { act } from '../../../access/act.ts'
import { refuseStale } from '../../../access/fresh.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Day, Id, MembershipRole } from '../../../ground/schema.ts'
import type * as contract from '../contract.ts'
import { mayVote } from '../model.ts'
import * as directory from '../store.ts'
import * as store from './store.ts'

const itself = (id: Id): Id => id

/** Exactly one of `bodyId` and `organizationId`. Without a start it begins today; without a vote named, by the role. */
export type NewMembership = {
  readonly personId: Id
  readonly bodyId?: Id | null
  readonly organizationId?: Id | null
  readonly role: MembershipRole
  readonly onBehalfOfId?: Id | null
  readonly votingRight?: boolean
  readonly startDate?: Day | undefined
  readonly endDate?: Day | null
}

export const recordMembership = (viewer: Viewer, membership: NewMembership): Promise<Id> =>
  store.insertMembership(viewer, {
    person_id: membership.personId,
    body_id: membership.bodyId ?? null,
    organization_id: membership.organizationId ?? null,
    role: membership.role,
    on_behalf_of_id: membership.onBehalfOfId ?? null,
    voting_right: membership.votingRight ?? mayVote(membership.role),
    start_date: membership.startDate ?? viewer.today,
    end_date: membership.endDate ?? null,
  })

/**
 * Problems: `person-unknown`, `choice-invalid` for a body or organization that is not there, `day-invalid`,
 * `sign-in-again` for who is to lead a body.
 */
export const addMembership = act('membership.add', {
  noun: 'membership',
  subject: async () => ({}),
  about: itself,
  run: async (viewer, input: contract.MembershipAdd) => {
    const refusal = (await refuseUnknown(viewer, input)) ?? refuseBackwards(viewer, input)
    if (!refusal && leads(input.role)) return refuseStale(viewer) ?? done(await recordMembership(viewer, input))
    return refusal ?? done(await recordMembership(viewer, input))
  },
})

const leads = (role: MembershipRole) => role === 'chair' || role === 'deputy_chair' || role === 'minute_taker'

async function refuseUnknown(viewer: Viewer, input: contract.MembershipAdd): Promise<Outcome<never> | null> {
  const { personId, bodyId, organizationId, onBehalfOfId } = input
  if (!(await directory.selectPerson(viewer, personId))) return refused('person-unknown', { field: 'personId' })
  const where = bodyId
    ? await directory.selectBody(viewer, bodyId)
    : organizationId && (await directory.selectOrganization(viewer, organizationId))
  if (!where) return refused('choice-invalid', { field: 'where' })
  const behalf = !onBehalfOfId || (await directory.selectOrganization(viewer, onBehalfOfId))
  return behalf ? null : refused('choice-invalid', { field: 'onBehalfOfId' })
}

type Days = { readonly startDate?: Day | undefined; readonly endDate: Day | null }

/** The contract compares the days it was given; a start that was left out is today. */
const refuseBackwards = (viewer: Viewer, { startDate = viewer.today, endDate }: Days): Outcome<never> | null =>
  endDate !== null && endDate < startDate ? refused('day-invalid', { field: 'endDate' }) : null

/** Where a membership belongs: one of the two is set. */
export type Place = { readonly bodyId: Id | null; readonly organizationId: Id | null }

/** Ends it after `endDate`, or corrects that day. Problem: `day-invalid` for a day before it began. */
export const endMembership = act('membership.end', {
  noun: 'membership',
  subject: (viewer, { id }: contract.PeriodEnd) => store.selectMembership(viewer, id),
  about: (_place: Place, { id }) => id,
  run: async (viewer, { endDate }, { id, startDate, body, organization }): Promise<Outcome<Place>> => {
    if (endDate < startDate) return refused('day-invalid', { field: 'endDate' })
    await store.updateMembershipEnd(viewer, id, endDate)
    return done({ bodyId: body?.id ?? null, organizationId: organization?.id ?? null })
  },
})

/**
 * Says which body waits for a report after each meeting of the membership's body, from today on; none ends that. Problem:
 * `choice-invalid` (no body of the viewer's, the same one, or a membership that is not in a body).
 */
export const setReports = act('membership.report', {
  noun: 'membership',
  subject: (viewer, { id }: contract.MembershipReports) => store.selectMembership(viewer, id),
  about: (_place: Place, { id }) => id,
  run: async (viewer, { reportsToId }, { id, body, reportsTo }): Promise<Outcome<Place>> => {
    const known = reportsToId === null || (await directory.selectBody(viewer, reportsToId)) !== null
    if (!body || !known || reportsToId === body.id) return refused('choice-invalid', { field: 'reportsToId' })
    if (reportsToId !== (reportsTo?.id ?? null)) await store.updateReportsTo(viewer, id, reportsToId)
    return done({ bodyId: body.id, organizationId: null })
  },
})

export type NewHolding = {
  readonly officeId: Id
  readonly personId: Id
  readonly startDate?: Day | undefined
  readonly endDate?: Day | null
}

export const recordOfficeHolding = (viewer: Viewer, holding: NewHolding): Promise<Id> =>
  store.insertHolding(viewer, {
    office_id: holding.officeId,
    person_id: holding.personId,
    start_date: holding.startDate ?? viewer.today,
    end_date: holding.endDate ?? null,
  })

/**
 * Somebody takes the office over; others may hold it too. Problems: `person-unknown`, `day-invalid`, `sign-in-again` for an
 * office that coordinates.
 */
export const addHolding = act('officeHolding.add', {
  noun: 'office_holding',
  subject: (viewer, { id }: contract.HoldingAdd) => directory.selectOffice(viewer, id),
  about: (_office: Id, { id }) => id,
  run: async (viewer, input, { id: officeId, grants }): Promise<Outcome<Id>> => {
    const { personId, startDate, endDate } = input
    if (!(await directory.selectPerson(viewer, personId))) return refused('person-unknown', { field: 'personId' })
    const refusal = refuseBackwards(viewer, input) ?? (grants === 'coordination' ? refuseStale(viewer) : null)
    if (refusal) return refusal
    await recordOfficeHolding(viewer, { officeId, personId, startDate, endDate })
    return done(officeId)
  },
})

/** Gives the office's id. Problems: `day-invalid`; `coordination-missing` when nobody would coordinate any more. */
export const endHolding = act('officeHolding.end', {
  noun: 'office_holding',
  subject: (viewer, { id }: contract.PeriodEnd) => store.selectHolding(viewer, id),
  run: async (viewer, { endDate }, { id, startDate, office }) => {
    if (endDate < startDate) return refused('day-invalid', { field: 'endDate' })
    const lasted = await directory.coordinationLasts(viewer)
    await store.updateHoldingEnd(viewer, id, endDate)
    const lasts = await directory.coordinationLasts(viewer)
    return lasted && !lasts ? refused('coordination-missing', { field: 'endDate' }) : done(office.id)
  },
})
