import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Form, PostButton, Radios, Submit } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Against, AudienceWords } from '../parts.tsx'
import type { PollListShown, PollShown } from './contract.ts'
import { choiceText } from './mails.tsx'
import { ChoiceWords, PollAnswerBadge, PollFields, SaidLast } from './parts.tsx'

/** Every poll that the reader knows of: the open ones, and what was asked before. */
export function PollsPage({ data, frame }: Shown<unknown, PollListShown>) {
  const { t } = frame
  const { open, closed, can } = data
  const actions = can.ask && (
    <>
      <ButtonLink href="/polls/new" icon="calendar" kind="primary">
        {t('poll.new.date')}
      </ButtonLink>
      <ButtonLink href="/polls/new?kind=opinion" icon="question">
        {t('poll.new.opinion')}
      </ButtonLink>
    </>
  )
  const nothing = open.length + closed.length === 0
  return (
    <Page
      frame={frame}
      title={t('poll.many')}
      lead={t('poll.lead')}
      breadcrumbs={[{ href: '/meetings', label: t('meetings.title') }]}
      actions={nothing ? null : actions}
    >
      {nothing && (
        <EmptyState icon="calendar" title={t('poll.none')} action={actions}>
          {t('poll.none-why')}
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section title={t('poll.open')} id="open" count={open.length}>
          <Polls polls={open} frame={frame} caption={t('poll.open')} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={t('poll.closed-many')} id="closed">
          <Polls polls={closed} frame={frame} caption={t('poll.closed-many')} />
        </Section>
      )}
    </Page>
  )
}

type PollsProps = { polls: PollListShown['open']; frame: Frame; caption: string }

function Polls({ polls, frame: { t }, caption }: PollsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={polls}
      columns={[
        {
          label: t('poll.question'),
          cell: ({ id, question }) => (
            <a href={`/polls/${id}`}>
              <Name>{question}</Name>
            </a>
          ),
        },
        { label: t('poll.kind'), cell: ({ kind }) => t(`poll.kind.${kind}`) },
        { label: t('meetings.body'), cell: ({ body }) => body && <Name>{body.name}</Name> },
        { label: t('poll.until'), cell: ({ untilDay }) => <Day value={untilDay} form="short" /> },
        {
          label: t('invitation.own'),
          cell: ({ answered }) =>
            answered !== null && (
              <Badge tone={answered ? 'success' : 'warning'}>
                {t(answered ? 'poll.answered' : 'invitation.answer.none')}
              </Badge>
            ),
        },
      ]}
    />
  )
}

/** A poll: what was said so far, one's own answer, who is silent, and how it ends. */
export function PollPage({ data, form, frame }: Shown<unknown, PollShown>) {
  const { t } = frame
  const { id, kind, body, own, choices, invitees, can, meeting } = data
  const chosen = choices.find(one => one.chosen)
  return (
    <Page
      frame={frame}
      title={data.question}
      heading={<Name>{data.question}</Name>}
      lead={
        <span class="cluster">
          {t(`poll.kind.${kind}`)}
          {body && <Name>{body.name}</Name>}
          <Badge tone={data.closedAt ? 'neutral' : 'info'}>
            {t(data.closedAt ? 'poll.state.closed' : 'poll.state.open')}
          </Badge>
        </span>
      }
      breadcrumbs={[
        { href: '/meetings', label: t('meetings.title') },
        { href: '/polls', label: t('poll.many') },
      ]}
      failed={form.problems.length > 0}
    >
      {data.closedAt && (
        <Notice tone="success" title={t('poll.closed')}>
          {chosen && (
            <p>
              <ChoiceWords choice={chosen} />
            </p>
          )}
          {meeting && (
            <a href={`/meetings/${meeting.id}`}>
              <Name>{meeting.name}</Name>
            </a>
          )}
          {kind === 'date' && !chosen && t('poll.closed-without')}
        </Notice>
      )}
      {kind === 'opinion' && <Notice tone="info">{t('poll.not-a-decision')}</Notice>}
      {data.wording && (
        <p class="letter-text" dir="auto">
          {data.wording}
        </p>
      )}
      <DefinitionList
        items={[
          { term: t('meetings.place'), value: data.place && <Name>{data.place}</Name> },
          { term: t('poll.until'), value: <Day value={data.untilDay} form="weekday" /> },
          {
            term: t(kind === 'date' ? 'poll.new.audience' : 'meetings.audience'),
            value: (
              <AudienceWords
                audience={data.audience}
                body={body?.name ?? ''}
                withoutAdministration={data.withoutAdministration}
              />
            ),
          },
        ]}
      />
      {own && (
        <Section title={t('invitation.own')} id="answer">
          {data.closedAt ? (
            own.said && <SaidLast said={own.said} choices={choices} zone={data.zone} />
          ) : (
            <Form action={`/polls/${id}/answer`} state={form}>
              <PollFields kind={kind} choices={choices} said={own.said} />
              <Submit>{t('invitation.answer.submit')}</Submit>
            </Form>
          )}
        </Section>
      )}
      {invitees && <Result data={data} frame={frame} />}
      {invitees && <Everybody data={data} invitees={invitees} frame={frame} />}
      {can.close && <Closing data={data} form={form} frame={frame} />}
    </Page>
  )
}

