import type { ComponentChildren } from 'preact'
import type { Audience, MeetingState } from '../../ground/schema.ts'
import type { Texts } from '../../texts/texts.ts'
import { Day, Hours } from '../../ui/dates.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { IconName } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Badge, Name, type Tone } from '../../ui/parts.tsx'
import type { Meeting } from './model.ts'

const states: Readonly<Record<MeetingState, { tone: Tone; icon: IconName }>> = {
  draft: { tone: 'warning', icon: 'edit' },
  scheduled: { tone: 'info', icon: 'calendar' },
  held: { tone: 'success', icon: 'done' },
  cancelled: { tone: 'danger', icon: 'close' },
}

export function MeetingStateBadge({ state }: { state: MeetingState }) {
  const { t } = useLanguage()
  return <Badge {...states[state]}>{t(`meetings.state.${state}`)}</Badge>
}

/** Day and times, or that there is no day yet. */
export function MeetingWhen({ meeting }: { meeting: Pick<Meeting, 'day' | 'startTime' | 'endTime'> }) {
  const { t } = useLanguage()
  if (!meeting.day) return <span class="muted">{t('meetings.undated')}</span>
  return (
    <span>
      <Day value={meeting.day} form="weekday" />
      {meeting.startTime && (
        <>
          ,{' '}
          <span class="nowrap">
            <Hours from={meeting.startTime} until={meeting.endTime} />
          </span>
        </>
      )}
    </span>
  )
}

type AgainstProps = {
  readonly holiday: string | null
  readonly schoolHoliday: string | null
  readonly taken?: { readonly name: string } | null
}

/** What speaks against a day: public and school holidays, and a meeting that the body has on it already. */
export function Against({ one: { holiday, schoolHoliday, taken } }: { one: AgainstProps }) {
  const { t } = useLanguage()
  return (
    <>
      {(holiday || schoolHoliday) && (
        <span class="cluster">
          {holiday && (
            <Badge tone="warning" icon="calendar">
              {t('meetings.series.holiday', { name: holiday })}
            </Badge>
          )}
          {schoolHoliday && (
            <Badge tone="info" icon="calendar">
              {t('meetings.series.school-holiday', { name: schoolHoliday })}
            </Badge>
          )}
        </span>
      )}
      {taken && (
        <p class="small">
          {t('meetings.series.taken')} <Name>{taken.name}</Name>
        </p>
      )}
    </>
  )
}

type AudienceProps = {
  readonly audience: Audience
  readonly body: string
  readonly withoutAdministration: boolean
  readonly draft?: boolean
  readonly named?: readonly { readonly name: string }[]
}

/** Who may know of it, in words. */
export function AudienceWords({ audience, body, withoutAdministration, draft = false, named = [] }: AudienceProps) {
  const { t } = useLanguage()
  return (
    <>
      {t(`meetings.audience.${audience}`, { body })}
      {named.length > 0 && (
        <>
          {': '}
          {named.map(({ name }, index) => (
            <>
              {index > 0 && ', '}
              <Name>{name}</Name>
            </>
          ))}
        </>
      )}
      {withoutAdministration && <> {t('meetings.without-administration')}</>}
      {draft && <> {t('meetings.draft-for', { body })}</>}
    </>
  )
}

type SubpageProps = {
  readonly frame: Frame
  readonly meeting: Pick<Meeting, 'id' | 'name' | 'day' | 'startTime' | 'endTime'>
  readonly title: string
  readonly failed: boolean
  readonly children: ComponentChildren
}

/** A page of a meeting for one purpose: below its title which meeting and when, above it the way back. */
export const MeetingSubpage = ({ frame, meeting, title, failed, children }: SubpageProps) => (
  <Page
    frame={frame}
    title={title}
    lead={
      <span class="cluster">
        <Name>{meeting.name}</Name>
        <MeetingWhen meeting={meeting} />
      </span>
    }
    breadcrumbs={meetingCrumbs(frame.t, meeting)}
    failed={failed}
  >
    {children}
  </Page>
)

/** The way back to a meeting. */
export const meetingCrumbs = (t: Texts, { id, name }: Pick<Meeting, 'id' | 'name'>) => [
  { href: '/meetings', label: t('meetings.title') },
  { href: `/meetings/${id}`, label: name },
]
