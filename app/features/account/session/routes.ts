import type { Viewer } from '../../../access/viewer.ts'
import { type Door, type Next, show, submit } from '../../../ui/doors.tsx'
import { nothing, shown, signInPage } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { SignInPage } from '../pages.tsx'
import { providerOf } from '../provider/model.ts'
import { endOneSession, endOtherSessions, type SignedIn, signPersonOut } from './acts.ts'
import { AccountShown, Ended, SignedOut, sessionOfId, sessionsOf } from './contract.ts'
import { findAccount } from './finds.ts'
import { AccountPage } from './pages.tsx'

/** The page to sign in at, where every refusal of a sign-in comes back to. */
export const signInForm = show({
  path: '/sign-in',
  input: signInPage,
  output: shown.signIn,
  find: async ({ network, ground }: Viewer, { asked }) => ({
    asked: asked === 'yes',
    demo: network.demo,
    provider: providerOf(ground.settings)?.name ?? null,
    minutes: ground.settings.linkMinutes,
  }),
  page: SignInPage,
})

export const accountPage = show({
  path: '/account',
  input: nothing,
  output: AccountShown,
  find: findAccount,
  page: AccountPage,
})

/** Where a sign-in leads: into the house, or to its second step. */
export const inside = ({ headers, next }: SignedIn): Next =>
  next === 'inside' ? { to: '/', notice: 'session.begin', headers } : { to: '/sign-in/code', headers }

/** One's own account and where it is signed in. */
export function sessionDoors(): Door<AskerAtDoor, Viewer>[] {
  return [
    accountPage,
    submit({
      path: '/account/sessions/end',
      input: nothing,
      output: Ended,
      act: endOtherSessions,
      again: accountPage,
      next: () => ({ to: '/account#sessions', notice: 'account.endOthers' }),
    }),
    submit({
      path: '/account/sessions/:id/end',
      input: sessionOfId,
      output: Ended,
      act: endOneSession,
      next: () => ({ to: '/account#sessions', notice: 'account.endSession' }),
      again: accountPage,
    }),
    submit({
      path: '/people/:id/sign-out',
      input: sessionsOf,
      output: SignedOut,
      act: signPersonOut,
      next: ({ id }) => ({ to: `/people/${id}`, notice: 'person.signOut' }),
    }),
  ]
}