type Part = { readonly data: PollShown; readonly frame: Frame }
type Choice = PollShown['choices'][number]

function Result({ data, frame: { t } }: Part) {
  const dated = data.kind === 'date'
  const count = (label: string, of: (sum: NonNullable<Choice['sum']>) => number): Column<Choice> => ({
    ...{ label, numeric: true, cell: ({ sum }) => (sum ? of(sum) : '') },
  })
  const maybe = count(t('poll.answer.maybe'), sum => sum.maybe)
  const no = count(t('poll.answer.no'), sum => sum.no)
  return (
    <Section title={t('poll.result')} id="result">
      <Table
        caption={t('poll.result')}
        captionHidden
        rows={data.choices}
        columns={[
          {
            label: t(dated ? 'poll.day' : 'poll.choice'),
            cell: choice => (
              <>
                <ChoiceWords choice={choice} />{' '}
                {choice.best && (
                  <Badge tone="success" icon="done">
                    {t('poll.best')}
                  </Badge>
                )}
                <Against one={choice} />
              </>
            ),
          },
          count(dated ? t('poll.answer.yes') : t('poll.count'), sum => sum.yes),
          ...(dated ? [maybe, no] : []),
        ]}
      />
    </Section>
  )
}

function Everybody({ data, invitees, frame }: Part & { invitees: NonNullable<PollShown['invitees']> }) {
  const { t, language } = frame
  const silent = invitees.filter(({ said }) => said === null)
  const broken = invitees.filter(({ mail }) => mail === 'failed')
  type Invitee = (typeof invitees)[number]
  const ofDay = (choice: Choice): Column<Invitee> => ({
    label: choiceText(t, language, choice),
    cell: ({ said }) => <PollAnswerBadge answer={said?.answers[choice.id]} />,
  })
  const chosen: Column<Invitee> = {
    label: t('invitation.answer'),
    cell: ({ said }) =>
      data.choices.filter(({ id }) => said?.answers[id]).map(choice => <ChoiceWords choice={choice} />),
  }
  return (
    <Section title={t('poll.people')} id="people" count={invitees.length}>
      <p>{t('poll.silent', { count: silent.length })}</p>
      {broken.length > 0 && (
        <Notice tone="danger" title={t('invitation.undelivered', { count: broken.length })}>
          {broken.map(({ person }) => person.name).join(', ')}
        </Notice>
      )}
      {data.can.remind && <PostButton action={`/polls/${data.id}/reminder`}>{t('invitation.page.remind')}</PostButton>}
      {data.reminded && <p class="muted">{t('poll.reminded')}</p>}
      <Table
        caption={t('poll.people')}
        captionHidden
        rows={invitees}
        columns={[
          {
            label: t('invitation.person'),
            cell: ({ person, said }) => (
              <>
                <Name>{person.name}</Name>{' '}
                {said === null && <Badge tone="warning">{t('invitation.answer.none')}</Badge>}
              </>
            ),
          },
          ...(data.kind === 'date' ? data.choices.map(ofDay) : [chosen]),
          { label: t('poll.answer.note'), cell: ({ said }) => said?.note && <Name>{said.note}</Name> },
        ]}
      />
    </Section>
  )
}

function Closing({ data, form, frame }: Part & Pick<Shown<unknown, unknown>, 'form'>) {
  const { t, language } = frame
  const { id, kind, choices, draft } = data
  const best = choices.find(one => one.best)
  return (
    <Section title={t('poll.close')} id="close">
      <Form action={`/polls/${id}/closing`} state={form} id="closing">
        {kind === 'date' && (
          <>
            <Radios
              name="choice"
              legend={t('poll.close.which')}
              value={best?.id ?? ''}
              choices={[
                ...choices.map(choice => ({ value: choice.id, label: choiceText(t, language, choice) })),
                { value: '', label: t('poll.close.none') },
              ]}
            />
            <p class="muted">
              {draft ? t('poll.close.draft', { name: draft.name }) : t('poll.close.new')} {t('poll.close.tells')}
            </p>
          </>
        )}
        {kind === 'opinion' && <p class="muted">{t('poll.close.tells')}</p>}
        <Submit kind="secondary">{t('poll.close.submit')}</Submit>
      </Form>
    </Section>
  )
}
