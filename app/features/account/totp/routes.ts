import type { Viewer } from '../../../access/viewer.ts'
import { nothingMore } from '../../../ground/shapes.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { nothing, shown } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { inside } from '../session/routes.ts'
import { begin, confirm, end, keep, renew, signInWithCode } from './acts.ts'
import { Changed, codeTyped, confirmation, TotpShown } from './contract.ts'
import { findTotp } from './finds.ts'
import { CodePage, TotpPage } from './pages.tsx'

/** The authenticator app, and the second step of a sign-in that it serves. */
export function totpDoors(): Door<AskerAtDoor, Viewer>[] {
  const own = show({ path: '/account/totp', input: nothing, output: TotpShown, find: findTotp, page: TotpPage })
  const step = show({
    path: '/sign-in/code',
    input: nothing,
    output: nothingMore,
    find: async (_viewer: Viewer) => ({}),
    page: CodePage,
  })
  const back = { to: '/account/totp' }
  return [
    own,
    submit({ path: '/account/totp', input: nothing, output: Changed, act: begin, next: () => back, again: own }),
    submit({
      path: '/account/totp/confirmation',
      input: confirmation,
      output: Changed,
      act: confirm,
      next: () => ({ ...back, notice: 'account.confirmTotp' }),
      again: own,
    }),
    submit({ path: '/account/totp/codes', input: nothing, output: Changed, act: renew, next: () => back, again: own }),
    submit({
      path: '/account/totp/codes/kept',
      input: nothing,
      output: Changed,
      act: keep,
      next: () => ({ ...back, notice: 'account.keepCodes' }),
      again: own,
    }),
    submit({
      path: '/account/totp/end',
      input: nothing,
      output: Changed,
      act: end,
      next: () => ({ ...back, notice: 'account.endTotp' }),
      again: own,
    }),
    step,
    submit({
      path: '/sign-in/code',
      input: codeTyped,
      output: shown.signedIn,
      act: signInWithCode,
      next: inside,
      again: step,
    }),
  ]
}
