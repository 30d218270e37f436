import type { ProposalAnswer } from '../../../ground/schema/proposals.ts'
import type { Day } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'

type To = {
  readonly language: Language
  readonly networkName: string
  readonly name: string
  /** As its recipient sees it. */
  readonly meeting: { readonly name: string; readonly day: Day | null }
  /** Where he proposes, and sees how his proposals stand. */
  readonly href: string
}

const meetingText = ({ language, meeting: { name, day } }: To) =>
  day ? texts(language)('proposals.mail.meeting-on', { name, day: dayText(language, day, 'weekday') }) : name

/** Asks a member for proposals, in his language. The link stands on a line alone. */
export function callMail(to: To & { readonly until: Day; readonly wording: string | null }) {
  const { language, networkName: network, name, until, wording, href } = to
  const t = texts(language)
  const meeting = meetingText(to)
  return {
    subject: t('proposals.mail.call.subject', { meeting: to.meeting.name, day: dayText(language, until, 'short') }),
    content: [
      t('proposals.mail.greeting', { name }),
      '',
      t('proposals.mail.call', { network, meeting }),
      t('proposals.mail.until', { day: dayText(language, until, 'weekday') }),
      ...(wording ? ['', ...wording.split('\n')] : []),
      ...['', t('proposals.mail.how'), '', href, '', t('proposals.mail.personal')],
    ].join('\n'),
  }
}

/** Tells who proposed what came of it, in his language. */
export function answerMail(
  to: To & { readonly answer: ProposalAnswer; readonly title: string; readonly reason: string | null },
) {
  const { language, networkName: network, name, answer, title, reason, href } = to
  const t = texts(language)
  return {
    subject: t(`proposals.mail.${answer}.subject`, { meeting: to.meeting.name }),
    content: [
      t('proposals.mail.greeting', { name }),
      '',
      t(`proposals.mail.${answer}`, { network, meeting: meetingText(to), title }),
      ...(reason ? ['', t('proposals.mail.reason'), ...reason.split('\n')] : []),
      ...['', t('proposals.mail.state'), '', href, '', t('proposals.mail.personal')],
    ].join('\n'),
  }
}
