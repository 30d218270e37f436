import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { problemText } from '../../../ui/field.tsx'
import { ButtonLink, PostButton, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { CalendarLinkInput, CalendarLinkShown, CalendarShown } from './contract.ts'

/** Calendars to subscribe to: one's own by a secret link, the public ones by their address. */
export function CalendarsPage({ data, form, frame }: Shown<unknown, CalendarShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('meetings.calendar.title')}
      lead={t('meetings.calendar.lead')}
      breadcrumbs={[{ href: '/meetings', label: t('meetings.title') }]}
      unlisted
    >
      {form.problems.map(problem => (
        <Notice tone="danger" status>
          {problemText(t, problem)}
        </Notice>
      ))}
      {data.links && <Own data={data} t={t} links={data.links} />}
      <Section title={t('meetings.calendar.public')} id="public">
        <p>{t('meetings.calendar.public-what')}</p>
        <p>
          <a href="/calendar.ics" dir="ltr">
            {data.address}
          </a>
        </p>
        {data.bodies.length > 0 && (
          <Table
            caption={t('meetings.calendar.bodies')}
            rows={data.bodies}
            columns={[
              { label: t('meetings.body'), cell: ({ name }) => <Name>{name}</Name> },
              {
                label: t('meetings.calendar.address'),
                cell: ({ id, address, open }) => (
                  <>
                    <a href={`/bodies/${id}/calendar.ics`} dir="ltr" class="breaking">
                      {address}
                    </a>{' '}
                    {!open && <Badge tone="neutral">{t('meetings.calendar.signed-in-only')}</Badge>}
                  </>
                ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}

type OwnProps = {
  data: CalendarShown
  t: Shown<unknown, unknown>['frame']['t']
  links: NonNullable<CalendarShown['links']>
}

function Own({ data, t, links }: OwnProps) {
  const make = (
    <PostButton action="/calendar/links" kind="primary">
      {t('meetings.calendar.make')}
    </PostButton>
  )
  return (
    <Section title={t('meetings.calendar.own')} id="own" count={links.length}>
      <p>{t('meetings.calendar.own-what')}</p>
      {links.length === 0 ? (
        <EmptyState icon="link" title={t('meetings.calendar.none')} action={make} />
      ) : (
        <>
          <Table
            caption={t('meetings.calendar.own')}
            captionHidden
            rows={links}
            columns={[
              {
                label: t('meetings.calendar.made'),
                cell: ({ createdAt }) => <Moment value={createdAt} zone={data.zone} />,
              },
              {
                label: t('meetings.calendar.revoke'),
                silent: true,
                cell: ({ id }) => (
                  <PostButton action={`/calendar/links/${id}/revocation`} kind="danger" small>
                    {t('meetings.calendar.revoke')}
                  </PostButton>
                ),
              },
            ]}
          />
          {make}
        </>
      )}
    </Section>
  )
}

/** The address of one's own calendar, shown once. */
export function CalendarLinkPage({ data, frame }: Shown<CalendarLinkInput, CalendarLinkShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('meetings.calendar.made-title')}
      lead={t('meetings.calendar.made-lead')}
      breadcrumbs={[{ href: '/calendar', label: t('meetings.calendar.title') }]}
      unlisted
    >
      <TextInput name="address" label={t('meetings.calendar.address')} value={data.address} unmarked />
      <Notice tone="warning" title={t('meetings.calendar.secret')}>
        {t('meetings.calendar.secret-why')}
      </Notice>
      <p>{t('meetings.calendar.how')}</p>
      <ButtonLink href="/calendar">{t('meetings.calendar.back')}</ButtonLink>
    </Page>
  )
}
