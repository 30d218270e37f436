import type { CorrectionAnswer } from '../../../ground/schema/corrections.ts'
import type { Day } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'

type Letter = {
  readonly language: Language
  readonly networkName: string
  readonly name: string
  readonly meeting: { readonly name: string; readonly day: Day | null }
}

/** Minutes that go round, to one who is asked, in his language. The link stands on a line alone; nothing of them is told. */
export function roundMail(letter: Letter & { readonly untilDay: Day; readonly href: string }) {
  const { language, networkName: network, name, untilDay, href } = letter
  const t = texts(language)
  const meeting = titleOf(letter)
  const until = dayText(language, untilDay, 'weekday')
  const lines = [
    t('commitments.mail.greeting', { name }),
    '',
    t('minutes.corrections.mail.asks', { network, meeting }),
    t('minutes.corrections.mail.until', { day: until }),
    '',
    href,
    '',
    t('commitments.mail.personal'),
    t('minutes.corrections.mail.how'),
  ]
  return { subject: t('minutes.corrections.mail.subject', { meeting }), content: lines.join('\n') }
}

/** What became of a proposal, to whoever made it. */
export function answerMail(
  letter: Letter & { readonly answer: CorrectionAnswer; readonly word: string; readonly wording: string },
) {
  const { language, name, answer, word, wording } = letter
  const t = texts(language)
  const meeting = titleOf(letter)
  const lines = [
    t('commitments.mail.greeting', { name }),
    '',
    t(`minutes.corrections.mail.${answer}`, { meeting }),
    '',
    t('minutes.corrections.mail.proposed'),
    ...quoted(wording),
    '',
    t('minutes.corrections.mail.word'),
    ...quoted(word),
  ]
  return { subject: t(`minutes.corrections.mail.subject-${answer}`, { meeting }), content: lines.join('\n') }
}

const quoted = (text: string): string[] => text.split('\n').map(line => `  ${line}`.trimEnd())

function titleOf({ language, meeting }: Letter): string {
  const t = texts(language)
  if (!meeting.day) return meeting.name
  return t('minutes.corrections.mail.meeting', { name: meeting.name, day: dayText(language, meeting.day, 'short') })
}
