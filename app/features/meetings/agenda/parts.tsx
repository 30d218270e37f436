import { Day, Moment } from '../../../ui/dates.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { AgendaItem, AgendaLine, GuestEntry } from '../model.ts'

type Items = readonly (Omit<AgendaItem, 'minutesWait'> & {
  /** The viewer may approve the minutes that it looks back at. */
  readonly approve: boolean
  readonly commitments: readonly AgendaLine[] | null
  readonly entries: readonly GuestEntry[]
})[]

/** The agenda, and under the control of earlier minutes the open commitments, each on a line to speak about. */
export function Agenda({ items, zone, change }: { items: Items; zone: string; change: boolean }) {
  const { t } = useLanguage()
  return (
    <ol class="lines">
      {items.map(item => (
        <li id={`item-${item.id}`}>
          <h3>
            {item.number && <span class="count">{item.number} </span>}
            <Name>{item.title}</Name>
            {item.duration && (
              <span class="muted small"> {t('meetings.agenda.minutes', { count: item.duration })}</span>
            )}
          </h3>
          {(item.audience || item.withoutAdministration || change) && (
            <p class="cluster small">
              {item.audience && <Badge tone="neutral">{t(`meetings.audience-choice.${item.audience}`)}</Badge>}
              {item.withoutAdministration && <Badge tone="neutral">{t('meetings.without-administration')}</Badge>}
              {change && (
                <a href={`/agenda/${item.id}/change`}>
                  {t('meetings.item.change')}
                  <span class="kern-sr-only">: {item.title}</span>
                </a>
              )}
            </p>
          )}
          {item.commitment && <FromCommitment commitment={item.commitment} />}
          {item.minutesId && <ToMinutes minutesId={item.minutesId} approve={item.approve} />}
          {item.entries.length > 0 && (
            <ul>
              {item.entries.map(({ content }) => (
                <li>
                  <Name>{content}</Name>
                </li>
              ))}
            </ul>
          )}
          {item.commitments && <OpenCommitments lines={item.commitments} zone={zone} />}
        </li>
      ))}
    </ol>
  )
}

/** Where an item comes from that a consequence put there. */
export function FromCommitment({ commitment: { id, name } }: { commitment: { id: string; name: string } }) {
  const { t } = useLanguage()
  return (
    <p class="small">
      {t('meetings.item.from-commitment')}{' '}
      <a href={`/commitments/${id}`}>
        <Name>{name}</Name>
      </a>
    </p>
  )
}

function ToMinutes({ minutesId, approve }: { minutesId: string; approve: boolean }) {
  const { t } = useLanguage()
  return (
    <p class="small cluster">
      <a href={`/minutes/${minutesId}`}>{t('meetings.control.minutes')}</a>
      {approve && <a href={`/minutes/${minutesId}/approval`}>{t('meetings.control.approve')}</a>}
    </p>
  )
}

function OpenCommitments({ lines, zone }: { lines: readonly AgendaLine[]; zone: string }) {
  const { t } = useLanguage()
  if (lines.length === 0) return <p class="muted">{t('meetings.control.none')}</p>
  return (
    <Table
      caption={t('meetings.control.open', { count: lines.length })}
      rows={lines}
      columns={[
        {
          label: t('commitments.commitment'),
          cell: ({ href, wording }) => (
            <a href={href}>
              <Name>{wording}</Name>
            </a>
          ),
        },
        { label: t('commitments.owner'), cell: ({ owner }) => <LineOwner owner={owner} /> },
        { label: t('commitments.due'), cell: ({ due }) => <LineDue due={due} /> },
        {
          label: t('commitments.state'),
          cell: line => (
            <>
              <LineState line={line} />
              {line.report && <LastReport report={line.report} zone={zone} />}
            </>
          ),
        },
      ]}
    />
  )
}

function LineState({ line: { state, daysOverdue } }: { line: AgendaLine }) {
  const { t } = useLanguage()
  if (daysOverdue !== null)
    return (
      <Badge tone="warning" icon="clock">
        {t('commitments.overdue', { days: daysOverdue })}
      </Badge>
    )
  return <Badge tone={state === 'under_way' ? 'info' : 'neutral'}>{t(`commitments.state.${state}`)}</Badge>
}

function LineOwner({ owner: { kind, name } }: { owner: AgendaLine['owner'] }) {
  const { t } = useLanguage()
  if (kind === 'nobody')
    return (
      <Badge tone="warning" icon="person">
        {t('commitments.owner.nobody')}
      </Badge>
    )
  return <span>{name === null ? t(`commitments.owner.hidden.${kind}`) : <Name>{name}</Name>}</span>
}

function LineDue({ due: { day, words } }: { due: AgendaLine['due'] }) {
  const { t } = useLanguage()
  if (day) return <Day value={day} form="short" />
  return <span>{words ? <Name>{words}</Name> : t('commitments.due.nothing')}</span>
}

/** What the owner said when asked, for the meeting to hear. */
function LastReport({
  report: { report, sentence, at },
  zone,
}: {
  report: NonNullable<AgendaLine['report']>
  zone: string
}) {
  const { t } = useLanguage()
  return (
    <div class="small">
      <p>{t('commitments.history.report', { report: t(`commitments.report.${report}`) })}</p>
      <p class="muted">
        <Moment value={at} zone={zone} form="short" />
      </p>
      {sentence && <blockquote dir="auto">{sentence}</blockquote>}
    </div>
  )
}
