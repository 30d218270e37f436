import { act } from '../../../../access/act.ts'
import { createLink, mailboxOf } from '../../../../access/link.ts'
import { recipientOf, type Viewer } from '../../../../access/viewer.ts'
import { queueMail } from '../../../../ground/outbox.ts'
import { done, type Outcome, refused } from '../../../../ground/problems.ts'
import { originOf } from '../../../../ground/settings.ts'
import { type Language, languageOf } from '../../../../texts/texts.ts'
import { appendEvents } from '../../history/store.ts'
import { askedMail } from '../mails.tsx'
import { DAYS_AFTER, type Owing, type Told } from '../model.ts'
import * as store from '../store.ts'

type ToWrite = { readonly asking: store.Asking; readonly owing: Owing }

/**
 * Asks one who owes something about all of it, in a transaction of his own: who is claimed is written to, or neither is
 * true. Somebody who can not be reached, or to whom nothing may be told, is claimed all the same. Problem: `already-done`.
 */
export const writeAsked = act('asking.write', {
  noun: 'asking',
  subject: async (_viewer, { asking }: ToWrite) => ({ id: asking.id }),
  run: async (viewer, { asking, owing }): Promise<Outcome<{ sent: boolean }>> => {
    const id = await store.claim(viewer, asking.id, owing)
    if (!id) return refused('already-done')
    const told = await toldTo(viewer, owing)
    const mailbox = await mailboxFor(viewer, owing)
    if (told.length === 0 || !mailbox) return done({ sent: false })
    const { email, language, name } = mailbox
    const { network, ground } = viewer
    const link = await createLink(viewer, {
      ...{ purpose: 'commitments.report', subjectId: id, personId: owing.personId, addressee: owing.addressee },
      until: { day: asking.day, daysAfter: DAYS_AFTER },
    })
    const mail = askedMail({
      ...{ language, networkName: network.name, timeZone: network.timeZone, name, told, meetingDay: asking.day },
      ...{ expiresAt: link.expiresAt },
      href: `${originOf(ground)}/links/commitments/${link.secret}`,
    })
    await store.keepAsked(viewer, id, told, await queueMail(viewer, { recipient: email, language, ...mail }))
    await appendEvents(
      viewer,
      told.map(one => ({ commitmentId: one.id, kind: 'asked' as const, link_id: link.id })),
    )
    return done({ sent: true })
  },
  // A thousand in a few minutes, each with its row and its time.
  ownLine: true,
})

/**
 * What one is told: a member what he sees himself, as it stands. Officials, somebody outside, and whoever does not see
 * it, what was approved for him or for everybody.
 */
async function toldTo(viewer: Viewer, owing: Owing): Promise<Told[]> {
  const recipient = owing.personId ? await recipientOf(viewer, owing.personId) : null
  if (owing.personId && !recipient) return []
  const seen = recipient && !recipient.official ? await store.seenBy(recipient, owing.commitmentIds) : []
  const own = new Set(seen.map(({ id }) => id))
  const others = owing.commitmentIds.filter(id => !own.has(id))
  const approved = others.length > 0 ? await store.approvedFor(viewer, { ...owing, commitmentIds: others }) : []
  return [...seen.map(one => ({ ...one, wordingId: null })), ...approved]
}

async function mailboxFor(
  viewer: Viewer,
  { personId, addressee }: Owing,
): Promise<{ email: string; language: Language; name: string | null } | null> {
  const first = languageOf(...viewer.network.languages)
  if (addressee) return { email: addressee, language: first, name: null }
  const mailbox = personId ? await mailboxOf(viewer, personId) : null
  return mailbox && { ...mailbox, language: languageOf(mailbox.language, first) }
}
