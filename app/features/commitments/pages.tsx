import type { Texts } from '../../texts/texts.ts'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink, Form, HiddenInput, Select, Submit } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, Details, EmptyState, Name, Section, Tabs } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { mayBeAnswered } from './answer/model.ts'
import { AnswerForm } from './answer/parts.tsx'
import { Conditions } from './condition/parts.tsx'
import { Consequences } from './consequence/parts.tsx'
import type { CommitmentLine, CommitmentList, CommitmentListInput, CommitmentShown } from './contract.ts'
import { History, Quote } from './history/parts.tsx'
import { Links } from './link/parts.tsx'
import { type List, lists } from './model.ts'
import { DueWhen, lineHref, OwnerName, SourceLink, StateBadges } from './parts.tsx'
import { MoveForm, ReportForm } from './state/parts.tsx'

/** One list of commitments, with the counts of all as the ways to them. */
export function CommitmentsPage({ data, frame }: Shown<CommitmentListInput, CommitmentList>) {
  const { t } = frame
  const { list, bodyId, bodies, counts, items, next, can, personal } = data
  const shown = (one: List) => countShown(data, one)
  const open = can.open && (
    <ButtonLink href={bodyId ? `/commitments/new?body=${bodyId}` : '/commitments/new'} icon="add">
      {t('commitments.new.open')}
    </ButtonLink>
  )
  const following = data.personal && (
    <ButtonLink href="/consequences" icon="flag">
      {t('consequences.title')}
    </ButtonLink>
  )
  const offered = lists.filter(one => one !== 'mine' || personal)
  return (
    <Page
      frame={frame}
      title={t('commitments.title')}
      lead={t('commitments.lead')}
      actions={
        <>
          {open}
          {following}
        </>
      }
    >
      <Tabs
        label={t('commitments.lists')}
        tabs={offered.map(one => ({
          href: address(one, bodyId),
          label: t(`commitments.list.${one}`),
          ...shown(one),
          current: one === list,
        }))}
      />
      {bodies.length > 1 && (
        <Form action="/commitments" method="get" class="form-inline">
          <HiddenInput name="list" value={list} />
          <Select
            name="body"
            label={t('commitments.body')}
            value={bodyId ?? ''}
            blank={t('commitments.all-bodies')}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            unmarked
          />
          <Submit kind="secondary">{t('ui.show')}</Submit>
        </Form>
      )}
      <Lines t={t} list={list} items={items} all={counts.open + counts.ended} />
      {items.length > 0 && (
        <ButtonLink href={address(list, bodyId).replace('?', '.csv?')} icon="download" kind="quiet" small>
          {t('documents.commitments.csv')}
        </ButtonLink>
      )}
      {next && (
        <nav class="pagination" aria-label={t('ui.pagination.label')}>
          <ButtonLink href={address(list, bodyId, next)}>{t('ui.pagination.next')}</ButtonLink>
        </nav>
      )}
    </Page>
  )
}

/** Where counting stopped, what was counted is said as such; of a part nothing is said. */
function countShown({ counts, more }: CommitmentList, list: List): { count: number | string } | Record<string, never> {
  if (list === 'ended' ? more.ended : list === 'open' && more.open) return { count: `${counts[list]}+` }
  return list !== 'ended' && more.open ? {} : { count: counts[list] }
}

function address(list: List, body: string | null, after?: string): string {
  const query = new URLSearchParams({ list, ...(body && { body }), ...(after && { after }) })
  return `/commitments?${query}`
}

type LinesProps = { t: Texts; list: List; items: readonly CommitmentLine[]; all: number }

function Lines({ t, list, items, all }: LinesProps) {
  return (
    <Table
      caption={t(`commitments.list.${list}`)}
      captionHidden
      rows={items}
      columns={[
        {
          label: t('commitments.commitment'),
          cell: ({ id, wording }) => (
            <a href={`/commitments/${id}`}>
              <Name>{wording}</Name>
            </a>
          ),
        },
        { label: t('commitments.owner'), cell: ({ owner }) => <OwnerName owner={owner} /> },
        { label: t('commitments.due'), cell: ({ due }) => <DueWhen due={due} /> },
        {
          label: t('commitments.state'),
          cell: line => <StateBadges {...line} />,
        },
        { label: t('commitments.source'), cell: ({ source }) => <SourceLink source={source} /> },
      ]}
      empty={
        <EmptyState
          icon={all === 0 ? 'task' : 'done'}
          title={t(all === 0 ? 'commitments.empty' : `commitments.empty.${list}`)}
        >
          {all === 0 && t('commitments.empty-why')}
        </EmptyState>
      }
    />
  )
}

