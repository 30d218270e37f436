import type { Mail } from '../../ground/outbox.ts'
import { languageOf, texts } from '../../texts/texts.ts'

type Recipient = { readonly name: string; readonly email: string; readonly language: string }

/** The mail with a sign-in link. The link stands on a line of its own, so that no sign around it becomes part of it. */
export function signInMail(
  person: Recipient,
  { link, networkName, minutes }: { link: string; networkName: string; minutes: number },
): Mail {
  const language = languageOf(person.language)
  const t = texts(language)
  const lines = [
    t('account.mail.greeting', { name: person.name }),
    '',
    t('account.mail.sign-in', { network: networkName }),
    '',
    link,
    '',
    t('account.mail.valid', { minutes }),
    t('account.mail.not-you'),
  ]
  const subject = t('account.mail.subject', { network: networkName })
  return { recipient: person.email, language, subject, content: lines.join('\n') }
}

/** What changed in how somebody signs in. */
export type Change =
  | 'totp-on'
  | 'totp-off'
  | 'codes-new'
  | 'code-used'
  | 'passkey-new'
  | 'passkey-gone'
  | 'signed-out'
  | 'address-gone'
  | 'address-new'

/** What one does oneself, signed in; the rest is done by the coordination. */
const ownAct = (change: Change): boolean =>
  change !== 'signed-out' && change !== 'address-gone' && change !== 'address-new'

/** Tells a person that the ways to sign in have changed, so that a stranger's change does not stay unseen. */
export function changeMail(
  person: Recipient,
  { change, networkName, link }: { change: Change; networkName: string; link: string },
): Mail {
  const language = languageOf(person.language)
  const t = texts(language)
  const lines = [
    t('account.mail.greeting', { name: person.name }),
    '',
    t(`account.change.${change}`, { network: networkName }),
    '',
    t(ownAct(change) ? 'account.change.not-you' : 'account.change.not-wanted'),
    '',
    link,
  ]
  const subject = t('account.change.subject', { network: networkName })
  return { recipient: person.email, language, subject, content: lines.join('\n') }
}
