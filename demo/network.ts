import type { Viewer } from '../app/access/viewer.ts'
import {
  recordBody,
  recordMembership,
  recordOffice,
  recordOfficeHolding,
  recordOrganization,
  recordPerson,
} from '../app/features/directory/acts.ts'
import type { Day, Id, MembershipRole } from '../app/ground/schema.ts'

/** The people of the demo, each standing for a kind of visitor. Everything here is invented. */
export const personas = {
  coordinator: { name: 'Mira Halden', email: 'mira.halden@auenfurt.example' },
  chair: { name: 'Jonas Ferber', email: 'jonas.ferber@auenfurt.example' },
  boardMember: { name: 'Leyla Aydemir', email: 'leyla.aydemir@auenfurt.example' },
  groupMember: { name: 'Tomasz Wrobel', email: 'tomasz.wrobel@auenfurt.example' },
  delegate: { name: 'Amina Saleh', email: 'amina.saleh@auenfurt.example' },
  official: { name: 'Petra Lindner', email: 'petra.lindner@auenfurt.example' },
  guest: { name: 'Henrik Olsson', email: 'henrik.olsson@auenfurt.example' },
} as const
export type Persona = keyof typeof personas

const others = ['Ngozi Okafor', 'Klara Brandes', 'Dilan Yildirim', 'Sören Kruse', 'Farah Navid'] as const

/** Records the bodies, organisations, offices and people, in the caller's transaction. Terms begin on `since`. */
export async function recordNetwork(viewer: Viewer, since: Day): Promise<void> {
  const city = await recordOrganization(viewer, { name: 'Stadt Auenfurt', kind: 'municipality', outside: true })
  await recordOrganization(viewer, { name: 'Kreisverwaltung Auenland', kind: 'authority', outside: true })
  await recordOrganization(viewer, { name: 'Bürgerstiftung Auenland', kind: 'institution', outside: true })
  const bridge = await recordOrganization(viewer, { name: 'Brückenverein e. V.', kind: 'migrant_organization' })
  const tenants = await recordOrganization(viewer, { name: 'Mieterverein Auenfurt', kind: 'civil_society' })

  const plenary = await recordBody(viewer, {
    ...{ name: 'Offene Runde', kind: 'plenary', audience: 'public', meetingAudience: 'public' },
  })
  const board = await recordBody(viewer, {
    ...{ name: 'Vorstand des Runden Tisches Ankommen', shortName: 'Vorstand', kind: 'board' },
    ...{ audience: 'network', meetingAudience: 'board' },
  })
  const housing = await recordBody(viewer, { name: 'AG Wohnen', kind: 'working_group', audience: 'network' })
  const strategy = await recordBody(viewer, {
    ...{ name: 'AG Strategie', kind: 'working_group', audience: 'body', withoutAdministration: true },
  })

  const people = new Map<string, Id>()
  for (const { name, email } of Object.values(personas)) people.set(name, await recordPerson(viewer, { name, email }))
  for (const name of others) people.set(name, await recordPerson(viewer, { name }))
  const joins = (name: string, bodyId: Id, role: MembershipRole = 'member', onBehalfOfId: Id | null = null) =>
    recordMembership(viewer, {
      ...{ personId: people.get(name)!, bodyId, role, onBehalfOfId, startDate: since },
    })

  const office = await recordOffice(viewer, { name: 'Koordinierungsstelle', grants: 'coordination' })
  await recordOfficeHolding(viewer, { officeId: office, personId: people.get('Mira Halden')!, startDate: since })
  for (const name of ['Jonas Ferber', 'Leyla Aydemir', 'Ngozi Okafor', 'Klara Brandes', 'Dilan Yildirim']) {
    await joins(name, board, name === 'Jonas Ferber' ? 'chair' : 'member')
    await joins(name, plenary)
  }
  await joins('Mira Halden', board, 'minute_taker')
  await joins('Tomasz Wrobel', housing)
  await joins('Tomasz Wrobel', plenary, 'delegate', tenants)
  await joins('Amina Saleh', plenary, 'delegate', bridge)
  for (const name of ['Leyla Aydemir', 'Amina Saleh', 'Ngozi Okafor']) await joins(name, strategy)
  await joins('Petra Lindner', plenary, 'member', city)
  await joins('Henrik Olsson', plenary, 'guest')
  await recordMembership(viewer, {
    ...{ personId: people.get('Petra Lindner')!, organizationId: city, role: 'staff', startDate: since },
  })
}

/** Who operates the invented network. */
export const operator = {
  legalForm: 'association',
  name: 'Runder Tisch Ankommen in Auenfurt e. V. (erfunden)',
  representedBy: 'Karla Engel',
  street: 'Am Alten Hafen 3',
  postalCode: '00000',
  city: 'Auenfurt',
  email: 'tisch@auenfurt.example',
  phone: null,
  register: 'Amtsgericht Auenfurt, VR 0000',
  vatId: null,
  supervisoryAuthority: null,
  responsibleName: 'Karla Engel',
  responsibleAddress: 'Am Alten Hafen 3, 00000 Auenfurt',
  dataProtectionContact: null,
  hostedBy: null,
  accessibilityContact: null,
  enforcementBody: null,
} as const
