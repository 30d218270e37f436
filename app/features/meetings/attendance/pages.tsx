import type { Texts } from '../../../texts/texts.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { problemText } from '../../../ui/field.tsx'
import { Button, Form, type FormState, HiddenInput, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { Badge, Details, EmptyState, Name, Notice, Section, type Tone } from '../../../ui/parts.tsx'
import { MeetingSubpage } from '../parts.tsx'
import type { AttendanceShown, Attendee, attendanceTaps } from './contract.ts'
import { QuorumChanges, QuorumNotice, QuorumSaid } from './parts.tsx'

/** Who is there, as it happens: one tap a person, and on top whether the body can decide. */
export function AttendancePage({ data, form, frame }: Shown<unknown, AttendanceShown>) {
  const { t } = frame
  const { meeting, body, quorum, people, can } = data
  const failed = form.problems.length > 0
  const seated = people.filter(({ role }) => role !== null)
  const others = people.filter(({ role }) => role === null)
  const ofForm = (one: Attendee) => failed && 'cameAt' in form.values && isMeant(one, form.values)
  const tapFailed = failed && !('name' in form.values) && !people.some(ofForm)
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('meetings.attendance')} failed={failed}>
      {tapFailed && <Notice tone="danger" title={problemText(t, form.problems[0]!)} />}
      <section id="quorum">
        {quorum ? (
          <QuorumNotice quorum={quorum} changes={data.changes} />
        ) : (
          <Notice tone="info" title={t('attendance.no-rules')}>
            {can.rules && <a href={`/bodies/${body.id}/rules/change`}>{t('attendance.write-rules')}</a>}
          </Notice>
        )}
        <QuorumSaid data={data} t={t} />
      </section>
      {can.record && !data.today && <p class="muted">{t('attendance.afterwards')}</p>}
      <Section title={t('attendance.seats')} id="people" count={seated.length}>
        {seated.length === 0 ? (
          <EmptyState icon="people" title={t('attendance.no-seats')} />
        ) : (
          <ul class="lines">
            {seated.map(one => (
              <Line one={one} data={data} t={t} form={ofForm(one) ? form : null} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('attendance.guests')} id="guests" count={others.length}>
        {others.length > 0 && (
          <ul class="lines">
            {others.map(one => (
              <Line one={one} data={data} t={t} form={ofForm(one) ? form : null} />
            ))}
          </ul>
        )}
        {can.record && (
          <Form
            action={`/meetings/${meeting.id}/attendance/guests`}
            state={failed && 'name' in form.values ? form : null}
            id="guest"
          >
            <TextInput name="name" label={t('attendance.guest-name')} maxLength={200} required />
            <Submit kind="secondary">{t('attendance.guest-add')}</Submit>
          </Form>
        )}
      </Section>
      <QuorumChanges data={data} t={t} />
    </MeetingSubpage>
  )
}

const isMeant = ({ personId, recordId }: Attendee, values: Readonly<Record<string, string>>) =>
  (personId !== null && values.person === personId) || (recordId !== null && values.record === recordId)

type LineProps = { one: Attendee; data: AttendanceShown; t: Texts; form: FormState | null }

const tones = { present: 'success', guest: 'info', excused: 'warning', absent: 'neutral' } as const satisfies Record<
  string,
  Tone
>

function Line({ one, data, t, form }: LineProps) {
  const { personId, recordId, name, organization, role, state, leftAt, representedBy, reason, votes } = one
  const { can } = data
  return (
    <li id={personId ?? recordId ?? undefined}>
      <h3 class="heading-small">
        <Name>{organization ? `${name} (${organization})` : name}</Name>
      </h3>
      <p class="cluster">
        {role && <span class="muted small">{t(`directory.role.${role}`)}</span>}
        {state && (
          <Badge tone={leftAt ? 'neutral' : tones[state]}>
            {t(leftAt ? 'attendance.left' : `attendance.${state}`)}
          </Badge>
        )}
        <Times one={one} t={t} />
        {reason && (
          <span class="small">
            {votes !== null && votes > 1 ? t('attendance.votes', { count: votes }) : t(`attendance.reason.${reason}`)}
          </span>
        )}
        {representedBy && (
          <span class="small">
            {t('attendance.represented')} <Name>{representedBy.name}</Name>
          </span>
        )}
      </p>
      {can.record && <Taps one={one} data={data} t={t} />}
      {can.record && (role !== null || state !== null) && (
        <Details summary={<About name={name}>{t('attendance.more')}</About>} open={form !== null}>
          <More one={one} data={data} t={t} form={form} />
        </Details>
      )}
    </li>
  )
}

const About = ({ name, children }: { name: string; children: string }) => (
  <>
    {children}
    <span class="kern-sr-only">: {name}</span>
  </>
)

function Times({ one: { cameAt, leftAt }, t }: { one: Attendee; t: Texts }) {
  return (
    <>
      {cameAt && <span class="small">{t('attendance.came', { time: cameAt })}</span>}
      {leftAt && <span class="small">{t('attendance.went', { time: leftAt })}</span>}
    </>
  )
}

type Tap = (typeof attendanceTaps)[number]

/** What can be said of somebody in one word now. Who has no seat of the body is a guest. */
function tapsFor({ role, state, leftAt }: Attendee, today: boolean): Tap[] {
  const guest = role === null || role === 'guest' || role === 'staff'
  const here: Tap = guest ? 'guest' : 'present'
  const isThere = (state === 'present' || state === 'guest') && leftAt === null
  if (isThere) return today ? ['left', 'none'] : ['none']
  if (role === null) return state === null ? [here] : [here, 'none']
  return [here, ...(['excused', 'absent'] as const).filter(tap => tap !== state)]
}

function Taps({ one, data: { meeting, today }, t }: Pick<LineProps, 'one' | 'data' | 't'>) {
  return (
    <form class="buttons" method="post" action={`/meetings/${meeting.id}/attendance`}>
      <Whom one={one} />
      {tapsFor(one, today).map((tap, at) => (
        <Button name="state" value={tap} small kind={at === 0 ? 'secondary' : 'quiet'} about={one.name}>
          {t(one.leftAt && at === 0 ? 'attendance.tap.back' : `attendance.tap.${tap}`)}
        </Button>
      ))}
    </form>
  )
}

const Whom = ({ one: { personId, recordId } }: { one: Attendee }) =>
  personId ? <HiddenInput name="person" value={personId} /> : <HiddenInput name="record" value={recordId ?? ''} />

function More({ one, data, t, form }: LineProps) {
  const { personId, recordId, role, state, cameAt, leftAt, representedBy } = one
  const there = state === 'present' || state === 'guest'
  const seats = data.people.filter(other => other.role !== null && other.personId !== personId)
  return (
    <Form action={`/meetings/${data.meeting.id}/attendance/times`} state={form} id={`more-${personId ?? recordId}`}>
      <Whom one={one} />
      {there ? (
        <>
          <TextInput name="cameAt" type="time" label={t('attendance.came-at')} value={cameAt ?? ''} />
          <TextInput name="leftAt" type="time" label={t('attendance.left-at')} value={leftAt ?? ''} />
        </>
      ) : (
        <HiddenInput name="cameAt" value="" />
      )}
      {role !== null && (
        <Select
          name="representedBy"
          label={t('attendance.represented-by')}
          hint={t('attendance.represented-by-hint')}
          value={representedBy?.id ?? ''}
          blank={t('attendance.nobody')}
          choices={seats.map(({ personId: value, name }) => ({ value: value!, label: name }))}
          unmarked
        />
      )}
      <Submit kind="secondary">{t('ui.save')}</Submit>
    </Form>
  )
}
