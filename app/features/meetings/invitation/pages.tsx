import { isLanguage, ownNames } from '../../../texts/texts.ts'
import { Box } from '../../../ui/box.tsx'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Form, PostButton, Select, Submit, TextArea } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { MeetingSubpage, MeetingWhen } from '../parts.tsx'
import type { InvitationInput, InvitationLinkShown, LetterPageShown } from './contract.ts'
import { LONGEST_ACCESS, LONGEST_WORDING, remindedBefore } from './model.ts'
import { AnswerBadge, AnswerFields, Answers } from './parts.tsx'

/** From here a meeting's letters go: to whom, what they say, and until when. */
export function LetterPage({ data, form, frame }: Shown<InvitationInput, LetterPageShown>) {
  const { t } = frame
  const { meeting, candidates, notice } = data
  return (
    <MeetingSubpage
      frame={frame}
      meeting={meeting}
      title={t('invitation.page.title')}
      failed={form.problems.length > 0}
    >
      {!data.ready && (
        <Notice tone="warning" title={t('problem.meeting-not-open')}>
          <a href={`/meetings/${meeting.id}/change`}>{t('ui.change')}</a>
        </Notice>
      )}
      {notice && (
        <Notice
          tone={notice.late ? 'danger' : 'info'}
          title={t(notice.late ? 'invitation.notice.late' : 'invitation.notice.until')}
        >
          <Day value={notice.latest} form="weekday" /> · <Name>{notice.source}</Name>
          {' · '}
          <a href={`/bodies/${notice.bodyId}/rules?day=${meeting.day}`}>{t('invitation.notice.explained')}</a>
        </Notice>
      )}
      {data.ready && <Sending data={data} form={form} frame={frame} candidates={candidates} />}
      {data.ready && data.invited > 0 && <Again data={data} frame={frame} />}
      {data.preview && <Preview data={data} preview={data.preview} frame={frame} />}
    </MeetingSubpage>
  )
}

type Part = { readonly data: LetterPageShown; readonly frame: Frame }

function Sending({
  data,
  form,
  frame: { t },
  candidates,
}: Part & Pick<Shown<unknown, unknown>, 'form'> & Pick<LetterPageShown, 'candidates'>) {
  const { meeting, kind } = data
  const other = kind === 'invitation' ? 'save_the_date' : 'invitation'
  if (candidates.length === 0)
    return (
      <EmptyState icon="mail" title={t('invitation.page.everybody')}>
        <a href={`/meetings/${meeting.id}/invitation?kind=${other}`}>{t(`invitation.page.to-${other}`)}</a>
      </EmptyState>
    )
  return (
    <Section title={t(`invitation.kind.${kind}`)} id="send">
      <p>
        <a href={`/meetings/${meeting.id}/invitation?kind=${other}`}>{t(`invitation.page.to-${other}`)}</a>
      </p>
      <Form action={`/meetings/${meeting.id}/invitation`} state={form}>
        <input type="hidden" name="kind" value={kind} />
        <fieldset class="kern-fieldset">
          <legend class="kern-label">{t('invitation.page.to')}</legend>
          <div class="kern-fieldset__body">
            {candidates.map(person => (
              <Candidate person={person} t={t} />
            ))}
          </div>
        </fieldset>
        <TextArea
          name="wording"
          label={t('invitation.page.wording')}
          hint={t('invitation.page.wording-hint')}
          maxLength={LONGEST_WORDING}
        />
        <TextArea
          name="access"
          label={t('invitation.page.access')}
          hint={t('invitation.page.access-hint')}
          value={data.access}
          rows={3}
          maxLength={LONGEST_ACCESS}
        />
        {kind === 'invitation' && (
          <Select
            unmarked
            name="remindBefore"
            label={t('invitation.page.remind-before')}
            hint={t('invitation.page.remind-before-hint')}
            value={String(data.remindBefore)}
            choices={remindedBefore.map(days => ({
              value: String(days),
              label: t('invitation.page.remind-days', { days }),
            }))}
          />
        )}
        <Submit>{t(`invitation.page.send-${kind}`)}</Submit>
      </Form>
    </Section>
  )
}

