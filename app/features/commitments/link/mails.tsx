import type { Day, Timestamp } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText, momentText } from '../../../ui/dates.tsx'

type Asked = {
  readonly language: Language
  readonly networkName: string
  readonly timeZone: string
  /** Null for an address of an outside body. */
  readonly name: string | null
  /** Approved for this letter. Nothing else of the commitment leaves but its due day. */
  readonly wording: string
  readonly dueOn: Day | null
  readonly expiresAt: Timestamp
  readonly href: string
}

/** The letter that asks an owner how a commitment stands, in the recipient's language. The link stands on a line alone. */
export function askMail(asked: Asked): { subject: string; content: string } {
  const { language, networkName, name, wording, dueOn, href } = asked
  const t = texts(language)
  const until = momentText(language, asked.expiresAt, asked.timeZone).day
  const lines = [
    name ? t('commitments.mail.greeting', { name }) : t('commitments.mail.greeting-nobody'),
    '',
    t('commitments.mail.asks', { network: networkName }),
    '',
    ...wording.split('\n').map(line => `    ${line}`.trimEnd()),
    '',
    ...(dueOn ? [t('commitments.mail.due', { day: dayText(language, dueOn) }), ''] : []),
    t('commitments.mail.how'),
    '',
    href,
    '',
    t('commitments.mail.until', { day: until }),
    t('commitments.mail.personal'),
  ]
  return { subject: t('commitments.mail.subject', { network: networkName }), content: lines.join('\n') }
}
