import { audiences } from '../../../../ground/schema.ts'
import { Day } from '../../../../ui/dates.tsx'
import type { Shown } from '../../../../ui/doors.tsx'
import { Checkbox, DateInput, Form, HiddenInput, Select, Submit, TextInput } from '../../../../ui/forms.tsx'
import { DefinitionList, Details, Name } from '../../../../ui/parts.tsx'
import type { ReviewInput } from '../contract.ts'
import type { ReviewData } from '../finds.ts'
import type { HeadNow } from '../model.ts'
import { stateFor } from '../model.ts'
import { AtLines } from '../parts.tsx'

/** When, where, which body, and who may see what becomes of it. */
export function HeadSection({ data, frame, form }: Shown<ReviewInput, ReviewData>) {
  const { t } = frame
  const { review, bodies, can } = data
  const { head } = review
  const state = stateFor(form, 'minuteTaker')
  const missing = !head.date || (!review.bodyId && !head.body)
  return (
    <section class="section" id="head">
      <h2>{t('minutes.head.title')}</h2>
      <DefinitionList
        items={[
          ...facts(head, t),
          {
            term: t('minutes.head.audience-short'),
            value: [
              t(`audience.${review.audience}`),
              review.withoutAdministration && t('audience.without-administration'),
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
      {can.judge && (
        <Details summary={t('minutes.head.change')} open={missing || state !== null}>
          <Form action={`/readings/${review.id}/head`} state={state} id="head-form">
            <HiddenInput name="revision" value={String(review.revision)} />
            <TextInput name="title" label={t('minutes.head.name')} value={head.title} />
            <Select
              name="bodyId"
              label={t('minutes.head.body')}
              value={review.bodyId ?? ''}
              blank={t('minutes.head.new-body')}
              choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput
              name="body"
              label={t('minutes.head.body-name')}
              value={head.body}
              hint={t('minutes.head.body-hint')}
            />
            <DateInput name="date" label={t('minutes.head.date')} value={head.date} required />
            <TextInput name="start" type="time" label={t('minutes.head.start')} value={head.start} />
            <TextInput name="end" type="time" label={t('minutes.head.end')} value={head.end} />
            <TextInput name="place" label={t('minutes.head.place')} value={head.place} />
            <TextInput name="chair" label={t('minutes.head.chair')} value={head.chair} />
            <TextInput name="minuteTaker" label={t('minutes.head.minute-taker')} value={head.minuteTaker} />
            <Select
              name="audience"
              label={t('minutes.head.audience')}
              value={review.audience}
              choices={audiences.map(value => ({ value, label: t(`audience.${value}`) }))}
              required
            />
            <Checkbox
              name="withoutAdministration"
              label={t('audience.without-administration')}
              hint={t('audience.without-administration-hint')}
              checked={review.withoutAdministration}
              unmarked
            />
            <Submit kind="secondary">{t('ui.save')}</Submit>
          </Form>
        </Details>
      )}
    </section>
  )
}

function facts(head: HeadNow, t: Shown<unknown, unknown>['frame']['t']) {
  const fact = (field: 'body' | 'start' | 'end' | 'place' | 'chair' | 'minuteTaker', label: string) => ({
    term: label,
    value: head[field] && (
      <>
        <Name>{head[field]}</Name> {head.at[field] && <AtLines lines={head.at[field]} />}
      </>
    ),
  })
  return [
    fact('body', t('minutes.head.body')),
    {
      term: t('minutes.head.date'),
      value: head.date ? (
        <>
          <Day value={head.date} form="weekday" /> {head.at.date && <AtLines lines={head.at.date} />}
        </>
      ) : (
        <strong>{t('minutes.head.date-missing')}</strong>
      ),
    },
    fact('start', t('minutes.head.start')),
    fact('end', t('minutes.head.end')),
    fact('place', t('minutes.head.place')),
    fact('chair', t('minutes.head.chair')),
    fact('minuteTaker', t('minutes.head.minute-taker')),
  ]
}
