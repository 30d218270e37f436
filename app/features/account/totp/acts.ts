import { type Act, act } from '../../../access/act.ts'
import { asViewer, type Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import { readTicket, takeTicket } from '../auth/store.ts'
import { type AskerAtDoor, asSystem, ticketHeader, ticketIn, tries } from '../model.ts'
import { admit, freshSelf, oneself, type SignedIn, type StepTicket, tell } from '../session/acts.ts'
import { strengthen, weaken } from '../session/store.ts'
import { personOfAccount } from '../store.ts'
import { forgetTry, mayTry } from '../tries/store.ts'
import { typedCode } from './model.ts'
import {
  beginTotp,
  confirmTotp,
  deleteTotp,
  keepCodes,
  renewCodes,
  takeAppCode,
  takeRecoveryCode,
  totpOfAccount,
} from './store.ts'

const tooMany = () => refused('too-many-tries', { values: { minutes: tries.minutes } })
const wrong = () => refused('code-wrong', { field: 'code' })

/** Begins with an authenticator app. Problems: `sign-in-again`, `already-done` where one is in use. */
export const begin: Act<object, null> = act('account.beginTotp', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    const known = await totpOfAccount(viewer, self.value.accountId)
    if (known?.confirmed) return refused('already-done')
    await beginTotp(viewer, self.value.accountId)
    return done(null)
  },
})

/**
 * Switches the second step on, once a code has shown that the app works and the recovery codes are kept.
 * Problems: `code-wrong`, `sign-in-again`, `too-many-tries`, `not-found` where nothing was begun.
 */
export async function confirm(asker: AskerAtDoor, { code }: { code: string }): Promise<Outcome<null>> {
  const { as } = asker.identity
  const who = as.kind === 'account' ? { account: as.accountId } : {}
  if (!(await mayTry(asker, 'prove', who))) return tooMany()
  const outcome = await confirmed(asker, code)
  if (outcome.ok) await forgetTry(asker, 'prove', who)
  return outcome
}

const confirmed: Act<string, null> = act('account.confirmTotp', {
  noun: 'person',
  subject: oneself,
  run: async (viewer, text: string) => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    const { accountId } = self.value
    const begun = await totpOfAccount(viewer, accountId)
    if (!begun || begun.confirmed) return refused('not-found')
    const typed = typedCode(text)
    if (typed?.kind !== 'app' || !(await takeAppCode(viewer, accountId, typed.code))) return wrong()
    await confirmTotp(viewer, accountId)
    await keepCodes(viewer, accountId, begun.codes ?? [])
    await strengthen(viewer)
    await tell(viewer, 'totp-on')
    return done(null)
  },
})

/** Switches the second step off. Problems: `sign-in-again`, `not-found` where it was not on. */
export const end: Act<object, null> = act('account.endTotp', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    if (!(await deleteTotp(viewer, self.value.accountId))) return refused('not-found')
    await weaken(viewer)
    await tell(viewer, 'totp-off')
    return done(null)
  },
})

/** Makes new recovery codes; the old ones count until the new ones are kept. Problems: as `end`. */
export const renew: Act<object, null> = act('account.renewCodes', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    if (!(await totpOfAccount(viewer, self.value.accountId))?.confirmed) return refused('not-found')
    await renewCodes(viewer, self.value.accountId)
    return done(null)
  },
})

/** The recovery codes are written down: they are not shown again. Problem: `not-found` where none wait. */
export const keep: Act<object, null> = act('account.keepCodes', {
  noun: 'person',
  subject: oneself,
  run: async viewer => {
    const self = await freshSelf(viewer)
    if (!self.ok) return self
    const totp = await totpOfAccount(viewer, self.value.accountId)
    if (!totp?.confirmed || !totp.codes) return refused('not-found')
    await keepCodes(viewer, self.value.accountId, totp.codes)
    await tell(viewer, 'codes-new')
    return done(null)
  },
})

/**
 * The second step of a sign-in, with a code of the app or a recovery code. Problems: `step-gone` (too late, or in
 * another browser than the first), `code-wrong`, `too-many-tries`.
 */
export async function signInWithCode(asker: AskerAtDoor, { code }: { code: string }): Promise<Outcome<SignedIn>> {
  const { ground, identity, headers } = asker
  const secret = ticketIn(ground, headers, 'step')
  const ticket = secret && (await readTicket<StepTicket>(ground, 'step', secret))
  if (!ticket || ticket.networkId !== identity.network.id) return refused('step-gone')
  const who = { account: ticket.accountId }
  if (!(await mayTry(asker, 'prove', who))) return tooMany()
  const person = await asViewer(ground, asSystem(asker, 'sign-in').identity, 'write', async viewer => {
    const here = await personOfAccount(viewer, ticket.accountId)
    return here && (await takeCode(viewer, ticket.accountId, code)) ? here : null
  })
  if (!person) return wrong()
  if (!(await takeTicket(ground, 'step', secret))) return refused('step-gone')
  await forgetTry(asker, 'prove', who)
  const admitted = await admit(asker, { person, accountId: ticket.accountId, strong: true })
  if (admitted.ok) admitted.value.headers.append('set-cookie', ticketHeader(ground, 'step', null, 0))
  return admitted
}

async function takeCode(viewer: Viewer, accountId: string, text: string): Promise<boolean> {
  const typed = typedCode(text)
  if (!typed) return false
  if (typed.kind === 'app') return takeAppCode(viewer, accountId, typed.code)
  if (!(await takeRecoveryCode(viewer, accountId, typed.code))) return false
  await tell(viewer, 'code-used', accountId)
  return true
}
