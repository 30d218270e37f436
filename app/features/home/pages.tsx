import { Day } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { Card, Cards, EmptyState, Name, Section } from '../../ui/parts.tsx'
import { DueWhen } from '../commitments/parts.tsx'
import type { HomeData } from './finds.ts'

/** Counts that call for something, each opening the list behind it. */
const CALLING = ['overdue', 'without-owner', 'without-date', 'open'] as const

export function HomePage({ data, frame }: Shown<unknown, HomeData>) {
  const { t } = frame
  const { inside } = data
  return (
    <Page
      frame={frame}
      title={frame.networkName}
      heading={<Name>{frame.networkName}</Name>}
      lead={t(inside ? 'home.lead-inside' : 'home.lead-public')}
      actions={
        <>
          {inside?.mayRead && (
            <ButtonLink href="/readings/new" kind="primary" icon="upload">
              {t('minutes.reading.begin')}
            </ButtonLink>
          )}
          {inside?.coordinates && (
            <ButtonLink href="/morning" icon="calendar">
              {t('home.morning')}
            </ButtonLink>
          )}
        </>
      }
    >
      {inside && <Inside inside={inside} frame={frame} />}
      <Section title={t('home.meetings')} count={data.meetings.length}>
        {data.meetings.length === 0 ? (
          <EmptyState title={t('home.no-meetings')} icon="calendar" />
        ) : (
          <Cards>
            {data.meetings.map(meeting => (
              <Card
                title={<Name>{meeting.name}</Name>}
                href={`/meetings/${meeting.id}`}
                preline={meeting.body && <Name>{meeting.body.name}</Name>}
              >
                {meeting.day ? <Day value={meeting.day} form="weekday" /> : t('home.no-day')}
              </Card>
            ))}
          </Cards>
        )}
      </Section>
    </Page>
  )
}

function Inside({ inside, frame: { t } }: { inside: NonNullable<HomeData['inside']>; frame: Frame }) {
  return (
    <>
      <Section title={t('home.at-a-glance')}>
        <ul class="figures">
          {CALLING.map(list => (
            <li>
              <a href={`/commitments?list=${list}`}>
                <strong>{inside.counts[list]}</strong>{' '}
                <span>{t(`home.count.${list}`, { count: inside.counts[list] })}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {inside.readings.length > 0 && (
        <Section title={t('home.readings')} count={inside.readings.length}>
          <ul class="lines">
            {inside.readings.map(reading => (
              <li>
                <a href={`/readings/${reading.id}`}>
                  <Name>{reading.title || t('minutes.reading.pasted')}</Name>
                </a>{' '}
                <span class="muted">{t('minutes.reading.undecided', { count: reading.undecided })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('home.mine')} count={inside.counts.mine}>
        {inside.mine.length === 0 ? (
          <p class="muted">{t('home.nothing-mine')}</p>
        ) : (
          <ul class="lines">
            {inside.mine.map(line => (
              <li>
                <a href={`/commitments/${line.id}`}>
                  <Name>{line.wording}</Name>
                </a>{' '}
                <span class="muted">
                  <DueWhen due={line.due} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
