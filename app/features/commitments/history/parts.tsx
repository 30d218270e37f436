import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../texts/texts.ts'
import { dayText, Moment } from '../../../ui/dates.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Name } from '../../../ui/parts.tsx'
import { AnswerDetails } from '../answer/parts.tsx'
import type { Due } from '../model.ts'
import type { OwnerShown } from '../owner/contract.ts'
import { SourceLink } from '../parts.tsx'
import type { EventShown } from './contract.ts'

/** The history, oldest first: what happened in a sentence, what was said, and when and by whom. */
export function History({ events, zone }: { events: readonly EventShown[]; zone: string }) {
  const { t, language } = useLanguage()
  return (
    <ol class="items">
      {events.map(event => (
        <li class="item" id={`${'consequence' in event ? event.kind : 'event'}-${event.id}`}>
          <p>{sentenceOf(t, event, day => dayText(language, day))}</p>
          <Said event={event} />
          {event.kind === 'answer' && <AnswerDetails event={event} />}
          {event.kind === 'letter' && (
            <p>
              <a href={event.href}>
                <Name>{event.name}</Name>
              </a>
            </p>
          )}
          <p class="muted small cluster">
            <Moment value={event.at} zone={zone} form="short" />
            <ByWhom event={event} />
            {event.source && <SourceLink source={event.source} />}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** What happened, in the reader's language. `dayIn` says a calendar day in it. */
export function sentenceOf(t: Texts, event: EventShown, dayIn: (day: string) => string): string {
  switch (event.kind) {
    case 'opened':
      return t(event.source ? 'commitments.history.opened-by-line' : 'commitments.history.opened')
    case 'state':
      return t('commitments.history.state', { state: t(`commitments.state.${event.state}`) })
    case 'report':
      return t('commitments.history.report', { report: t(`commitments.report.${event.report}`) })
    case 'answer':
      return t('commitments.history.answer', { answer: t(`commitments.answer.${event.answer}`) })
    case 'owner':
      return ownerSentence(t, event.owner)
    case 'due':
      return dueSentence(t, event.due, dayIn)
    case 'wording':
      return t('commitments.history.wording')
    case 'status':
      return t('commitments.history.status')
    case 'confirmed':
      return t('commitments.history.confirmed')
    case 'agreed':
    case 'stopped':
    case 'fired':
      return t(`consequences.history.${event.kind}`, { kind: t(`consequences.kind.${event.consequence}`) })
    case 'condition':
      return t(`conditions.history.${event.step}`, {
        day: event.day ? dayIn(event.day) : '',
        asked: event.asked ?? t('conditions.nobody'),
      })
    case 'letter':
      return t('commitments.history.letter')
    case 'asked':
      return t('commitments.history.asked')
  }
}

function ownerSentence(t: Texts, owner: OwnerShown): string {
  if (owner.kind === 'nobody') return t('commitments.history.owner-nobody')
  const name = owner.name ?? t(`commitments.owner.hidden.${owner.kind}`)
  return t('commitments.history.owner', { name })
}

function dueSentence(t: Texts, due: Due, dayIn: (day: string) => string): string {
  if (due.kind === 'nothing') return t('commitments.history.due-nothing')
  if (due.kind === 'words') return t('commitments.history.due-words', { words: due.words })
  return t('commitments.history.due-day', { day: dayIn(due.day) })
}

function Said({ event }: { event: EventShown }) {
  if (!('sentence' in event) || !event.sentence) return null
  return <Quote>{event.sentence}</Quote>
}

/** Words somebody said or wrote, in their own direction. */
export const Quote = ({ children, lang }: { children: ComponentChildren; lang?: string | undefined }) => (
  <blockquote dir="auto" lang={lang}>
    {children}
  </blockquote>
)

function ByWhom({ event: { by } }: { event: EventShown }) {
  const { t } = useLanguage()
  if (by.kind === 'link')
    return (
      <span>
        {t('commitments.history.by-link')}
        {by.name && (
          <>
            {' ('}
            <Name>{by.name}</Name>)
          </>
        )}
      </span>
    )
  return by.name ? <Name>{by.name}</Name> : null
}
