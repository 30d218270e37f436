import type { Day } from '../../../ground/schema.ts'
import { dayText } from '../../../ui/dates.tsx'
import { ButtonLink } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Details, Name } from '../../../ui/parts.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { type Holding, type Membership, type Named, type Period, standing } from '../model.ts'

/** A name of the directory as a link to its page. */
export function NameLink({ noun, named }: { noun: 'bodies' | 'organizations' | 'people' | 'offices'; named: Named }) {
  return (
    <a href={`/${noun}/${named.id}`}>
      <Name>{named.name}</Name>
    </a>
  )
}

/** Since when, until when, or both. */
export function PeriodWords({ period, today }: { period: Period; today: Day }) {
  const { t, language } = useLanguage()
  const from = dayText(language, period.startDate, 'short')
  const until = period.endDate && dayText(language, period.endDate, 'short')
  if (until) return <>{t('directory.period.from-until', { from, until })}</>
  if (standing(period, today) === 'coming') return <>{t('directory.period.from', { from })}</>
  return <>{t('directory.period.since', { from })}</>
}

type Rows<Row> = { readonly rows: readonly Row[]; readonly today: Day; readonly caption: string }

/** Current and coming rows as a table; past ones under a heading that opens. */
function Periods<Row extends Period>(props: Rows<Row> & { readonly columns: readonly Column<Row>[] }) {
  const { t } = useLanguage()
  const { rows, today, caption, columns } = props
  const past = rows.filter(row => standing(row, today) === 'past')
  const held = rows.filter(row => standing(row, today) !== 'past')
  return (
    <>
      {held.length > 0 && <Table caption={caption} captionHidden columns={columns} rows={held} />}
      {past.length > 0 && (
        <Details summary={t('directory.period.past', { count: past.length })}>
          <Table
            caption={t('directory.period.past', { count: past.length })}
            captionHidden
            columns={columns}
            rows={past}
          />
        </Details>
      )}
    </>
  )
}

function useEnding<Row extends Period & { id: string }>(today: Day, path: string, about: (row: Row) => string) {
  const { t } = useLanguage()
  const column: Column<Row> = {
    label: t('directory.period.end'),
    silent: true,
    cell: row =>
      standing(row, today) === 'past' ? null : (
        <ButtonLink href={`/${path}/${row.id}/end`} kind="quiet" small about={about(row)}>
          {t('directory.period.end')}
        </ButtonLink>
      ),
  }
  return column
}

type MembershipTableProps = Rows<Membership> & {
  /** What the first column names: the person, or where the person belongs. */
  readonly first: 'person' | 'place'
  /** Leaves out the place: on the page of the place itself. */
  readonly place?: boolean
  readonly ending: boolean
}

export function MembershipTable({ rows, today, caption, first, place = true, ending }: MembershipTableProps) {
  const { t } = useLanguage()
  const end = useEnding<Membership>(today, 'memberships', ({ person }) => person.name)
  const person: Column<Membership> = {
    label: t('directory.membership.person'),
    cell: row => <NameLink noun="people" named={row.person} />,
  }
  const where: Column<Membership> = {
    label: t('directory.membership.place'),
    cell: row => <PlaceLink membership={row} />,
  }
  const reports: Column<Membership> = {
    label: t('seats.reports-to'),
    cell: ({ id, person, body, reportsTo, ...period }) => (
      <>
        {reportsTo && <NameLink noun="bodies" named={reportsTo} />}
        {ending && body && standing(period, today) !== 'past' && (
          <ButtonLink href={`/memberships/${id}/reports`} kind="quiet" small about={person.name}>
            {t(reportsTo ? 'seats.change' : 'seats.set')}
          </ButtonLink>
        )}
      </>
    ),
  }
  const columns: Column<Membership>[] = [
    ...(first === 'person' ? [person, ...(place ? [where] : [])] : [where]),
    { label: t('directory.membership.role'), cell: row => <RoleWords membership={row} /> },
    {
      label: t('directory.membership.on-behalf-of'),
      cell: ({ onBehalfOf }) => onBehalfOf && <NameLink noun="organizations" named={onBehalfOf} />,
    },
    { label: t('directory.membership.period'), cell: row => <PeriodWords period={row} today={today} /> },
    ...(rows.some(row => row.reportsTo) || ending ? [reports] : []),
    ...(ending ? [end] : []),
  ]
  return <Periods rows={rows} today={today} caption={caption} columns={columns} />
}

export function PlaceLink({ membership: { body, organization } }: { membership: Membership }) {
  if (body) return <NameLink noun="bodies" named={body} />
  return organization && <NameLink noun="organizations" named={organization} />
}

function RoleWords({ membership: { role, votingRight } }: { membership: Membership }) {
  const { t } = useLanguage()
  return (
    <>
      {t(`directory.role.${role}`)}
      {votingRight && <span class="muted"> · {t('directory.membership.votes')}</span>}
    </>
  )
}

type HoldingTableProps = Rows<Holding> & { readonly first: 'person' | 'office'; readonly ending: boolean }

export function HoldingTable({ rows, today, caption, first, ending }: HoldingTableProps) {
  const { t } = useLanguage()
  const end = useEnding<Holding>(today, 'holdings', ({ person }) => person.name)
  const columns: Column<Holding>[] = [
    first === 'person'
      ? { label: t('directory.membership.person'), cell: row => <NameLink noun="people" named={row.person} /> }
      : { label: t('directory.office.one'), cell: row => <NameLink noun="offices" named={row.office} /> },
    { label: t('directory.membership.period'), cell: row => <PeriodWords period={row} today={today} /> },
    ...(ending ? [end] : []),
  ]
  return <Periods rows={rows} today={today} caption={caption} columns={columns} />
}

/** Said of what has ended: it stays findable and is no longer offered. */
export function EndedBadge() {
  const { t } = useLanguage()
  return <Badge tone="neutral">{t('directory.period.ended')}</Badge>
}
