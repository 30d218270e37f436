import type { InvitationAnswer } from '../../../ground/schema/invitations.ts'
import { invitationAnswers } from '../../../ground/schema/invitations.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import {
  ButtonLink,
  Form,
  type FormState,
  HiddenInput,
  PostButton,
  Radios,
  Submit,
  TextInput,
} from '../../../ui/forms.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Details, Name, Notice, Section, type Tone } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { AnswerShown, InvitationsShown, InviteeShown } from './contract.ts'

const looks: Readonly<Record<InvitationAnswer, { tone: Tone; icon: IconName }>> = {
  accepted: { tone: 'success', icon: 'check' },
  declined: { tone: 'danger', icon: 'close' },
  tentative: { tone: 'warning', icon: 'question' },
}

export function AnswerBadge({ answer }: { answer: InvitationAnswer | null }) {
  const { t } = useLanguage()
  if (!answer) return <Badge tone="neutral">{t('invitation.answer.none')}</Badge>
  return <Badge {...looks[answer]}>{t(`invitation.answer.${answer}`)}</Badge>
}

/** Whoever answers says so to the day and time that stand beside the form. */
export function AnswerFields({ day, startTime }: { day: string | null; startTime: string | null }) {
  const { t } = useLanguage()
  return (
    <>
      <HiddenInput name="day" value={day ?? ''} />
      <HiddenInput name="startTime" value={startTime ?? ''} />
      <Radios
        name="answer"
        legend={t('invitation.answer.legend')}
        choices={invitationAnswers.map(value => ({ value, label: t(`invitation.answer.i-${value}`) }))}
        required
      />
      <TextInput
        name="standIn"
        label={t('invitation.answer.stand-in')}
        hint={t('invitation.answer.stand-in-hint')}
        maxLength={200}
      />
      <TextInput
        name="note"
        label={t('invitation.answer.note')}
        hint={t('invitation.answer.note-hint')}
        maxLength={500}
      />
    </>
  )
}

/** What somebody said, one after the other. */
export function Answers({ answers, zone }: { answers: readonly AnswerShown[]; zone: string }) {
  const { t } = useLanguage()
  if (answers.length === 0) return null
  return (
    <Details summary={t('invitation.answers.history', { count: answers.length })}>
      <ul>
        {answers.map(said => (
          <li>
            <Moment value={said.at} zone={zone} form="short" />: {t(`invitation.answer.${said.answer}`)},{' '}
            {t(`invitation.channel.${said.channel}`)}
            {said.day && (
              <>
                {' · '}
                {t('invitation.answers.to')} <Day value={said.day} form="short" />
              </>
            )}
            {said.standIn && (
              <>
                {' · '}
                {t('invitation.answers.stand-in')} <Name>{said.standIn}</Name>
              </>
            )}
            {said.note && (
              <>
                {' · '}
                <Name>{said.note}</Name>
              </>
            )}
            {said.outdated && <> · {t('invitation.answers.outdated')}</>}
          </li>
        ))}
      </ul>
    </Details>
  )
}

type MeetingFacts = {
  readonly id: string
  readonly day: string | null
  readonly startTime: string | null
  readonly zone: string
}
type Shows = { readonly invitations: InvitationsShown; readonly meeting: MeetingFacts; readonly form: FormState }

