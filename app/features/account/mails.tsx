import type { Mail } from '../../ground/outbox.ts'
import { isLanguage, texts } from '../../texts/texts.ts'
import { LINK_MINUTES } from './model.ts'

type Recipient = { readonly name: string; readonly email: string; readonly language: string }

/** The mail with a sign-in link. The link stands on a line of its own, so that no sign around it becomes part of it. */
export function signInMail(person: Recipient, { link, networkName }: { link: string; networkName: string }): Mail {
  const language = isLanguage(person.language) ? person.language : 'de'
  const t = texts(language)
  const lines = [
    t('account.mail.greeting', { name: person.name }),
    '',
    t('account.mail.sign-in', { network: networkName }),
    '',
    link,
    '',
    t('account.mail.valid', { minutes: LINK_MINUTES }),
    t('account.mail.not-you'),
  ]
  const subject = t('account.mail.subject', { network: networkName })
  return { recipient: person.email, language, subject, content: lines.join('\n') }
}

/** What changed in how somebody signs in. */
export type Change = 'totp-on' | 'totp-off' | 'codes-new' | 'code-used' | 'passkey-new' | 'passkey-gone'

/** Tells a person that the ways to sign in have changed, so that a stranger's change does not stay unseen. */
export function changeMail(
  person: Recipient,
  { change, networkName, link }: { change: Change; networkName: string; link: string },
): Mail {
  const language = isLanguage(person.language) ? person.language : 'de'
  const t = texts(language)
  const lines = [
    t('account.mail.greeting', { name: person.name }),
    '',
    t(`account.change.${change}`, { network: networkName }),
    '',
    t('account.change.not-you'),
    '',
    link,
  ]
  const subject = t('account.change.subject', { network: networkName })
  return { recipient: person.email, language, subject, content: lines.join('\n') }
}
