import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Island } from './island.tsx'
import { Badge, Breadcrumbs, Card, DefinitionList, EmptyState, Notice, Pagination, Tabs } from './parts.tsx'
import { Table } from './table.tsx'

test('a badge says its state in words, the picture is silent', () => {
  const html = renderToString(<Badge tone="danger">überfällig</Badge>)
  expect(html).toContain('aria-hidden="true"')
  expect(html).toContain('<span class="kern-label">überfällig</span>')
})

test('only what has just happened is announced', () => {
  expect(renderToString(<Notice tone="info">Gut zu wissen</Notice>)).not.toContain('role=')
  expect(
    renderToString(
      <Notice tone="success" status>
        Gespeichert
      </Notice>,
    ),
  ).toContain('role="status"')
})

test('a card leads somewhere by its title, at the level of the page', () => {
  const html = renderToString(<Card title="Plenum" href="/meetings/1" level={2} />)
  expect(html).toContain('<h2 class="card-title"><a class="kern-link--stretched" href="/meetings/1">Plenum</a></h2>')
  expect(renderToString(<Card title="Plenum" />)).not.toContain('<a ')
})

test('facts without a value are left out', () => {
  const items = [
    { term: 'Bis', value: '1. März' },
    { term: 'Ort', value: null },
    { term: 'Anzahl', value: 0 },
  ]
  const html = renderToString(<DefinitionList items={items} />)
  expect(html.match(/<dt/g)).toHaveLength(2)
  expect(html).not.toContain('Ort')
})

test('breadcrumbs set names apart', () => {
  expect(renderToString(<Breadcrumbs crumbs={[{ href: '/b', label: 'لجنة' }]} />)).toContain('<bdi>لجنة</bdi>')
})

test('tabs mark the one that is open', () => {
  const tabs = [
    { href: '?open', label: 'Offen', count: 3, current: true },
    { href: '?done', label: 'Erledigt', current: false },
  ]
  const html = renderToString(<Tabs label="Zusagen" tabs={tabs} />)
  expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  expect(html).toContain('<a href="?open" aria-current="page">')
})

describe('Pagination', () => {
  const at = (page: number, pages: number | null, more = false) =>
    renderToString(<Pagination page={page} pages={pages} more={more} href={to => `?page=${to}`} />)

  test('leads both ways in the middle and one way at the ends', () => {
    expect(at(2, 3)).toMatch(/rel="prev" href="\?page=1".*rel="next" href="\?page=3"/)
    expect(at(1, 3)).not.toContain('rel="prev"')
    expect(at(3, 3)).not.toContain('rel="next"')
  })

  test('is not there for a single page', () => {
    expect(at(1, 1)).toBe('')
    expect(at(1, null)).toBe('')
  })

  test('goes on without knowing the total', () => {
    expect(at(1, null, true)).toContain('rel="next"')
  })
})

describe('Table', () => {
  const columns = [
    { label: 'Zusage', cell: (row: { what: string; votes: number | null }) => row.what },
    { label: 'Stimmen', cell: (row: { votes: number | null }) => row.votes, numeric: true },
    { label: 'Aktion', cell: () => 'x', silent: true },
  ]
  const html = renderToString(
    <Table
      caption="Zusagen"
      columns={columns}
      rows={[
        { what: '<i>Raum</i>', votes: 0 },
        { what: 'Kaffee', votes: null },
      ]}
      rowId={row => `row-${row.votes}`}
    />,
  )

  test('names its rows and columns', () => {
    expect(html).toContain('<caption class="kern-title">Zusagen</caption>')
    expect(html.match(/scope="col"/g)).toHaveLength(3)
    expect(html.match(/<th scope="row"/g)).toHaveLength(2)
  })

  test('repeats the heading for cards, except for silent columns', () => {
    expect(html.match(/data-label="Stimmen"/g)).toHaveLength(2)
    expect(html).not.toContain('data-label="Aktion"')
  })

  test('shows nought as nought and nothing as a dash, and escapes', () => {
    expect(html).toContain('<div>0</div>')
    expect(html).toContain('–')
    expect(html).toContain('&lt;i>')
  })

  test('is replaced by what to do where there is nothing', () => {
    const empty = <EmptyState title="Noch keine Zusage" action={<a href="/readings/new">Einlesen</a>} />
    const bare = renderToString(<Table caption="Zusagen" columns={columns} rows={[]} empty={empty} />)
    expect(bare).not.toContain('<table')
    expect(bare).toContain('Noch keine Zusage')
  })
})

test('an island keeps the server’s HTML and hands over its data, escaped', () => {
  const html = renderToString(
    <Island name="review" props={{ said: '"><script>' }}>
      <p>Ohne Skript</p>
    </Island>,
  )
  expect(html).toContain('data-island="review"')
  expect(html).toContain('<p>Ohne Skript</p>')
  expect(html).not.toContain('<script>')
  expect(html).toContain('data-props="{&quot;said&quot;:&quot;\\&quot;>&lt;script>&quot;}"')
})
