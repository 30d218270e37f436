import { type Act, act } from '../../../access/act.ts'
import { createLink, mailboxOf, openLink, revokeLinksOf } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { queueMail } from '../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id } from '../../../ground/schema.ts'
import { originOf } from '../../../ground/settings.ts'
import { languageOf } from '../../../texts/texts.ts'
import { findBody } from '../../directory/finds.ts'
import { appendEvents, type NewEvent } from '../history/store.ts'
import { dueMark, dueOf, sameDue } from '../model.ts'
import { lockCommitment, type Subject, updateCommitment } from '../store.ts'
import type { ConditionAnswered, ConditionByLink, ConditionName } from './contract.ts'
import { conditionMail } from './mails.tsx'
import { binds, type ConditionAnswer, dueAfter, goesOut } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id; readonly commitmentId: Id }

/** So many questions may follow one another: then somebody decides. */
const MOST_ASKED = 50

/**
 * Says what a commitment hangs on, and who is asked from which day whether it came true. One that is watched already is
 * replaced. Problems: `already-done` (the commitment has ended), `day-invalid` (gone by), `choice-invalid` (nobody who
 * takes part), `too-many-tries`.
 */
export const nameCondition = act('condition.name', {
  noun: 'condition',
  subject: (viewer, { id }: ConditionName) => lockCommitment(viewer, id),
  run: async (viewer, { wording, askedId, askOn, days }, { id: commitmentId, state }): Promise<Outcome<Written>> => {
    if (!binds(state)) return refused('already-done')
    if (askOn < viewer.today) return refused('day-invalid', { field: 'askOn' })
    if (!(await store.canBeAsked(viewer, askedId))) return refused('choice-invalid', { field: 'askedId' })
    const before = await store.watchedOf(viewer, commitmentId)
    if (before) await ended(viewer, before, { state: 'replaced', sentence: null })
    const asked = { commitmentId, wording, days, askedId, askOn }
    const id = await store.insertCondition(viewer, asked, viewer.personId, MOST_ASKED)
    return id ? done({ id, commitmentId }) : refused('too-many-tries')
  },
  about: ({ id }) => id,
})

type Held = { readonly commitment: Subject; readonly condition: store.Condition }

async function held(viewer: Viewer, id: Id): Promise<Held | null> {
  const of = await store.commitmentOf(viewer, id)
  const commitment = of && (await lockCommitment(viewer, of))
  const condition = commitment && (await store.lockCondition(viewer, id))
  return condition ? { commitment, condition } : null
}

/**
 * Asks the named person by mail, with a personal link: asked again once nobody else holds it, so that of several
 * processes one writes. Whoever has no mailbox stands on the page as not written to. Problem: `already-done`.
 */
export const askCondition = act('condition.ask', {
  noun: 'condition',
  subject: async (viewer, { id }: { id: Id }) => {
    const found = await held(viewer, id)
    return found && { id, bodyId: found.commitment.bodyId, ...found }
  },
  run: async (viewer, _input, { id, commitment, condition }): Promise<Outcome<Written>> => {
    const { state, ask_on: askOn, asked_at } = condition
    if (!goesOut({ state, askOn, asked: asked_at !== null }, commitment.state, viewer.today))
      return refused('already-done')
    const mailed = await written(viewer, commitment, condition)
    await store.updateCondition(viewer, id, { asked_at: viewer.ground.clock.instant().toString(), mailed })
    return done({ id, commitmentId: commitment.id })
  },
})

async function written(viewer: Viewer, { bodyId }: Subject, condition: store.Condition): Promise<boolean> {
  const { id, asked_id: personId, wording } = condition
  const mailbox = personId && (await mailboxOf(viewer, personId))
  if (!mailbox) return false
  const { ground, network } = viewer
  const language = languageOf(mailbox.language, ...network.languages)
  const body = await findBody(viewer, bodyId)
  const link = await createLink(viewer, { purpose: 'condition.answer', subjectId: id, personId, addressee: null })
  const mail = conditionMail({
    ...{ language, networkName: network.name, bodyName: body?.name ?? network.name, name: mailbox.name, wording },
    ...{ timeZone: network.timeZone, expiresAt: link.expiresAt },
    href: `${originOf(ground)}/links/conditions/${link.secret}`,
  })
  await queueMail(viewer, { recipient: mailbox.email, language, ...mail })
  return true
}

