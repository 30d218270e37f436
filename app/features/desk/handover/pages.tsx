import { documentFormats } from '../../../ground/documents/document.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { Downloads } from '../../../ui/downloads.tsx'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, Notice } from '../../../ui/parts.tsx'
import type { HandoverShown } from './contract.ts'

/** What a hand-over holds, and the file of it. */
export function HandoverPage({ data, frame }: Shown<unknown, HandoverShown>) {
  const { t } = frame
  const addresses = data.people.filter(({ email }) => email !== null).length
  return (
    <Page
      frame={frame}
      title={t('desk.handover')}
      lead={t('desk.handover.lead')}
      breadcrumbs={[{ href: '/morning', label: t('desk.morning') }]}
    >
      <DefinitionList
        items={[
          { term: t('desk.handover.commitments'), value: String(data.commitments.length) },
          { term: t('desk.handover.consequences'), value: String(data.consequences.length) },
          { term: t('desk.handover.papers'), value: String(data.papers.length) },
          { term: t('desk.handover.meetings'), value: String(data.meetings.length) },
          {
            term: t('desk.handover.people'),
            value: t('desk.handover.addresses', { people: data.people.length, addresses }),
          },
          { term: t('desk.handover.organizations'), value: String(data.organizations.length) },
        ]}
      />
      <Notice tone="info">{t('desk.handover.private')}</Notice>
      <Downloads at="/handover" formats={documentFormats} about={t('desk.handover')} />
    </Page>
  )
}
