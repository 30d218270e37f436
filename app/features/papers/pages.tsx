import { paperAudiences, paperStates, paperTypes } from '../../ground/schema/papers.ts'
import { Day, Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import {
  ButtonLink,
  Checkbox,
  DateInput,
  Form,
  HiddenInput,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, Details, EmptyState, Halves, Name, Section, Tabs } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { ReplacedTerms } from '../directory/term/parts.tsx'
import type { CompareShown, PaperList, PaperListInput, PaperNewInput, PaperNewShown, PaperShown } from './contract.ts'
import { LONGEST_NAME, LONGEST_SENTENCE, LONGEST_WORDING, listNames } from './model.ts'
import { ConsultationForm, Consultations, EventForm, Line, OpenFor, StateBadge, Stretches } from './parts.tsx'
import { Support } from './support/parts.tsx'

const crumb = (t: Frame['t']) => ({ href: '/papers', label: t('papers.title') })

/** Demands and other papers, by where they stand. */
export function PapersPage({ data, frame }: Shown<PaperListInput, PaperList>) {
  const { t } = frame
  const { list, counts, papers, can } = data
  const add = can.add && (
    <ButtonLink href="/papers/new" icon="add" kind="primary">
      {t('papers.add')}
    </ButtonLink>
  )
  return (
    <Page
      frame={frame}
      title={t('papers.title')}
      lead={t('papers.lead')}
      actions={
        <>
          <ButtonLink href="/terms" kind="secondary">
            {t('terms.link')}
          </ButtonLink>
          {counts.all > 0 && add}
        </>
      }
    >
      {counts.all === 0 ? (
        <EmptyState icon="file" title={t('papers.none')} action={add}>
          {t('papers.none-why')}
        </EmptyState>
      ) : (
        <>
          <Tabs
            label={t('papers.lists')}
            tabs={listNames.map(name => ({
              href: `/papers?list=${name}`,
              label: t(`papers.list.${name}`),
              count: counts[name],
              current: name === list,
            }))}
          />
          <Table
            caption={t(`papers.list.${list}`)}
            captionHidden
            rows={papers}
            columns={[
              {
                label: t('papers.name'),
                cell: ({ id, name }) => (
                  <a href={`/papers/${id}`}>
                    <Name>{name}</Name>
                  </a>
                ),
              },
              { label: t('papers.type'), cell: ({ paperType }) => t(`papers.type.${paperType}`) },
              { label: t('commitments.body'), cell: ({ body }) => <Name>{body.name}</Name> },
              {
                label: t('papers.state'),
                cell: ({ state, openYears }) => (
                  <span class="cluster">
                    <StateBadge state={state} />
                    <OpenFor years={openYears} />
                  </span>
                ),
              },
              { label: t('papers.since'), cell: ({ since }) => <Day value={since} form="short" /> },
            ]}
            empty={<EmptyState icon="done" title={t('papers.none-here')} />}
          />
        </>
      )}
    </Page>
  )
}

/** A new paper, from a commitment where one was chosen. */
export function PaperNewPage({ data, form, frame }: Shown<PaperNewInput, PaperNewShown>) {
  const { t } = frame
  const { bodies, bodyId, commitment } = data
  return (
    <Page frame={frame} title={t('papers.add')} breadcrumbs={[crumb(t)]} failed={form.problems.length > 0}>
      <Form action={commitment ? `/papers?commitment=${commitment.id}` : '/papers'} state={form}>
        {commitment && (
          <>
            <p>
              {t('papers.of-commitment')} <Name>{commitment.wording}</Name>
            </p>
            <HiddenInput name="commitmentId" value={commitment.id} />
          </>
        )}
        <Select
          name="paperType"
          label={t('papers.type')}
          value="demand"
          choices={paperTypes.map(value => ({ value, label: t(`papers.type.${value}`) }))}
          required
        />
        <TextInput
          name="name"
          label={t('papers.name')}
          hint={t('papers.name-hint')}
          maxLength={LONGEST_NAME}
          required
        />
        <TextArea
          name="wording"
          label={t('papers.wording')}
          hint={t('papers.wording-hint')}
          value={commitment?.wording ?? ''}
          maxLength={LONGEST_WORDING}
          rows={10}
          required
        />
        <Select
          name="bodyId"
          label={t('commitments.body')}
          value={bodyId ?? ''}
          {...(bodies.length > 1 && { blank: t('papers.choose-body') })}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <Select
          name="audience"
          label={t('papers.audience')}
          value="body"
          choices={paperAudiences.map(value => ({ value, label: t(`papers.audience.${value}`) }))}
          required
        />
        <Checkbox
          name="withoutAdministration"
          label={t('papers.without-administration')}
          hint={t('papers.without-administration-hint')}
        />
        <Submit>{t('papers.begin')}</Submit>
      </Form>
    </Page>
  )
}

/** A paper: how it reads, where it stands, where it was taken, and its line through the years. */
export function PaperPage({ data, form, frame }: Shown<unknown, PaperShown>) {
  const { t } = frame
  const { id, version, versions, can, commitment, consultations, line } = data
  const of = (field: string) => (field in form.values ? form : null)
  return (
    <Page
      frame={frame}
      title={data.name}
      heading={<Name>{data.name}</Name>}
      lead={
        <span class="cluster">
          <StateBadge state={data.state} />
          <OpenFor years={data.openYears} />
        </span>
      }
      breadcrumbs={[crumb(t)]}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('papers.type'), value: t(`papers.type.${data.paperType}`) },
          {
            term: t('commitments.body'),
            value: (
              <a href={`/bodies/${data.body.id}`}>
                <Name>{data.body.name}</Name>
              </a>
            ),
          },
          { term: t('papers.since'), value: <Day value={data.since} /> },
          {
            term: t('papers.audience'),
            value: `${t(`papers.audience.${data.audience}`)}${data.withoutAdministration ? ` · ${t('papers.without-administration')}` : ''}`,
          },
          ...(commitment
            ? [
                {
                  term: t('papers.commitment'),
                  value: (
                    <a href={`/commitments/${commitment.id}`}>
                      <Name>{commitment.wording}</Name>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Section title={t('papers.wording')} id="wording">
        <ReplacedTerms found={data.replacedTerms} />
        <p class="letter-text" dir="auto">
          {version.wording}
        </p>
        <p class="muted small cluster">
          <span>{t('papers.version', { number: version.number })}</span>
          <Moment value={version.at} zone={data.zone} form="short" />
          {versions > 1 && <a href={`/papers/${id}/versions`}>{t('papers.compare')}</a>}
        </p>
        {can.revise && (
          <Details summary={t('papers.revise')} open={of('wording') !== null}>
            <Form action={`/papers/${id}/versions`} id="revise" state={of('wording')}>
              <HiddenInput name="from" value={String(version.number)} />
              <TextArea
                name="wording"
                label={t('papers.wording')}
                value={version.wording}
                maxLength={LONGEST_WORDING}
                rows={10}
                required
              />
              <TextInput name="note" label={t('papers.note')} maxLength={LONGEST_SENTENCE} />
              <Submit>{t('papers.keep-version')}</Submit>
            </Form>
          </Details>
        )}
      </Section>
      {can.move && (
        <Details summary={t('papers.move')} open={of('state') !== null}>
          <Form action={`/papers/${id}/state`} id="move" state={of('state')}>
            <Select
              name="state"
              label={t('papers.state')}
              blank={t('papers.choose-state')}
              choices={paperStates
                .filter(state => state !== data.state)
                .map(value => ({ value, label: t(`papers.state.${value}`) }))}
              required
            />
            <DateInput name="since" label={t('papers.since')} value={data.today} max={data.today} required />
            <TextArea
              name="sentence"
              label={t('papers.sentence')}
              hint={t('papers.sentence-hint')}
              maxLength={LONGEST_SENTENCE}
              rows={2}
            />
            <Submit>{t('ui.save')}</Submit>
          </Form>
        </Details>
      )}
      <Section title={t('papers.consultations')} id="consultations" count={consultations.length}>
        <Consultations data={data} form={form} />
        {can.consult && (
          <Details summary={t('papers.consult')} open={of('role') !== null}>
            <ConsultationForm data={data} state={of('role')} />
          </Details>
        )}
      </Section>
      {(data.support || can.sign) && (
        <Section title={t('papers.support.section')} id="support">
          <Support paperId={id} support={data.support} can={can.sign} />
        </Section>
      )}
      <Section title={t('papers.line')} id="line" count={line.length}>
        <Line line={line} />
        {can.note && (
          <Details summary={t('papers.note-event')} open={of('kind') !== null}>
            <EventForm data={data} state={of('kind')} />
          </Details>
        )}
      </Section>
    </Page>
  )
}

/** Two wordings beside each other: on one side what went, on the other what came. */
export function ComparePage({ data, frame }: Shown<unknown, CompareShown>) {
  const { t } = frame
  const { paper, versions, from, to, stretches, zone } = data
  const choices = versions.map(({ number }) => ({ value: String(number), label: t('papers.version', { number }) }))
  return (
    <Page
      frame={frame}
      title={t('papers.compare')}
      lead={<Name>{paper.name}</Name>}
      breadcrumbs={[crumb(t), { href: `/papers/${paper.id}`, label: paper.name }]}
    >
      <Form action={`/papers/${paper.id}/versions`} method="get" class="form-inline">
        <Select name="from" label={t('papers.compare-from')} value={String(from)} choices={choices} unmarked />
        <Select name="to" label={t('papers.compare-to')} value={String(to)} choices={choices} unmarked />
        <Submit kind="secondary">{t('ui.show')}</Submit>
      </Form>
      <Halves>
        <Section title={t('papers.version', { number: from })} id="from">
          <Stretches stretches={stretches} side="gone" />
        </Section>
        <Section title={t('papers.version', { number: to })} id="to">
          <Stretches stretches={stretches} side="new" />
        </Section>
      </Halves>
      <Section title={t('papers.versions')} id="versions" count={versions.length}>
        <Table
          caption={t('papers.versions')}
          captionHidden
          rows={versions}
          columns={[
            { label: t('papers.version-number'), cell: ({ number }) => number },
            { label: t('papers.written'), cell: ({ at }) => <Moment value={at} zone={zone} form="short" /> },
            { label: t('papers.by'), cell: ({ by }) => by && <Name>{by}</Name> },
            { label: t('papers.note'), cell: ({ note }) => note && <Name>{note}</Name> },
          ]}
        />
      </Section>
    </Page>
  )
}
