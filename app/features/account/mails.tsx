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
