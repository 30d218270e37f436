import { act } from '../../access/act.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import type { Approval } from './contract.ts'
import type { WordedNoun } from './model.ts'
import { findPublication, findSubject, insertPublication, withdraw } from './store.ts'

/**
 * Publishes a wording about something. Its subject stays as closed as it is: what strangers see is the wording alone.
 * Problem: `not-approved` (nobody has read the preview yet).
 */
export const approvePublication = (noun: WordedNoun) =>
  act('publication.approve', {
    noun: 'publication',
    subject: (viewer, { id }: Approval) => findSubject(viewer, noun, id),
    run: async (viewer, { wording, approved }, subject): Promise<Outcome<{ id: Id }>> => {
      if (!approved) return refused('not-approved', { field: 'approved' })
      return done({ id: await insertPublication(viewer, subject, wording) })
    },
    about: ({ id }) => id,
  })

/**
 * Takes a publication back at once: nobody finds it any more. Problems: `already-done`; `choice-invalid` for the
 * wording of a personal link, which goes with its link.
 */
export const withdrawPublication = act('publication.withdraw', {
  noun: 'publication',
  subject: (viewer, { id }: { id: Id }) => findPublication(viewer, id),
  run: async (viewer, _input, { id, door, withdrawnAt }): Promise<Outcome<{ id: Id }>> => {
    if (door !== 'public') return refused('choice-invalid')
    if (withdrawnAt !== null) return refused('already-done')
    await withdraw(viewer, id)
    return done({ id })
  },
})
