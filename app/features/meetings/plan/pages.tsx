import { audiences } from '../../../ground/schema.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { Checkbox, DateInput, Form, Radios, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import { Name, Notice } from '../../../ui/parts.tsx'
import { AudienceFields, Wider } from '../audience/parts.tsx'
import type { MeetingFormShown } from '../contract.ts'
import { audiencesWithin } from '../model.ts'
import { meetingCrumbs } from '../parts.tsx'

/** Plans a meeting. Where the body has a draft already, that one wants a day instead of a second. */
export function MeetingNewPage({ data, form, frame }: Shown<unknown, MeetingFormShown>) {
  const { t } = frame
  const body = data.bodies.find(({ id }) => id === data.bodyId)
  return (
    <Page
      frame={frame}
      title={t('meetings.plan.title')}
      lead={t('meetings.plan.lead')}
      breadcrumbs={[{ href: '/meetings', label: t('meetings.title') }]}
      failed={form.problems.length > 0}
    >
      <p>
        <a href={data.bodyId ? `/series/new?body=${data.bodyId}` : '/series/new'}>{t('meetings.series.instead')}</a>
      </p>
      {data.draft && (
        <Notice tone="info" title={t('meetings.plan.draft-stands')}>
          <a href={`/meetings/${data.draft.id}/change`}>
            <Name>{data.draft.name}</Name>
          </a>
        </Notice>
      )}
      <Form action="/meetings" state={form}>
        <Select
          name="bodyId"
          label={t('meetings.body')}
          value={data.bodyId ?? ''}
          {...(data.bodyId ? {} : { blank: t('meetings.plan.body-blank') })}
          choices={data.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <TextInput name="name" label={t('meetings.name')} hint={t('meetings.plan.name-hint')} maxLength={200} />
        <When />
        <AudienceFields
          t={t}
          audience={body?.audience ?? 'body'}
          withoutAdministration={body?.withoutAdministration ?? false}
          people={data.people}
          named={[]}
          choices={audiences}
        />
        <Announced checked={false} />
        <Submit>{t('meetings.plan.submit')}</Submit>
      </Form>
    </Page>
  )
}

/** Changes a meeting. What was held keeps name, day and times: they stand in its minutes. */
export function MeetingChangePage({ data, form, frame }: Shown<unknown, MeetingFormShown>) {
  const { t } = frame
  const meeting = data.meeting!
  const held = meeting.state === 'held'
  return (
    <Page
      frame={frame}
      title={t('meetings.change.title')}
      breadcrumbs={meetingCrumbs(t, meeting)}
      failed={form.problems.length > 0}
    >
      {held && <Notice tone="info">{t('meetings.change.held')}</Notice>}
      <Form action={`/meetings/${meeting.id}`} state={form}>
        {held ? (
          <TextInput name="place" label={t('meetings.place')} value={meeting.place ?? ''} maxLength={300} />
        ) : (
          <>
            <TextInput name="name" label={t('meetings.name')} value={meeting.name} maxLength={200} required />
            <When meeting={meeting} />
          </>
        )}
        <AudienceFields
          t={t}
          {...meeting}
          people={data.people}
          choices={held ? audiencesWithin(meeting.audience) : audiences}
        />
        {held ? null : <Announced checked={meeting.state === 'scheduled'} />}
        <Wider form={form} />
        {data.invited > 0 && !held && <Update count={data.invited} />}
        <Submit>{t('ui.save')}</Submit>
      </Form>
    </Page>
  )
}

type Meeting = NonNullable<MeetingFormShown['meeting']>

function When({ meeting }: { meeting?: Meeting }) {
  const { t } = useLanguage()
  return (
    <>
      <DateInput name="day" label={t('meetings.day')} hint={t('meetings.plan.day-hint')} value={meeting?.day ?? ''} />
      <div class="form-inline">
        <TextInput name="startTime" type="time" label={t('meetings.start')} value={meeting?.startTime ?? ''} />
        <TextInput name="endTime" type="time" label={t('meetings.end')} value={meeting?.endTime ?? ''} />
      </div>
      <TextInput name="place" label={t('meetings.place')} value={meeting?.place ?? ''} maxLength={300} />
    </>
  )
}

/** Who is invited was told a day, a time and a place: whether he hears that they change is a decision. */
function Update({ count }: { count: number }) {
  const { t } = useLanguage()
  return (
    <Radios
      name="update"
      legend={t('meetings.change.update', { count })}
      hint={t('meetings.change.update-hint')}
      choices={[
        { value: 'yes', label: t('meetings.change.update-yes') },
        { value: 'no', label: t('meetings.change.update-no') },
      ]}
    />
  )
}

function Announced({ checked }: { checked: boolean }) {
  const { t } = useLanguage()
  return (
    <Checkbox
      name="announced"
      label={t('meetings.plan.announced')}
      hint={t('meetings.plan.announced-hint')}
      checked={checked}
      unmarked
    />
  )
}
