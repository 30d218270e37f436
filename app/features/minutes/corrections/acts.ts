import { type Act, act } from '../../../access/act.ts'
import { openLink } from '../../../access/link.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { done, type Outcome, refused } from '../../../ground/problems.ts'
import type { Id, MinutesState } from '../../../ground/schema.ts'
import type {
  CirculationBegin,
  CorrectionAnswering,
  CorrectionPropose,
  CorrectionProposeByLink,
  CorrectionRecord,
} from './contract.ts'
import { behindLink, linesOf } from './finds.ts'
import { recipientsOf, writeAnswer, writeRound } from './letter/acts.ts'
import { type Circulation, isRound, markOf, PROPOSALS_A_DAY, placeOf } from './model.ts'
import * as store from './store.ts'

/**
 * Sends minutes round for corrections until a day (of the network): to those who were there and those with a seat, one
 * mail each. Problems: `minutes-approved`, `already-done` (they go round), `day-invalid` (it is past).
 */
export const beginCirculation = act('circulation.begin', {
  noun: 'circulation',
  subject: (viewer, { id }: CirculationBegin) => store.lockMinutes(viewer, id),
  run: async (viewer, { untilDay }, { id, state, meetingId, bodyId }): Promise<Outcome<Begun>> => {
    if (state === 'approved') return refused('minutes-approved')
    if (untilDay < viewer.today) return refused('day-invalid', { field: 'untilDay' })
    const before = await store.latestCirculation(viewer, id)
    if (isRound(state, before, viewer.today)) return refused('already-done')
    const circulationId = await store.insertCirculation(viewer, id, untilDay)
    const people = await recipientsOf(viewer, meetingId, bodyId)
    const sent = await writeRound(viewer, { circulationId, minutesId: id, meetingId, untilDay }, people)
    return done({ id, sent, circulationId })
  },
  about: ({ circulationId }) => circulationId,
})
type Begun = { readonly id: Id; readonly sent: number; readonly circulationId: Id }

/** Proposes a correction, signed in. Problems: see `propose`. */
export const proposeCorrection = act('correction.propose', {
  noun: 'correction',
  subject: async (viewer, { id }: CorrectionPropose) => {
    const circulation = await store.latestCirculation(viewer, id)
    const minutes = await store.lockMinutes(viewer, id)
    if (!minutes) return null
    const asked = circulation !== null && (await store.isAsked(viewer, circulation.id))
    return { id, owners: asked && viewer.personId ? [viewer.personId] : [], minutes, circulation }
  },
  run: async (viewer, input, { minutes, circulation }): Promise<Outcome<Proposed>> => {
    if (!circulation || !viewer.personId) return refused('not-found')
    const lines = await linesOf(viewer, minutes.id, minutes.meetingId)
    const place = { lines, whole: true, personId: viewer.personId, channel: 'account' } as const
    return propose(viewer, input, { ...place, minutesId: minutes.id, state: minutes.state, circulation })
  },
  about: ({ id }) => id,
})

/** The same through a personal link: whoever presses acts as the public. Problems: as above, `link-expired`, `link-revoked`. */
export const proposeByLink: Act<CorrectionProposeByLink, Proposed> = (asker, input) =>
  proposeAsPublic({ ...asker, identity: { ...asker.identity, as: { kind: 'public' } } }, input)

const proposeAsPublic = act('correction.proposeByLink', {
  noun: 'correction',
  subject: async (viewer, { secret }: CorrectionProposeByLink) => {
    const link = await openLink(viewer, secret, 'minutes.correct')
    if (!link.ok) return link.code === 'not-found' ? null : { linked: true, link }
    return { linked: true, link }
  },
  run: async (viewer, input, { link }): Promise<Outcome<Proposed>> => {
    if (!link.ok) return link
    const behind = await behindLink(viewer, link.value)
    if (!behind) return refused('not-found')
    const { sent, lines, whole } = behind
    const { minutesId, personId } = sent
    const state = await store.lockStateOf(viewer, minutesId)
    return propose(viewer, input, { lines, whole, personId, channel: 'link', minutesId, state, circulation: sent })
  },
  about: ({ id }) => id,
})