/**
 * What the person who is asked says, or whoever leads the body in his place: it came true, not yet, or it never will. It
 * sets the due day that was agreed for this case, and asks again on the day that was named. Problems: `already-done`,
 * `day-invalid` (come true in days to come; asked again today or before).
 */
export const answerCondition = act('condition.answer', {
  noun: 'condition',
  subject: async (viewer, { id, condition: of }: ConditionAnswered) => {
    const found = await held(viewer, of)
    if (found?.commitment.id !== id) return null
    const { commitment, condition } = found
    return { id: of, bodyId: commitment.bodyId, owners: condition.asked_id ? [condition.asked_id] : [], ...found }
  },
  run: async (viewer, input, found): Promise<Outcome<Written>> => {
    const said = await answered(viewer, found, { ...input, from: {} })
    return said.ok ? done({ id: found.id, commitmentId: found.commitment.id }) : said
  },
  about: ({ id }) => id,
})

/**
 * The same through a personal link, as the public: the link alone is the right. Problems: as above, `not-found`,
 * `link-expired`, `link-revoked`.
 */
export const answerConditionByLink: Act<ConditionByLink, { answer: ConditionAnswer }> = (asker, input) =>
  answerAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const answerAsPublic = act('condition.answerByLink', {
  noun: 'condition',
  subject: async (viewer, { secret }: ConditionByLink) => {
    const link = await openLink(viewer, secret, 'condition.answer')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, input, { link }): Promise<Outcome<{ answer: ConditionAnswer }>> => {
    if (!link.ok) return link
    const found = await store.lockLinked(viewer, link.value)
    if (!found) return refused('not-found')
    const { id: link_id, personId: person_id } = link.value
    const said = await answered(viewer, found, { ...input, from: { link_id, person_id } })
    return said.ok ? done({ answer: input.answer }) : said
  },
})

type Said = Omit<ConditionByLink, 'secret'> & { readonly from: { link_id?: Id; person_id?: Id | null } }
type Found = { readonly commitment: store.Held; readonly condition: store.Condition }

async function answered(viewer: Viewer, { commitment, condition }: Found, said: Said): Promise<Outcome<object>> {
  const { answer, metOn, againOn, sentence, from } = said
  const { id, days, wording, asked_id: askedId, named_by } = condition
  if (condition.state !== 'watched' || !binds(commitment.state)) return refused('already-done')
  if (answer === 'met' && metOn! > viewer.today) return refused('day-invalid', { field: 'metOn' })
  if (answer === 'not_yet' && againOn! <= viewer.today) return refused('day-invalid', { field: 'againOn' })
  if (answer === 'not_yet' && condition.number >= MOST_ASKED) return refused('too-many-tries')
  const by = 'person_id' in from ? from.person_id : viewer.personId
  const end = { state: answer, sentence: sentence || null, met_on: answer === 'met' ? metOn : null }
  await ended(viewer, id, { ...end, answered_by: by ?? null })
  if (answer === 'met') await dated(viewer, commitment, dueAfter(metOn!, days), from)
  if (answer === 'not_yet') {
    const next = { commitmentId: commitment.id, wording, days, askedId, askOn: againOn! }
    await store.insertCondition(viewer, next, named_by, MOST_ASKED)
  }
  return done({})
}

/** From the day it came true the commitment has a due day, like by any other change of it. */
async function dated(viewer: Viewer, { id, dueOn, dueWords }: store.Held, day: string | null, from: Said['from']) {
  const [before, due] = [dueOf(dueOn, dueWords), dueOf(day, null)]
  if (day === null || sameDue(before, due)) return
  await updateCommitment(viewer, id, { due: { dueOn: day, dueWords: null } })
  const event: NewEvent = { commitmentId: id, kind: 'due', sentence: dueMark(due), ...from }
  await appendEvents(viewer, [event])
}

/** Ends a question. Whoever holds its link reads what came of it; of one that was replaced nothing more. */
async function ended(viewer: Viewer, id: Id, change: Parameters<typeof store.updateCondition>[2]): Promise<void> {
  const answered_at = viewer.ground.clock.instant().toString()
  await store.updateCondition(viewer, id, { answered_by: viewer.personId, answered_at, ...change })
  if (change.state === 'replaced') await revokeLinksOf(viewer, 'condition.answer', id)
}
