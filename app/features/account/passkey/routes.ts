import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { nothing } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { accountPage, inside, signInForm } from '../session/routes.ts'
import { addPasskey, askForAny, askForNew, remove, rename, signInWithPasskey } from './acts.ts'
import { passkeyAdd, passkeyAnswer, passkeyName, passkeyOfId } from './contract.ts'
import { findPasskey } from './finds.ts'
import { PasskeyPage } from './pages.tsx'

/** Passkeys: each is asked for by a question of ours (`options`), which the page's script hands to the browser. */
export function passkeyDoors(): Door<AskerAtDoor, Viewer>[] {
  const own = show({ path: '/account/passkeys/:id', input: passkeyOfId, find: findPasskey, page: PasskeyPage })
  return [
    submit({
      path: '/account/passkeys/options',
      input: nothing,
      act: askForNew,
      next: ({ headers }) => ({ to: '/account', headers }),
      again: accountPage,
    }),
    submit({
      path: '/account/passkeys',
      input: passkeyAdd,
      act: addPasskey,
      next: () => ({ to: '/account#passkeys', notice: 'account.addPasskey' }),
      again: accountPage,
    }),
    own,
    submit({
      path: '/account/passkeys/:id',
      input: passkeyName,
      act: rename,
      next: () => ({ to: '/account#passkeys', notice: 'account.renamePasskey' }),
      again: own,
    }),
    submit({
      path: '/account/passkeys/:id/remove',
      input: passkeyOfId,
      act: remove,
      next: () => ({ to: '/account#passkeys', notice: 'account.removePasskey' }),
      again: own,
    }),
    submit({
      path: '/sign-in/passkey/options',
      input: nothing,
      act: askForAny,
      next: ({ headers }) => ({ to: '/sign-in', headers }),
    }),
    submit({
      path: '/sign-in/passkey',
      input: passkeyAnswer,
      act: signInWithPasskey,
      next: inside,
      again: signInForm,
    }),
  ]
}
