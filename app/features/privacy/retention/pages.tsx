import { retentionKinds } from '../../../ground/schema/privacy.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Button, Buttons, Form, PostButton, Select, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { RetentionShown } from './finds.ts'
import { shortest } from './model.ts'

/** How long what is kept, what would go tonight, what holds it, and what went. */
export function RetentionPage({ data, form, frame }: Shown<unknown, RetentionShown>) {
  const { t } = frame
  const kinds = retentionKinds.map(value => ({ value, label: t(`privacy.kind.${value}`) }))
  const ofHold = form.problems.length > 0 && 'reason' in form.values
  return (
    <Page
      frame={frame}
      title={t('privacy.retention.title')}
      lead={t('privacy.retention.lead')}
      breadcrumbs={[{ href: '/privacy/overview', label: t('privacy.overview.title') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      <Table
        caption={t('privacy.retention.periods')}
        rows={data.periods}
        columns={[
          { label: t('privacy.retention.kind'), cell: ({ kind }) => t(`privacy.kind.${kind}`) },
          { label: t('privacy.retention.days'), cell: ({ days }) => t('network.privacy.days', { days }) },
          {
            label: t('privacy.retention.since'),
            cell: ({ isDefault, since, setBy }) => (
              <>
                <Day value={since} /> ·{' '}
                {isDefault ? t('privacy.retention.default') : <Name>{setBy ?? t('privacy.somebody')}</Name>}
              </>
            ),
          },
          {
            label: t('privacy.retention.due'),
            numeric: true,
            cell: ({ due, hold }) => (hold ? t('privacy.retention.held') : due),
          },
          {
            label: t('privacy.retention.hold'),
            cell: ({ kind, hold }) =>
              hold && (
                <>
                  <bdi>{hold.reason}</bdi> · <Name>{hold.setBy ?? t('privacy.somebody')}</Name>,{' '}
                  <Day value={hold.since} />
                  <PostButton
                    action={`/privacy/retention/holds/${hold.id}/lift`}
                    small
                    about={t(`privacy.kind.${kind}`)}
                  >
                    {t('privacy.retention.lift')}
                  </PostButton>
                </>
              ),
          },
        ]}
      />
      <p>{t('privacy.retention.kept-always')}</p>
      <Section title={t('privacy.retention.change')}>
        <Form action="/privacy/retention/periods" id="period" state={ofHold ? null : form}>
          <Select name="kind" label={t('privacy.retention.kind')} choices={kinds} required />
          <TextInput
            name="days"
            type="number"
            label={t('privacy.retention.in-days')}
            hint={t('privacy.retention.days-hint', { days: shortest.journal })}
            required
          />
          <Buttons>
            <Button>{t('ui.save')}</Button>
          </Buttons>
        </Form>
      </Section>
      <Section title={t('privacy.retention.stop')}>
        <p>{t('privacy.retention.stop-lead')}</p>
        <Form action="/privacy/retention/holds" id="hold" state={ofHold ? form : null}>
          <Select name="kind" label={t('privacy.retention.kind')} choices={kinds} required />
          <TextInput name="reason" label={t('privacy.retention.reason')} maxLength={500} required />
          <Buttons>
            <Button>{t('privacy.retention.stop-do')}</Button>
          </Buttons>
        </Form>
      </Section>
      <Section title={t('privacy.retention.runs')} count={data.runs.length}>
        <Table
          caption={t('privacy.retention.runs')}
          captionHidden
          rows={data.runs}
          empty={<EmptyState title={t('privacy.retention.no-runs')} />}
          columns={[
            { label: t('privacy.retention.kind'), cell: ({ kind }) => t(`privacy.kind.${kind}`) },
            { label: t('privacy.retention.when'), cell: ({ at }) => <Moment value={at} zone={data.zone} /> },
            { label: t('privacy.retention.count'), numeric: true, cell: ({ count }) => count },
            { label: t('privacy.retention.days'), cell: ({ days }) => t('network.privacy.days', { days }) },
          ]}
        />
      </Section>
    </Page>
  )
}
