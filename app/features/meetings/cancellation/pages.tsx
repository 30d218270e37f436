import type { Shown } from '../../../ui/doors.tsx'
import { Checkbox, Form, Submit, TextArea } from '../../../ui/forms.tsx'
import { Notice } from '../../../ui/parts.tsx'
import { MeetingSubpage } from '../parts.tsx'
import type { CancelShown } from './contract.ts'

/** Calls a meeting off, with a reason that stays. */
export function CancelPage({ data, form, frame }: Shown<unknown, CancelShown>) {
  const { t } = frame
  return (
    <MeetingSubpage frame={frame} meeting={data} title={t('meetings.cancel.title')} failed={form.problems.length > 0}>
      {data.open ? (
        <CancelForm data={data} form={form} frame={frame} />
      ) : (
        <Notice tone="info">{t('problem.meeting-not-open')}</Notice>
      )}
    </MeetingSubpage>
  )
}

function CancelForm({ data, form, frame: { t } }: Omit<Shown<unknown, CancelShown>, 'input'>) {
  return (
    <>
      <p>{t('meetings.cancel.what')}</p>
      <Form action={`/meetings/${data.id}/cancellation`} state={form}>
        <TextArea
          name="reason"
          label={t('meetings.cancel.reason')}
          hint={t('meetings.cancel.reason-hint')}
          maxLength={500}
          rows={3}
          required
        />
        {data.invited > 0 && (
          <Checkbox name="tell" label={t('meetings.cancel.tell', { count: data.invited })} checked unmarked />
        )}
        <Submit kind="danger">{t('meetings.cancel.submit')}</Submit>
      </Form>
    </>
  )
}
