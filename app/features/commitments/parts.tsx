import type { CommitmentState, Report } from '../../ground/schema.ts'
import { languages } from '../../texts/texts.ts'
import { Day, dayText } from '../../ui/dates.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Badge, Name, type Tone } from '../../ui/parts.tsx'
import type { CommitmentLine } from './contract.ts'
import type { Due } from './model.ts'
import type { OwnerShown } from './owner/contract.ts'

const states: Readonly<Record<CommitmentState, { tone: Tone; icon: IconName }>> = {
  open: { tone: 'neutral', icon: 'open' },
  under_way: { tone: 'info', icon: 'arrow' },
  done: { tone: 'success', icon: 'done' },
  missed: { tone: 'danger', icon: 'error' },
  dropped: { tone: 'neutral', icon: 'close' },
}

type BadgesProps = { state: CommitmentState; daysOverdue: number | null; fired?: boolean }

/** Where a commitment stands, how long it is overdue, and whether that had a consequence. */
export function StateBadges({ state, daysOverdue, fired }: BadgesProps) {
  const { t } = useLanguage()
  return (
    <span class="cluster">
      <Badge {...states[state]}>{t(`commitments.state.${state}`)}</Badge>
      {daysOverdue !== null && (
        <Badge tone="warning" icon="clock">
          {t('commitments.overdue', { days: daysOverdue })}
        </Badge>
      )}
      {fired && (
        <Badge tone="danger" icon="flag">
          {t('consequences.fired-badge')}
        </Badge>
      )}
    </span>
  )
}

const reportTones: Readonly<Record<Report, { tone: Tone; icon: IconName }>> = {
  done: { tone: 'success', icon: 'done' },
  under_way: { tone: 'info', icon: 'arrow' },
  need_help: { tone: 'warning', icon: 'question' },
  can_not: { tone: 'danger', icon: 'close' },
}

export function ReportBadge({ report }: { report: Report }) {
  const { t } = useLanguage()
  return <Badge {...reportTones[report]}>{t(`commitments.report.${report}`)}</Badge>
}

/** Who is bound. Nobody is shown as what it is, with the words of the minutes where there are some. */
export function OwnerName({ owner }: { owner: OwnerShown }) {
  const { t } = useLanguage()
  if (owner.kind === 'nobody')
    return (
      <span class="cluster">
        <Badge tone="warning" icon="person">
          {t('commitments.owner.nobody')}
        </Badge>
        {owner.name && <span class="muted small">{t('commitments.owner.as-written', { name: owner.name })}</span>}
      </span>
    )
  if (owner.name === null) return <span class="muted">{t(`commitments.owner.hidden.${owner.kind}`)}</span>
  return <Name>{owner.name}</Name>
}

/** Until when: the day, the words it was said in, or that there is none yet. */
export function DueWhen({ due }: { due: Due }) {
  const { t } = useLanguage()
  if (due.kind === 'nothing')
    return (
      <Badge tone="warning" icon="calendar">
        {t('commitments.due.nothing')}
      </Badge>
    )
  if (due.kind === 'words') return <Name>{due.words}</Name>
  return (
    <span>
      <Day value={due.day} form="short" />
      {due.words && !isWritten(due.words, due.day) && (
        <>
          {' '}
          <span class="muted small">
            (<Name>{due.words}</Name>)
          </span>
        </>
      )}
    </span>
  )
}

/** Words that are the day itself, written out, add nothing to it. */
const isWritten = (words: string, day: string): boolean =>
  languages.some(language => words === dayText(language, day, 'short') || words === dayText(language, day, 'long'))

export const lineHref = ({ minutesId, line }: { minutesId: string; line: number }): string =>
  `/minutes/${minutesId}#L${line}`

/** The way back to the line it was said in. */
export function SourceLink({ source }: { source: CommitmentLine['source'] }) {
  const { t } = useLanguage()
  if (!source) return <span class="muted">{t('commitments.source.by-hand')}</span>
  return (
    <a href={lineHref(source)}>
      {source.day && (
        <>
          <Day value={source.day} form="short" />,{' '}
        </>
      )}
      <span class="nowrap">{t('commitments.source.line', { line: source.line })}</span>
    </a>
  )
}
