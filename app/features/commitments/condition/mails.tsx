import type { Timestamp } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { momentText } from '../../../ui/dates.tsx'

type Asked = {
  readonly language: Language
  readonly networkName: string
  readonly bodyName: string
  readonly timeZone: string
  readonly name: string
  /** Approved by whoever named the condition. Nothing else of the commitment leaves. */
  readonly wording: string
  readonly expiresAt: Timestamp
  readonly href: string
}

/** Asks whether a condition has come true, in the language of whoever is asked. The link stands on a line alone. */
export function conditionMail(asked: Asked): { subject: string; content: string } {
  const { language, networkName: network, bodyName: body, name, wording, href } = asked
  const t = texts(language)
  const lines = [
    t('commitments.mail.greeting', { name }),
    '',
    t('conditions.mail.asks', { network, body }),
    '',
    ...wording.split('\n').map(line => `    ${line}`.trimEnd()),
    '',
    t('conditions.mail.how'),
    '',
    href,
    '',
    t('conditions.mail.until', { day: momentText(language, asked.expiresAt, asked.timeZone).day }),
    t('commitments.mail.personal'),
  ]
  return { subject: t('conditions.mail.subject', { network }), content: lines.join('\n') }
}
