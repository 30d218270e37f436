import type { Viewer } from '../../access/viewer.ts'
import { type Door, show, submit } from '../../ui/doors.tsx'
import { askForLink, chooseLanguage, setUp, signIn, signOut } from './acts.ts'
import * as contract from './contract.ts'
import { shown } from './contract.ts'
import { findLink, findMail, findOutbox, findSetUp } from './finds.ts'
import { type AskerAtDoor, sameSitePath } from './model.ts'
import { LinkPage, MailPage, OutboxPage, SetUpPage } from './pages.tsx'
import { passkeyDoors } from './passkey/routes.ts'
import { providerDoors } from './provider/routes.ts'
import { inside, sessionDoors, signInForm } from './session/routes.ts'
import { totpDoors } from './totp/routes.ts'

/** Signing in and out, the language, the first run, and the demo's mails. A link shows on GET and acts on POST. */
export function accountDoors(): Door<AskerAtDoor, Viewer>[] {
  const setUpForm = show({
    path: '/setup',
    input: contract.setUpPage,
    output: shown.setUpPage,
    find: findSetUp,
    page: SetUpPage,
  })
  return [
    signInForm,
    submit({
      path: '/sign-in',
      input: contract.linkRequest,
      output: shown.done,
      act: askForLink,
      next: () => ({ to: '/sign-in?asked=yes' }),
      again: signInForm,
    }),
    // Before the links: their secret would take these words for itself.
    ...totpDoors(),
    ...passkeyDoors(),
    ...providerDoors(),
    show({ path: '/sign-in/:token', input: contract.signInLink, output: shown.link, find: findLink, page: LinkPage }),
    submit({
      path: '/sign-in/:token',
      input: contract.signInLink,
      output: shown.signedIn,
      act: signIn,
      next: inside,
    }),
    submit({
      path: '/sign-out',
      input: contract.nothing,
      output: shown.session,
      act: signOut,
      next: ({ headers }) => ({ to: '/', notice: 'session.end', headers }),
    }),
    submit({
      path: '/language',
      input: contract.languageChoice,
      output: shown.session,
      act: chooseLanguage,
      next: ({ headers }, { back }) => ({ to: sameSitePath(back), headers }),
    }),
    setUpForm,
    submit({
      path: '/setup',
      input: contract.setUp,
      output: shown.setUp,
      act: setUp,
      next: ({ path }) => ({ to: path }),
      again: setUpForm,
    }),
    ...sessionDoors(),
    show({ path: '/outbox', input: contract.nothing, output: shown.outbox, find: findOutbox, page: OutboxPage }),
    show({ path: '/outbox/:id', input: contract.mailOfId, output: shown.mail, find: findMail, page: MailPage }),
  ]
}
