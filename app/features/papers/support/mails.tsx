import type { Day } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'

type Asked = {
  readonly language: Language
  readonly networkName: string
  readonly name: string
  readonly body: string
  /** To those who are asked, from whoever opened the paper. */
  readonly sentence: string
  readonly until: Day
  readonly href: string
}

/** Asks somebody outside to sign a paper. The link stands on a line alone. */
export function signMail({ language, networkName: network, name, body, sentence, until, href }: Asked) {
  const t = texts(language)
  const quoted = (text: string): string[] => text.split('\n').map(line => `    ${line}`.trimEnd())
  return {
    subject: t('papers.support.mail.subject', { network }),
    content: [
      t('account.mail.greeting'),
      '',
      t('papers.support.mail.asks', { network, body }),
      '',
      ...quoted(name),
      '',
      ...quoted(sentence),
      '',
      t('papers.support.mail.how', { day: dayText(language, until, 'weekday') }),
      '',
      href,
      '',
      t('papers.support.mail.personal'),
    ].join('\n'),
  }
}
