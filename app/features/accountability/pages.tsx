import type { Shown } from '../../ui/doors.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, EmptyState, Name, Notice, Pagination, Section, Tabs } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import type { AccountShown, AuthorityInput, AuthorityShown, Numbers } from './contract.ts'
import { measures } from './model.ts'
import { Entry } from './parts.tsx'

/** What each authority was asked and what came of it. Every number leads to the list behind it. */
export function AccountPage({ data: { authorities, more, can }, frame }: Shown<unknown, AccountShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('account.title')} lead={t('account.lead')}>
      <Table
        caption={t('account.authorities')}
        captionHidden
        rows={authorities}
        empty={
          <EmptyState icon="file" title={t('account.none')}>
            {t('account.none-why')}
          </EmptyState>
        }
        columns={[
          {
            label: t('account.authority'),
            cell: ({ id, authority }) => (
              <a href={`/accountability/${id}`}>
                <Name>{authority}</Name>
              </a>
            ),
          },
          ...measures.map(measure => ({
            label: t(`account.measure.${measure}`),
            numeric: true,
            cell: (row: AccountShown['authorities'][number]) => (
              <a href={`/accountability/${row.id}?show=${measure}`}>{row[measure]}</a>
            ),
          })),
          { label: t('account.to-answer'), numeric: true, cell: row => daysText(frame, row.daysToAnswer) },
          { label: t('account.to-promise'), numeric: true, cell: row => daysText(frame, row.daysToPromise) },
        ]}
      />
      {can.prepare && (
        <p>
          <a href="/accountability/entries">{t('account.entries.open')}</a>
        </p>
      )}
      {more && <p class="muted">{t('account.more')}</p>}
      {authorities.length > 0 && <Definitions frame={frame} />}
    </Page>
  )
}

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
        { term: t('account.to-answer'), value: t('account.definition.to-answer') },
        { term: t('account.to-promise'), value: t('account.definition.to-promise') },
      ]}
    />
    <Notice tone="info">{t('account.definition.scope')}</Notice>
  </Section>
)

/** One authority: its numbers, and the list behind the one that was chosen. */
export function AuthorityPage({ input, data, frame }: Shown<AuthorityInput, AuthorityShown>) {
  const { t } = frame
  const { id, authority, numbers, entries, pages, zone } = data
  const href = (show: string, page = 1) => `/accountability/${id}?show=${show}${page > 1 ? `&page=${page}` : ''}`
  return (
    <Page
      frame={frame}
      title={t('account.authority-title', { authority })}
      lead={t(`account.definition.${input.show}`)}
      breadcrumbs={[{ href: '/accountability', label: t('account.title') }]}
    >
      <Tabs
        label={t('account.numbers')}
        tabs={measures.map(measure => ({
          ...{ href: href(measure), label: t(`account.measure.${measure}`), count: numbers[measure] },
          current: measure === input.show,
        }))}
      />
      <DefinitionList
        items={[
          { term: t('account.to-answer'), value: daysText(frame, numbers.daysToAnswer) },
          { term: t('account.to-promise'), value: daysText(frame, numbers.daysToPromise) },
        ]}
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
