import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import { languageOf, texts } from '../../texts/texts.ts'
import { findConsequenceNew } from '../commitments/consequence/finds.ts'
import type { SentLetters } from '../commitments/model.ts'
import { listBodies } from '../directory/finds.ts'
import { findReplacedTerms } from '../directory/term/finds.ts'
import type { LetterList, LetterNewInput, LetterNewShown, LetterShown } from './contract.ts'
import { kindOf } from './model.ts'
import { type LetterRow, lettersOf, sentAbout } from './store.ts'

const headOf = (row: LetterRow) => ({
  ...{ id: row.id, kind: row.kind, subject: row.subject, state: row.state, createdAt: row.created_at },
  body: { id: row.body_id, name: row.body_name },
  sent: row.sent_at && row.way ? { at: row.sent_at, way: row.way, by: row.sender_name } : null,
})

/** Letters of the bodies that the viewer leads; null for whoever leads none. */
export async function findLetters(viewer: Viewer): Promise<LetterList | null> {
  if (!viewer.coordinator && viewer.leads.length === 0) return null
  return { letters: (await lettersOf(viewer)).map(headOf), zone: viewer.network.timeZone, can: { write: true } }
}

/** The form for a letter, about a commitment where one is named; null for whoever may write for no body. */
export async function findNewLetter(viewer: Viewer, input: LetterNewInput): Promise<LetterNewShown | null> {
  const about = input.commitment ? await findConsequenceNew(viewer, { id: input.commitment }) : null
  const all = about ? about.bodies : await listBodies(viewer)
  const bodies = all.filter(({ id }) => mayAct(viewer, 'letter.write', { bodyId: id }))
  if (bodies.length === 0) return null
  const kind = kindOf(input.kind, about !== null)
  const { languages } = viewer.network
  const t = texts(languageOf(...languages))
  return {
    kind,
    commitment: about && { id: about.commitment.id, wording: about.commitment.wording },
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    bodyId: about?.bodyId ?? (bodies.length === 1 ? bodies[0]!.id : null),
    languages: [...languages],
    address: (about && about.commitment.owner.kind !== 'nobody' && about.commitment.owner.name) || '',
    subject: t(`letters.subject.${kind}`),
    wording: t(`letters.proposal.${kind}`, { wording: about?.proposal || '…', network: viewer.network.name }),
  }
}

/** A letter as it stands, or as it went out. */
export async function findLetter(viewer: Viewer, { id }: { id: Id }): Promise<LetterShown | null> {
  const [row] = await lettersOf(viewer, id)
  if (!row) return null
  const subject = { id, bodyId: row.body_id }
  const drafted = row.state === 'drafted'
  return {
    ...headOf(row),
    commitment:
      row.commitment_id && row.commitment_wording !== null
        ? { id: row.commitment_id, name: row.commitment_wording }
        : null,
    consequenceId: row.consequence_id,
    ...{ language: row.language, address: row.address, wording: row.wording, revision: row.revision },
    replacedTerms: drafted ? await findReplacedTerms(viewer, `${row.subject}\n${row.wording}`) : [],
    zone: viewer.network.timeZone,
    can: {
      revise: drafted && mayAct(viewer, 'letter.revise', subject),
      send: drafted && mayAct(viewer, 'letter.send', subject),
      discard: drafted && mayAct(viewer, 'letter.discard', subject),
    },
  }
}

/** Fills the slot of a commitment's history: letters about it that went out, for whoever sees them. */
export const lettersSentAbout: SentLetters = async (viewer, commitmentId) =>
  (await sentAbout(viewer, commitmentId)).map(({ id, subject, sent_at, sender_name }) => ({
    ...{ id, name: subject, href: `/letters/${id}`, at: sent_at!, by: sender_name },
  }))
