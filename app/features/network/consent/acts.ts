import { type Act, act } from '../../../access/act.ts'
import { createLink, mailboxOf, openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { ConsentChannel } from '../../../ground/schema/network.ts'
import type { Id } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { type Language, languageOf, texts } from '../../../texts/texts.ts'
import type { ConsentRecord, ConsentSay, ConsentSayByLink } from './contract.ts'
import { consentMail } from './mails.tsx'
import { type Said, standingOf } from './model.ts'
import { appendSaid, selectPersonName, selectSaid, selectSaidByLink } from './store.ts'

/** Gives a consent or takes it back, for oneself. Problem: `already-done` where that was said last. */
export const sayConsent = act('consent.say', {
  noun: 'consent',
  subject: async ({ personId }) => (personId ? { id: personId, owners: [personId] } : null),
  run: async (viewer, input: ConsentSay, { id }) =>
    append(viewer, { ...input, personId: id, channel: 'self', note: null }, await selectSaid(viewer, id)),
})

/** Writes down what somebody said on paper or aloud. Problem: `already-done` where that was said last. */
export const recordConsent = act('consent.record', {
  noun: 'consent',
  subject: async (viewer, { id }: ConsentRecord) => ((await selectPersonName(viewer, id)) === null ? null : { id }),
  run: async (viewer, { purpose, kind, note }: ConsentRecord, { id }) =>
    append(viewer, { purpose, kind, personId: id, channel: 'recorded', note }, await selectSaid(viewer, id)),
})

/** The same through a personal link, for people without an account. Problems: `link-expired`, `link-revoked`, `already-done`. */
export const sayConsentByLink: Act<ConsentSayByLink, null> = (asker, input) =>
  sayAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const sayAsPublic = act('consent.sayByLink', {
  noun: 'consent',
  subject: async (viewer, { secret }: ConsentSayByLink) => {
    const link = await openLink(viewer, secret, 'consent.give')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, { purpose, kind }, { link }): Promise<Outcome<null>> => {
    if (!link.ok) return link
    const before = await selectSaidByLink(viewer, link.value)
    return append(viewer, { purpose, kind, personId: link.value.subjectId, channel: 'link', note: null }, before)
  },
})

type Word = ConsentSay & { readonly personId: Id; readonly channel: ConsentChannel; readonly note: string | null }

/** Keeps the sentence as it stood on the page, in the language in which it was read. */
async function append(viewer: Viewer, word: Word, before: readonly Said[]): Promise<Outcome<null>> {
  const given = standingOf(before).find(({ purpose }) => purpose === word.purpose)?.given ?? false
  if (given === (word.kind === 'given')) return refused('already-done')
  const language: Language = languageOf(viewer.language)
  const wording = texts(language)(`consent.wording.${word.purpose}`, { network: viewer.network.name })
  return (await appendSaid(viewer, { ...word, wording, language }, before)) ? done(null) : refused('moved-meanwhile')
}

/** Sends a link by which a person says what they agree to. Problem: `person-unknown` where nobody can be written to. */
export const askConsent = act('consent.ask', {
  noun: 'person',
  subject: async (viewer, { id }: { id: Id }) => ((await selectPersonName(viewer, id)) === null ? null : { id }),
  run: async (viewer, _input, { id }) => {
    const mailbox = await mailboxOf(viewer, id)
    if (!mailbox) return refused('person-unknown')
    const link = await createLink(viewer, { purpose: 'consent.give', subjectId: id, personId: id, addressee: null })
    const language = languageOf(mailbox.language)
    const mail = consentMail({
      ...{ language, name: mailbox.name, networkName: viewer.network.name, timeZone: viewer.network.timeZone },
      expiresAt: link.expiresAt,
      href: `${originOf(viewer.ground)}/links/consent/${link.secret}`,
    })
    await queueMail(viewer, { recipient: mailbox.email, language, ...mail })
    return done({ id })
  },
})
