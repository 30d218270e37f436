import { act } from '../../access/act.ts'
import { refusePublicAndClosed } from '../../access/audiences.ts'
import { refuseStale } from '../../access/fresh.ts'
import type { Viewer } from '../../access/viewer.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { BodyKind, Id, OfficeGrant, OrganizationKind } from '../../ground/schema.ts'
import { texts } from '../../texts/texts.ts'
import type { NetworkSetUp } from '../account/model.ts'
import { leaveAddress } from '../account/session/acts.ts'
import type * as contract from './contract.ts'
import { recordMembership, recordOfficeHolding } from './membership/acts.ts'
import type { BodyAudience } from './model.ts'
import * as store from './store.ts'

export type { Place } from './membership/acts.ts'
/**
 * Writes of bodies, organizations, people and offices; who belongs where stands in membership/acts.ts. Each `record…`
 * works in the transaction of whoever calls it, for acts of later features; it asks for no permission.
 */
export { addHolding, addMembership, endHolding, endMembership, setReports } from './membership/acts.ts'
export { recordMembership, recordOfficeHolding }

/** A thing that does not exist yet has nothing to be looked up by. */
const anew = async () => ({})
const itself = (id: Id): Id => id

export type NewBody = {
  readonly name: string
  readonly kind: BodyKind
  readonly shortName?: string | null
  readonly audience?: BodyAudience
  readonly withoutAdministration?: boolean
  /** What its meetings begin with; by default for the body alone. */
  readonly meetingAudience?: BodyAudience
  readonly startDate?: string | null
  readonly endDate?: string | null
}

export const recordBody = (viewer: Viewer, body: NewBody): Promise<Id> => store.insertBody(viewer, bodyColumns(body))

const bodyColumns = (body: NewBody) => ({
  name: body.name,
  short_name: body.shortName ?? null,
  kind: body.kind,
  audience: body.audience ?? 'network',
  without_administration: body.withoutAdministration ?? false,
  meeting_audience: body.meetingAudience ?? 'body',
  start_date: body.startDate ?? null,
  end_date: body.endDate ?? null,
})

/** A body that everybody sees is not closed to the administration. Problem: `public-and-closed`. */
export const addBody = act('body.add', {
  noun: 'body',
  subject: anew,
  about: itself,
  run: async (viewer, input: contract.BodyAdd) =>
    refusePublicAndClosed(input.audience, input.withoutAdministration) ?? done(await recordBody(viewer, input)),
})

export const changeBody = act('body.change', {
  noun: 'body',
  subject: (viewer, { id }: contract.BodyChange) => store.selectBody(viewer, id),
  run: async (viewer, input, { id }) => {
    const closed = refusePublicAndClosed(input.audience, input.withoutAdministration)
    if (closed) return closed
    await store.updateBody(viewer, id, bodyColumns(input))
    return done(id)
  },
})

export type NewOrganization = {
  readonly name: string
  readonly kind: OrganizationKind
  readonly shortName?: string | null
  /** Takes part through what it is asked, not as a member. */
  readonly outside?: boolean
  readonly website?: string | null
  /** First and last day of taking part; mandates held for it last no longer. */
  readonly startDate?: string | null
  readonly endDate?: string | null
}

export const recordOrganization = (viewer: Viewer, organization: NewOrganization): Promise<Id> =>
  store.insertOrganization(viewer, organizationColumns(organization))

const organizationColumns = (organization: NewOrganization) => ({
  name: organization.name,
  short_name: organization.shortName ?? null,
  kind: organization.kind,
  outside: organization.outside ?? false,
  website: organization.website ?? null,
  start_date: organization.startDate ?? null,
  end_date: organization.endDate ?? null,
})

export const addOrganization = act('organization.add', {
  noun: 'organization',
  subject: anew,
  about: itself,
  run: async (viewer, input: contract.OrganizationAdd) => done(await recordOrganization(viewer, input)),
})

export const changeOrganization = act('organization.change', {
  noun: 'organization',
  subject: (viewer, { id }: contract.OrganizationChange) => store.selectOrganization(viewer, id),
  run: async (viewer, input, { id }) => {
    await store.updateOrganization(viewer, id, organizationColumns(input))
    return done(id)
  },
})

export type NewPerson = {
  readonly name: string
  readonly email?: string | null
  /** Of mails to this person; by default the network's first. */
  readonly language?: string | null
}

