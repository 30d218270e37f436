import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, Details, EmptyState, Name, Notice, Pagination, Section, Tabs } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import type { AccountShown, AuthorityInput, AuthorityShown, Numbers } from './contract.ts'
import { type AccountSide, type Measure, measures, measuresOf } from './model.ts'
import { Entry } from './parts.tsx'

/** What each authority was asked and what came of it, and what the table did. Every number leads to the list behind it. */
export function AccountPage({ data: { authorities, table, more, embed, can }, frame }: Shown<unknown, AccountShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('account.title')}
      lead={t('account.lead')}
      wide
      actions={can.prepare && <ButtonLink href="/accountability/entries">{t('account.entries.open')}</ButtonLink>}
    >
      <NumbersTable
        frame={frame}
        caption={t('account.authorities')}
        rows={authorities}
        none={
          <EmptyState icon="file" title={t('account.none')}>
            {t('account.none-why')}
          </EmptyState>
        }
      />
      {more && <p class="muted">{t('account.more')}</p>}
      {table.length > 0 && (
        <Section title={t('account.table')} id="table">
          <p>{t('account.table-lead')}</p>
          <NumbersTable frame={frame} caption={t('account.table')} side="table" rows={table} none={null} />
        </Section>
      )}
      {authorities.length + table.length > 0 && (
        <>
          <Definitions frame={frame} />
          <Take frame={frame} embed={embed} />
        </>
      )}
    </Page>
  )
}

type Row = AccountShown['authorities'][number]
type NumbersProps = {
  frame: Frame
  caption: string
  side?: AccountSide
  rows: readonly Row[]
  none: ComponentChildren
}

const measureText = ({ t }: Frame, measure: Measure, side: AccountSide, what: 'measure' | 'definition' = 'measure') =>
  side === 'table' && measure === 'asked' ? t(`account.${what}.taken-on`) : t(`account.${what}.${measure}`)

/** Numbers side by side, each of them a link. */
const NumbersTable = ({ frame, caption, side = 'authority', rows, none }: NumbersProps) => (
  <Table
    caption={caption}
    captionHidden
    rows={rows}
    empty={none}
    columns={[
      {
        label: frame.t(side === 'table' ? 'account.body' : 'account.authority'),
        cell: ({ id, authority }) => (
          <a href={`/accountability/${id}`}>
            <Name>{authority}</Name>
          </a>
        ),
      },
      ...measuresOf(side).map(measure => ({
        label: measureText(frame, measure, side),
        numeric: true,
        cell: (row: Row) => <a href={`/accountability/${row.id}?show=${measure}`}>{row[measure]}</a>,
      })),
      ...spansOf(side).map(([span, label]) => ({
        ...{ label: frame.t(label), numeric: true, cell: (row: Row) => daysText(frame, row[span]) },
      })),
    ]}
  />
)

const spans = [
  ['daysToAnswer', 'account.to-answer'],
  ['daysToPromise', 'account.to-promise'],
  ['daysToKept', 'account.to-kept'],
] as const
const spansOf = (side: AccountSide) => (side === 'table' ? spans.slice(2) : spans)

/** What is public, to take along. */
const Take = ({ frame: { t }, embed }: { frame: Frame; embed: string }) => (
  <Section title={t('account.take')} id="take">
    <p>{t('account.take-lead')}</p>
    <p class="cluster">
      <a href="/accountability.csv">{t('account.file.csv')}</a>
      <a href="/accountability.json">{t('account.file.json')}</a>
      <a href="/accountability.atom">{t('account.feed')}</a>
    </p>
    <Details summary={t('account.embed.how')}>
      <p>{t('account.embed.why')}</p>
      <pre dir="ltr">
        <code>{renderToString(<iframe src={embed} title={t('account.title')} width="100%" height="480" />)}</code>
      </pre>
    </Details>
  </Section>
)

const daysText = ({ t }: Frame, days: Numbers['daysToAnswer']) =>
  days === null ? '–' : t('account.days', { count: Math.round(days) })

/** What each number counts, in a sentence. */
const Definitions = ({ frame: { t } }: { frame: Frame }) => (
  <Section title={t('account.definitions')} id="definitions">
    <DefinitionList
      items={[
        ...measures.map(measure => ({
          term: t(`account.measure.${measure}`),
          value: t(`account.definition.${measure}`),
        })),
        { term: t('account.measure.taken-on'), value: t('account.definition.taken-on') },
        { term: t('account.to-answer'), value: t('account.definition.to-answer') },
        { term: t('account.to-promise'), value: t('account.definition.to-promise') },
        { term: t('account.to-kept'), value: t('account.definition.to-kept') },
      ]}
    />
    <Notice tone="info">{t('account.definition.scope')}</Notice>
  </Section>
)

/** The numbers in a frame of another site. What it leads to opens beside that site. */
export function EmbeddedPage({ data: { authorities, table, more }, frame }: Shown<unknown, AccountShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('account.title')} lead={<Name>{frame.networkName}</Name>} embedded unlisted>
      <NumbersTable
        frame={frame}
        caption={t('account.authorities')}
        rows={authorities}
        none={<EmptyState icon="file" title={t('account.none')} />}
      />
      {table.length > 0 && (
        <Section title={t('account.table')} id="table">
          <NumbersTable frame={frame} caption={t('account.table')} side="table" rows={table} none={null} />
        </Section>
      )}
      {more && <p class="muted">{t('account.more')}</p>}
      <p>
        <a href="/accountability">{t('account.embed.open')}</a>
      </p>
    </Page>
  )
}

/** One authority: its numbers, and the list behind the one that was chosen. */
export function AuthorityPage({ input, data, frame }: Shown<AuthorityInput, AuthorityShown>) {
  const { t } = frame
  const { id, side, authority, numbers, entries, pages, zone } = data
  const href = (show: string, page = 1) => `/accountability/${id}?show=${show}${page > 1 ? `&page=${page}` : ''}`
  return (
    <Page
      frame={frame}
      title={t('account.authority-title', { authority })}
      lead={measureText(frame, input.show, side, 'definition')}
      breadcrumbs={[{ href: '/accountability', label: t('account.title') }]}
    >
      <Tabs
        label={t('account.numbers')}
        tabs={measuresOf(side).map(measure => ({
          ...{ href: href(measure), label: measureText(frame, measure, side), count: numbers[measure] },
          current: measure === input.show,
        }))}
      />
      <DefinitionList
        items={spansOf(side).map(([span, label]) => ({ term: t(label), value: daysText(frame, numbers[span]) }))}
      />
      {entries.length === 0 && <EmptyState icon="file" title={t('account.none-behind')} />}
      <ul class="lines">
        {entries.map(entry => (
          <li id={`entry-${entry.id}`}>
            <Entry entry={entry} zone={zone} first={frame.languages[0]} />
          </li>
        ))}
      </ul>
      <Pagination page={input.page} pages={pages} href={page => href(input.show, page)} />
      <Definitions frame={frame} />
    </Page>
  )
}
