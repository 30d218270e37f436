import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { type Choice, type ChoiceGroup, Form, Radios, Select, Submit, TextArea, TextInput } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import {
  type Definition,
  DefinitionList,
  EmptyState,
  Name,
  Notice,
  Pagination,
  Section,
  Tabs,
} from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { Quote } from '../history/parts.tsx'
import { LONGEST_SENTENCE, LONGEST_WORDING } from '../model.ts'
import type { OwnerChoices } from '../owner/contract.ts'
import { DueWhen, OwnerName } from '../parts.tsx'
import {
  type ConsequenceListInput,
  type ConsequenceListShown,
  type ConsequenceNewShown,
  type ConsequencePageShown,
  consequenceLists,
} from './contract.ts'
import { consequenceKinds } from './model.ts'
import { ConsequenceBadge, ConsequenceWhat, ConsequenceWhen } from './parts.tsx'

/** What follows in the network: what fires next, what fired, what was stopped. */
export function ConsequencesPage({ data, frame }: Shown<ConsequenceListInput, ConsequenceListShown>) {
  const { t } = frame
  const { list, page, more, items } = data
  return (
    <Page
      frame={frame}
      title={t('consequences.title')}
      lead={t('consequences.lead')}
      breadcrumbs={[{ href: '/commitments', label: t('commitments.title') }]}
    >
      <Tabs
        label={t('consequences.lists')}
        tabs={consequenceLists.map(one => ({
          ...{ href: `/consequences?list=${one}`, label: t(`consequences.list.${one}`), current: one === list },
        }))}
      />
      <Table
        caption={t(`consequences.list.${list}`)}
        captionHidden
        rows={items}
        columns={[
          {
            label: t('consequences.one'),
            cell: ({ consequence }) => (
              <a href={`/consequences/${consequence.id}`}>
                <ConsequenceWhat consequence={consequence} />
              </a>
            ),
          },
          {
            label: t('commitments.commitment'),
            cell: ({ commitment }) => (
              <a href={`/commitments/${commitment.id}`}>
                <Name>{commitment.name}</Name>
              </a>
            ),
          },
          { label: t('consequences.when'), cell: ({ consequence }) => <ConsequenceWhen consequence={consequence} /> },
        ]}
        empty={
          <EmptyState icon="flag" title={t(`consequences.empty.${list}`)}>
            {t('consequences.empty-why')}
          </EmptyState>
        }
      />
      <Pagination page={page} pages={null} more={more} href={to => `/consequences?list=${list}&page=${to}`} />
    </Page>
  )
}

/** One consequence: what was agreed, what became of it, and the way to stop it. */
export function ConsequencePage({ data, form, frame }: Shown<unknown, ConsequencePageShown>) {
  const { t } = frame
  const { consequence, commitment, can, zone } = data
  const { agreed, fired, stopped, grace } = consequence
  const said = (at: string, by: { name: string } | null) => (
    <span class="cluster">
      <Moment value={at} zone={zone} form="short" />
      {by && <Name>{by.name}</Name>}
    </span>
  )
  const items: Definition[] = [
    {
      term: t('commitments.commitment'),
      value: (
        <a href={`/commitments/${commitment.id}`}>
          <Name>{commitment.wording}</Name>
        </a>
      ),
    },
    { term: t('commitments.owner'), value: <OwnerName owner={commitment.owner} /> },
    { term: t('commitments.due'), value: <DueWhen due={commitment.due} /> },
    { term: t('consequences.grace'), value: t('consequences.grace-days', { days: grace }) },
    { term: t('consequences.when'), value: <ConsequenceWhen consequence={consequence} /> },
    { term: t('consequences.agreed'), value: said(agreed.at, agreed.by) },
    ...(fired ? [{ term: t('consequences.fired'), value: said(fired.at, null) }] : []),
    ...(stopped ? [{ term: t('consequences.stopped'), value: said(stopped.at, stopped.by) }] : []),
  ]
  return (
    <Page
      frame={frame}
      title={t(`consequences.kind.${consequence.kind}`)}
      heading={<ConsequenceWhat consequence={consequence} />}
      lead={<ConsequenceBadge consequence={consequence} />}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: '/consequences', label: t('consequences.title') },
      ]}
      failed={form.problems.length > 0}
    >
      <DefinitionList items={items} />
      <Section title={t('consequences.wording')} id="wording">
        <Quote>{consequence.wording}</Quote>
      </Section>
      {stopped && (
        <Section title={t('consequences.reason')} id="reason">
          <Quote>{stopped.reason}</Quote>
        </Section>
      )}
      {can.stop && (
        <Section title={t('consequences.stop')} id="stop">
          <Form action={`/consequences/${consequence.id}/stopping`} state={form}>
            <TextArea
              required
              name="reason"
              label={t('consequences.reason')}
              hint={t('consequences.reason-hint')}
              maxLength={LONGEST_SENTENCE}
              rows={3}
            />
            <Submit kind="secondary">{t('consequences.stop')}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** Agrees what follows, before it is needed. */
export function ConsequenceNewPage({ data, form, frame }: Shown<unknown, ConsequenceNewShown>) {
  const { t } = frame
  const { commitment, proposal, bodies, bodyId, owners } = data
  return (
    <Page
      frame={frame}
      title={t('consequences.new')}
      lead={t('consequences.new-lead')}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: `/commitments/${commitment.id}`, label: commitment.wording },
      ]}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('commitments.owner'), value: <OwnerName owner={commitment.owner} /> },
          { term: t('commitments.due'), value: <DueWhen due={commitment.due} /> },
        ]}
      />
      {commitment.due.kind !== 'day' && <Notice tone="warning" title={t('consequences.no-day')} />}
      <Form action={`/commitments/${commitment.id}/consequences`} state={form}>
        <Radios
          name="kind"
          legend={t('consequences.kind')}
          choices={consequenceKinds.map(value => ({
            ...{ value, label: t(`consequences.kind.${value}`), hint: t(`consequences.kind-hint.${value}`) },
          }))}
          required
        />
        <TextArea
          required
          name="wording"
          label={t('consequences.wording')}
          hint={t('consequences.wording-hint')}
          value={proposal}
          maxLength={LONGEST_WORDING}
          rows={3}
        />
        <TextInput name="grace" label={t('consequences.grace')} hint={t('consequences.grace-hint')} value="7" />
        <Select
          unmarked
          name="bodyId"
          label={t('consequences.body')}
          value={bodyId}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <AddresseeField owners={owners} />
        <TextInput
          name="outsideName"
          label={t('commitments.owner.outside-name')}
          hint={t('consequences.outside-hint')}
          maxLength={200}
        />
        <Submit>{t('consequences.agree')}</Submit>
      </Form>
    </Page>
  )
}

/** Everybody who can get a letter or take over, by kind. */
function AddresseeField({ owners: { people, offices, organizations } }: { owners: OwnerChoices }) {
  const { t } = useLanguage()
  const groups = [
    { label: t('commitments.owner.people'), kind: 'person', of: people },
    { label: t('commitments.owner.offices'), kind: 'office', of: offices },
    { label: t('commitments.owner.organizations'), kind: 'organization', of: organizations },
  ]
  const choices: (Choice | ChoiceGroup)[] = [
    { value: 'outside', label: t('commitments.owner.outside') },
    ...groups
      .filter(({ of }) => of.length > 0)
      .map(({ label, kind, of }) => ({
        ...{ label, choices: of.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })) },
      })),
  ]
  return <Select unmarked name="to" label={t('consequences.to')} blank={t('consequences.to-blank')} choices={choices} />
}
