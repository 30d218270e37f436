import type { Asker } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import * as acts from './acts.ts'
import { BodiesPage, BodyChangePage, BodyNewPage, BodyPage } from './body/pages.tsx'
import * as contract from './contract.ts'
import { shown } from './contract.ts'
import * as finds from './finds.ts'
import {
  HoldingEndPage,
  HoldingNewPage,
  MembershipEndPage,
  MembershipNewPage,
  MembershipReportsPage,
} from './membership/pages.tsx'
import type { BodySection } from './model.ts'
import { OfficeFormPage, OfficePage, OfficesPage } from './office/pages.tsx'
import {
  OrganizationChangePage,
  OrganizationNewPage,
  OrganizationPage,
  OrganizationsPage,
} from './organization/pages.tsx'
import { PeoplePage, PersonChangePage, PersonNewPage, PersonPage } from './person/pages.tsx'
import { ruleDoors } from './rules/routes.ts'
import { termDoors } from './term/routes.ts'

type Doors = Door<Asker, Viewer>[]

/** What later features show on a body's page, in this order. */
export type DirectorySlots = { readonly bodySections: readonly BodySection[] }

/** A form's address (`/bodies/new`) stands before the one it would be taken for (`/bodies/:id`). */
export const directoryDoors = ({ bodySections }: DirectorySlots): Doors => [
  ...bodyDoors(bodySections),
  ...ruleDoors(),
  ...termDoors(),
  ...organizationDoors(),
  ...personDoors(),
  ...officeDoors(),
  ...membershipDoors(),
]