type Proposed = { readonly id: Id; readonly minutesId: Id }
type Proposing = {
  readonly lines: Awaited<ReturnType<typeof linesOf>>
  /** Sees the minutes, not single items alone. */
  readonly whole: boolean
  readonly personId: Id
  readonly channel: 'link' | 'account'
  readonly minutesId: Id
  readonly state: MinutesState
  readonly circulation: Circulation
}
type Words = { readonly at: string; readonly wording: string; readonly reason: string }

/**
 * Problems: `minutes-approved`, `corrections-over` {day} (the last day is past), `not-found` (a place that is not there
 * for him), `choice-invalid` (nothing chosen by somebody who sees single items), `too-many-tries`.
 */
async function propose(viewer: Viewer, { at, wording, reason }: Words, by: Proposing): Promise<Outcome<Proposed>> {
  const { lines, whole, personId, channel, minutesId, state, circulation } = by
  if (state === 'approved') return refused('minutes-approved')
  if (!isRound(state, circulation, viewer.today))
    return refused('corrections-over', { values: { day: dayIn(circulation.until) } })
  const place = placeOf(at)
  if (markOf(place) === '' && !whole) return refused('choice-invalid', { field: 'at' })
  if (markOf(place) !== '' && !lines.some(line => line.at === at)) return refused('not-found')
  if ((await store.proposedToday(viewer, personId)) >= PROPOSALS_A_DAY) return refused('too-many-tries')
  const said = { minutesId, circulationId: circulation.id, wording, reason: reason || null, personId, channel }
  return done({ id: await store.insertCorrection(viewer, { ...place, ...said }), minutesId })
}

/** A day as the sentence of a problem says it, in every language. */
const dayIn = (day: string): string => day.split('-').toReversed().join('.')

/**
 * Accepts or declines a proposal with a word, which reaches whoever made it. Problems: `already-done`,
 * `minutes-approved`.
 */
export const answerCorrection = act('correction.answer', {
  noun: 'correction',
  subject: async (viewer, { id, correction: of }: CorrectionAnswering) => {
    const minutes = await store.lockMinutes(viewer, id)
    const correction = minutes && (await store.lockCorrection(viewer, of))
    return correction?.minutesId === id ? { id: of, bodyId: minutes!.bodyId, correction, minutes: minutes! } : null
  },
  run: async (viewer, { answer, word }, { id, correction, minutes }): Promise<Outcome<Proposed>> => {
    if (minutes.state === 'approved') return refused('minutes-approved')
    if (correction.answer !== null) return refused('already-done')
    await store.answerCorrection(viewer, id, answer, word)
    if (correction.personId)
      await writeAnswer(viewer, correction.personId, { id, answer, word, meetingId: minutes.meetingId })
    return done({ id, minutesId: minutes.id })
  },
})

/**
 * Records what is corrected after the minutes were approved: they stay as they are, and it stands beside them. Problems:
 * `minutes-not-approved` (then corrections are proposed while they go round), `not-found` (a place that is not there).
 */
export const recordCorrection = act('correction.record', {
  noun: 'correction',
  subject: (viewer, { id }: CorrectionRecord) => store.lockMinutes(viewer, id),
  run: async (viewer, { at, wording, reason }, { id: minutesId, state, meetingId }): Promise<Outcome<Proposed>> => {
    if (state !== 'approved') return refused('minutes-not-approved')
    const place = placeOf(at)
    const lines = await linesOf(viewer, minutesId, meetingId)
    if (!viewer.personId || (markOf(place) !== '' && !lines.some(line => line.at === at))) return refused('not-found')
    const said = { minutesId, circulationId: null, wording, reason: reason || null, channel: 'account' } as const
    return done({
      id: await store.insertCorrection(viewer, { ...place, ...said, personId: viewer.personId }),
      minutesId,
    })
  },
  about: ({ id }) => id,
})
