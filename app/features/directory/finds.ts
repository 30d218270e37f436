import { type ActName, mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Day, Id } from '../../ground/schema.ts'
import type { MembershipNew } from './contract.ts'
import * as memberships from './membership/store.ts'
import {
  type Body,
  type BodySection,
  type BodySectionShown,
  type Can,
  type Holding,
  isBodyCurrent,
  isCurrent,
  type Membership,
  type Named,
  type Office,
  type Organization,
  type Person,
  type PersonCard,
} from './model.ts'
import { rulesOfBody } from './rules/finds.ts'
import type { RulesVersion } from './rules/model.ts'
import type { DirectoryNames } from './store.ts'
import * as store from './store.ts'

export type { DirectoryNames }

/** Bodies that the viewer sees, by name, ended ones included. */
export const listBodies = (viewer: Viewer): Promise<Body[]> => store.selectBodies(viewer)
export const findBody = (viewer: Viewer, id: Id): Promise<Body | null> => store.selectBody(viewer, id)
/** People by name, without contacts. */
export const listPeople = (viewer: Viewer): Promise<Person[]> => store.selectPeople(viewer)
export const findPerson = (viewer: Viewer, id: Id): Promise<PersonCard | null> => store.selectPerson(viewer, id)
export const listOrganizations = (viewer: Viewer): Promise<Organization[]> => store.selectOrganizations(viewer)
export const findOrganization = (viewer: Viewer, id: Id): Promise<Organization | null> =>
  store.selectOrganization(viewer, id)
export const listOffices = (viewer: Viewer): Promise<Office[]> => store.selectOffices(viewer)
export const findOffice = (viewer: Viewer, id: Id): Promise<Office | null> => store.selectOffice(viewer, id)
export const findMembership = (viewer: Viewer, id: Id): Promise<Membership | null> =>
  memberships.selectMembership(viewer, id)
export const findHolding = (viewer: Viewer, id: Id): Promise<Holding | null> => memberships.selectHolding(viewer, id)

/** Every name of the directory, to match a text against. One query. */
export const directoryNames = (viewer: Viewer): Promise<DirectoryNames> => store.selectNames(viewer)

/** Who holds the office today. */
export async function officeHolders(viewer: Viewer, officeId: Id): Promise<Id[]> {
  const holdings = await memberships.selectHoldings(viewer, { officeId })
  return holdings.filter(holding => isCurrent(holding, viewer.today)).map(({ person }) => person.id)
}

const can = <Name extends string>(viewer: Viewer, acts: Record<Name, ActName>): Record<Name, boolean> =>
  Object.fromEntries(Object.entries<ActName>(acts).map(([name, act]) => [name, mayAct(viewer, act)])) as Record<
    Name,
    boolean
  >

/** Whether the network's lists are open to the viewer at all; else an empty list says nothing. */
const insider = (viewer: Viewer): boolean => viewer.member

export type BodyList = { today: Day; bodies: (Body & { members: number })[]; can: Can }

export async function bodyList(viewer: Viewer): Promise<BodyList> {
  const bodies = await store.selectBodies(viewer)
  const current = await memberships.membershipsOn(viewer, viewer.today)
  const members = (id: Id) => new Set(current.filter(({ body }) => body?.id === id).map(({ person }) => person.id)).size
  const counted = bodies.map(body => ({ ...body, members: members(body.id) }))
  return { today: viewer.today, bodies: counted, can: can(viewer, { add: 'body.add' }) }
}

export type BodyPageData = {
  today: Day
  body: Body
  memberships: Membership[]
  /** Those that hold today. */
  rules: RulesVersion | null
  sections: BodySectionShown[]
  can: Can
}

/** Who belongs to a body on a day, as far as the viewer may know. */
export async function membersOn(viewer: Viewer, bodyId: Id, day: Day): Promise<Membership[]> {
  const all = await memberships.membershipsOn(viewer, day)
  return all.filter(({ body }) => body?.id === bodyId)
}

/** A body with its people and with what later features know of it. */
export const bodyPage =
  (sections: readonly BodySection[]) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<BodyPageData | null> => {
    const found = await memberships.selectBodyAndMemberships(viewer, id)
    if (!found) return null
    const shown: BodySectionShown[] = []
    for (const section of sections) shown.push(await section(viewer, id))
    return {
      ...found,
      today: viewer.today,
      rules: await rulesOfBody(viewer, id, viewer.today),
      sections: shown.filter(({ items }) => items.length > 0),
      can: can(viewer, {
        change: 'body.change',
        changeRules: 'bodyRule.set',
        addMembership: 'membership.add',
        endMembership: 'membership.end',
      }),
    }
  }

export type OrganizationList = { organizations: Organization[]; insider: boolean; can: Can }

export async function organizationList(viewer: Viewer): Promise<OrganizationList> {
  const organizations = await store.selectOrganizations(viewer)
  return { organizations, insider: insider(viewer), can: can(viewer, { add: 'organization.add' }) }
}

export type OrganizationPageData = {
  today: Day
  organization: Organization
  memberships: Membership[]
  offices: Office[]
  can: Can
}

export async function organizationPage(viewer: Viewer, { id }: { id: Id }): Promise<OrganizationPageData | null> {
  const organization = await store.selectOrganization(viewer, id)
  if (!organization) return null
  const offices = await store.selectOffices(viewer)
  return {
    today: viewer.today,
    organization,
    memberships: await memberships.membershipsOfOrganization(viewer, id),
    offices: offices.filter(office => office.organization?.id === id),
    can: can(viewer, {
      change: 'organization.change',
      addMembership: 'membership.add',
      endMembership: 'membership.end',
    }),
  }
}

