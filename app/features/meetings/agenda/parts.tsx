import { Day, Moment } from '../../../ui/dates.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name } from '../../../ui/parts.tsx'
import type { AgendaItem, AgendaLine } from '../model.ts'

type Items = readonly (AgendaItem & { readonly commitments: readonly AgendaLine[] | null })[]

/** The agenda, and under the control of earlier minutes the open commitments, each on a line to speak about. */
export function Agenda({ items, zone }: { items: Items; zone: string }) {
  return (
    <ol class="lines">
      {items.map(item => (
        <li>
          <h3>
            {item.number && <span class="count">{item.number} </span>}
            <Name>{item.title}</Name>
          </h3>
          {item.minutesId && <ToMinutes minutesId={item.minutesId} />}
          {item.commitments && <OpenCommitments lines={item.commitments} zone={zone} />}
        </li>
      ))}
    </ol>
  )
}

function ToMinutes({ minutesId }: { minutesId: string }) {
  const { t } = useLanguage()
  return (
    <p class="small">
      <a href={`/minutes/${minutesId}`}>{t('meetings.control.minutes')}</a>
    </p>
  )
}

function OpenCommitments({ lines, zone }: { lines: readonly AgendaLine[]; zone: string }) {
  const { t } = useLanguage()
  if (lines.length === 0) return <p class="muted">{t('meetings.control.none')}</p>
  return (
    <>
      <p class="muted">{t('meetings.control.open', { count: lines.length })}</p>
      <ul class="items">
        {lines.map(line => (
          <li class="item">
            <p>
              <a href={line.href}>
                <Name>{line.wording}</Name>
              </a>
            </p>
            <p class="cluster small">
              <LineState line={line} />
              <LineOwner owner={line.owner} />
              <LineDue due={line.due} />
            </p>
            {line.report && <LastReport report={line.report} zone={zone} />}
          </li>
        ))}
      </ul>
    </>
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
      <p class="cluster">
        <Icon name="quote" />
        {t('commitments.history.report', { report: t(`commitments.report.${report}`) })}
        <span class="muted">
          <Moment value={at} zone={zone} form="short" />
        </span>
      </p>
      {sentence && <blockquote dir="auto">{sentence}</blockquote>}
    </div>
  )
}
