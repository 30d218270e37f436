import { Temporal } from 'temporal-polyfill'
import { type Act, act } from '../../access/act.ts'
import { createLink, openLink } from '../../access/link.ts'
import { queueMail } from '../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import { originOf } from '../../ground/settings.ts'
import { languageOf } from '../../texts/texts.ts'
import type { Proposal, Statement, Withdrawal } from './contract.ts'
import { isTold, preparedOf } from './finds.ts'
import { seeMail } from './mails.tsx'
import { MOST_STATEMENTS, ownFacts, STATEMENT_DAYS } from './model.ts'
import { findDemand } from './preparing/store.ts'
import * as store from './store.ts'

/**
 * Shows an entry of the public account to its authority, by link, before anybody else reads it; what the table itself
 * was asked can be published at once. Problems: `choice-invalid` (nobody owns it, or it is told with another),
 * `not-approved` (nobody has read the preview yet), `moved-meanwhile` (something was said since it was read),
 * `already-done` (one waits already), `day-invalid` (asked in the days to come), `email-invalid`.
 */
export const proposeEntry = act('accountEntry.propose', {
  noun: 'account_entry',
  subject: (viewer, { id }: Proposal) => findDemand(viewer, id),
  run: async (viewer, input, demand): Promise<Outcome<{ id: Id }>> => {
    if (!isTold(demand)) return refused('choice-invalid')
    const shown = demand.side === 'authority'
    if (shown && !input.email) return refused('email-invalid', { field: 'email' })
    if (input.askedOn > viewer.today) return refused('day-invalid', { field: 'askedOn' })
    if (await store.waitingOf(viewer, demand.id)) return refused('already-done')
    if (!input.approved) return refused('not-approved', { field: 'approved' })
    const publicFrom = Temporal.PlainDate.from(viewer.today)
      .add({ days: shown ? input.days : 0 })
      .toString()
    const { wording, askedOn } = input
    const prepared = await preparedOf(viewer, demand)
    if (input.seen !== prepared.mark) return refused('moved-meanwhile', { field: 'approved' })
    const facts = shown ? {} : ownFacts(demand, askedOn)
    const id = await store.insertEntry(viewer, { ...prepared, ...facts, demand, wording, askedOn, publicFrom })
    if (!shown) return done({ id })
    const link = await createLink(viewer, {
      ...{ id, purpose: 'account.state', subjectId: demand.id, personId: null, addressee: input.email },
      until: { day: viewer.today, daysAfter: STATEMENT_DAYS },
    })
    const language = languageOf(input.language ?? viewer.network.languages[0] ?? 'de')
    const href = `${originOf(viewer.ground)}/links/accountability/${link.secret}`
    const mail = seeMail({ language, networkName: viewer.network.name, wording, publicFrom, href })
    await queueMail(viewer, { recipient: input.email, language, ...mail })
    return done({ id })
  },
  about: ({ id }) => id,
})

/** Publishes an entry as its authority saw it, in the place of the one before. Problems: `already-done`, `day-invalid` (it waits still). */
export const publishEntry = act('accountEntry.publish', {
  noun: 'account_entry',
  subject: (viewer, { id }: { id: Id }) => store.lockEntry(viewer, id),
  run: async (viewer, _input, entry): Promise<Outcome<{ id: Id }>> => {
    if (entry.publishedAt !== null || entry.withdrawnAt !== null) return refused('already-done')
    if (viewer.today < entry.publicFrom) return refused('day-invalid')
    await store.publish(viewer, entry)
    return done({ id: entry.id })
  },
})

/** Takes an entry back at once, waiting or public, with a reason that its authority reads. Problem: `already-done`. */
export const withdrawEntry = act('accountEntry.withdraw', {
  noun: 'account_entry',
  subject: (viewer, { id }: Withdrawal) => store.lockEntry(viewer, id),
  run: async (viewer, { reason }, { id, withdrawnAt }): Promise<Outcome<{ id: Id }>> => {
    if (withdrawnAt !== null) return refused('already-done')
    await store.withdraw(viewer, id, reason)
    return done({ id })
  },
})

/**
 * What an authority says beside its entry, as the public: the link alone is its right. The last word holds. Problems:
 * `not-found`, `link-expired`, `link-revoked`, `already-done` (withdrawn), `too-many-tries`.
 */
export const stateByLink: Act<Statement, { id: Id }> = (asker, input) =>
  stateAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const stateAsPublic = act('accountEntry.stateByLink', {
  noun: 'account_entry',
  subject: async (viewer, { secret }: Statement) => {
    const link = await openLink(viewer, secret, 'account.state')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.id, linked: true, link }
  },
  run: async (viewer, { content }, { link }): Promise<Outcome<{ id: Id }>> => {
    if (!link.ok) return link
    const entry = await store.linkedEntry(viewer, link.value)
    if (!entry || entry.withdrawnAt !== null) return refused('already-done')
    if ((await store.statementsBy(viewer, link.value)) >= MOST_STATEMENTS) return refused('too-many-tries')
    await store.insertStatement(viewer, entry.id, content)
    return done({ id: entry.id })
  },
})
