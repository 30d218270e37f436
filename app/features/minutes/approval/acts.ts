import { act } from '../../../access/act.ts'
import { done, refused } from '../../../ground/problems.ts'
import { correctionsOf, lockMinutes } from '../corrections/store.ts'
import { findMinutesHead, newestSource } from '../store.ts'
import type { MinutesApprove } from './contract.ts'
import { type CommitmentsAtApproval, mannerOf } from './model.ts'
import * as store from './store.ts'

/**
 * Approves minutes in a later meeting of the body. What was reported until their meeting is kept with them, and nothing of
 * them changes any more; a later correction is a record of its own. Problems: `minutes-approved`, `minutes-part-closed` (a part of
 * them is not for him), `corrections-unanswered`, `choice-invalid` (no later meeting of the body until today),
 * `commitments-incomplete` (nobody said that they stay without owner or day).
 */
export const approveMinutes = (commitments: CommitmentsAtApproval) =>
  act('minutes.approve', {
    noun: 'minutes',
    subject: (viewer, { id }: MinutesApprove) => lockMinutes(viewer, id),
    run: async (viewer, { meetingId, confirmed }, { id, state, bodyId }) => {
      if (state === 'approved') return refused('minutes-approved')
      const head = await findMinutesHead(viewer, id)
      if (!head?.day) return refused('not-found')
      if (!(await newestSource(viewer, id))) return refused('minutes-part-closed')
      const corrections = await correctionsOf(viewer, id)
      if (corrections.some(({ answer }) => answer === null)) return refused('corrections-unanswered')
      const meeting = (await store.meetingsAfter(viewer, bodyId, head.day)).find(one => one.id === meetingId)
      if (!meeting) return refused('choice-invalid', { field: 'meetingId' })
      const gaps = await commitments.gaps(viewer, id)
      if (gaps.length > 0 && !confirmed) return refused('commitments-incomplete', { field: 'confirmed' })
      await commitments.confirm(viewer, gaps)
      await commitments.freeze(viewer, { minutesId: id, bodyId, day: head.day })
      const manner = mannerOf(corrections.filter(({ answer }) => answer === 'accepted').length)
      await store.insertApproval(viewer, { minutesId: id, meetingId, day: meeting.day, manner })
      return done({ id })
    },
  })
