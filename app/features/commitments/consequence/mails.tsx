import type { Day, Timestamp } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText, momentText } from '../../../ui/dates.tsx'

type Reminded = {
  readonly language: Language
  readonly networkName: string
  readonly bodyName: string
  readonly timeZone: string
  /** Null for an address of an outside body. */
  readonly name: string | null
  /** Approved when the reminder was agreed. */
  readonly wording: string
  readonly dueOn: Day
  /** Who signs; null where nobody leads the body today. */
  readonly chair: string | null
  readonly expiresAt: Timestamp
  readonly href: string
}

/** Reminds an owner whose day has passed, signed by the chair, in his language. The link stands on a line alone. */
export function reminderMail(to: Reminded): { subject: string; content: string } {
  const { language, networkName: network, bodyName: body, name, wording, dueOn, chair, href } = to
  const t = texts(language)
  const lines = [
    name ? t('commitments.mail.greeting', { name }) : t('commitments.mail.greeting-nobody'),
    '',
    t('consequences.mail.passed', { network, body, day: dayText(language, dueOn) }),
    '',
    ...wording.split('\n').map(line => `    ${line}`.trimEnd()),
    '',
    t('consequences.mail.agreed'),
    t('commitments.mail.how'),
    '',
    href,
    '',
    t('commitments.mail.until', { day: momentText(language, to.expiresAt, to.timeZone).day }),
    t('commitments.mail.personal'),
    '',
    ...(chair ? [chair] : []),
    t(chair ? 'consequences.mail.chair' : 'consequences.mail.body', { body, network }),
  ]
  return { subject: t('consequences.mail.subject', { network }), content: lines.join('\n') }
}