function bodyDoors(sections: readonly BodySection[]): Doors {
  const { nothing, ofId } = contract
  const addForm = show({
    path: '/bodies/new',
    input: nothing,
    output: shown.form,
    find: finds.formFor('body.add'),
    page: BodyNewPage,
  })
  const find = finds.formOf('body.change', finds.findBody)
  const changeForm = show({ path: '/bodies/:id/change', input: ofId, output: shown.body, find, page: BodyChangePage })
  return [
    show({ path: '/bodies', input: nothing, output: shown.bodies, find: finds.bodyList, page: BodiesPage }),
    addForm,
    submit({
      path: '/bodies',
      input: contract.bodyAdd,
      output: shown.id,
      act: acts.addBody,
      next: id => ({ to: `/bodies/${id}`, notice: 'body.add' }),
      again: addForm,
    }),
    show({ path: '/bodies/:id', input: ofId, output: shown.bodyPage, find: finds.bodyPage(sections), page: BodyPage }),
    changeForm,
    submit({
      path: '/bodies/:id',
      input: contract.bodyChange,
      output: shown.id,
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
    output: shown.form,
    find: finds.formFor('organization.add'),
    page: OrganizationNewPage,
  })
  const find = finds.formOf('organization.change', finds.findOrganization)
  const changeForm = show({
    path: '/organizations/:id/change',
    input: ofId,
    output: shown.organization,
    find,
    page: OrganizationChangePage,
  })
  return [
    show({
      path: '/organizations',
      input: nothing,
      output: shown.organizations,
      find: finds.organizationList,
      page: OrganizationsPage,
    }),
    addForm,
    submit({
      path: '/organizations',
      input: contract.organizationAdd,
      output: shown.id,
      act: acts.addOrganization,
      next: id => ({ to: `/organizations/${id}`, notice: 'organization.add' }),
      again: addForm,
    }),
    show({
      path: '/organizations/:id',
      input: ofId,
      output: shown.organizationPage,
      find: finds.organizationPage,
      page: OrganizationPage,
    }),
    changeForm,
    submit({
      path: '/organizations/:id',
      input: contract.organizationChange,
      output: shown.id,
      act: acts.changeOrganization,
      next: id => ({ to: `/organizations/${id}`, notice: 'organization.change' }),
      again: changeForm,
    }),
  ]
}

function personDoors(): Doors {
  const { nothing, ofId } = contract
  const addForm = show({
    path: '/people/new',
    input: nothing,
    output: shown.form,
    find: finds.formFor('person.add'),
    page: PersonNewPage,
  })
  const find = finds.formOf('person.change', finds.findPerson)
  const changeForm = show({
    path: '/people/:id/change',
    input: ofId,
    output: shown.person,
    find,
    page: PersonChangePage,
  })
  return [
    show({ path: '/people', input: nothing, output: shown.people, find: finds.personList, page: PeoplePage }),
    addForm,
    submit({
      path: '/people',
      input: contract.personAdd,
      output: shown.id,
      act: acts.addPerson,
      next: id => ({ to: `/people/${id}`, notice: 'person.add' }),
      again: addForm,
    }),
    show({ path: '/people/:id', input: ofId, output: shown.personPage, find: finds.personPage, page: PersonPage }),
    changeForm,
    submit({
      path: '/people/:id',
      input: contract.personChange,
      output: shown.id,
      act: acts.changePerson,
      next: id => ({ to: `/people/${id}`, notice: 'person.change' }),
      again: changeForm,
    }),
  ]
}

function officeDoors(): Doors {
  const { nothing, ofId } = contract
  const addForm = show({
    path: '/offices/new',
    input: nothing,
    output: shown.officeForm,
    find: finds.officeForm,
    page: OfficeFormPage,
  })
  const changeForm = show({
    path: '/offices/:id/change',
    input: ofId,
    output: shown.officeForm,
    find: finds.officeForm,
    page: OfficeFormPage,
  })
  const holdingForm = show({
    path: '/offices/:id/holdings/new',
    input: ofId,
    output: shown.holdingForm,
    find: finds.holdingForm,
    page: HoldingNewPage,
  })
  const find = finds.endForm('officeHolding.end', finds.findHolding)
  const holdingEnd = show({
    path: '/holdings/:id/end',
    input: ofId,
    output: shown.holdingEnd,
    find,
    page: HoldingEndPage,
  })
  return [
    show({ path: '/offices', input: nothing, output: shown.offices, find: finds.officeList, page: OfficesPage }),
    addForm,
    submit({
      path: '/offices',
      input: contract.officeAdd,
      output: shown.id,
      act: acts.addOffice,
      next: id => ({ to: `/offices/${id}`, notice: 'office.add' }),
      again: addForm,
    }),
    show({ path: '/offices/:id', input: ofId, output: shown.officePage, find: finds.officePage, page: OfficePage }),
    changeForm,
    submit({
      path: '/offices/:id',
      input: contract.officeChange,
      output: shown.id,
      act: acts.changeOffice,
      next: id => ({ to: `/offices/${id}`, notice: 'office.change' }),
      again: changeForm,
    }),
    holdingForm,
    submit({
      path: '/offices/:id/holdings',
      input: contract.holdingAdd,
      output: shown.id,
      act: acts.addHolding,
      next: id => ({ to: `/offices/${id}`, notice: 'officeHolding.add' }),
      again: holdingForm,
    }),
    holdingEnd,
    submit({
      path: '/holdings/:id/end',
      input: contract.periodEnd,
      output: shown.id,
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
    output: shown.membershipForm,
    find: finds.membershipForm,
    page: MembershipNewPage,
  })
  const find = finds.endForm('membership.end', finds.findMembership)
  const endForm = show({
    path: '/memberships/:id/end',
    input: contract.ofId,
    output: shown.membershipEnd,
    find,
    page: MembershipEndPage,
  })
  const reportsForm = show({
    path: '/memberships/:id/reports',
    input: contract.ofId,
    output: shown.membershipReports,
    find: finds.reportsForm,
    page: MembershipReportsPage,
  })
  const place = ({ bodyId, organizationId }: acts.Place) =>
    bodyId ? `/bodies/${bodyId}#memberships` : `/organizations/${organizationId}#memberships`
  return [
    addForm,
    submit({
      path: '/memberships',
      input: contract.membershipAdd,
      output: shown.id,
      act: acts.addMembership,
      next: (_id, input) => ({ to: place(input), notice: 'membership.add' }),
      again: addForm,
    }),
    endForm,
    submit({
      path: '/memberships/:id/end',
      input: contract.periodEnd,
      output: shown.place,
      act: acts.endMembership,
      next: (membership: acts.Place) => ({ to: place(membership), notice: 'membership.end' }),
      again: endForm,
    }),
    reportsForm,
    submit({
      path: '/memberships/:id/reports',
      input: contract.membershipReports,
      output: shown.place,
      act: acts.setReports,
      next: (membership: acts.Place) => ({ to: place(membership), notice: 'membership.report' }),
      again: reportsForm,
    }),
  ]
}
