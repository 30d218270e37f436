import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { nothing, shown } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { accountPage, inside, signInForm } from '../session/routes.ts'
import { addPasskey, askForAny, askForNew, remove, rename, signInWithPasskey } from './acts.ts'
import {
  Changed,
  PasskeyPageShown,
  passkeyAdd,
  passkeyAnswer,
  passkeyName,
  passkeyOfId,
  QuestionShown,
} from './contract.ts'
import { findPasskey } from './finds.ts'
import { PasskeyPage } from './pages.tsx'

/** Passkeys: each is asked for by a question of ours (`options`), which the page's script hands to the browser. */
export function passkeyDoors(): Door<AskerAtDoor, Viewer>[] {
  const own = show({
    path: '/account/passkeys/:id',
    input: passkeyOfId,
    output: PasskeyPageShown,
    find: findPasskey,
    page: PasskeyPage,
  })
  return [
    submit({
      path: '/account/passkeys/options',
      input: nothing,
      output: QuestionShown,
      act: askForNew,
      next: ({ headers }) => ({ to: '/account', headers }),
      again: accountPage,
    }),
    submit({
      path: '/account/passkeys',
      input: passkeyAdd,
      output: Changed,
      act: addPasskey,
      next: () => ({ to: '/account#passkeys', notice: 'account.addPasskey' }),
      again: accountPage,
    }),
    own,
    submit({
      path: '/account/passkeys/:id',
      input: passkeyName,
      output: Changed,
      act: rename,
      next: () => ({ to: '/account#passkeys', notice: 'account.renamePasskey' }),
      again: own,
    }),
    submit({
      path: '/account/passkeys/:id/remove',
      input: passkeyOfId,
      output: Changed,
      act: remove,
      next: () => ({ to: '/account#passkeys', notice: 'account.removePasskey' }),
      again: own,
    }),
    submit({
      path: '/sign-in/passkey/options',
      input: nothing,
      output: QuestionShown,
      act: askForAny,
      next: ({ headers }) => ({ to: '/sign-in', headers }),
    }),
    submit({
      path: '/sign-in/passkey',
      input: passkeyAnswer,
      output: shown.signedIn,
      act: signInWithPasskey,
      next: inside,
      again: signInForm,
    }),
  ]
}
