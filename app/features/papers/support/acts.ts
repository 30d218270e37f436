import { type Act, act } from '../../../access/act.ts'
import { createLink, openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { isMailAddress, queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { type Language, languageOf, texts } from '../../../texts/texts.ts'
import { mayAskForMail } from '../../account/acts.ts'
import type { AskerAtDoor } from '../../account/model.ts'
import { lockPaper, papersOf, versionsOf } from '../store.ts'
import type { SignatureAsk, SignatureGive, SigningInvite, SigningOpen } from './contract.ts'
import { signMail } from './mails.tsx'
import { addressesIn, LINK_DAYS_AFTER, LONGEST_ADDRESS, MOST_ADDRESSES, standingOf } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id }
type Opened = Written & { readonly signingId: Id }
const paperOf = (viewer: Viewer, { id }: { id: Id }) => lockPaper(viewer, id)

/**
 * Puts a paper before people outside, to be signed until a day (of the network): its title, its newest wording, whose it
 * is and a sentence. What was open before is replaced. Problems: `day-invalid` (it is past), `moved-meanwhile` (there is a
 * newer wording than the one that was read).
 */
export const openSigning = act('signing.open', {
  noun: 'signing',
  subject: paperOf,
  run: async (viewer, { version, untilDay, sentence, common }: SigningOpen, { id }): Promise<Outcome<Opened>> => {
    if (untilDay < viewer.today) return refused('day-invalid', { field: 'untilDay' })
    if ((await versionsOf(viewer, id)).at(-1)!.number !== version) return refused('moved-meanwhile')
    return done({
      id,
      signingId: await store.insertSigning(viewer, id, { version, until: untilDay, sentence, common }),
    })
  },
  about: ({ signingId }) => signingId,
})

/** Ends the signing of a paper before its day. Problem: `already-done`. */
export const closeSigning = act('signing.close', {
  noun: 'signing',
  subject: paperOf,
  run: async (viewer, _input: { id: Id }, { id }): Promise<Outcome<Opened>> => {
    const signing = await store.latestSigning(viewer, id)
    if (!signing || standingOf(signing, viewer.today) !== 'open') return refused('already-done')
    await store.closeSigning(viewer, id)
    return done({ id, signingId: signing.id })
  },
  about: ({ signingId }) => signingId,
})

type Invitation = Opened & { readonly sent: number; readonly before: number }

/**
 * Asks people and organisations outside to sign, each by a link of its own. Who was asked before is not asked again.
 * Problems: `signing-over` {day} (it is not open), `input-too-long` (too many addresses), `emails-invalid` {addresses}.
 */
export const inviteSupporters = act('signing.invite', {
  noun: 'signing',
  subject: paperOf,
  run: async (viewer, input: SigningInvite, { id }): Promise<Outcome<Invitation>> => {
    const signing = await store.latestSigning(viewer, id)
    if (!signing) return refused('not-found')
    if (standingOf(signing, viewer.today) !== 'open') return over(signing.until)
    const addresses = addressesIn(input.addresses)
    if (addresses.length > MOST_ADDRESSES) return refused('input-too-long', { field: 'addresses' })
    const wrong = addresses.filter(address => address.length > LONGEST_ADDRESS || !isMailAddress(address))
    if (wrong.length > 0 || addresses.length === 0)
      return refused('emails-invalid', { field: 'addresses', values: { addresses: wrong.slice(0, 5).join(', ') } })
    const [paper] = await papersOf(viewer, { id })
    const known = await store.knownAddresses(viewer, id, addresses)
    const language = languageOf(input.language ?? viewer.network.languages[0] ?? 'de')
    const asked = addresses.filter(address => !known.has(address))
    for (const email of asked) {
      const signatureId = await store.insertSignature(viewer, id)
      const told = { name: paper!.name, body: paper!.bodyName, sentence: signing.sentence, until: signing.until }
      await writeTo(viewer, { email, language, signatureId, ...told })
    }
    return done({ id, signingId: signing.id, sent: asked.length, before: addresses.length - asked.length })
  },
  about: ({ signingId }) => signingId,
})

type Letter = {
  readonly email: string
  readonly language: Language
  readonly signatureId: Id
  readonly name: string
  readonly body: string
  readonly sentence: string
  readonly until: Day
}

async function writeTo(viewer: Viewer, { email, language, signatureId, ...told }: Letter): Promise<void> {
  const link = await createLink(viewer, {
    ...{ purpose: 'paper.sign', subjectId: signatureId, personId: null, addressee: email },
    until: { day: told.until, daysAfter: LINK_DAYS_AFTER },
  })
  const href = `${originOf(viewer.ground)}/links/papers/${link.secret}`
  const mail = signMail({ language, networkName: viewer.network.name, ...told, href })
  await queueMail(viewer, { recipient: email, language, ...mail })
}

/**
 * Whoever opened the address that is passed on has a personal link sent to a mailbox: only through that is anything
 * signed, so that nobody signs with another's address. Answer and work are the same whether the address was asked or has
 * signed before. Problems: `too-many-tries`, `not-found`, `signing-over` {day}.
 */
export async function askForSignature(asker: AskerAtDoor, input: SignatureAsk): Promise<Outcome<object>> {
  if (!(await mayAskForMail(asker, input.email))) return refused('too-many-tries')
  return askAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)
}

