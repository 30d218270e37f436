import { correctionAnswers } from '../../../ground/schema/corrections.ts'
import type { Texts } from '../../../texts/texts.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { type FormState, problemText } from '../../../ui/field.tsx'
import { DateInput, Form, Radios, Submit, TextArea } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { CorrectionLinkInput, CorrectionLinkShown, CorrectionsInput, CorrectionsShown } from './contract.ts'
import { LONGEST_REASON } from './model.ts'
import { Proposal, Propose } from './parts.tsx'

/** Minutes that go round: sending them, proposing, and what became of each proposal. */
export function CorrectionsPage({ data, form, frame }: Shown<CorrectionsInput, CorrectionsShown>) {
  const { t } = frame
  const { minutes, circulation, corrections, proposing, sentTo, can, zone } = data
  const action = `/minutes/${minutes.id}/corrections`
  return (
    <Page
      frame={frame}
      title={t('minutes.corrections.of', { meeting: minutes.name })}
      heading={t('minutes.corrections.title')}
      lead={
        <>
          <Name>{minutes.name}</Name>
          {minutes.day && (
            <>
              {' · '}
              <Day value={minutes.day} form="weekday" />
            </>
          )}
        </>
      }
      breadcrumbs={[{ href: `/minutes/${minutes.id}`, label: t('minutes.reading.title') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      <Standing circulation={circulation} approved={data.approved} form={form} t={t} />
      {can.begin && <Begin data={data} form={form} t={t} />}
      {proposing && <Propose proposing={proposing} action={action} form={form} open later={can.record} />}
      <Section title={t('minutes.corrections.list')} id="list" count={corrections.length}>
        {corrections.length === 0 && <EmptyState icon="edit" title={t('minutes.corrections.none')} />}
        <ol class="items">
          {corrections.map(one => (
            <li class="item" id={`c-${one.id}`}>
              <Proposal one={one} zone={zone} />
              {can.answer && one.answer === null && <Answer one={one} action={action} form={form} t={t} />}
            </li>
          ))}
        </ol>
      </Section>
      {sentTo && sentTo.length > 0 && <SentTo sentTo={sentTo} t={t} />}
    </Page>
  )
}

type Round = { readonly until: string; readonly open: boolean } | null

type StandingProps = {
  readonly circulation: Round
  readonly approved: boolean
  readonly form: FormState
  readonly t: Texts
}

/** Whether corrections are taken and until when, and to whoever came too late that it was. */
function Standing({ circulation, approved, form, t }: StandingProps) {
  const [late] = circulation?.open && !approved ? [] : form.problems
  return (
    <>
      {late && <Notice tone="danger">{problemText(t, late)}</Notice>}
      <Stands circulation={circulation} approved={approved} t={t} />
    </>
  )
}

function Stands({ circulation, approved, t }: Omit<StandingProps, 'form'>) {
  if (approved) return <Notice tone="info" title={t('minutes.corrections.approved')} />
  if (!circulation) return <Notice tone="info" title={t('minutes.corrections.not-yet')} />
  const { until, open } = circulation
  return (
    <Notice tone={open ? 'info' : 'warning'} title={t(open ? 'minutes.corrections.round' : 'minutes.corrections.over')}>
      {t('minutes.corrections.until')} <Day value={until} form="weekday" />
    </Notice>
  )
}

function Begin({ data, form, t }: { data: CorrectionsShown; form: FormState; t: Texts }) {
  const { minutes, circulation, until, today } = data
  return (
    <Section title={t(circulation ? 'minutes.corrections.send-again' : 'minutes.corrections.send')} id="begin">
      <p>{t('minutes.corrections.send-how')}</p>
      <Form
        action={`/minutes/${minutes.id}/circulation`}
        id="circulate"
        state={form.values.untilDay === undefined ? null : form}
      >
        <DateInput name="untilDay" label={t('minutes.corrections.until-day')} value={until} min={today} required />
        <Submit>{t('minutes.corrections.send')}</Submit>
      </Form>
    </Section>
  )
}

type AnswerProps = {
  readonly one: CorrectionsShown['corrections'][number]
  readonly action: string
  readonly form: FormState
  readonly t: Texts
}

function Answer({ one, action, form, t }: AnswerProps) {
  return (
    <Form action={`${action}/${one.id}/answer`} id={`answer-${one.id}`} state={form.values.of === one.id ? form : null}>
      <input type="hidden" name="of" value={one.id} />
      <Radios
        name="answer"
        legend={t('minutes.corrections.answer')}
        choices={correctionAnswers.map(value => ({ value, label: t(`minutes.corrections.to.${value}`) }))}
        required
      />
      <TextArea
        name="word"
        label={t('minutes.corrections.word')}
        hint={t('minutes.corrections.word-hint')}
        maxLength={LONGEST_REASON}
        rows={2}
        required
      />
      <Submit kind="secondary" about={one.wording.slice(0, 80)}>
        {t('minutes.corrections.answer-submit')}
      </Submit>
    </Form>
  )
}

function SentTo({ sentTo, t }: { sentTo: NonNullable<CorrectionsShown['sentTo']>; t: Texts }) {
  return (
    <Section title={t('minutes.corrections.sent-to')} id="sent" count={sentTo.length}>
      <Table
        caption={t('minutes.corrections.sent-to')}
        captionHidden
        rows={sentTo}
        columns={[
          { label: t('commitments.links.to'), cell: ({ name }) => <Name>{name}</Name> },
          {
            label: t('commitments.asking.mail'),
            cell: ({ mail }) => (
              <Badge tone={mail === 'failed' || mail === null ? 'danger' : 'neutral'}>
                {mail ? t(`invitation.mail.state.${mail}`) : t('commitments.asking.no-mail')}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What the link in the mail opens. Opening it changes nothing. */
export function CorrectionLinkPage({ data, input, form, frame }: Shown<CorrectionLinkInput, CorrectionLinkShown>) {
  const { t } = frame
  const { meeting, circulation, corrections, proposing, zone } = data
  return (
    <Page
      frame={frame}
      title={t('minutes.corrections.of', { meeting: meeting.name })}
      heading={t('minutes.corrections.title')}
      lead={
        <>
          <Name>{meeting.name}</Name>
          {meeting.day && (
            <>
              {' · '}
              <Day value={meeting.day} form="weekday" />
            </>
          )}
        </>
      }
      failed={form.problems.length > 0}
      unlisted
    >
      <p>{t('invitation.link.lead', { name: data.name })}</p>
      <Standing circulation={circulation} approved={data.approved} form={form} t={t} />
      {corrections.length > 0 && (
        <Section title={t('minutes.corrections.own')} id="own" count={corrections.length}>
          <ol class="items">
            {corrections.map(one => (
              <li class="item" id={`c-${one.id}`}>
                <Proposal one={one} zone={zone} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Propose
        proposing={proposing}
        action={`/links/corrections/${input.secret}`}
        form={form}
        open={circulation.open}
      />
      <p class="muted small">
        {t('invitation.link.until')} <Moment value={data.expiresAt} zone={zone} />
      </p>
    </Page>
  )
}
