import { type Act, act } from '../../access/act.ts'
import { asViewer, type Identity, type NetworkAtDoor, type Viewer } from '../../access/viewer.ts'
import type { Ground } from '../../ground/ground.ts'
import { newId } from '../../ground/ids.ts'
import { queueMail } from '../../ground/outbox.ts'
import { done, type Outcome, Problem, refused } from '../../ground/problems.ts'
import { secretOf } from '../../ground/secret.ts'
import { originOf } from '../../ground/settings.ts'
import { accountFor, emailOfLink, endSession, makeLink, takeLink } from './auth/store.ts'
import type { LanguageChoice, SetUp } from './contract.ts'
import { signInMail } from './mails.tsx'
import {
  type AskerAtDoor,
  accountAddress,
  asSystem,
  isSetUpKey,
  languageCookieHeader,
  type NetworkSetUp,
  noNetwork,
  PRINTED_LINK_MINUTES,
  tries,
} from './model.ts'
import { admit, type SignedIn } from './session/acts.ts'
import { deleteMail, insertFirstNetwork, type KnownPerson, personWithEmail, updateLanguage } from './store.ts'
import { forgetTry, mayTry } from './tries/store.ts'

/**
 * Asks for a sign-in link by mail. Answer and work are the same whether the address is known or not, so that nobody
 * learns who takes part. Problem: `too-many-tries`.
 */
export async function askForLink(asker: AskerAtDoor, { email }: { email: string }): Promise<Outcome<null>> {
  const { ground, identity } = asker
  if (!(await mayTry(asker, 'ask', { email }))) return refused('too-many-tries', { values: { minutes: tries.minutes } })
  const secret = await makeLink(ground, identity.network, email)
  const system = asSystem(asker, 'sign-in')
  const known = await asViewer(ground, system.identity, 'read', viewer => personWithEmail(viewer, email))
  if (known) return sendLink(system, { email, secret })
  return asViewer(ground, system.identity, 'write', viewer => sendNowhere(viewer, { email, secret }))
}

/** Whether somebody may have a mail sent to an address at another door that is open to everybody: counted as one. */
export const mayAskForMail = (asker: AskerAtDoor, email: string): Promise<boolean> => mayTry(asker, 'ask', { email })

type LinkToSend = { readonly email: string; readonly secret: string }

const sendLink = act('signIn.ask', {
  noun: 'person',
  subject: (viewer, { email }: LinkToSend) => personWithEmail(viewer, email),
  run: async (viewer, { secret }: LinkToSend, person: KnownPerson) => {
    const link = linkAddress(viewer.ground, secret)
    await queueMail(viewer, signInMail(person, mailed(viewer, link)))
    return done(null)
  },
})

/** The same work as for somebody known, step by step: a mail is written, and taken away before anybody could see it. */
async function sendNowhere(viewer: Viewer, { email, secret }: LinkToSend): Promise<Outcome<null>> {
  await personWithEmail(viewer, email)
  const nobody = { name: email, email, language: viewer.language }
  const link = linkAddress(viewer.ground, secret)
  await deleteMail(viewer, await queueMail(viewer, signInMail(nobody, mailed(viewer, link))))
  return done(null)
}

const mailed = ({ network, ground }: Viewer, link: string) => ({
  ...{ link, networkName: network.name, minutes: ground.settings.linkMinutes },
})

const linkAddress = (ground: Ground, secret: string): string => `${originOf(ground)}/sign-in/${secret}`

/**
 * A sign-in link to print instead of mailing it: for the demo's coordinator, a first run, an operator without mail.
 * Problem (thrown): `person-unknown` when nobody of the network has this address.
 */
export async function oneTimeLink(ground: Ground, network: NetworkAtDoor, email: string): Promise<string> {
  const identity: Identity = { network, language: 'de', as: { kind: 'system', name: 'sign-in' } }
  const person = await asViewer(ground, identity, 'read', viewer => personWithEmail(viewer, email))
  if (!person) throw new Problem('person-unknown')
  return linkAddress(ground, await makeLink(ground, network, person.email, PRINTED_LINK_MINUTES))
}

