import { tableFormats } from '../../ground/documents/document.ts'
import type { AttendanceState } from '../../ground/schema.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Shown } from '../../ui/doors.tsx'
import { Downloads } from '../../ui/downloads.tsx'
import { ButtonLink, Buttons, Form, Select, Submit } from '../../ui/forms.tsx'
import { Page } from '../../ui/page.tsx'
import { Badge, DefinitionList, Details, EmptyState, Name, Notice, Section } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { Agenda } from './agenda/parts.tsx'
import type { MeetingList, MeetingListInput, MeetingShown } from './contract.ts'
import { Invitations } from './invitation/parts.tsx'
import { type Attendee, isComing, type Meeting } from './model.ts'
import { AudienceWords, MeetingStateBadge, MeetingWhen } from './parts.tsx'

/** Meetings to come and those held, of all bodies or one. */
export function MeetingsPage({ data, frame }: Shown<MeetingListInput, MeetingList>) {
  const { t } = frame
  const { bodyId, bodies, coming, held, next, can } = data
  const plan = can.plan && (
    <ButtonLink href={bodyId ? `/meetings/new?body=${bodyId}` : '/meetings/new'} icon="add" kind="primary">
      {t('meetings.plan.open')}
    </ButtonLink>
  )
  const nothing = coming.length === 0 && held.length === 0
  const actions = (
    <>
      {plan}
      {frame.signedInAs !== null && (
        <ButtonLink href="/polls" icon="question">
          {t('poll.many')}
        </ButtonLink>
      )}
      <ButtonLink href="/calendar" icon="calendar">
        {t('meetings.calendar.subscribe')}
      </ButtonLink>
    </>
  )
  return (
    <Page frame={frame} title={t('meetings.title')} lead={t('meetings.lead')} actions={nothing ? null : actions}>
      {bodies.length > 1 && (
        <Form action="/meetings" method="get" class="form-inline">
          <Select
            name="body"
            label={t('meetings.body')}
            value={bodyId ?? ''}
            blank={t('meetings.all-bodies')}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            unmarked
          />
          <Submit kind="secondary">{t('ui.show')}</Submit>
        </Form>
      )}
      {nothing && (
        <EmptyState icon="calendar" title={t('meetings.empty')} action={plan}>
          {t('meetings.empty-why')}
        </EmptyState>
      )}
      {coming.length > 0 && (
        <Section title={t('meetings.coming')} count={coming.length} id="coming">
          <Meetings t={t} caption={t('meetings.coming')} meetings={coming} today={data.today} />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={t('meetings.held')} id="held">
          <Meetings t={t} caption={t('meetings.held')} meetings={held} today={data.today} />
          {next && (
            <nav class="pagination" aria-label={t('ui.pagination.label')}>
              <ButtonLink href={`/meetings?${query({ body: bodyId, before: next })}#held`}>
                {t('meetings.earlier')}
              </ButtonLink>
            </nav>
          )}
        </Section>
      )}
    </Page>
  )
}

const query = (parts: Record<string, string | null>): string =>
  new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()

type MeetingsProps = { t: Texts; caption: string; meetings: readonly Meeting[]; today: string }

