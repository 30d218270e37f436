import { type Act, act } from '../../../access/act.ts'
import { openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Day, Id } from '../../../ground/schema.ts'
import { appendEvents } from '../history/store.ts'
import { type Answer, REPORTS_A_DAY } from '../model.ts'
import type { AnswerByLink, AnswerRecord } from './contract.ts'
import { type AnswerSource, isPromise, isSilence, mayBeAnswered } from './model.ts'
import { answersToday, type Demand, insertPromise, lockDemand, lockLinked } from './store.ts'

type Written = { readonly id: Id; readonly promisedId: Id | null }

/**
 * Writes down what an addressee said to a demand: on which day, who spoke in which office, in which words, and where
 * that can be found. What was promised is opened as a commitment of theirs. It moves nothing of the demand. Problems:
 * `choice-invalid` (a member owns it and reports instead), `day-invalid` (to come).
 */
export const recordAnswer = act('commitment.answer', {
  noun: 'commitment',
  subject: async (viewer, { id }: AnswerRecord) => {
    const demand = await lockDemand(viewer, id)
    return demand && { id, bodyId: demand.body_id, demand }
  },
  run: async (viewer, input, { demand }): Promise<Outcome<Written>> => {
    if (!mayBeAnswered(demand.owner)) return refused('choice-invalid', { field: 'answer' })
    if (input.givenOn > viewer.today) return refused('day-invalid', { field: 'givenOn' })
    return done(await written(viewer, demand, { ...input, from: {} }))
  },
})

/**
 * What an addressee says to a demand through a personal link, as the public: the link alone is his right. Problems:
 * `not-found`, `link-expired`, `link-revoked`, `too-many-tries`, `choice-invalid`.
 */
export const answerByLink: Act<AnswerByLink, { answer: Answer }> = (asker, input) =>
  answerAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const answerAsPublic = act('commitment.answerByLink', {
  noun: 'commitment',
  subject: async (viewer, { secret }: AnswerByLink) => {
    const link = await openLink(viewer, secret, 'commitment.report')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { id: link.value.subjectId, linked: true, link }
  },
  run: async (viewer, input, { link }): Promise<Outcome<{ answer: Answer }>> => {
    if (!link.ok) return link
    if ((await answersToday(viewer, link.value)) >= REPORTS_A_DAY) return refused('too-many-tries')
    const demand = await lockLinked(viewer, link.value)
    if (!demand || !mayBeAnswered(demand.owner)) return refused('choice-invalid', { field: 'answer' })
    const { id: link_id, personId: person_id } = link.value
    const told = { givenOn: viewer.today, source: 'link' as const, sourceWords: '', from: { link_id, person_id } }
    await written(viewer, demand, { ...input, ...told })
    return done({ answer: input.answer })
  },
})

type Said = Omit<AnswerByLink, 'secret'> & {
  readonly givenOn: Day
  readonly source: AnswerSource
  readonly sourceWords: string
  readonly from: { readonly link_id?: Id; readonly person_id?: Id | null }
}

async function written(viewer: Viewer, demand: Demand, said: Said): Promise<Written> {
  const { answer, givenOn, from } = said
  const silent = isSilence(answer)
  const promisedId = isPromise(answer)
    ? await insertPromise(viewer, demand, {
        ...{ wording: said.promise, dueOn: said.untilOn, dueWords: said.untilWords || null },
      })
    : null
  const of = { answer, sentence: said.sentence || null, given_on: givenOn, promised_id: promisedId, ...from }
  const spoken = silent
    ? {}
    : {
        ...{ speaker: said.speaker || null, speaker_office: said.speakerOffice || null, source: said.source },
        ...{ source_words: said.sourceWords || null },
        redirected_to: answer === 'redirected' ? said.redirectedTo : null,
      }
  await appendEvents(viewer, [{ commitmentId: demand.id, kind: 'answer', ...of, ...spoken }])
  return { id: demand.id, promisedId }
}