export type PersonList = { people: (Person & { memberships: Membership[] })[]; insider: boolean; can: Can }

export async function personList(viewer: Viewer): Promise<PersonList> {
  const people = await store.selectPeople(viewer)
  const current = Map.groupBy(await memberships.membershipsOn(viewer, viewer.today), ({ person }) => person.id)
  const withMemberships = people.map(person => ({ ...person, memberships: current.get(person.id) ?? [] }))
  return { people: withMemberships, insider: insider(viewer), can: can(viewer, { add: 'person.add' }) }
}

export type PersonPageData = {
  today: Day
  person: PersonCard
  memberships: Membership[]
  holdings: Holding[]
  can: Can
}

export async function personPage(viewer: Viewer, { id }: { id: Id }): Promise<PersonPageData | null> {
  const person = await store.selectPerson(viewer, id)
  if (!person) return null
  return {
    today: viewer.today,
    person,
    memberships: await memberships.membershipsOfPerson(viewer, id),
    holdings: await memberships.selectHoldings(viewer, { personId: id }),
    can: can(viewer, {
      ...({ change: 'person.change', addMembership: 'membership.add', endMembership: 'membership.end' } as const),
      signOut: 'person.signOut',
    }),
  }
}

export type OfficeList = { offices: (Office & { holders: Person[] })[]; insider: boolean; can: Can }

export async function officeList(viewer: Viewer): Promise<OfficeList> {
  const offices = await store.selectOffices(viewer)
  const holdings = await memberships.selectHoldings(viewer, {})
  const holders = (id: Id) =>
    holdings.filter(holding => holding.office.id === id && isCurrent(holding, viewer.today)).map(({ person }) => person)
  const withHolders = offices.map(office => ({ ...office, holders: holders(office.id) }))
  return { offices: withHolders, insider: insider(viewer), can: can(viewer, { add: 'office.add' }) }
}

export type OfficePageData = { today: Day; office: Office; holdings: Holding[]; can: Can }

export async function officePage(viewer: Viewer, { id }: { id: Id }): Promise<OfficePageData | null> {
  const office = await store.selectOffice(viewer, id)
  if (!office) return null
  const holdings = await memberships.selectHoldings(viewer, { officeId: id })
  const acts = { change: 'office.change', addHolding: 'officeHolding.add', endHolding: 'officeHolding.end' } as const
  return { today: viewer.today, office, holdings, can: can(viewer, acts) }
}

/** The form for something new; null for whoever may not add it. */
export const formFor = (act: ActName) => async (viewer: Viewer) => (mayAct(viewer, act) ? {} : null)

/** The form of something that is there; null for whoever may not change it. */
export const formOf =
  <Found>(act: ActName, find: (viewer: Viewer, id: Id) => Promise<Found | null>) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<Found | null> =>
    mayAct(viewer, act) ? find(viewer, id) : null

export type OfficeForm = { office: Office | null; organizations: Organization[] }

export async function officeForm(viewer: Viewer, { id }: { id?: Id }): Promise<OfficeForm | null> {
  if (!mayAct(viewer, id ? 'office.change' : 'office.add')) return null
  const office = id ? await store.selectOffice(viewer, id) : null
  if (id && !office) return null
  return { office, organizations: await store.selectOrganizations(viewer) }
}

export type HoldingForm = { office: Office; people: Person[]; today: Day }

export async function holdingForm(viewer: Viewer, { id }: { id: Id }): Promise<HoldingForm | null> {
  const office = mayAct(viewer, 'officeHolding.add') ? await store.selectOffice(viewer, id) : null
  return office && { office, people: await store.selectPeople(viewer), today: viewer.today }
}

export type MembershipForm = {
  person: Id | null
  where: string | null
  people: Person[]
  bodies: Body[]
  organizations: Organization[]
  today: Day
}

/** A new membership's form, with what the way here has chosen already. */
export async function membershipForm(viewer: Viewer, chosen: MembershipNew): Promise<MembershipForm | null> {
  if (!mayAct(viewer, 'membership.add')) return null
  const organization = chosen.organization ? `organization:${chosen.organization}` : null
  return {
    person: chosen.person ?? null,
    where: chosen.body ? `body:${chosen.body}` : organization,
    people: await store.selectPeople(viewer),
    bodies: await store.selectBodies(viewer),
    organizations: await store.selectOrganizations(viewer),
    today: viewer.today,
  }
}

export type ReportsForm = { found: Membership; bodies: Named[] }

/** Which body waits for reports about another; only for seats in a body. */
export async function reportsForm(viewer: Viewer, { id }: { id: Id }): Promise<ReportsForm | null> {
  const found = mayAct(viewer, 'membership.report') ? await findMembership(viewer, id) : null
  if (!found?.body) return null
  const bodies = (await store.selectBodies(viewer)).filter(body => isBodyCurrent(body, viewer.today))
  const others = bodies.filter(body => body.id !== found.body?.id)
  return { found, bodies: others.map(body => ({ id: body.id, name: body.name })) }
}

export type EndForm<Found> = { found: Found; today: Day }

export const endForm =
  <Found>(act: ActName, find: (viewer: Viewer, id: Id) => Promise<Found | null>) =>
  async (viewer: Viewer, { id }: { id: Id }): Promise<EndForm<Found> | null> => {
    const found = mayAct(viewer, act) ? await find(viewer, id) : null
    return found && { found, today: viewer.today }
  }