function Candidate({ person, t }: { person: LetterPageShown['candidates'][number]; t: Frame['t'] }) {
  const { id, name, language, guest, hindered } = person
  return (
    <Box name="people" value={id} checked={hindered === null} disabled={hindered !== null}>
      <Name>{name}</Name> {isLanguage(language) && <span class="muted">({ownNames[language]})</span>}{' '}
      {guest && <Badge tone="info">{t('invitation.page.guest')}</Badge>}
      {hindered && <Badge tone="warning">{t(`invitation.page.${hindered}`)}</Badge>}
    </Box>
  )
}

/** To those who were written to before: what changed, or that an answer is missing. */
function Again({ data, frame: { t } }: Part) {
  const { id } = data.meeting
  return (
    <Section title={t('invitation.page.again')} id="again" count={data.invited}>
      <p>{t('invitation.page.unanswered', { count: data.unanswered })}</p>
      <div class="buttons">
        {data.unanswered > 0 && (
          <PostButton action={`/meetings/${id}/invitation/reminder`}>{t('invitation.page.remind')}</PostButton>
        )}
        <PostButton action={`/meetings/${id}/invitation`} values={{ kind: 'update' }}>
          {t('invitation.page.update')}
        </PostButton>
      </div>
    </Section>
  )
}

function Preview({ data, preview, frame: { t } }: Part & { preview: NonNullable<LetterPageShown['preview']> }) {
  const others = data.candidates.filter(({ id, hindered }) => id !== preview.person.id && hindered === null)
  return (
    <Section title={t('invitation.page.preview')} id="preview">
      <p>
        {t('invitation.page.preview-as')} <Name>{preview.person.name}</Name>
      </p>
      <div class="letter" lang={preview.language} dir="auto">
        <p>
          <strong>{preview.subject}</strong>
        </p>
        <pre class="letter-text">{preview.content}</pre>
        {preview.enclosure && (
          <p class="muted">
            {t('invitation.page.enclosure')} <Name>{preview.enclosure}</Name>
          </p>
        )}
      </div>
      {others.length > 0 && (
        <p>
          {t('invitation.page.preview-others')}{' '}
          {others.map(({ id, name }, index) => (
            <>
              {index > 0 && ', '}
              <a href={`/meetings/${data.meeting.id}/invitation?kind=${data.kind}&as=${id}#preview`}>
                <Name>{name}</Name>
              </a>
            </>
          ))}
        </p>
      )}
    </Section>
  )
}

/** What the link in a letter opens. Opening it changes nothing; pressing answers. */
export function InvitationLinkPage({ data, input, form, frame }: Shown<{ secret: string }, InvitationLinkShown>) {
  const { t } = frame
  const { meeting, cancelled, answer, answers, zone } = data
  return (
    <Page
      frame={frame}
      title={t('invitation.link.title', { meeting: meeting.name })}
      lead={t('invitation.link.lead', { name: data.name })}
      failed={form.problems.length > 0}
      unlisted
    >
      {cancelled && (
        <Notice tone="danger" title={t('meetings.cancelled.title')}>
          {cancelled.reason && <Name>{cancelled.reason}</Name>}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('meetings.when'), value: <MeetingWhen meeting={meeting} /> },
          { term: t('meetings.place'), value: meeting.place && <Name>{meeting.place}</Name> },
          { term: t('invitation.page.access'), value: data.access && <span class="letter-text">{data.access}</span> },
          { term: t('invitation.answer'), value: <AnswerBadge answer={answer?.answer ?? null} /> },
        ]}
      />
      {data.open ? (
        <Section title={t(answer ? 'invitation.link.again' : 'invitation.link.how')} id="answer">
          <Form action={`/links/invitation/${input.secret}`} state={form}>
            <AnswerFields day={meeting.day} startTime={meeting.startTime} />
            <p class="muted">{t('invitation.link.who-reads')}</p>
            <Submit>{t('invitation.answer.submit')}</Submit>
          </Form>
        </Section>
      ) : (
        !cancelled && <Notice tone="info">{t('problem.meeting-not-open')}</Notice>
      )}
      <Answers answers={answers} zone={zone} />
      {data.propose && (
        <p>
          <a href={`/links/proposals/${input.secret}`}>{t('proposals.new')}</a>
        </p>
      )}
      <p class="muted small">
        {t('invitation.link.until')} <Moment value={data.expiresAt} zone={zone} />
      </p>
    </Page>
  )
}
