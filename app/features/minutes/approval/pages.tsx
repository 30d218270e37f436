import { Day, dayText } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Checkbox, Form, Select, Submit } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, Name, Notice, Section } from '../../../ui/parts.tsx'
import type { ApprovalShown } from './contract.ts'
import { Approved } from './parts.tsx'

/** Before minutes are approved: what stands in the way, what stays open, and in which meeting it happened. */
export function ApprovalPage({ data, form, frame }: Shown<unknown, ApprovalShown>) {
  const { t, language } = frame
  const { minutes, approval, hindered, unanswered, meetings, gaps } = data
  return (
    <Page
      frame={frame}
      title={t('minutes.approval.of', { meeting: minutes.name })}
      heading={t('minutes.approval.title')}
      lead={
        <>
          <Name>{minutes.name}</Name>
          {minutes.day && (
            <>
              {' · '}
              <Day value={minutes.day} form="weekday" />
            </>
          )}
        </>
      }
      breadcrumbs={[{ href: `/minutes/${minutes.id}`, label: t('minutes.reading.title') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      {approval && <Approved approval={approval} />}
      {hindered.map(why => (
        <Notice tone="warning" title={t(`minutes.approval.hindered.${why}`, { count: unanswered })}>
          {why === 'unanswered' && (
            <a href={`/minutes/${minutes.id}/corrections#list`}>{t('minutes.approval.to-corrections')}</a>
          )}
        </Notice>
      ))}
      {gaps.length > 0 && (
        <Section title={t('minutes.approval.gaps')} id="gaps" count={gaps.length}>
          <p>{t('minutes.approval.gaps-why')}</p>
          <ul class="lines">
            {gaps.map(({ id, wording, owner, due }) => (
              <li class="cluster">
                <a href={`/commitments/${id}/change`}>
                  <Name>{wording}</Name>
                </a>
                {owner && <Badge tone="warning">{t('commitments.owner.nobody')}</Badge>}
                {due && <Badge tone="warning">{t('commitments.due.nothing')}</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!approval && hindered.length === 0 && (
        <Form action={`/minutes/${minutes.id}/approval`} state={form} id="approve">
          <Select
            name="meetingId"
            label={t('minutes.approval.in')}
            value={meetings[0]?.id ?? ''}
            choices={meetings.map(({ id, name, day }) => ({
              value: id,
              label: `${name} (${dayText(language, day, 'short')})`,
            }))}
            required
          />
          {gaps.length > 0 && (
            <Checkbox name="confirmed" label={t('minutes.approval.confirm', { count: gaps.length })} />
          )}
          <p class="muted">{t('minutes.approval.what-happens')}</p>
          <Submit icon="done">{t('minutes.approval.submit')}</Submit>
        </Form>
      )}
    </Page>
  )
}
