import type { ComponentChildren } from 'preact'
import type { Texts } from '../../texts/texts.ts'
import { Day, Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink } from '../../ui/forms.tsx'
import { Page } from '../../ui/page.tsx'
import { Badge, EmptyState, Name, Section } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { DueWhen, OwnerName, StateBadges } from '../commitments/parts.tsx'
import type { MorningInput, MorningShown } from './contract.ts'
import { BRIEFLY, type DueList, dueLists, type MorningList, morningLists } from './model.ts'

/** What the day asks: a number for each list that opens it, and the first lines of each. */
export function MorningPage({ data, frame }: Shown<MorningInput, MorningShown>) {
  const { t } = frame
  const { list, counts } = data
  const filled = morningLists.filter(one => (list === null ? counts[one] > 0 : one === list))
  return (
    <Page
      frame={frame}
      title={list ? t(`desk.list.${list}`) : t('desk.morning')}
      lead={list ? t(`desk.why.${list}`) : <Day value={data.today} form="weekday" />}
      breadcrumbs={list ? [{ href: '/morning', label: t('desk.morning') }] : []}
      actions={
        list === null && (
          <ButtonLink href="/handover" icon="download">
            {t('desk.handover')}
          </ButtonLink>
        )
      }
    >
      {list === null && (
        <ul class="figures">
          {morningLists.map(one => (
            <li>
              <a href={`/morning?list=${one}`}>
                <strong>{countShown(data, one)}</strong> <span>{t(`desk.count.${one}`, { count: counts[one] })}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {(list === null ? filled.length : counts[list]) === 0 && (
        <EmptyState icon="done" title={t(list ? 'desk.none-here' : 'desk.none')}>
          {list === null && t('desk.none-why')}
        </EmptyState>
      )}
      {list === null
        ? filled.map(one => (
            <Section title={t(`desk.list.${one}`)} id={one}>
              <Lines data={data} list={one} t={t} />
              {counts[one] > BRIEFLY && (
                <p>
                  <a href={`/morning?list=${one}`}>
                    {t('desk.all', { count: countShown(data, one), list: t(`desk.list.${one}`) })}
                  </a>
                </p>
              )}
            </Section>
          ))
        : counts[list] > 0 && <Lines data={data} list={list} t={t} />}
    </Page>
  )
}

const countShown = ({ counts, more }: MorningShown, list: MorningList): string =>
  more.includes(list) ? `${counts[list]}+` : String(counts[list])

type LinesProps = { data: MorningShown; list: MorningList; t: Texts }
const isDue = (list: MorningList): list is DueList => (dueLists as readonly MorningList[]).includes(list)
const linked = (href: string, name: string): ComponentChildren => (
  <a href={href}>
    <Name>{name}</Name>
  </a>
)

function Lines({ data, list, t }: LinesProps) {
  const caption = t(`desk.list.${list}`)
  if (isDue(list))
    return (
      <Table
        caption={caption}
        captionHidden
        rows={data.due[list]}
        columns={[
          { label: t('commitments.commitment'), cell: ({ id, wording }) => linked(`/commitments/${id}`, wording) },
          { label: t('commitments.owner'), cell: ({ owner }) => <OwnerName owner={owner} /> },
          { label: t('commitments.due'), cell: ({ due }) => <DueWhen due={due} /> },
          {
            label: t('commitments.state'),
            cell: ({ state, daysOverdue }) => <StateBadges state={state} daysOverdue={daysOverdue} />,
          },
        ]}
      />
    )
  if (list === 'asked')
    return (
      <Table
        caption={caption}
        captionHidden
        rows={data.asked}
        columns={[
          { label: t('desk.asked.who'), cell: ({ to }) => <Name>{to || t('desk.asked.nobody')}</Name> },
          { label: t('desk.asked.about'), cell: ({ href, about }) => linked(href, about) },
          { label: t('desk.asked.commitments'), cell: ({ commitments }) => commitments, numeric: true },
          { label: t('desk.asked.at'), cell: ({ at }) => <Moment value={at} zone={data.zone} form="short" /> },
        ]}
      />
    )
  if (list === 'fires')
    return (
      <Table
        caption={caption}
        captionHidden
        rows={data.fires}
        columns={[
          {
            label: t('commitments.commitment'),
            cell: ({ commitment: { id, name } }) => linked(`/commitments/${id}`, name),
          },
          {
            label: t('desk.fires.what'),
            cell: ({ id, kind }) => <a href={`/consequences/${id}`}>{t(`consequences.kind.${kind}`)}</a>,
          },
          { label: t('desk.fires.on'), cell: ({ on }) => <Day value={on} form="short" /> },
        ]}
      />
    )
  if (list === 'drafts')
    return (
      <Table
        caption={caption}
        captionHidden
        rows={data.drafts}
        columns={[
          { label: t('letters.subject'), cell: ({ id, subject }) => linked(`/letters/${id}`, subject) },
          { label: t('commitments.body'), cell: ({ body }) => <Name>{body}</Name> },
          {
            label: t('desk.drafts.since'),
            cell: ({ since }) => <Moment value={since} zone={data.zone} form="short" />,
          },
        ]}
      />
    )
  if (list === 'answers')
    return (
      <Table
        caption={caption}
        captionHidden
        rows={data.answers}
        columns={[
          { label: t('desk.answers.for'), cell: ({ href, name }) => linked(href, name) },
          { label: t('desk.answers.what'), cell: ({ kind, count }) => t(`desk.answers.${kind}`, { count }) },
        ]}
      />
    )
  return <Meetings data={data} t={t} caption={caption} />
}

function Meetings({ data, t, caption }: { data: MorningShown; t: Texts; caption: string }) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={data.meetings}
      columns={[
        { label: t('desk.meeting'), cell: ({ id, name }) => linked(`/meetings/${id}`, name) },
        { label: t('desk.meeting.day'), cell: ({ day }) => <Day value={day} form="short" /> },
        {
          label: t('desk.meeting.latest'),
          cell: ({ id, latest, invited, draft, silent }) => {
            if (invited) return t('desk.meeting.silent', { count: silent })
            if (latest === null) return t('desk.meeting.no-rule')
            const day = <Day value={latest} form="short" />
            if (latest < data.today)
              return (
                <span class="cluster">
                  {day} <Badge tone="danger">{t('desk.meeting.too-late')}</Badge>
                </span>
              )
            return draft ? day : <a href={`/meetings/${id}/invitation`}>{day}</a>
          },
        },
      ]}
    />
  )
}
