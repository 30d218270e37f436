import type { z } from 'zod'
import { Day, Moment } from '../../../ui/dates.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Name, Notice, Section } from '../../../ui/parts.tsx'
import type { approval, frozenReport } from './contract.ts'

/** That minutes are approved, since when, and in which meeting. */
export function Approved({
  approval: { day, manner, meetingId, meetingName },
}: {
  approval: z.infer<typeof approval>
}) {
  const { t } = useLanguage()
  return (
    <Notice tone="success" title={t(`minutes.approval.is-${manner}`)}>
      <Day value={day} form="weekday" />
      {meetingId && meetingName && (
        <>
          {' · '}
          <a href={`/meetings/${meetingId}`}>
            <Name>{meetingName}</Name>
          </a>
        </>
      )}
    </Notice>
  )
}

/** What was reported until the meeting, as it was said; the commitment itself lives on behind its link. */
export function FrozenReports({ reports, zone }: { reports: readonly z.infer<typeof frozenReport>[]; zone: string }) {
  const { t } = useLanguage()
  if (reports.length === 0) return null
  return (
    <Section title={t('minutes.approval.reports')} id="reports" count={reports.length}>
      <ul class="lines">
        {reports.map(({ commitmentId, wording, report, sentence, at }) => (
          <li>
            <p dir="auto" lang="de">
              <a href={`/commitments/${commitmentId}`}>{wording}</a>
            </p>
            <p class="cluster small">
              <strong>{t(`commitments.report.${report}`)}</strong>
              {sentence && <Name>{sentence}</Name>}
              <span class="muted">
                <Moment value={at} zone={zone} form="short" />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