/** A commitment from the sentence in which it was said to where it stands. */
export function CommitmentPage({ data, form, frame }: Shown<unknown, CommitmentShown>) {
  const { t } = frame
  const { can, moves, links } = data
  return (
    <Page
      frame={frame}
      title={data.wording}
      heading={<Name>{data.wording}</Name>}
      lead={<StateBadges {...data} />}
      actions={<Actions data={data} frame={frame} />}
      breadcrumbs={[{ href: '/commitments', label: t('commitments.title') }]}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('commitments.owner'), value: <OwnerName owner={data.owner} /> },
          { term: t('commitments.due'), value: <DueWhen due={data.due} /> },
          ...(data.answers
            ? [
                {
                  term: t('answers.answers-to'),
                  value: (
                    <a href={`/commitments/${data.answers.id}`}>
                      <Name>{data.answers.name}</Name>
                    </a>
                  ),
                },
              ]
            : []),
          {
            term: t('commitments.body'),
            value: (
              <a href={`/bodies/${data.body.id}`}>
                <Name>{data.body.name}</Name>
              </a>
            ),
          },
        ]}
      />
      {can.report && (
        <Section title={t('commitments.report.title')} id="report">
          <ReportForm t={t} id={data.id} form={form} />
        </Section>
      )}
      {can.answer && (
        <Section title={t('answers.title')} id="answer">
          <Details summary={t('answers.open')} open={form.values.form === 'answer'}>
            <AnswerForm id={data.id} today={data.today} wording={data.wording} form={form} />
          </Details>
        </Section>
      )}
      <Section title={t('commitments.source')} id="source">
        <Source data={data} frame={frame} />
      </Section>
      {(data.conditions.length > 0 || can.nameCondition) && (
        <Section
          title={t('conditions.title')}
          id="conditions"
          actions={
            can.nameCondition && (
              <ButtonLink href={`/commitments/${data.id}/conditions/new`} icon="add" small>
                {t('conditions.new')}
              </ButtonLink>
            )
          }
        >
          <Conditions
            {...{ commitmentId: data.id, conditions: data.conditions, zone: data.zone, today: data.today, form }}
            can={can.answerCondition}
          />
        </Section>
      )}
      {(data.consequences.length > 0 || can.agree) && (
        <Section
          title={t('consequences.title')}
          id="consequences"
          actions={can.agree && <AgreeLink data={data} frame={frame} />}
        >
          {data.consequences.length > 0 ? (
            <Consequences consequences={data.consequences} />
          ) : (
            <p class="muted">{t('consequences.none')}</p>
          )}
        </Section>
      )}
      <Section title={t('commitments.history')} id="history">
        <History events={data.history} zone={data.zone} />
      </Section>
      {moves.length > 0 && (
        <Section title={t('commitments.move.title')} id="move">
          <MoveForm t={t} id={data.id} revision={data.revision} moves={moves} form={form} />
        </Section>
      )}
      {can.revoke && links.length > 0 && (
        <Section title={t('commitments.links')} id="links">
          <Links commitmentId={data.id} links={links} zone={data.zone} />
        </Section>
      )}
    </Page>
  )
}

const AgreeLink = ({ data: { id }, frame: { t } }: { data: CommitmentShown; frame: Frame }) => (
  <ButtonLink href={`/commitments/${id}/consequences/new`} icon="add" small>
    {t('consequences.new')}
  </ButtonLink>
)

function Actions({ data: { id, can, owner, answers }, frame: { t } }: { data: CommitmentShown; frame: Frame }) {
  return (
    <>
      {can.ask && (
        <ButtonLink href={`/commitments/${id}/ask`} icon="mail" kind="primary">
          {t('commitments.ask.open')}
        </ButtonLink>
      )}
      {can.change && <ButtonLink href={`/papers/new?commitment=${id}`}>{t('commitments.to-paper')}</ButtonLink>}
      {can.agree && <ButtonLink href={`/letters/new?commitment=${id}`}>{t('commitments.to-letter')}</ButtonLink>}
      {can.change && <ButtonLink href={`/commitments/${id}/publish`}>{t('publications.publish')}</ButtonLink>}
      {can.change && mayBeAnswered(owner) && !answers && (
        <ButtonLink href={`/commitments/${id}/account`}>{t('account.propose.title')}</ButtonLink>
      )}
      {can.change && (
        <ButtonLink href={`/commitments/${id}/change`} icon="edit">
          {t('ui.change')}
        </ButtonLink>
      )}
    </>
  )
}

/** The line it was said in, word for word, and the way there. */
function Source({
  data: { quote, source, meeting },
  frame: { t, languages },
}: {
  data: CommitmentShown
  frame: Frame
}) {
  if (!source || quote === null) return <p class="muted">{t('commitments.source.by-hand-why')}</p>
  return (
    <>
      <Quote lang={languages[0]}>{quote}</Quote>
      <p>
        <a href={lineHref(source)}>{t('commitments.source.open', { line: source.line })}</a>
        {meeting && (
          <>
            {' · '}
            <a href={`/meetings/${meeting.id}`}>
              <Name>{meeting.name}</Name>
            </a>
          </>
        )}
      </p>
    </>
  )
}
