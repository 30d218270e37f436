import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { nothing } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { inside } from '../session/routes.ts'
import { begin, confirm, end, keep, renew, signInWithCode } from './acts.ts'
import { codeTyped, confirmation } from './contract.ts'
import { findTotp } from './finds.ts'
import { CodePage, TotpPage } from './pages.tsx'

/** The authenticator app, and the second step of a sign-in that it serves. */
export function totpDoors(): Door<AskerAtDoor, Viewer>[] {
  const own = show({ path: '/account/totp', input: nothing, find: findTotp, page: TotpPage })
  const step = show({ path: '/sign-in/code', input: nothing, find: async (_viewer: Viewer) => ({}), page: CodePage })
  const back = { to: '/account/totp' }
  return [
    own,
    submit({ path: '/account/totp', input: nothing, act: begin, next: () => back, again: own }),
    submit({
      path: '/account/totp/confirmation',
      input: confirmation,
      act: confirm,
      next: () => ({ ...back, notice: 'account.confirmTotp' }),
      again: own,
    }),
    submit({ path: '/account/totp/codes', input: nothing, act: renew, next: () => back, again: own }),
    submit({
      path: '/account/totp/codes/kept',
      input: nothing,
      act: keep,
      next: () => ({ ...back, notice: 'account.keepCodes' }),
      again: own,
    }),
    submit({
      path: '/account/totp/end',
      input: nothing,
      act: end,
      next: () => ({ ...back, notice: 'account.endTotp' }),
      again: own,
    }),
    step,
    submit({ path: '/sign-in/code', input: codeTyped, act: signInWithCode, next: inside, again: step }),
  ]
}
