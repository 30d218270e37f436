import type { Day, Timestamp } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText, momentText } from '../../../ui/dates.tsx'
import type { Told } from './model.ts'

type AskedAbout = {
  readonly language: Language
  readonly networkName: string
  readonly timeZone: string
  /** Null for an address of an outside body. */
  readonly name: string | null
  readonly meetingDay: Day
  readonly told: readonly Told[]
  readonly expiresAt: Timestamp
  readonly href: string
}

/** Asks an owner before a meeting about everything that is his, in his language. The link stands on a line alone. */
export function askedMail(asked: AskedAbout): { subject: string; content: string } {
  const { language, networkName: network, name, told, href } = asked
  const t = texts(language)
  const day = dayText(language, asked.meetingDay, 'long')
  const lines = [
    name ? t('commitments.mail.greeting', { name }) : t('commitments.mail.greeting-nobody'),
    '',
    t('commitments.asking.mail.asks', { network, day, count: told.length }),
    '',
    ...told.flatMap(({ wording, dueOn }) => [
      ...wording.split('\n').map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`.trimEnd()),
      ...(dueOn ? [`    ${t('commitments.mail.due', { day: dayText(language, dueOn) })}`] : []),
    ]),
    '',
    t('commitments.mail.how'),
    '',
    href,
    '',
    t('commitments.mail.until', { day: momentText(language, asked.expiresAt, asked.timeZone).day }),
    t('commitments.mail.personal'),
  ]
  return { subject: t('commitments.asking.mail.subject', { network, day }), content: lines.join('\n') }
}
