import type { Asker } from '../../access/act.ts'
import type { SignedIn, SystemName, Viewer } from '../../access/viewer.ts'
import type { Ground } from '../../ground/ground.ts'
import type { Id } from '../../ground/schema.ts'
import { secretOf } from '../../ground/secret.ts'
import { originOf } from '../../ground/settings.ts'
import { emailOfLink, sessionOf } from './auth/store.ts'
import { isSetUpKey, type MailShown, type Outbox, sameSitePath, setUpKey } from './model.ts'
import { anyNetwork, everyNetwork, listMails, mailWith, networkAt } from './store.ts'

export { networkAt }

/** The same job in every network of the installation, in each as the system under that name. */
export const systemEverywhere = async (ground: Ground, name: SystemName): Promise<Asker[]> =>
  (await everyNetwork(ground)).map(network => ({
    ...{ ground, reactions: [] },
    identity: { network, language: network.languages[0] ?? 'de', as: { kind: 'system', name } },
  }))

/** The account and the session that the request's cookie names; null for everybody else. One query, none without a cookie. */
export async function accountOf(ground: Ground, headers: Headers): Promise<SignedIn | null> {
  const session = await sessionOf(ground, headers)
  if (!session) return null
  const { token: _secret, ...signedIn } = session
  return signedIn
}

/** Whether the first-run page is still open: no network exists yet. */
export const needsSetUp = async (ground: Ground): Promise<boolean> => !(await anyNetwork(ground))

/** Address of the first-run page with its key, for whoever reads the start's output. */
export const setUpAddress = (ground: Ground): string =>
  `${originOf(ground)}/setup?key=${setUpKey(secretOf(ground.settings))}`

/** What a sign-in link would do: as whom it signs in, null when it was used or has expired. Changes nothing. */
export async function findLink(
  viewer: Viewer,
  { token }: { token: string },
): Promise<{ email: string | null; minutes: number }> {
  return { email: await emailOfLink(viewer, token), minutes: viewer.ground.settings.linkMinutes }
}

/** The first-run page: null once a network exists, closed to whoever does not know the key. */
export async function findSetUp(
  viewer: Viewer,
  { key }: { key?: string | undefined },
): Promise<{ open: boolean } | null> {
  if (await anyNetwork(viewer)) return null
  return { open: isSetUpKey(secretOf(viewer.ground.settings), key ?? '') }
}

/** The demo's mails, newest first; null outside of a demo. */
export async function findOutbox(viewer: Viewer): Promise<Outbox | null> {
  const { demo, timeZone: zone } = viewer.network
  return demo ? { zone, mails: await listMails(viewer) } : null
}

export async function findMail(viewer: Viewer, { id }: { id: Id }): Promise<MailShown | null> {
  const mail = viewer.network.demo ? await mailWith(viewer, id) : null
  if (!mail) return null
  const { content, ...head } = mail
  const lines = content.split('\n').map(text => ({ text, href: pathIn(text, originOf(viewer.ground)) }))
  return { ...head, zone: viewer.network.timeZone, lines }
}

/** Where a line leads that is nothing but an address of this installation. */
const pathIn = (line: string, publicUrl: string): string | null =>
  line.startsWith(`${publicUrl}/`) ? sameSitePath(line.slice(publicUrl.length)) : null
