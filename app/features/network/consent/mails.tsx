import type { Timestamp } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { momentText } from '../../../ui/dates.tsx'

type Asked = {
  readonly language: Language
  readonly name: string
  readonly networkName: string
  readonly timeZone: string
  readonly expiresAt: Timestamp
  readonly href: string
}

/** The letter with the link by which somebody says what they agree to. The link stands on a line alone. */
export function consentMail({ language, name, networkName, timeZone, expiresAt, href }: Asked) {
  const t = texts(language)
  const lines = [
    t('commitments.mail.greeting', { name }),
    '',
    t('consent.mail.asks', { network: networkName }),
    '',
    href,
    '',
    t('consent.mail.free'),
    t('commitments.mail.until', { day: momentText(language, expiresAt, timeZone).day }),
    t('commitments.mail.personal'),
  ]
  return { subject: t('consent.mail.subject', { network: networkName }), content: lines.join('\n') }
}
