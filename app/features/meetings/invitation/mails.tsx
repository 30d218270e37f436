import type { LetterKind } from '../../../ground/schema/invitations.ts'
import type { Day, Time } from '../../../ground/schema.ts'
import { type Language, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'

export type LetterWords = {
  readonly kind: LetterKind
  readonly language: Language
  readonly networkName: string
  readonly name: string
  readonly meeting: {
    readonly name: string
    readonly body: string | null
    readonly day: Day
    readonly startTime: Time | null
    readonly endTime: Time | null
    readonly place: string | null
  }
  readonly wording: string | null
  readonly access: string | null
  /** As the recipient may see it; empty where nothing is said of it. */
  readonly agenda: readonly { readonly number: string | null; readonly title: string; readonly level: number }[]
  /** Where he answers; null where there is nothing to answer. */
  readonly answerHref: string | null
}

/** A letter to one invited person, in his language, with what he may see. The link stands on a line alone. */
export function letterMail(letter: LetterWords): { subject: string; content: string; description: string } {
  const { kind, language, networkName, name, meeting, wording, answerHref } = letter
  const t = texts(language)
  const day = dayText(language, meeting.day, 'weekday')
  const lines = [
    t('invitation.mail.greeting', { name }),
    '',
    t(`invitation.mail.${kind}`, { network: networkName, meeting: meeting.name }),
    '',
    ...factsOf(letter, day),
    ...(wording ? ['', ...wording.split('\n')] : []),
    ...told(letter),
    ...(letter.agenda.length > 0 ? ['', t('invitation.mail.enclosed')] : []),
    ...(answerHref ? ['', t('invitation.mail.answer'), '', answerHref, '', t('invitation.mail.personal')] : []),
  ]
  return {
    subject: t(`invitation.mail.subject.${kind}`, {
      meeting: meeting.name,
      day: dayText(language, meeting.day, 'short'),
    }),
    content: lines.join('\n'),
    description: [...(wording ? [wording] : []), ...told(letter), ...(answerHref ? ['', answerHref] : [])]
      .join('\n')
      .trim(),
  }
}

function factsOf({ language, meeting }: LetterWords, day: string): string[] {
  const t = texts(language)
  const { startTime, endTime, place, body } = meeting
  const times = startTime
    ? endTime
      ? t('invitation.mail.times', { from: startTime.slice(0, 5), until: endTime.slice(0, 5) })
      : t('invitation.mail.time', { from: startTime.slice(0, 5) })
    : null
  return [
    ...(body ? [t('invitation.mail.body', { body })] : []),
    t('invitation.mail.when', { when: times ? `${day}, ${times}` : day }),
    ...(place ? [t('invitation.mail.place', { place })] : []),
  ]
}

function told({ language, access, agenda }: LetterWords): string[] {
  const t = texts(language)
  const items = agenda.map(({ number, title, level }) => `${'  '.repeat(level - 1)}${number ?? ''} ${title}`.trimEnd())
  return [
    ...(access ? ['', t('invitation.mail.access'), ...access.split('\n')] : []),
    ...(items.length > 0 ? ['', t('invitation.mail.agenda'), ...items] : []),
  ]
}
