import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Form, Submit, TextArea } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Notice, Section } from '../../../ui/parts.tsx'
import type { StatementShown } from '../contract.ts'
import { LONGEST_STATEMENT } from '../model.ts'
import { Entry } from '../parts.tsx'

/** What an authority sees before everybody does, and where it says something beside it. Opening it changes nothing. */
export function StatementPage({ input, data, form, frame }: Shown<{ secret: string }, StatementShown>) {
  const { t, networkName, languages } = frame
  const { entry, standing, publicFrom, withdrawnReason, zone } = data
  return (
    <Page
      frame={frame}
      title={t('account.see.title')}
      lead={t('account.see.lead', { network: networkName })}
      failed={form.problems.length > 0}
      unlisted
    >
      <Notice tone="info" title={t(`account.standing.${standing}`)}>
        {(standing === 'waiting' || standing === 'ripe') && (
          <p>
            {t('account.from')} <Day value={publicFrom} form="weekday" />
          </p>
        )}
        {standing === 'withdrawn' && <p dir="auto">{withdrawnReason || t('account.replaced')}</p>}
      </Notice>
      <Section title={t('publications.approve.preview')} id="entry">
        <Entry entry={entry} zone={zone} first={languages[0]} />
      </Section>
      {standing !== 'withdrawn' && (
        <Section title={t('account.see.yours')} id="statement">
          <Form action={`/links/accountability/${input.secret}`} state={form}>
            <TextArea
              name="content"
              label={t('account.statement')}
              hint={t('account.see.hint')}
              value={entry.statement?.content ?? ''}
              maxLength={LONGEST_STATEMENT}
              rows={6}
              required
            />
            <Submit>{t('account.see.submit')}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}
