import { bodyKinds } from '../../../../ground/schema.ts'
import type { Shown } from '../../../../ui/doors.tsx'
import { Form, HiddenInput, Radios, Select, Submit } from '../../../../ui/forms.tsx'
import type { ReviewInput } from '../contract.ts'
import type { ReviewData } from '../finds.ts'
import { stateFor } from '../model.ts'
import { tally } from './model.ts'

/** Says what will happen, then lets it happen. */
export function ConfirmSection({ data, frame, form }: Shown<ReviewInput, ReviewData>) {
  const { t } = frame
  const { review, can } = data
  if (!can.confirm) return null
  const counts = tally(review)
  return (
    <section class="section confirm" id="confirm">
      <h2>{t('minutes.confirm.title')}</h2>
      <p>{t('minutes.confirm.lead')}</p>
      <ul>
        <li>{t('minutes.confirm.meeting', { attendees: counts.attendees, items: counts.agenda })}</li>
        <li>{t('minutes.confirm.commitments', { count: counts.commitments })}</li>
        <li>{t('minutes.confirm.statuses', { count: counts.statuses })}</li>
        <li>{t('minutes.confirm.entries', { count: counts.entries })}</li>
      </ul>
      <Form action={`/readings/${review.id}/confirmation`} state={stateFor(form, 'confirming')} id="confirm-form">
        <HiddenInput name="revision" value={String(review.revision)} />
        <HiddenInput name="confirming" value="yes" />
        {!review.bodyId && (
          <Select
            name="bodyKind"
            label={t('minutes.confirm.body-kind')}
            choices={bodyKinds.map(value => ({ value, label: t(`body.kind.${value}`) }))}
            required
          />
        )}
        {counts.undecided > 0 && (
          <Radios
            name="undecided"
            legend={t('minutes.confirm.undecided', { count: counts.undecided })}
            required
            choices={[
              { value: 'accept', label: t('minutes.confirm.undecided-accept') },
              { value: 'leave', label: t('minutes.confirm.undecided-leave') },
            ]}
          />
        )}
        <Submit icon="check">{t('minutes.confirm.submit')}</Submit>
      </Form>
    </section>
  )
}
