import { type Act, act } from '../../../access/act.ts'
import { createLink, mailboxOf, openLink, revokeLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { newId } from '../../../ground/ids.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id, Report } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { type Language, languageOf } from '../../../texts/texts.ts'
import { appendEvents } from '../history/store.ts'
import { mayWriteAddress, type Owner, openStates, REPORTS_A_DAY } from '../model.ts'
import { lockCommitment } from '../store.ts'
import type { Ask, LinkReport, LinkRevoke } from './contract.ts'
import { askMail } from './mails.tsx'
import { insertPublication, linkToRevoke, peopleBehind, reportsToday, withdrawPublications } from './store.ts'

type Addressee = { personId: Id | null; email: string; language: Language; name: string | null }

/**
 * Asks the owner by personal link: the approved wording is kept as a publication, the link made and its mail queued,
 * all or nothing. Problems: `already-done` (it has ended, nobody is asked), `person-unknown` (not behind this owner, or
 * without an address), `choice-invalid` (an address where only persons are asked).
 */
export const askOwner = act('commitment.ask', {
  noun: 'commitment',
  subject: (viewer, { id }: Ask) => lockCommitment(viewer, id),
  run: async (viewer, input, commitment) => {
    if (!(openStates as readonly string[]).includes(commitment.state)) return refused('already-done')
    const addressee = await addresseeOf(viewer, input, commitment.owner)
    if (!addressee.ok) return addressee
    const { personId, email, language, name } = addressee.value
    const id = newId(viewer.ground.clock)
    await insertPublication(viewer, { id, commitmentId: commitment.id, wording: input.wording })
    const link = await createLink(viewer, {
      id,
      purpose: 'commitment.report',
      subjectId: commitment.id,
      personId,
      addressee: personId ? null : email,
    })
    const mail = askMail({
      language,
      networkName: viewer.network.name,
      timeZone: viewer.network.timeZone,
      name,
      wording: input.wording,
      dueOn: commitment.dueOn,
      expiresAt: link.expiresAt,
      href: `${originOf(viewer.ground)}/links/${link.secret}`,
    })
    await queueMail(viewer, { recipient: email, language, ...mail })
    await appendEvents(viewer, [{ commitmentId: commitment.id, kind: 'asked', link_id: id }])
    return done({ id: commitment.id, linkId: id })
  },
})

async function addresseeOf(viewer: Viewer, input: Ask, owner: Owner): Promise<Outcome<Addressee>> {
  const first = languageOf(...viewer.network.languages)
  if (input.to === 'address') {
    if (!mayWriteAddress(owner)) return refused('choice-invalid', { field: 'to' })
    return done({ personId: null, email: input.email, language: input.language ?? first, name: null })
  }
  const behind = await peopleBehind(viewer, owner)
  const mailbox = behind.includes(input.to) ? await mailboxOf(viewer, input.to) : null
  if (!mailbox) return refused('person-unknown', { field: 'to' })
  const language = languageOf(mailbox.language, first)
  return done({ personId: input.to, email: mailbox.email, language, name: mailbox.name })
}

/** Takes a link back and withdraws its wording. Problems: `already-done`. */
export const revokePersonalLink = act('personalLink.revoke', {
  noun: 'personal_link',
  subject: (viewer, { id, linkId }: LinkRevoke) => linkToRevoke(viewer, id, linkId),
  run: async (viewer, _input, { id }) => {
    if (!(await revokeLink(viewer, id))) return refused('already-done')
    await withdrawPublications(viewer, [id])
    return done({ id })
  },
})

/**
 * What an owner says through a personal link. Whoever presses acts as the public, even when he is signed in: the link
 * alone is his right, and reaches its own commitment only. Problems: `not-found`, `link-expired`, `link-revoked`,
 * `too-many-tries`.
 */
export const reportByLink: Act<LinkReport, { report: Report }> = (asker, input) =>
  reportAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const reportAsPublic = act('commitment.reportByLink', {
  noun: 'commitment',
  subject: async (viewer, { secret }: LinkReport) => {
    const link = await openLink(viewer, secret, 'commitment.report')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, { report, sentence }, { link }): Promise<Outcome<{ report: Report }>> => {
    if (!link.ok) return link
    if ((await reportsToday(viewer, link.value)) >= REPORTS_A_DAY) return refused('too-many-tries')
    const { id, subjectId, personId } = link.value
    const event = { commitmentId: subjectId, report, sentence: sentence || null, person_id: personId, link_id: id }
    await appendEvents(viewer, [{ ...event, kind: 'report' }])
    return done({ report })
  },
})
