import { act } from '../../access/act.ts'
import type { Viewer } from '../../access/viewer.ts'
import { isMailAddress, queueMail } from '../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import { languageOf, texts } from '../../texts/texts.ts'
import { findConsequencePage } from '../commitments/consequence/finds.ts'
import type { Fired } from '../commitments/consequence/model.ts'
import { findBody } from '../directory/finds.ts'
import type { LetterDiscard, LetterRevise, LetterSend, LetterWrite } from './contract.ts'
import { enclosed, letterDocument } from './documents.ts'
import { letterMail } from './mails.tsx'
import { fitsWindow, mayBePosted } from './model.ts'
import * as store from './store.ts'

type Written = { readonly id: Id }
const letterOf = (viewer: Viewer, { id }: { id: Id }) => store.lockLetter(viewer, id)

/** Drafts a letter of a body. Problems: `choice-invalid` (a commitment of another body or none, or an unknown language). */
export const writeLetter = act('letter.write', {
  noun: 'letter',
  subject: async (viewer, { bodyId }: LetterWrite) => ((await findBody(viewer, bodyId)) ? { bodyId } : null),
  run: async (viewer, input): Promise<Outcome<Written>> => {
    const { bodyId, commitmentId, kind, address, subject, wording } = input
    const language = input.language || viewer.network.languages[0]!
    if (!viewer.network.languages.includes(language)) return refused('choice-invalid', { field: 'language' })
    if (commitmentId && (await store.bodyOfCommitment(viewer, commitmentId)) !== bodyId)
      return refused('choice-invalid', { field: 'bodyId' })
    const id = await store.insertLetter(viewer, {
      ...{ body_id: bodyId, kind, commitment_id: commitmentId, consequence_id: null },
      ...{ language, address, subject, wording },
    })
    return done({ id })
  },
  about: ({ id }) => id,
})

/** Changes a draft. Problems: `already-done` (it was sent), `moved-meanwhile` (somebody else changed it since). */
export const reviseLetter = act('letter.revise', {
  noun: 'letter',
  subject: letterOf,
  run: async (viewer, { from, address, subject, wording }: LetterRevise, taken): Promise<Outcome<Written>> => {
    if (taken.state !== 'drafted') return refused('already-done')
    if (taken.revision !== from) return refused('moved-meanwhile', { field: 'wording' })
    await store.updateDraft(viewer, taken.id, { address, subject, wording, revision: from + 1 })
    return done({ id: taken.id })
  },
})

/**
 * Sends a letter as somebody read it: by post it is printed and kept, by mail it is queued with its PDF. What goes out is
 * kept as it went. Problems: `already-done`, `moved-meanwhile` (not the words that were read), `email-invalid`,
 * `input-missing` (by post without a place to go to).
 */
export const sendLetter = act('letter.send', {
  noun: 'letter',
  subject: letterOf,
  run: async (viewer, { from, way, email }: LetterSend, taken): Promise<Outcome<Written>> => {
    if (taken.state !== 'drafted') return refused('already-done')
    if (taken.revision !== from) return refused('moved-meanwhile', { field: 'approved' })
    if (way === 'mail' && !isMailAddress(email)) return refused('email-invalid', { field: 'email' })
    if (way === 'post' && !mayBePosted(taken.address)) return refused('input-missing', { field: 'address' })
    const content = await letterDocument(viewer, taken)
    if (way === 'mail')
      await queueMail(viewer, {
        ...{ recipient: email, language: taken.language, ...letterMail(content, taken.wording) },
        enclosure: enclosed(content),
      })
    await store.markSent(viewer, taken.id, { way, content })
    return done({ id: taken.id })
  },
})

/**
 * Throws a draft away as somebody saw it; the journal tells it of the body, as the letter is gone. Problems:
 * `already-done` (it was sent), `moved-meanwhile` (somebody else changed it since).
 */
export const discardLetter = act('letter.discard', {
  noun: 'body',
  subject: letterOf,
  run: async (viewer, { from }: LetterDiscard, taken): Promise<Outcome<Written>> => {
    if (taken.state !== 'drafted') return refused('already-done')
    if (taken.revision !== from) return refused('moved-meanwhile')
    await store.deleteDraft(viewer, taken.id)
    return done({ id: taken.id })
  },
  about: (_value, { bodyId }) => bodyId,
})

/** What follows from a consequence of kind letter: a draft with the wording that was approved when it was agreed. */
export async function draftOfConsequence(viewer: Viewer, { id, effect }: Fired): Promise<void> {
  const found = effect === 'letter' ? await findConsequencePage(viewer, { id }) : null
  const bodyId = found && (await store.bodyOfCommitment(viewer, found.commitment.id))
  if (!found || !bodyId) return
  const language = viewer.network.languages[0]!
  const to = found.consequence.to?.name ?? ''
  await store.insertLetter(viewer, {
    ...{ body_id: bodyId, kind: 'demand', commitment_id: found.commitment.id, consequence_id: id, language },
    ...{ address: fitsWindow(to) ? to : '', wording: found.consequence.wording },
    subject: texts(languageOf(language))('letters.subject.demand'),
  })
}
