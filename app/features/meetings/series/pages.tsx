import { Box } from '../../../ui/box.tsx'
import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import {
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  FileInput,
  Form,
  HiddenInput,
  Select,
  Submit,
  TextInput,
} from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { BodyAudienceField } from '../audience/parts.tsx'
import { Against } from '../parts.tsx'
import type { SchoolHolidaysShown, SeriesFormShown, SeriesShown } from './contract.ts'
import { type Proposed, places, seriesUnits, weekdays } from './model.ts'

/** First the pattern, then every day of it with what speaks against it, then the meetings. */
export function SeriesNewPage({ data, form, frame }: Shown<unknown, SeriesFormShown>) {
  const { t } = frame
  const { bodies, bodyId, plan, preview, wrong, today } = data
  return (
    <Page
      frame={frame}
      title={t('meetings.series.new')}
      lead={t('meetings.series.new-lead')}
      breadcrumbs={[{ href: '/meetings', label: t('meetings.title') }]}
      failed={form.problems.length > 0 || wrong}
    >
      {wrong && <Notice tone="danger">{t('meetings.series.wrong')}</Notice>}
      <Form action="/series/new" method="get" id="pattern">
        <Select
          name="body"
          label={t('meetings.body')}
          value={bodyId ?? ''}
          {...(bodyId ? {} : { blank: t('meetings.plan.body-blank') })}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <div class="form-inline">
          <TextInput
            name="interval"
            type="number"
            label={t('meetings.series.interval')}
            value={String(plan?.interval ?? 2)}
            required
          />
          <Select
            unmarked
            name="unit"
            label={t('meetings.series.unit')}
            value={plan?.unit ?? 'months'}
            choices={[...seriesUnits].reverse().map(value => ({ value, label: t(`meetings.series.unit.${value}`) }))}
          />
        </div>
        <div class="form-inline">
          <Select
            unmarked
            name="place"
            label={t('meetings.series.place')}
            hint={t('meetings.series.place-hint')}
            value={String(plan?.place ?? 1)}
            choices={places.map(value => ({
              ...{
                value: String(value),
                label: t(value === -1 ? 'meetings.series.place.last' : `meetings.series.place.p${value}`),
              },
            }))}
          />
          <Select
            unmarked
            name="weekday"
            label={t('meetings.series.weekday')}
            value={String(plan?.weekday ?? 1)}
            choices={weekdays.map(value => ({ value: String(value), label: t(`meetings.series.weekday.d${value}`) }))}
          />
        </div>
        <DateInput name="firstDay" label={t('meetings.series.first-day')} value={plan?.firstDay ?? today} required />
        <DateInput name="untilDay" label={t('meetings.series.until-day')} value={plan?.untilDay ?? ''} required />
        <Button kind={preview ? 'secondary' : 'primary'}>{t('meetings.series.preview')}</Button>
      </Form>
      {!data.schoolHolidays && (
        <p class="small">
          <a href="/school-holidays">{t('meetings.series.no-school-holidays')}</a>
        </p>
      )}
      {preview && preview.length === 0 && (
        <EmptyState icon="calendar" title={t('meetings.series.none')}>
          {t('meetings.series.none-why')}
        </EmptyState>
      )}
      {preview && preview.length > 0 && (
        <Section title={t('meetings.series.days')} count={preview.length} id="days">
          <SeriesForm data={data} preview={preview} form={form} frame={frame} />
        </Section>
      )}
    </Page>
  )
}

type SeriesFormProps = {
  data: SeriesFormShown
  preview: readonly Proposed[]
} & Pick<Shown<unknown, SeriesFormShown>, 'form' | 'frame'>