export const recordPerson = (viewer: Viewer, person: NewPerson): Promise<Id> =>
  store.insertPerson(viewer, personColumns(viewer, person))

const personColumns = ({ network }: Viewer, { name, email, language }: NewPerson) => ({
  name,
  email: email ?? null,
  language: language ?? network.languages[0] ?? 'de',
})

/** An address signs in one person only. Problem: `email-taken`. */
async function refuseTaken(viewer: Viewer, email: string | null, except: Id | null): Promise<Outcome<never> | null> {
  const taken = email !== null && (await store.emailTaken(viewer, email, except))
  return taken ? refused('email-taken', { field: 'email' }) : null
}

export const addPerson = act('person.add', {
  noun: 'person',
  subject: anew,
  about: itself,
  run: async (viewer, input: contract.PersonAdd) =>
    (await refuseTaken(viewer, input.email, null)) ?? done(await recordPerson(viewer, input)),
})

/** Whoever signs in with another address is somebody else until proved. Problems: `email-taken`, `sign-in-again`. */
export const changePerson = act('person.change', {
  noun: 'person',
  subject: (viewer, { id }: contract.PersonChange) => store.selectPerson(viewer, id),
  run: async (viewer, input, { id, contact }) => {
    const moves = (contact?.email ?? null)?.toLowerCase() !== input.email?.toLowerCase()
    const refusal = (await refuseTaken(viewer, input.email, id)) ?? (moves ? refuseStale(viewer) : null)
    if (refusal) return refusal
    if (moves) await leaveAddress(viewer, id, input.email)
    await store.updatePerson(viewer, id, personColumns(viewer, input))
    return done(id)
  },
})

export type NewOffice = {
  readonly name: string
  readonly organizationId?: Id | null
  /** `coordination`: whoever holds it coordinates the network. */
  readonly grants?: OfficeGrant
}

export const recordOffice = (viewer: Viewer, office: NewOffice): Promise<Id> =>
  store.insertOffice(viewer, officeColumns(office))

const officeColumns = ({ name, organizationId, grants }: NewOffice) => ({
  name,
  organization_id: organizationId ?? null,
  grants: grants ?? 'nothing',
})

async function refuseUnknownOrganization(viewer: Viewer, id: Id | null): Promise<Outcome<never> | null> {
  const known = id === null || (await store.selectOrganization(viewer, id))
  return known ? null : refused('choice-invalid', { field: 'organizationId' })
}

/** Whether somebody coordinates the network is decided shortly after a sign-in. */
const refuseStaleFor = (viewer: Viewer, offices: readonly { grants: OfficeGrant }[]): Outcome<never> | null =>
  offices.some(({ grants }) => grants === 'coordination') ? refuseStale(viewer) : null

export const addOffice = act('office.add', {
  noun: 'office',
  subject: anew,
  about: itself,
  run: async (viewer, input: contract.OfficeAdd) =>
    (await refuseUnknownOrganization(viewer, input.organizationId)) ??
    refuseStaleFor(viewer, [input]) ??
    done(await recordOffice(viewer, input)),
})

/** Problems: `sign-in-again`, `coordination-missing` when nobody would coordinate the network any more. */
export const changeOffice = act('office.change', {
  noun: 'office',
  subject: (viewer, { id }: contract.OfficeChange) => store.selectOffice(viewer, id),
  run: async (viewer, input, { id, grants }) => {
    const refusal =
      (await refuseUnknownOrganization(viewer, input.organizationId)) ?? refuseStaleFor(viewer, [input, { grants }])
    if (refusal) return refusal
    const lasted = await store.coordinationLasts(viewer)
    await store.updateOffice(viewer, id, officeColumns(input))
    if (lasted && !(await store.coordinationLasts(viewer))) return refused('coordination-missing', { field: 'grants' })
    return done(id)
  },
})

/** Reaction on `network.setUp`: the person who sets a network up coordinates it, through an office that outlasts her. */
export async function appointCoordinator(viewer: Viewer, { coordinator }: NetworkSetUp): Promise<void> {
  const t = texts(coordinator.language)
  const personId = await recordPerson(viewer, coordinator)
  const officeId = await recordOffice(viewer, { name: t('directory.office.coordination'), grants: 'coordination' })
  await recordOfficeHolding(viewer, { officeId, personId })
}