const askAsPublic = act('signature.askByAddress', {
  noun: 'signing',
  subject: async (viewer, { key }: SignatureAsk) => {
    const row = await store.behindAddress(viewer, key)
    return row && { linked: true, row }
  },
  run: async (viewer, input, { row }): Promise<Outcome<object>> => {
    if (standingOf(row, viewer.today) !== 'open') return over(row.until)
    const email = input.email.toLowerCase()
    const known = await store.knownAddresses(viewer, row.paperId, [email])
    const signatureId = known.get(email) ?? (await store.insertSignature(viewer, row.paperId))
    const told = { name: row.paperName, body: row.bodyName, sentence: row.sentence, until: row.until }
    await writeTo(viewer, { email, language: languageOf(viewer.language), signatureId, ...told })
    return done({})
  },
  about: (_value, { row }) => row.signingId,
})

/**
 * Signs a paper through a personal link, or changes what was said: whoever presses acts as the public. Problems:
 * `not-found`, `link-expired`, `link-revoked`, `signing-over` {day}, `moved-meanwhile` (another wording is shown now).
 */
export const signByLink: Act<SignatureGive, Written> = (asker, input) =>
  signAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const signAsPublic = act('signature.giveByLink', {
  noun: 'signature',
  subject: (viewer, { secret }: SignatureGive) => behind(viewer, secret),
  run: async (viewer, { version, name, affiliation, named }, found): Promise<Outcome<Written>> => {
    if (!found.link.ok) return found.link
    const row = await store.behindLink(viewer, found.link.value)
    if (!row) return refused('not-found')
    if (standingOf(row, viewer.today) !== 'open') return over(row.until)
    if (row.shown !== version) return refused('moved-meanwhile')
    const consent = named ? texts(languageOf(viewer.language))('papers.support.named') : null
    await store.giveSignature(viewer, row.id, version, { name, affiliation: affiliation || null, consent })
    return done({ id: row.id })
  },
  about: ({ id }) => id,
})

/** Takes a signature back through its link. Problems: as above, `already-done` (nothing is signed). */
export const withdrawByLink: Act<{ secret: string }, Written> = (asker, input) =>
  withdrawAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const withdrawAsPublic = act('signature.withdrawByLink', {
  noun: 'signature',
  subject: (viewer, { secret }: { secret: string }) => behind(viewer, secret),
  run: async (viewer, _input, found): Promise<Outcome<Written>> => {
    if (!found.link.ok) return found.link
    const row = await store.behindLink(viewer, found.link.value)
    if (!row) return refused('not-found')
    if (standingOf(row, viewer.today) !== 'open') return over(row.until)
    if (row.signedAt === null) return refused('already-done')
    await store.withdrawSignature(viewer, row.id)
    return done({ id: row.id })
  },
  about: ({ id }) => id,
})

async function behind(viewer: Viewer, secret: string) {
  const link = await openLink(viewer, secret, 'paper.sign')
  if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
  await store.lockSignature(viewer, link.value)
  return { linked: true, link }
}

/** A day as the sentence of a problem says it, in every language. */
const over = (until: Day): Outcome<never> =>
  refused('signing-over', { values: { day: until.split('-').toReversed().join('.') } })