function SeriesForm({ data: { bodies, bodyId, plan }, preview, form, frame }: SeriesFormProps) {
  const { t } = frame
  const body = bodies.find(({ id }) => id === bodyId)
  const kept = Object.entries({ ...plan }).map(([name, value]) => [name, String(value)] as const)
  const query = new URLSearchParams([['body', bodyId ?? ''], ...kept.map(pair => [...pair])])
  return (
    <Form action={`/series?${query}`} state={form}>
      {kept.map(([name, value]) => (
        <HiddenInput name={name} value={value} />
      ))}
      <HiddenInput name="bodyId" value={bodyId ?? ''} />
      <ul class="lines">
        {preview.map(one => (
          <li>
            <PreviewDay one={one} frame={frame} />
          </li>
        ))}
      </ul>
      <TextInput name="name" label={t('meetings.name')} value={body?.name ?? ''} maxLength={200} />
      <div class="form-inline">
        <TextInput name="startTime" type="time" label={t('meetings.start')} />
        <TextInput name="endTime" type="time" label={t('meetings.end')} />
      </div>
      <TextInput name="room" label={t('meetings.place')} maxLength={300} />
      <BodyAudienceField label={t('meetings.audience')} value={body?.audience ?? 'body'} />
      <Checkbox
        name="withoutAdministration"
        label={t('meetings.series.all-closed')}
        checked={body?.withoutAdministration ?? false}
      />
      <Submit>{t('meetings.series.make')}</Submit>
    </Form>
  )
}

/** On a holiday or a day that has its meeting already, the box begins empty. */
function PreviewDay({ one, frame: { t } }: { one: Proposed; frame: Frame }) {
  const { day } = one
  return (
    <>
      <Box name="days" value={day} checked={!one.holiday && !one.taken}>
        <Day value={day} form="weekday" />
      </Box>
      <Against one={one} />
      <Box name="closed" value={day}>
        {t('audience.without-administration')}
      </Box>
    </>
  )
}

/** A series and what became of each of its days. */
export function SeriesPage({ data, frame }: Shown<unknown, SeriesShown>) {
  const { t } = frame
  const { pattern, body, occurrences } = data
  const place = pattern?.place === -1 ? 'last' : `p${pattern?.place}`
  return (
    <Page
      frame={frame}
      title={data.name}
      heading={<Name>{data.name}</Name>}
      breadcrumbs={[
        { href: '/meetings', label: t('meetings.title') },
        { href: `/bodies/${body.id}`, label: body.name },
      ]}
      lead={
        <p>
          {pattern ? t('meetings.series.says', { ...pattern, weekday: `d${pattern.weekday}`, place }) : data.rule} (
          <Day value={data.firstDay} form="short" /> – <Day value={data.untilDay} form="short" />)
        </p>
      }
    >
      <ul class="lines">
        {occurrences.map(({ day, meeting, ...against }) => (
          <li>
            <p>
              <Day value={day} form="weekday" />
              {': '}
              {meeting ? (
                <a href={`/meetings/${meeting.id}`}>
                  <Name>{meeting.name}</Name>
                </a>
              ) : (
                t('meetings.series.left-out')
              )}
            </p>
            <span class="cluster">
              {meeting?.day && meeting.day !== day && (
                <Badge tone="info">
                  {t('meetings.series.moved')} <Day value={meeting.day} form="short" />
                </Badge>
              )}
              {meeting?.withoutAdministration && (
                <Badge tone="info" icon="lock">
                  {t('audience.without-administration')}
                </Badge>
              )}
              <Against one={against} />
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export function SchoolHolidaysPage({ data: { holidays, can }, form, frame }: Shown<unknown, SchoolHolidaysShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('meetings.school-holidays')}
      lead={t('meetings.school-holidays-lead')}
      failed={form.problems.length > 0}
      actions={<ButtonLink href="/series/new">{t('meetings.series.new')}</ButtonLink>}
    >
      {holidays.length === 0 && <EmptyState icon="calendar" title={t('meetings.school-holidays-none')} />}
      <ul>
        {holidays.map(({ name, firstDay, lastDay }) => (
          <li>
            <Name>{name}</Name>: <Day value={firstDay} form="short" /> – <Day value={lastDay} form="short" />
          </li>
        ))}
      </ul>
      {can.keep && (
        <Form action="/school-holidays" state={form} files>
          <FileInput
            name="file"
            label={t('meetings.school-holidays-file')}
            hint={t('meetings.school-holidays-file-hint')}
            accept=".ics,text/calendar"
          />
          <Submit>{t('meetings.school-holidays-keep')}</Submit>
        </Form>
      )}
    </Page>
  )
}
