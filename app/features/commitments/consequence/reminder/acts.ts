import { createLink, mailboxOf } from '../../../../access/link.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import { newId } from '../../../../ground/ids.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import type { Id } from '../../../../ground/schema.ts'
import { originOf } from '../../../../ground/settings.ts'
import { type Language, languageOf } from '../../../../texts/texts.ts'
import { findBody } from '../../../directory/finds.ts'
import { appendEvents } from '../../history/store.ts'
import { insertPublication, peopleBehind } from '../../link/store.ts'
import type { Subject } from '../../store.ts'
import { reminderMail } from '../mails.tsx'
import { addressesAsked, chairOf, seatsOf, type Taken } from '../store.ts'

type Mailbox = { personId: Id | null; email: string; language: Language; name: string | null }

/**
 * Writes to everybody who stands for the owner, in the caller's transaction, under the name of whoever leads the body:
 * the wording that was approved when it was agreed, and a personal link for the answer. Returns how many mails there are.
 */
export async function remindOwner(viewer: Viewer, commitment: Subject, taken: Taken): Promise<number> {
  const { ground, network } = viewer
  const body = await findBody(viewer, commitment.bodyId)
  const chair = await chairOf(viewer, commitment.bodyId)
  const mailboxes = await mailboxesOf(viewer, commitment)
  for (const { personId, email, language, name } of mailboxes) {
    const id = newId(ground.clock)
    const { wording, agreed_by: approvedBy } = taken
    await insertPublication(viewer, { id, commitmentId: commitment.id, wording, approvedBy })
    const link = await createLink(viewer, {
      ...{ id, purpose: 'commitment.report', subjectId: commitment.id, personId, addressee: personId ? null : email },
    })
    const mail = reminderMail({
      ...{ language, networkName: network.name, timeZone: network.timeZone, name, wording, chair },
      ...{ bodyName: body?.name ?? network.name, dueOn: commitment.dueOn!, expiresAt: link.expiresAt },
      href: `${originOf(ground)}/links/${link.secret}`,
    })
    await queueMail(viewer, { recipient: email, language, ...mail })
    await appendEvents(viewer, [{ commitmentId: commitment.id, kind: 'asked', link_id: id }])
  }
  return mailboxes.length
}

/** Persons behind the owner who can be reached; outside bodies and organisations also where they were asked before. */
async function mailboxesOf(viewer: Viewer, { id, bodyId, owner }: Subject): Promise<Mailbox[]> {
  const first = languageOf(...viewer.network.languages)
  const people =
    owner.kind === 'organization' ? await seatsOf(viewer, bodyId, owner.id) : await peopleBehind(viewer, owner)
  const found: Mailbox[] = []
  for (const personId of people) {
    const mailbox = await mailboxOf(viewer, personId)
    if (mailbox) found.push({ ...mailbox, personId, language: languageOf(mailbox.language, first) })
  }
  if (owner.kind !== 'outside' && owner.kind !== 'organization') return found
  for (const email of await addressesAsked(viewer, id))
    if (!found.some(one => one.email.toLowerCase() === email))
      found.push({ personId: null, email, language: first, name: null })
  return found
}
