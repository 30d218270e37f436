import { type Act, act } from '../../../access/act.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { isLanguage } from '../../../texts/texts.ts'
import { beginSession, keepTicket } from '../auth/store.ts'
import { type Change, changeMail } from '../mails.tsx'
import {
  type AskerAtDoor,
  asSystem,
  FRESH_MINUTES,
  languageCookie,
  languageCookieHeader,
  originOf,
  STEP_MINUTES,
  ticketHeader,
} from '../model.ts'
import { type KnownPerson, personOfAccount, personWithEmail, updateAccount } from '../store.ts'
import { hasSecondStep } from '../totp/store.ts'
import { deviceOf, deviceText } from './model.ts'
import { deleteOtherSessions, deleteSession, signedInWithin } from './store.ts'

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
  const headers = await beginSession(ground, accountId, { headers: asker.headers, device })
  if (isLanguage(person.language) && !asker.headers.get('cookie')?.includes(`${languageCookie}=`))
    headers.append('set-cookie', languageCookieHeader(person.language, originOf(ground).startsWith('https:')))
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
  if (!(await signedInWithin(viewer, FRESH_MINUTES))) return refused('sign-in-again')
  return done({ accountId: viewer.signedIn.accountId })
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

/** Ends one session of one's own, here or elsewhere. Problem: `not-found`. */
export const endOneSession: Act<{ id: string }, null> = act('account.endSession', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, { id }: { id: string }) =>
    (await deleteSession(viewer, id)) ? done(null) : refused('not-found'),
})

/** Ends all sessions of one's own but this one. */
export const endOtherSessions: Act<object, null> = act('account.endOthers', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    await deleteOtherSessions(viewer)
    return done(null)
  },
})
