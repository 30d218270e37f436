import type { PollLetterKind } from '../../../ground/schema/polls.ts'
import { type Language, type Texts, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'
import type { Choice, Poll } from './model.ts'

export type PollWords = {
  readonly kind: PollLetterKind
  readonly language: Language
  readonly networkName: string
  readonly name: string
  /** As its recipient sees it. */
  readonly poll: Poll
  readonly choices: readonly Choice[]
  /** Where he answers. */
  readonly href: string | null
}

/** A poll's letter to one who is asked, in his language. The link stands on a line alone. */
export function pollMail(words: PollWords): { subject: string; content: string } {
  const { kind, language, networkName: network, name, poll, choices, href } = words
  const t = texts(language)
  const { question, wording, place, chosenId } = poll
  const chosen = choices.find(({ id }) => id === chosenId)
  const until = dayText(language, poll.untilDay, 'weekday')
  const opening =
    kind === 'result' ? resultText(words, chosen) : t(`poll.mail.${kind}.${poll.kind}`, { network, question })
  const lines = [
    t('poll.mail.greeting', { name }),
    '',
    opening,
    ...(kind !== 'result' && wording ? ['', ...wording.split('\n')] : []),
    ...(kind === 'result' ? [] : ['', ...choices.map(choice => `- ${choiceText(t, language, choice)}`)]),
    ...(place && poll.kind === 'date' ? ['', t('poll.mail.place', { place })] : []),
    ...(poll.kind === 'opinion' ? ['', t('poll.not-a-decision')] : []),
    ...(href ? ['', t('poll.mail.until', { until }), '', href, '', t('poll.mail.personal')] : []),
  ]
  return { subject: t(`poll.mail.subject.${kind}.${poll.kind}`, { question }), content: lines.join('\n') }
}

function resultText({ language, networkName: network, poll }: PollWords, chosen: Choice | undefined): string {
  const t = texts(language)
  const { question } = poll
  if (poll.kind === 'opinion') return t('poll.mail.result.opinion', { network, question })
  if (!chosen) return t('poll.mail.result.none', { network, question })
  return t('poll.mail.result.date', { network, question, when: choiceText(t, language, chosen) })
}

/** What can be chosen, as one line of text. */
export function choiceText(t: Texts, language: Language, { day, startTime, endTime, label, vote }: Choice): string {
  if (vote) return t(`poll.vote.${vote}`)
  if (!day) return label ?? ''
  const on = dayText(language, day, 'weekday')
  if (!startTime) return on
  return endTime
    ? t('poll.when.from-until', { day: on, from: startTime, until: endTime })
    : t('poll.when.from', { day: on, from: startTime })
}
