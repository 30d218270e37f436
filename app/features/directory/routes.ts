import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import * as acts from './acts.ts'
import { BodiesPage, BodyChangePage, BodyNewPage, BodyPage } from './body/pages.tsx'
import * as contract from './contract.ts'
import * as finds from './finds.ts'
import { HoldingEndPage, HoldingNewPage, MembershipEndPage, MembershipNewPage } from './membership/pages.tsx'
import type { BodySection } from './model.ts'
import { OfficeFormPage, OfficePage, OfficesPage } from './office/pages.tsx'
import {
  OrganizationChangePage,
  OrganizationNewPage,
  OrganizationPage,
  OrganizationsPage,
} from './organization/pages.tsx'
import { PeoplePage, PersonChangePage, PersonNewPage, PersonPage } from './person/pages.tsx'

type Doors = Door<Asker, Viewer>[]

/** What later features show on a body's page, in this order. */
export type DirectorySlots = { readonly bodySections: readonly BodySection[] }

/** A form's address (`/bodies/new`) stands before the one it would be taken for (`/bodies/:id`). */
export const directoryDoors = ({ bodySections }: DirectorySlots): Doors => [
  ...bodyDoors(bodySections),
  ...organizationDoors(),
  ...personDoors(),
  ...officeDoors(),
  ...membershipDoors(),
]

function bodyDoors(sections: readonly BodySection[]): Doors {
  const { nothing, ofId } = contract
  const addForm = show({ path: '/bodies/new', input: nothing, find: finds.formFor('body.add'), page: BodyNewPage })
  const find = finds.formOf('body.change', finds.findBody)
  const changeForm = show({ path: '/bodies/:id/change', input: ofId, find, page: BodyChangePage })
  return [
    show({ path: '/bodies', input: nothing, find: finds.bodyList, page: BodiesPage }),
    addForm,
    submit({
      path: '/bodies',
      input: contract.bodyAdd,
      act: acts.addBody,
      next: id => ({ to: `/bodies/${id}`, notice: 'body.add' }),
      again: addForm,
    }),
    show({ path: '/bodies/:id', input: ofId, find: finds.bodyPage(sections), page: BodyPage }),
    changeForm,
    submit({
      path: '/bodies/:id',
      input: contract.bodyChange,
      act: acts.changeBody,
      next: id => ({ to: `/bodies/${id}`, notice: 'body.change' }),
      again: changeForm,
    }),
  ]
}

function organizationDoors(): Doors {
  const { nothing, ofId } = contract
  const addForm = show({
    path: '/organizations/new',
    input: nothing,
    find: finds.formFor('organization.add'),
    page: OrganizationNewPage,
  })
  const find = finds.formOf('organization.change', finds.findOrganization)
  const changeForm = show({ path: '/organizations/:id/change', input: ofId, find, page: OrganizationChangePage })
  return [
    show({ path: '/organizations', input: nothing, find: finds.organizationList, page: OrganizationsPage }),
    addForm,
    submit({
      path: '/organizations',
      input: contract.organizationAdd,
      act: acts.addOrganization,
      next: id => ({ to: `/organizations/${id}`, notice: 'organization.add' }),
      again: addForm,
    }),
    show({ path: '/organizations/:id', input: ofId, find: finds.organizationPage, page: OrganizationPage }),
    changeForm,
    submit({
      path: '/organizations/:id',
      input: contract.organizationChange,
      act: acts.changeOrganization,
      next: id => ({ to: `/organizations/${id}`, notice: 'organization.change' }),
      again: changeForm,
    }),
  ]
}

function personDoors(): Doors {
  const { nothing, ofId } = contract
  const addForm = show({ path: '/people/new', input: nothing, find: finds.formFor('person.add'), page: PersonNewPage })
  const find = finds.formOf('person.change', finds.findPerson)
  const changeForm = show({ path: '/people/:id/change', input: ofId, find, page: PersonChangePage })
  return [
    show({ path: '/people', input: nothing, find: finds.personList, page: PeoplePage }),
    addForm,
    submit({
      path: '/people',
      input: contract.personAdd,
      act: acts.addPerson,
      next: id => ({ to: `/people/${id}`, notice: 'person.add' }),
      again: addForm,
    }),
    show({ path: '/people/:id', input: ofId, find: finds.personPage, page: PersonPage }),
    changeForm,
    submit({
      path: '/people/:id',
      input: contract.personChange,
      act: acts.changePerson,
      next: id => ({ to: `/people/${id}`, notice: 'person.change' }),
      again: changeForm,
    }),
  ]
}

function officeDoors(): Doors {
  const { nothing, ofId } = contract
  const addForm = show({ path: '/offices/new', input: nothing, find: finds.officeForm, page: OfficeFormPage })
  const changeForm = show({ path: '/offices/:id/change', input: ofId, find: finds.officeForm, page: OfficeFormPage })
  const holdingForm = show({
    path: '/offices/:id/holdings/new',
    input: ofId,
    find: finds.holdingForm,
    page: HoldingNewPage,
  })
  const find = finds.endForm('officeHolding.end', finds.findHolding)
  const holdingEnd = show({ path: '/holdings/:id/end', input: ofId, find, page: HoldingEndPage })
  return [
    show({ path: '/offices', input: nothing, find: finds.officeList, page: OfficesPage }),
    addForm,
    submit({
      path: '/offices',
      input: contract.officeAdd,
      act: acts.addOffice,
      next: id => ({ to: `/offices/${id}`, notice: 'office.add' }),
      again: addForm,
    }),
    show({ path: '/offices/:id', input: ofId, find: finds.officePage, page: OfficePage }),
    changeForm,
    submit({
      path: '/offices/:id',
      input: contract.officeChange,
      act: acts.changeOffice,
      next: id => ({ to: `/offices/${id}`, notice: 'office.change' }),
      again: changeForm,
    }),
    holdingForm,
    submit({
      path: '/offices/:id/holdings',
      input: contract.holdingAdd,
      act: acts.addHolding,
      next: id => ({ to: `/offices/${id}`, notice: 'officeHolding.add' }),
      again: holdingForm,
    }),
    holdingEnd,
    submit({
      path: '/holdings/:id/end',
      input: contract.periodEnd,
      act: acts.endHolding,
      next: officeId => ({ to: `/offices/${officeId}`, notice: 'officeHolding.end' }),
      again: holdingEnd,
    }),
  ]
}

function membershipDoors(): Doors {
  const addForm = show({
    path: '/memberships/new',
    input: contract.membershipNew,
    find: finds.membershipForm,
    page: MembershipNewPage,
  })
  const find = finds.endForm('membership.end', finds.findMembership)
  const endForm = show({ path: '/memberships/:id/end', input: contract.ofId, find, page: MembershipEndPage })
  const place = ({ bodyId, organizationId }: acts.Place) =>
    bodyId ? `/bodies/${bodyId}#memberships` : `/organizations/${organizationId}#memberships`
  return [
    addForm,
    submit({
      path: '/memberships',
      input: contract.membershipAdd,
      act: acts.addMembership,
      next: (_id, input) => ({ to: place(input), notice: 'membership.add' }),
      again: addForm,
    }),
    endForm,
    submit({
      path: '/memberships/:id/end',
      input: contract.periodEnd,
      act: acts.endMembership,
      next: (membership: acts.Place) => ({ to: place(membership), notice: 'membership.end' }),
      again: endForm,
    }),
  ]
}
