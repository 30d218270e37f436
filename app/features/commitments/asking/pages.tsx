import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Form, HiddenInput, PostButton, Submit } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { meetingCrumbs } from '../../meetings/parts.tsx'
import { Quote } from '../history/parts.tsx'
import { ReportBadge } from '../parts.tsx'
import { ReportFields } from '../state/parts.tsx'
import type { AskedLinkShown, AskingShown } from './contract.ts'

/** From here every owner is asked before a meeting, and here stands what came back. */
export function AskingPage({ data, frame }: Shown<unknown, AskingShown>) {
  const { t } = frame
  const { meeting, asking, asked, left, can, zone } = data
  return (
    <Page
      frame={frame}
      title={t('commitments.asking.title')}
      lead={t('commitments.asking.lead')}
      breadcrumbs={meetingCrumbs(t, meeting)}
    >
      {!asking && data.open === 0 && <EmptyState icon="done" title={t('commitments.asking.nothing-open')} />}
      {!asking && data.open > 0 && (
        <>
          <p>{t('commitments.asking.open', { count: data.open })}</p>
          <p>{t('commitments.asking.how')}</p>
          {can.begin ? (
            <PostButton action={`/meetings/${meeting.id}/asking`} kind="primary" icon="mail">
              {t('commitments.asking.begin')}
            </PostButton>
          ) : (
            <Notice tone="warning">{t('problem.meeting-not-open')}</Notice>
          )}
        </>
      )}
      {asking && (
        <Notice tone="info" title={t(asking.done ? 'commitments.asking.done' : 'commitments.asking.running')}>
          <Moment value={asking.begunAt} zone={zone} />
        </Notice>
      )}
      {asked.length > 0 && (
        <Section title={t('commitments.asking.asked')} id="asked" count={asked.length}>
          <Table
            caption={t('commitments.asking.asked')}
            captionHidden
            rows={asked}
            columns={[
              { label: t('commitments.links.to'), cell: ({ to }) => <Name>{to}</Name> },
              { label: t('commitments.asking.commitments'), numeric: true, cell: one => one.commitments },
              { label: t('commitments.asking.reported'), numeric: true, cell: one => one.reported },
              {
                label: t('commitments.asking.mail'),
                cell: ({ mail }) => (
                  <Badge tone={mail === 'failed' || mail === null ? 'danger' : 'neutral'}>
                    {mail ? t(`invitation.mail.state.${mail}`) : t('commitments.asking.no-mail')}
                  </Badge>
                ),
              },
            ]}
          />
        </Section>
      )}
      {asking?.done && left.length > 0 && (
        <Section title={t('commitments.asking.left')} id="left" count={left.length}>
          <p>{t('commitments.asking.left-why')}</p>
          <ul>
            {left.map(({ id, wording, canAsk }) => (
              <li>
                <a href={`/commitments/${id}${canAsk ? '/ask' : ''}`}>
                  <Name>{wording}</Name>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** What the link over all of somebody's commitments opens. Opening it changes nothing; each is reported on by itself. */
export function AskedLinkPage({ data, input, form, frame }: Shown<{ secret: string }, AskedLinkShown>) {
  const { t, networkName } = frame
  const { commitments, zone, expiresAt } = data
  const answered = commitments.filter(({ reports }) => reports.length > 0).length
  return (
    <Page
      frame={frame}
      title={t('commitments.asking.link-title', { count: commitments.length })}
      lead={t('commitments.asking.link-lead', { network: networkName })}
      failed={form.problems.length > 0}
      unlisted
    >
      {commitments.length === 0 && <EmptyState icon="done" title={t('commitments.asking.link-nothing')} />}
      {answered > 0 && form.problems.length === 0 && (
        <Notice tone="success" title={t('commitments.link.thanks')}>
          {t('commitments.asking.link-so-far', { answered, all: commitments.length })}
        </Notice>
      )}
      {commitments.length > 0 && <p class="muted">{t('commitments.link.who-reads')}</p>}
      {commitments.map(({ id, wording, dueOn, reports }, at) => (
        <Section title={t('commitments.asking.link-one', { number: at + 1 })} id={`c-${id}`}>
          <Quote lang={frame.languages[0]}>{wording}</Quote>
          {dueOn && (
            <p>
              {t('commitments.link.due')} <Day value={dueOn} form="weekday" />
            </p>
          )}
          {reports[0] && (
            <p class="cluster">
              <ReportBadge report={reports[0].report} />
              <span class="muted small">
                <Moment value={reports[0].at} zone={zone} form="short" />
              </span>
              {reports[0].sentence && <Name>{reports[0].sentence}</Name>}
            </p>
          )}
          <Form
            action={`/links/commitments/${input.secret}`}
            id={`report-${id}`}
            state={form.values.commitment === id ? form : null}
          >
            <HiddenInput name="commitment" value={id} />
            <ReportFields t={t} />
            <Submit kind="secondary" about={wording.slice(0, 80)}>
              {t('commitments.report.submit')}
            </Submit>
          </Form>
        </Section>
      ))}
      <p class="muted small">
        {t('commitments.link.until')} <Moment value={expiresAt} zone={zone} />
      </p>
    </Page>
  )
}
