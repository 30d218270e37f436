import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { DateInput, Form, type FormState, Select, Submit, TextArea, TextInput } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, Details, EmptyState, Name, Tabs } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { TermList, TermListInput, TermPageShown, TermShown } from './contract.ts'
import { LONGEST_MEANING, LONGEST_REASON, LONGEST_TERM, termKinds, termLists } from './model.ts'

const crumb = (t: Frame['t']) => ({ href: '/terms', label: t('terms.title') })

/** Terms and positions that hold, and those that held. */
export function TermsPage({ data, form, frame }: Shown<TermListInput, TermList>) {
  const { t } = frame
  const { list, counts, terms, bodies, today } = data
  const failed = form.problems.length > 0
  return (
    <Page frame={frame} title={t('terms.title')} lead={t('terms.lead')} failed={failed}>
      <Tabs
        label={t('terms.lists')}
        tabs={termLists.map(name => ({
          href: `/terms?list=${name}`,
          label: t(`terms.list.${name}`),
          count: counts[name],
          current: name === list,
        }))}
      />
      <Table
        caption={t(`terms.list.${list}`)}
        captionHidden
        rows={terms}
        columns={[
          {
            label: t('terms.wording'),
            cell: ({ id, wording }) => (
              <a href={`/terms/${id}`}>
                <Name>{wording}</Name>
              </a>
            ),
          },
          { label: t('terms.kind'), cell: ({ kind }) => t(`terms.kind.${kind}`) },
          { label: t('commitments.body'), cell: ({ body }) => <Name>{body.name}</Name> },
          { label: t('terms.from'), cell: ({ from }) => <Day value={from} form="short" /> },
          {
            label: t(list === 'before' ? 'terms.now-called' : 'terms.until'),
            cell: term => (list === 'before' ? <Newer term={term} /> : term.until && <Until term={term} />),
          },
        ]}
        empty={
          <EmptyState icon="quote" title={t(`terms.none.${list}`)}>
            {t('terms.none-why')}
          </EmptyState>
        }
      />
      {bodies.length > 0 && (
        <Details summary={t('terms.add')} open={failed}>
          <Form action="/terms" state={form}>
            <Select
              name="kind"
              label={t('terms.kind')}
              value="word"
              choices={termKinds.map(value => ({ value, label: t(`terms.kind.${value}`) }))}
              required
            />
            <Words />
            <Select
              name="bodyId"
              label={t('commitments.body')}
              {...(bodies.length > 1 && { blank: t('papers.choose-body') })}
              choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
            <DateInput name="fromDay" label={t('terms.from')} value={today} required />
            <Submit>{t('terms.keep')}</Submit>
          </Form>
        </Details>
      )}
    </Page>
  )
}

function Words({ of }: { of?: TermShown }) {
  const { t } = useLanguage()
  return (
    <>
      <TextInput
        name="wording"
        label={t(of ? 'terms.new-wording' : 'terms.wording')}
        hint={t('terms.wording-hint')}
        maxLength={LONGEST_TERM}
        required
      />
      <TextArea
        name="meaning"
        label={t('terms.meaning')}
        hint={t('terms.meaning-hint')}
        value={of?.meaning ?? ''}
        maxLength={LONGEST_MEANING}
        rows={4}
      />
    </>
  )
}

const Until = ({ term }: { term: TermShown }) => (
  <span class="cluster">
    {term.until && <Day value={term.until} form="short" />}
    <Newer term={term} />
  </span>
)

function Newer({ term: { replacedBy } }: { term: TermShown }) {
  const { t } = useLanguage()
  if (!replacedBy) return <>{t('terms.nothing')}</>
  return (
    <a href={`/terms/${replacedBy.id}`}>
      <Name>{replacedBy.wording}</Name>
    </a>
  )
}

/** A term or a position: since when it holds, what it replaced, and what replaced it. */
export function TermPage({ data, form, frame }: Shown<unknown, TermPageShown>) {
  const { t } = frame
  const { term, replaces, over, can } = data
  const of = (field: string): FormState | null => (field in form.values ? form : null)
  return (
    <Page
      frame={frame}
      title={term.wording}
      heading={<Name>{term.wording}</Name>}
      lead={<Badge tone={over ? 'warning' : 'success'}>{t(over ? 'terms.over' : 'terms.holds')}</Badge>}
      breadcrumbs={[crumb(t)]}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('terms.kind'), value: t(`terms.kind.${term.kind}`) },
          ...(term.meaning ? [{ term: t('terms.meaning'), value: <Name>{term.meaning}</Name> }] : []),
          { term: t('commitments.body'), value: <Name>{term.body.name}</Name> },
          { term: t('terms.from'), value: <Day value={term.from} /> },
          ...(term.until ? [{ term: t('terms.until'), value: <Day value={term.until} /> }] : []),
          ...(term.until ? [{ term: t('terms.now-called'), value: <Newer term={term} /> }] : []),
          ...(term.reason ? [{ term: t('terms.reason'), value: <Name>{term.reason}</Name> }] : []),
          ...(replaces.length > 0
            ? [
                {
                  term: t('terms.replaces'),
                  value: replaces.map(({ id, wording }) => (
                    <a href={`/terms/${id}`}>
                      <Name>{wording}</Name>
                    </a>
                  )),
                },
              ]
            : []),
        ]}
      />
      {can.replace && (
        <>
          <Details summary={t('terms.replace')} open={of('fromDay') !== null}>
            <Form action={`/terms/${term.id}/replacement`} id="replace" state={of('fromDay')}>
              <Words of={term} />
              <DateInput name="fromDay" label={t('terms.new-from')} value={data.today} required />
              <TextInput name="reason" label={t('terms.reason')} maxLength={LONGEST_REASON} />
              <Submit>{t('terms.replace')}</Submit>
            </Form>
          </Details>
          <Details summary={t('terms.end')} open={of('untilDay') !== null}>
            <Form action={`/terms/${term.id}/end`} id="end" state={of('untilDay')}>
              <DateInput name="untilDay" label={t('terms.until')} value={data.today} required />
              <TextInput name="reason" label={t('terms.reason')} maxLength={LONGEST_REASON} required />
              <Submit kind="secondary">{t('terms.end')}</Submit>
            </Form>
          </Details>
        </>
      )}
    </Page>
  )
}
