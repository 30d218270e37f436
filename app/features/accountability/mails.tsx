import type { Day } from '../../ground/schema.ts'
import { type Language, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'

type Shown = {
  readonly language: Language
  readonly networkName: string
  readonly wording: string
  readonly publicFrom: Day
  readonly href: string
}

/** Shows an authority what is to be published about it. The link stands on a line alone. */
export function seeMail({ language, networkName: network, wording, publicFrom, href }: Shown) {
  const t = texts(language)
  return {
    subject: t('account.mail.subject', { network }),
    content: [
      t('account.mail.greeting'),
      '',
      t('account.mail.what', { network, day: dayText(language, publicFrom, 'weekday') }),
      '',
      ...wording.split('\n').map(line => `    ${line}`.trimEnd()),
      '',
      ...[t('account.mail.how'), '', href, ''],
    ].join('\n'),
  }
}
