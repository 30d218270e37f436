import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Name, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { ProcessingShown } from './finds.ts'

/** The record of processing (Art. 30 GDPR), made from the schema; it prints as it stands. */
export function ProcessingPage({ data, frame }: Shown<unknown, ProcessingShown>) {
  const { t } = frame
  const { operator } = data
  return (
    <Page
      frame={frame}
      title={t('privacy.processing.title')}
      lead={
        <>
          {t('privacy.processing.lead')} <Day value={data.today} />
        </>
      }
      breadcrumbs={[{ href: '/privacy/overview', label: t('privacy.overview.title') }]}
      wide
      unlisted
    >
      <Section title={t('network.privacy.controller')}>
        <address>
          {[operator.name, ...operator.address, operator.contact].filter(Boolean).map(line => (
            <>
              <Name>{line}</Name>
              <br />
            </>
          ))}
        </address>
      </Section>
      <Section title={t('privacy.processing.who')}>
        <p>{t('privacy.processing.who-list')}</p>
        <p>{t('network.privacy.special')}</p>
      </Section>
      <Table
        caption={t('privacy.processing.records')}
        rows={data.processings}
        columns={[
          { label: t('privacy.processing.record'), cell: ({ record }) => t(`privacy.record.${record}`) },
          {
            label: t('privacy.processing.data'),
            cell: ({ data: kinds }) => kinds.map(kind => t(`privacy.data.${kind}`)).join(', '),
          },
          { label: t('privacy.processing.purpose'), cell: ({ purpose }) => t(`network.privacy.purpose.${purpose}`) },
          { label: t('privacy.processing.recipients'), cell: one => t(`privacy.recipients.${one.recipients}`) },
          {
            label: t('privacy.processing.kept'),
            cell: ({ days }) => (days === null ? t('privacy.kept.always') : t('network.privacy.days', { days })),
          },
          { label: t('privacy.processing.erasure'), cell: ({ erasure }) => erasureText(erasure, frame) },
        ]}
      />
      <Section title={t('privacy.processing.measures')}>
        <ul>
          {data.measures.map(measure => (
            <li>{t(`privacy.measure.${measure}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

const erasureText = (erasure: ProcessingShown['processings'][number]['erasure'], { t }: Frame): string =>
  typeof erasure === 'string' ? t(`privacy.erases.${erasure}`) : t(`privacy.erases.keep-${erasure.keep}`)
