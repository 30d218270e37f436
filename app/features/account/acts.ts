import { type Act, act } from '../../access/act.ts'
import { asViewer, type Identity, type NetworkAtDoor, type SystemName } from '../../access/viewer.ts'
import type { Ground } from '../../ground/ground.ts'
import { newId } from '../../ground/ids.ts'
import { queueMail } from '../../ground/outbox.ts'
import { done, type Outcome, Problem, refused } from '../../ground/problems.ts'
import { secretOf } from '../../ground/secret.ts'
import { isLanguage, type Language } from '../../texts/texts.ts'
import type { LanguageChoice, SetUp } from './contract.ts'
import { signInMail } from './mails.tsx'
import {
  type AskerAtDoor,
  accountAddress,
  emailOfAccount,
  isSetUpKey,
  languageCookie,
  languageCookieHeader,
  type NetworkSetUp,
  noNetwork,
  originOf,
  tries,
  triesKey,
} from './model.ts'
import { addressOfLink, beginSession, endSession, makeLink } from './session/store.ts'
import {
  countTries,
  insertFirstNetwork,
  type KnownPerson,
  personWithEmail,
  updateAccount,
  updateLanguage,
} from './store.ts'

/**
 * Asks for a sign-in link by mail. The answer, and nearly all of the work, is the same whether the address is known
 * or not, so that nobody learns who takes part. Problem: `too-many-tries`.
 */
export async function askForLink(asker: AskerAtDoor, { email }: { email: string }): Promise<Outcome<null>> {
  const { ground, identity } = asker
  if (!(await mayTry(asker, email))) return refused('too-many-tries', { values: { minutes: tries.minutes } })
  const secret = await makeLink(ground, accountAddress(identity.network, email))
  const outcome = await sendLink(as(asker, 'sign-in'), { email, secret })
  return outcome.ok || outcome.code === 'not-found' ? done(null) : outcome
}

async function mayTry({ ground, address }: AskerAtDoor, email: string): Promise<boolean> {
  const secret = secretOf(ground.settings)
  const limits = new Map<string, number>([[triesKey(secret, 'email', email.toLowerCase()), tries.perEmail]])
  if (address !== null) limits.set(triesKey(secret, 'address', address), tries.perAddress)
  const counts = await countTries(ground, [...limits.keys()], tries.minutes)
  return [...limits].every(([key, limit]) => (counts.get(key) ?? 0) <= limit)
}

type LinkToSend = { readonly email: string; readonly secret: string }

const sendLink = act('signIn.ask', {
  noun: 'person',
  subject: (viewer, { email }: LinkToSend) => personWithEmail(viewer, email),
  run: async (viewer, { secret }: LinkToSend, person: KnownPerson) => {
    const link = linkAddress(viewer.ground, secret)
    await queueMail(viewer, signInMail(person, { link, networkName: viewer.network.name }))
    return done(null)
  },
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
  return linkAddress(ground, await makeLink(ground, accountAddress(network, person.email)))
}

export type SignedIn = { readonly headers: Headers }

/**
 * Uses a sign-in link: a session begins, and at the first time the person becomes the account's. `headers` carry the
 * cookie. Problem: `sign-in-link-used` (or expired, or its address is no longer anybody's).
 */
export async function signIn(asker: AskerAtDoor, { token }: { token: string }): Promise<Outcome<SignedIn>> {
  const { ground, identity } = asker
  const system = as(asker, 'sign-in')
  const address = await addressOfLink(ground.db, ground.clock, token)
  const email = address && emailOfAccount(identity.network, address)
  const person = email && (await asViewer(ground, system.identity, 'read', viewer => personWithEmail(viewer, email)))
  if (!person) return refused('sign-in-link-used')
  const session = await beginSession(ground, token)
  if (!session) return refused('sign-in-link-used')
  if (person.accountId !== session.accountId) {
    const joined = await join(system, { email, accountId: session.accountId })
    if (!joined.ok) return refused('sign-in-link-used')
  }
  if (isLanguage(person.language) && !asker.headers.get('cookie')?.includes(`${languageCookie}=`))
    session.headers.append('set-cookie', languageHeader(ground, person.language))
  return done({ headers: session.headers })
}

const join = act('person.join', {
  noun: 'person',
  subject: (viewer, { email }: { email: string; accountId: string }) => personWithEmail(viewer, email),
  run: async (viewer, { accountId }, person: KnownPerson) => {
    await updateAccount(viewer, person.id, accountId)
    return done(null)
  },
})

/** Ends the session of this browser. Without one there is nothing to end, which is fine. */
export async function signOut({ ground, headers }: AskerAtDoor): Promise<Outcome<SignedIn>> {
  return done({ headers: await endSession(ground, headers) })
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
  const made = await setUpNetwork(as({ ...asker, identity: { ...asker.identity, network } }, 'setup'), input)
  if (!made.ok) return made
  return done({ path: `/sign-in/${await makeLink(ground, accountAddress(network, input.email))}` })
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
export async function chooseLanguage(asker: AskerAtDoor, { language }: LanguageChoice): Promise<Outcome<SignedIn>> {
  const { ground, identity } = asker
  if (!identity.network.languages.includes(language)) return refused('choice-invalid', { field: 'language' })
  if (identity.as.kind === 'account' || identity.as.kind === 'person') await keepLanguage(asker, language)
  return done({ headers: new Headers({ 'set-cookie': languageHeader(ground, language) }) })
}

const keepLanguage: Act<string, null> = act('person.chooseLanguage', {
  noun: 'person',
  subject: async ({ personId }) => (personId ? { id: personId, owners: [personId] } : null),
  run: async (viewer, language: string, { id }) => {
    await updateLanguage(viewer, id, language)
    return done(null)
  },
})

const languageHeader = (ground: Ground, language: Language): string =>
  languageCookieHeader(language, originOf(ground).startsWith('https:'))

const as = (asker: AskerAtDoor, name: SystemName): AskerAtDoor => ({
  ...asker,
  identity: { ...asker.identity, as: { kind: 'system', name } },
})