function Meetings({ t, caption, meetings, today }: MeetingsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={meetings}
      columns={[
        {
          label: t('meetings.name'),
          cell: ({ id, name }) => (
            <a href={`/meetings/${id}`}>
              <Name>{name}</Name>
            </a>
          ),
        },
        { label: t('meetings.body'), cell: ({ body }) => body && <Name>{body.name}</Name> },
        { label: t('meetings.when'), cell: meeting => <MeetingWhen meeting={meeting} /> },
        {
          label: t('meetings.state'),
          cell: ({ state, day }) => (
            <span class="cluster">
              <MeetingStateBadge state={state} />
              {isComing({ state }) && day !== null && day < today && (
                <Badge tone="warning" icon="file">
                  {t('meetings.minutes-missing')}
                </Badge>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

/** A meeting: when and where, for whom, its agenda with what is open, and who was there. */
export function MeetingPage({ data, form, frame }: Shown<unknown, MeetingShown>) {
  const { t } = frame
  const { body, place, agenda, attendance, can } = data
  return (
    <Page
      frame={frame}
      title={data.name}
      heading={<Name>{data.name}</Name>}
      lead={
        <span class="cluster">
          {body && <Name>{body.name}</Name>}
          <MeetingWhen meeting={data} />
          <MeetingStateBadge state={data.state} />
        </span>
      }
      actions={
        <>
          {data.minutesId && (
            <ButtonLink href={`/minutes/${data.minutesId}`} icon="file" kind="primary">
              {t('meetings.to-minutes')}
            </ButtonLink>
          )}
          {can.write && (
            <ButtonLink href={`/meetings/${data.id}/writing`} icon="edit" kind="primary">
              {t('minutes.writing.title')}
            </ButtonLink>
          )}
          {can.attend && (
            <ButtonLink href={`/meetings/${data.id}/attendance`} icon="check">
              {t('meetings.to-attendance')}
            </ButtonLink>
          )}
          {can.attend && (
            <ButtonLink href={`/meetings/${data.id}/votes`} icon="done">
              {t('vote.title')}
            </ButtonLink>
          )}
          {can.change && (
            <ButtonLink href={`/meetings/${data.id}/readers`} icon="people">
              {t('meetings.readers.title')}
            </ButtonLink>
          )}
          {can.change && <ButtonLink href={`/meetings/${data.id}/publish`}>{t('publications.publish')}</ButtonLink>}
          {can.change && (
            <ButtonLink href={`/meetings/${data.id}/change`} icon="edit">
              {t('ui.change')}
            </ButtonLink>
          )}
          {can.change && data.state === 'scheduled' && (
            <ButtonLink href={`/meetings/${data.id}/asking`} icon="question">
              {t('meetings.ask-before')}
            </ButtonLink>
          )}
          {can.cancel && (
            <ButtonLink href={`/meetings/${data.id}/cancellation`}>{t('meetings.cancel.open')}</ButtonLink>
          )}
        </>
      }
      breadcrumbs={[{ href: '/meetings', label: t('meetings.title') }]}
    >
      {data.state === 'cancelled' && (
        <Notice tone="danger" title={t('meetings.cancelled.title')}>
          {data.cancelledReason && <Name>{data.cancelledReason}</Name>}
        </Notice>
      )}
      {!data.whole && (
        <Notice tone="info" title={t('meetings.guest.title')}>
          {t('meetings.guest.what')}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('meetings.place'), value: place && <Name>{place}</Name> },
          {
            term: t('meetings.audience'),
            value: data.whole && (
              <AudienceWords
                audience={data.audience}
                body={body?.name ?? ''}
                withoutAdministration={data.withoutAdministration}
                draft={data.state === 'draft' && (data.audience === 'public' || data.audience === 'network')}
                named={data.named}
              />
            ),
          },
        ]}
      />
      <Section title={t('meetings.agenda')} id="agenda">
        {agenda.length > 0 ? (
          <Agenda items={agenda} zone={data.zone} change={can.change} />
        ) : (
          <p class="muted">{t('meetings.no-agenda')}</p>
        )}
        <Buttons>
          {can.agenda && (
            <ButtonLink href={`/meetings/${data.id}/agenda`} icon="edit">
              {t('meetings.agenda.work')}
            </ButtonLink>
          )}
          {can.prepare && (
            <ButtonLink href={`/meetings/${data.id}/preparation`}>{t('meetings.preparation')}</ButtonLink>
          )}
          {can.propose && <ButtonLink href={`/meetings/${data.id}/proposals`}>{t('proposals.title')}</ButtonLink>}
        </Buttons>
        <MeetingFiles data={data} t={t} />
      </Section>
      {data.invitations && <Invitations invitations={data.invitations} meeting={data} form={form} />}
      {attendance && attendance.length > 0 && (
        <Section title={t('meetings.attendance')} id="attendance">
          <Attendance t={t} attendees={attendance} />
          {frame.signedInAs === null && <p class="muted">{t('meetings.attendance-agreed')}</p>}
        </Section>
      )}
    </Page>
  )
}

/** Agenda and list to sign as files; who prepares the meeting has both. */
function MeetingFiles({ data: { id, can }, t }: { data: MeetingShown; t: Texts }) {
  const files = [
    { path: 'agenda', about: t('documents.agenda') },
    ...(can.change ? [{ path: 'attendance-list', about: t('documents.sheet') }] : []),
  ]
  return (
    <>
      {files.map(({ path, about }) => (
        <Details summary={t('documents.of-what', { what: about })}>
          <Downloads at={`/meetings/${id}/${path}`} formats={tableFormats} about={about} />
        </Details>
      ))}
    </>
  )
}

const IN_ORDER: readonly AttendanceState[] = ['present', 'guest', 'excused', 'absent']

function Attendance({ t, attendees }: { t: Texts; attendees: readonly Attendee[] }) {
  const groups = IN_ORDER.map(state => ({ state, of: attendees.filter(attendee => attendee.state === state) }))
  return (
    <DefinitionList
      items={groups
        .filter(({ of }) => of.length > 0)
        .map(({ state, of }) => ({
          term: `${t(`attendance.${state}`)} (${of.length})`,
          value: of.map(({ name, onBehalfOf }, index) => (
            <>
              {index > 0 && ', '}
              <Name>{onBehalfOf ? `${name} (${onBehalfOf})` : name}</Name>
            </>
          )),
        }))}
    />
  )
}