/**
 * Uses a sign-in link, see `admit`. Problems: `sign-in-link-used` (or expired, or its address is no longer
 * anybody's), `too-many-tries`.
 */
export async function signIn(asker: AskerAtDoor, { token }: { token: string }): Promise<Outcome<SignedIn>> {
  const { ground, identity } = asker
  if (!(await mayTry(asker, 'prove'))) return refused('too-many-tries', { values: { minutes: tries.minutes } })
  const person = await asViewer(ground, asSystem(asker, 'sign-in').identity, 'read', async viewer => {
    const email = await emailOfLink(viewer, token)
    return email ? personWithEmail(viewer, email) : null
  })
  if (!person || !(await takeLink(ground, token))) return refused('sign-in-link-used')
  await forgetTry(asker, 'prove')
  return admit(asker, {
    person,
    accountId: await accountFor(ground, accountAddress(identity.network, person.email)),
    strong: false,
  })
}

/**
 * Ends the session of this browser, which is told to forget what it kept (OWASP ASVS 5.0, 14.3.1). Without one there is
 * nothing to end, which is fine.
 */
export async function signOut({ ground, headers }: AskerAtDoor): Promise<Outcome<{ headers: Headers }>> {
  const ended = await endSession(ground, headers)
  // Not "cookies": the language chosen stays.
  ended.set('clear-site-data', '"cache", "storage"')
  return done({ headers: ended })
}

/**
 * First run: makes the network and, by a reaction, its coordination. Gives the path of a sign-in link for the
 * coordinator. Problems: `not-found` when a network exists or the key is wrong.
 */
export async function setUp(asker: AskerAtDoor, input: SetUp): Promise<Outcome<{ path: string }>> {
  const { ground } = asker
  if (!isSetUpKey(secretOf(ground.settings), input.key)) return refused('not-found')
  const { name, languages } = input
  const network = { ...noNetwork, id: newId(ground.clock), name, languages }
  const made = await setUpNetwork(asSystem({ ...asker, identity: { ...asker.identity, network } }, 'setup'), input)
  if (!made.ok) return made
  return done({ path: `/sign-in/${await makeLink(ground, network, input.email, PRINTED_LINK_MINUTES)}` })
}

const setUpNetwork = act('network.setUp', {
  noun: 'network',
  subject: async () => ({}),
  about: ({ networkId }: NetworkSetUp) => networkId,
  run: async (viewer, input: SetUp): Promise<Outcome<NetworkSetUp>> => {
    if (!(await insertFirstNetwork(viewer, input))) return refused('not-found')
    const { coordinator: name, email, languages } = input
    return done({ networkId: viewer.network.id, coordinator: { name, email, language: languages[0]! } })
  },
})

/**
 * Chooses the language of the pages: a cookie for this browser, and for a person the language of their mails too.
 * Problem: `choice-invalid` for a language that the network does not offer.
 */
export async function chooseLanguage(
  asker: AskerAtDoor,
  { language }: LanguageChoice,
): Promise<Outcome<{ headers: Headers }>> {
  const { ground, identity } = asker
  if (!identity.network.languages.includes(language)) return refused('choice-invalid', { field: 'language' })
  if (identity.as.kind === 'account' || identity.as.kind === 'person') await keepLanguage(asker, language)
  return done({ headers: new Headers({ 'set-cookie': languageCookieHeader(ground, language) }) })
}

const keepLanguage: Act<string, null> = act('person.chooseLanguage', {
  noun: 'person',
  subject: async ({ personId }) => (personId ? { id: personId, owners: [personId] } : null),
  run: async (viewer, language: string, { id }) => {
    await updateLanguage(viewer, id, language)
    return done(null)
  },
})
