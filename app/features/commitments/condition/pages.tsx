import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { DateInput, Form, Select, Submit, TextArea, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { Quote } from '../history/parts.tsx'
import { LONGEST_WORDING } from '../model.ts'
import type { ConditionLinkShown, ConditionNewShown } from './contract.ts'
import { LONGEST_DAYS } from './model.ts'
import { ConditionForm } from './parts.tsx'

/** What a commitment hangs on: in which words, and who is asked from when whether it came true. */
export function ConditionNewPage({ data, form, frame }: Shown<unknown, ConditionNewShown>) {
  const { t } = frame
  const { commitment, people, current, today } = data
  return (
    <Page
      frame={frame}
      title={t('conditions.new')}
      lead={t('conditions.new-lead')}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: `/commitments/${commitment.id}`, label: commitment.name },
      ]}
      failed={form.problems.length > 0}
    >
      {current && <Notice tone="info">{t('conditions.replaces')}</Notice>}
      <Form action={`/commitments/${commitment.id}/conditions`} id="condition" state={form}>
        <TextArea
          name="wording"
          label={t('conditions.wording')}
          hint={t('conditions.wording-hint')}
          value={current?.wording ?? ''}
          maxLength={LONGEST_WORDING}
          rows={3}
          required
        />
        <Select
          name="askedId"
          label={t('conditions.asked')}
          hint={t('conditions.asked-hint')}
          value={current?.asked?.id ?? ''}
          blank={t('conditions.asked-blank')}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <DateInput
          name="askOn"
          label={t('conditions.ask-on')}
          hint={t('conditions.ask-on-hint')}
          min={today}
          required
        />
        <TextInput
          name="days"
          type="number"
          label={t('conditions.days')}
          hint={t('conditions.days-hint', { most: LONGEST_DAYS })}
          value={current?.days === null || !current ? '' : String(current.days)}
          maxLength={3}
        />
        <Submit>{t('conditions.name')}</Submit>
      </Form>
    </Page>
  )
}

/** What whoever is asked opens by link. Opening it changes nothing. */
export function ConditionLinkPage({ input, data, form, frame }: Shown<{ secret: string }, ConditionLinkShown>) {
  const { t, networkName } = frame
  const { wording, body, state, metOn, sentence, today } = data
  return (
    <Page
      frame={frame}
      title={t('conditions.link-title')}
      lead={t('conditions.link-lead', { body, network: networkName })}
      failed={form.problems.length > 0}
      unlisted
    >
      <Quote>{wording}</Quote>
      {state === 'watched' ? (
        <ConditionForm action={`/links/conditions/${input.secret}`} today={today} form={form} />
      ) : (
        <Notice tone="success" title={t(`conditions.link-state.${state}`)}>
          {metOn && <Day value={metOn} form="weekday" />}
          {sentence && <Quote>{sentence}</Quote>}
        </Notice>
      )}
    </Page>
  )
}
