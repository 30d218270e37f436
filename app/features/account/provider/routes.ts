import type { Viewer } from '../../../access/viewer.ts'
import { type Door, show, submit } from '../../../ui/doors.tsx'
import { nothing, shown } from '../contract.ts'
import type { AskerAtDoor } from '../model.ts'
import { inside, signInForm } from '../session/routes.ts'
import { comeBack, leave } from './acts.ts'
import { AnswerShown, Left, providerAnswer, question, Way } from './contract.ts'
import { findAnswer, findWay } from './finds.ts'
import { AnswerPage, WayPage } from './pages.tsx'

/** Signing in at the operator's OpenID provider: away, and back. */
export function providerDoors(): Door<AskerAtDoor, Viewer>[] {
  return [
    submit({
      path: '/sign-in/provider/question',
      input: nothing,
      output: Left,
      act: leave,
      next: ({ question: asked, headers }) => ({ to: `/sign-in/provider/way?${new URLSearchParams(asked)}`, headers }),
      again: signInForm,
    }),
    show({ path: '/sign-in/provider/way', input: question, output: Way, find: findWay, page: WayPage }),
    show({ path: '/sign-in/provider', input: providerAnswer, output: AnswerShown, find: findAnswer, page: AnswerPage }),
    submit({
      path: '/sign-in/provider',
      input: providerAnswer,
      output: shown.signedIn,
      act: comeBack,
      next: inside,
      again: signInForm,
    }),
  ]
}
