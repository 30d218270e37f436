import { type Act, act } from '../../../access/act.ts'
import { refuseStale } from '../../../access/fresh.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { isLanguage } from '../../../texts/texts.ts'
import { beginSession, keepTicket } from '../auth/store.ts'
import { type Change, changeMail } from '../mails.tsx'
import {
  type AskerAtDoor,
  asSystem,
  languageCookie,
  languageCookieHeader,
  STEP_MINUTES,
  ticketHeader,
} from '../model.ts'
import {
  accountsHere,
  type KnownPerson,
  personKnown,
  personOfAccount,
  personWithEmail,
  personWithId,
  updateAccount,
} from '../store.ts'
import { hasSecondStep } from '../totp/store.ts'
import { deviceOf, deviceText } from './model.ts'
import { deleteOtherSessions, deleteSession, deleteSessionsOf, deleteSessionsOfDeparted } from './store.ts'

/** `headers` carry a cookie: of the session, or of the second step that is still asked for. */
export type SignedIn = { readonly headers: Headers; readonly next: 'inside' | 'second-step' }

/** What the first step has proved: who it is, and whether that is enough by itself (`strong`, as a passkey is). */
export type Proved = { readonly person: KnownPerson; readonly accountId: string; readonly strong: boolean }

/** What the second step remembers of the first. */
export type StepTicket = { readonly networkId: Id; readonly accountId: string }

/**
 * The end of every way to sign in: at the first time the person becomes the account's, then a session begins, or the
 * second step is asked for where the account has one. Problem: `sign-in-link-used` when the person is gone meanwhile.
 */
export async function admit(asker: AskerAtDoor, { person, accountId, strong }: Proved): Promise<Outcome<SignedIn>> {
  const { ground, identity } = asker
  const system = asSystem(asker, 'sign-in')
  if (person.accountId !== accountId) {
    const joined = await join(system, { person, accountId })
    if (!joined.ok) return refused('sign-in-link-used')
  }
  if (!strong && (await hasSecondStep(ground, accountId))) {
    const ticket: StepTicket = { networkId: identity.network.id, accountId }
    const secret = await keepTicket(ground, 'step', ticket, STEP_MINUTES)
    const headers = new Headers({ 'set-cookie': ticketHeader(ground, 'step', secret, STEP_MINUTES) })
    return done({ headers, next: 'second-step' })
  }
  const recorded = await recordSignIn(system, person)
  if (!recorded.ok) return recorded
  const device = deviceText(deviceOf(asker.headers.get('user-agent')))
  const { network } = identity
  const kept = { headers: asker.headers, device, networkId: network.id, strong }
  const headers = await beginSession(ground, accountId, kept)
  if (isLanguage(person.language) && !asker.headers.get('cookie')?.includes(`${languageCookie(ground)}=`))
    headers.append('set-cookie', languageCookieHeader(ground, person.language))
  return done({ headers, next: 'inside' })
}

type Joining = { readonly person: KnownPerson; readonly accountId: string }

const join = act('person.join', {
  noun: 'person',
  subject: (viewer, { person }: Joining) => personWithEmail(viewer, person.email),
  run: async (viewer, { accountId }: Joining, { id }: KnownPerson) => {
    await updateAccount(viewer, id, accountId)
    return done(null)
  },
})

const recordSignIn: Act<KnownPerson, null> = act('account.signIn', {
  noun: 'person',
  subject: async (_viewer, person: KnownPerson) => person,
  run: async () => done(null),
})

/** The viewer's own record, for acts about how they sign in. Null for whoever is not signed in at a door. */
export const oneself = async ({ personId, signedIn }: Viewer) =>
  personId && signedIn ? { id: personId, owners: [personId] } : null

/**
 * Who may change how the account signs in: somebody who has just signed in. Problems: `not-found`, `sign-in-again`.
 */
export async function freshSelf(viewer: Viewer): Promise<Outcome<{ accountId: string }>> {
  if (!viewer.signedIn) return refused('not-found')
  return refuseStale(viewer) ?? done({ accountId: viewer.signedIn.accountId })
}

/** Writes to the person when the ways to sign in change: whoever did not do it finds out. */
export async function tell(viewer: Viewer, change: Change, accountId = viewer.signedIn?.accountId): Promise<void> {
  const person = accountId ? await personOfAccount(viewer, accountId) : null
  if (!person) return
  await queueMail(
    viewer,
    changeMail(person, { change, networkName: viewer.network.name, link: `${originOf(viewer.ground)}/account` }),
  )
}

/** Ends one session of one's own, here or elsewhere. Problems: `not-found`, `sign-in-again`. */
export const endOneSession: Act<{ id: string }, null> = act('account.endSession', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, { id }: { id: string }) => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    return (await deleteSession(viewer, id)) ? done(null) : refused('not-found')
  },
})

/** Ends all sessions of one's own but this one. Problem: `sign-in-again`. */
export const endOtherSessions: Act<object, null> = act('account.endOthers', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    await deleteOtherSessions(viewer)
    return done(null)
  },
})

/**
 * Ends all sessions of somebody in this network, on every device: one was lost, or somebody else has it. The person is
 * written to, and may sign in again. Gives how many ended.
 */
export const signPersonOut: Act<{ id: Id }, { id: Id; count: number }> = act('person.signOut', {
  noun: 'person',
  subject: (viewer, { id }: { id: Id }) => personKnown(viewer, id),
  run: async (viewer, _input, { id }) => {
    const accountId = (await personWithId(viewer, id))?.accountId
    const count = accountId ? await deleteSessionsOf(viewer, accountId) : 0
    if (count > 0 && accountId) await tell(viewer, 'signed-out', accountId)
    return done({ id, count })
  },
})

/** Ends all sessions of everybody in this network. Gives how many ended. */
export const signEverybodyOut: Act<object, number> = act('network.signOut', {
  noun: 'network',
  subject: async ({ network }) => ({ id: network.id }),
  run: async viewer => {
    let count = 0
    for (const accountId of await accountsHere(viewer)) count += await deleteSessionsOf(viewer, accountId)
    return done(count)
  },
})

/** Somebody has left: what is kept of their being signed in here goes with the mandate. */
export async function endSessionsOfDeparted(viewer: Viewer): Promise<void> {
  await deleteSessionsOfDeparted(viewer)
}

/** An account is nobody's in this network any more, in the caller's transaction: no session here outlives that. */
export async function leaveNetwork(viewer: Viewer, accountId: string | null): Promise<void> {
  if (accountId) await deleteSessionsOf(viewer, accountId)
}

/**
 * Somebody's mail address becomes another one, in the caller's transaction and before it is written: with the old one
 * nobody is signed in any more, and both mailboxes are told, so that a stranger's change does not stay unseen.
 */
export async function leaveAddress(viewer: Viewer, id: Id, address: string | null): Promise<void> {
  const person = await personWithId(viewer, id)
  if (!person) return
  if (person.accountId) await deleteSessionsOf(viewer, person.accountId)
  const told = { networkName: viewer.network.name, link: `${originOf(viewer.ground)}/sign-in` }
  await queueMail(viewer, changeMail(person, { change: 'address-gone', ...told }))
  if (address) await queueMail(viewer, changeMail({ ...person, email: address }, { change: 'address-new', ...told }))
}