/** On the page of a meeting: one's own answer, and for those who prepare it who is invited and what they said. */
export function Invitations({ invitations, meeting, form }: Shows) {
  const { t } = useLanguage()
  const { own, people, reminder, can } = invitations
  return (
    <>
      {own && (
        <Section title={t('invitation.own')} id="answer">
          <p>
            <AnswerBadge answer={own.answer?.answer ?? null} />
          </p>
          {own.open && (
            <Form action={`/meetings/${meeting.id}/answer`} state={form}>
              <AnswerFields day={meeting.day} startTime={meeting.startTime} />
              <Submit>{t('invitation.answer.submit')}</Submit>
            </Form>
          )}
          <Answers answers={own.answers} zone={meeting.zone} />
        </Section>
      )}
      {(people.length > 0 || can.invite) && (
        <Section
          title={t('invitation.people')}
          id="invitations"
          count={people.length}
          actions={
            can.invite && (
              <ButtonLink href={`/meetings/${meeting.id}/invitation`} icon="mail">
                {t('invitation.open')}
              </ButtonLink>
            )
          }
        >
          {people.length === 0 ? (
            <p class="muted">{t('invitation.nobody')}</p>
          ) : (
            <People people={people} meeting={meeting} />
          )}
          {reminder && <Reminder reminder={reminder} meeting={meeting} />}
        </Section>
      )}
    </>
  )
}

/** When those are reminded who have not answered, and when it was done. */
function Reminder({
  reminder,
  meeting,
}: {
  reminder: NonNullable<InvitationsShown['reminder']>
  meeting: MeetingFacts
}) {
  const { t } = useLanguage()
  const { on, last } = reminder
  if (last)
    return (
      <p class="muted">
        {t('invitation.reminded')} <Moment value={last} zone={meeting.zone} form="short" />
      </p>
    )
  if (!on) return <p class="muted">{t('invitation.reminder.never')}</p>
  return (
    <p class="muted">
      {t('invitation.reminder.on')} <Day value={on} form="weekday" />
    </p>
  )
}

function People({ people, meeting }: { people: readonly InviteeShown[]; meeting: MeetingFacts }) {
  const { t } = useLanguage()
  const count = (answer: InvitationAnswer | null) =>
    people.filter(one => (one.answer?.answer ?? null) === answer).length
  const undelivered = people.filter(({ mails }) => mails?.[0]?.state === 'failed' || mails?.[0]?.state === 'bounced')
  return (
    <>
      <p>
        {t('invitation.counts', {
          ...{ accepted: count('accepted'), declined: count('declined'), tentative: count('tentative') },
          none: count(null),
        })}
      </p>
      {undelivered.length > 0 && (
        <Notice tone="danger" title={t('invitation.undelivered', { count: undelivered.length })}>
          {t('invitation.undelivered-what')}
        </Notice>
      )}
      <Table
        caption={t('invitation.people')}
        captionHidden
        rows={people}
        columns={[
          { label: t('invitation.person'), cell: ({ person }) => <Name>{person.name}</Name> },
          {
            label: t('invitation.answer'),
            cell: ({ answer, answers }) => (
              <>
                <AnswerBadge answer={answer?.answer ?? null} />
                {answer?.standIn && (
                  <>
                    {' '}
                    {t('invitation.answers.stand-in')} <Name>{answer.standIn}</Name>
                  </>
                )}
                <Answers answers={answers} zone={meeting.zone} />
              </>
            ),
          },
          { label: t('invitation.letter'), cell: one => <Delivery invitee={one} meetingId={meeting.id} /> },
        ]}
      />
    </>
  )
}

function Delivery({ invitee, meetingId }: { invitee: InviteeShown; meetingId: string }) {
  const { t } = useLanguage()
  const [last] = invitee.mails ?? []
  if (!last) return null
  const broken = last.state === 'failed' || last.state === 'bounced'
  return (
    <>
      {t(`invitation.kind.${last.kind}`)}{' '}
      <Badge tone={broken ? 'danger' : 'neutral'}>{t(`invitation.mail.state.${last.state}`)}</Badge>
      {broken && last.reason && (
        <p class="small muted">
          <bdi>{last.reason}</bdi>
        </p>
      )}
      {broken && (
        <PostButton
          action={`/meetings/${meetingId}/invitation/mails/${last.id}/retry`}
          small
          about={invitee.person.name}
        >
          {t('invitation.retry')}
        </PostButton>
      )}
    </>
  )
}
