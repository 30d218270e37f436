import { Box } from '../../../../ui/box.tsx'
import { Day, Hours } from '../../../../ui/dates.tsx'
import type { Shown } from '../../../../ui/doors.tsx'
import {
  Button,
  Checkbox,
  DateInput,
  Form,
  HiddenInput,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../../ui/forms.tsx'
import type { Frame } from '../../../../ui/frame.ts'
import { Page } from '../../../../ui/page.tsx'
import { Badge, Details, EmptyState, Name, Notice, Section } from '../../../../ui/parts.tsx'
import { BodyAudienceField } from '../../audience/parts.tsx'
import { Against } from '../../parts.tsx'
import type { PollFormShown, PollNewInput } from '../contract.ts'
import { DAY_ROWS, FEWEST_CHOICES, wordOf } from '../model.ts'

type Part = Pick<Shown<PollNewInput, PollFormShown>, 'data' | 'form' | 'frame'>

/** First body and days, then each day with what speaks against it, the words and who is asked. */
export function PollNewPage({ data, form, frame }: Shown<PollNewInput, PollFormShown>) {
  const { t } = frame
  const { kind, bodyId, days, wrong, bodies } = data
  const ready = bodyId !== null && (kind === 'opinion' || days.length >= FEWEST_CHOICES)
  const few = kind === 'date' && days.length > 0 && days.length < FEWEST_CHOICES
  return (
    <Page
      frame={frame}
      title={t(`poll.new.${kind}`)}
      lead={t(`poll.new.${kind}-lead`)}
      breadcrumbs={[{ href: '/polls', label: t('poll.many') }]}
      failed={form.problems.length > 0 || wrong}
    >
      <p>
        <a href={`/polls/new?kind=${kind === 'date' ? 'opinion' : 'date'}${bodyId ? `&body=${bodyId}` : ''}`}>
          {t(kind === 'date' ? 'poll.new.instead-opinion' : 'poll.new.instead-date')}
        </a>
      </p>
      {wrong && <Notice tone="danger">{t('poll.new.wrong')}</Notice>}
      {few && <Notice tone="warning">{t('poll.new.few')}</Notice>}
      <Form action="/polls/new" method="get" id="days">
        <HiddenInput name="kind" value={kind} />
        <Select
          name="body"
          label={t('meetings.body')}
          value={bodyId ?? ''}
          {...(bodyId ? {} : { blank: t('meetings.plan.body-blank') })}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        {kind === 'date' && <Rows data={data} frame={frame} />}
        <Button kind={ready ? 'secondary' : 'primary'}>
          {t(kind === 'date' ? 'poll.new.check' : 'poll.new.next')}
        </Button>
      </Form>
      {ready && (
        <Section title={t('poll.new.ask')} id="ask">
          <AskForm data={data} form={form} frame={frame} />
        </Section>
      )}
    </Page>
  )
}

function Rows({ data: { days }, frame: { t } }: Omit<Part, 'form'>) {
  return (
    <>
      {Array.from({ length: Math.max(DAY_ROWS, days.length) }, (_, at) => (
        <fieldset class="kern-fieldset poll-row">
          <legend class="kern-label">{t('poll.new.day', { number: at + 1 })}</legend>
          <div class="kern-fieldset__body">
            <div class="form-inline">
              <DateInput name={`day${at + 1}`} label={t('poll.new.on')} value={days[at]?.day ?? ''} unmarked />
              <TextInput
                name={`from${at + 1}`}
                type="time"
                label={t('meetings.start')}
                value={days[at]?.startTime ?? ''}
                unmarked
              />
              <TextInput
                name={`until${at + 1}`}
                type="time"
                label={t('meetings.end')}
                value={days[at]?.endTime ?? ''}
                unmarked
              />
            </div>
          </div>
        </fieldset>
      ))}
    </>
  )
}

function AskForm({ data, form, frame }: Part) {
  const { t } = frame
  const { bodies, bodyId, kind, days, people } = data
  const body = bodies.find(({ id }) => id === bodyId)
  const query = new URLSearchParams([
    ...[
      ['kind', kind],
      ['body', bodyId ?? ''],
    ],
    ...days.flatMap(({ day, startTime, endTime }, at) => [
      [`day${at + 1}`, day],
      [`from${at + 1}`, startTime ?? ''],
      [`until${at + 1}`, endTime ?? ''],
    ]),
  ])
  return (
    <Form action={`/polls?${query}`} state={form}>
      <HiddenInput name="bodyId" value={bodyId ?? ''} />
      {kind === 'date' && <Days data={data} frame={frame} />}
      <TextInput
        name="question"
        label={t(kind === 'date' ? 'poll.new.name' : 'poll.new.question')}
        value={kind === 'date' ? (body?.name ?? '') : ''}
        maxLength={200}
        required
      />
      <TextArea
        name="wording"
        label={t('poll.new.wording')}
        hint={t('poll.new.wording-hint')}
        maxLength={2000}
        rows={3}
      />
      {kind === 'opinion' && (
        <>
          <Radios
            name="form"
            legend={t('poll.new.form')}
            value="votes"
            choices={[
              { value: 'votes', label: t('poll.new.votes') },
              { value: 'options', label: t('poll.new.options') },
            ]}
          />
          <TextArea
            name="options"
            label={t('poll.new.options-list')}
            hint={t('poll.new.options-hint')}
            maxLength={2500}
            rows={4}
          />
          <Notice tone="info">{t('poll.not-a-decision')}</Notice>
        </>
      )}
      {kind === 'date' && <TextInput name="place" label={t('meetings.place')} maxLength={300} />}
      <DateInput name="untilDay" label={t('poll.until')} hint={t('poll.new.until-hint')} min={data.today} required />
      <BodyAudienceField
        label={t(kind === 'date' ? 'poll.new.audience' : 'meetings.audience')}
        value={body?.audience ?? 'body'}
        hint={t('poll.new.audience-hint')}
      />
      <Checkbox
        name="withoutAdministration"
        label={t('audience.without-administration')}
        hint={t('poll.new.closed-hint')}
        checked={body?.withoutAdministration ?? false}
      />
      <People people={people} frame={frame} />
      <Submit icon="mail">{t('poll.new.send')}</Submit>
    </Form>
  )
}

/** On a holiday or a day that has its meeting already, the box begins empty. */
function Days({ data: { days }, frame: { t } }: Omit<Part, 'form'>) {
  return (
    <fieldset class="kern-fieldset" id="field-dates" tabIndex={-1}>
      <legend class="kern-label">{t('poll.new.days')}</legend>
      <ul class="lines kern-fieldset__body">
        {days.map(one => (
          <li>
            <Box name="dates" value={wordOf(one)} checked={!one.holiday && !one.taken}>
              <Day value={one.day} form="weekday" />
              {one.startTime && (
                <>
                  , <Hours from={one.startTime} until={one.endTime} />
                </>
              )}
            </Box>
            <Against one={one} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function People({ people, frame: { t } }: { people: PollFormShown['people']; frame: Frame }) {
  if (people.length === 0) return <EmptyState icon="people" title={t('poll.new.nobody')} />
  const of = (part: PollFormShown['people'][number]['part']) => people.filter(one => one.part === part)
  const boxes = (some: PollFormShown['people'], checked: boolean) => (
    <div class="kern-fieldset__body">
      {some.map(({ id, name, reachable }) => (
        <Box name="people" value={id} checked={checked}>
          <Name>{name}</Name> {!reachable && <Badge tone="warning">{t('poll.new.no-address')}</Badge>}
        </Box>
      ))}
    </div>
  )
  return (
    <fieldset class="kern-fieldset" id="field-people" tabIndex={-1}>
      <legend class="kern-label">{t('poll.new.people')}</legend>
      {boxes(of('member'), true)}
      {of('deputy').length > 0 && (
        <Details summary={t('poll.new.deputies', { count: of('deputy').length })}>{boxes(of('deputy'), false)}</Details>
      )}
      {of('other').length > 0 && (
        <Details summary={t('poll.new.others', { count: of('other').length })}>{boxes(of('other'), false)}</Details>
      )}
    </fieldset>
  )
}
