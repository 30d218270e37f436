// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as blocks is no table to the browser unless it is said again

import type { ComponentChildren } from 'preact'

export type Column<Row> = {
  /** The heading; on narrow screens it stands before each value. */
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers end at the same edge. */
  readonly numeric?: boolean
  /** The label is for screen readers only: buttons, a selection. */
  readonly silent?: boolean
}

type TableProps<Row> = {
  /** What the table lists. Say it always; hide it where a heading above says the same. */
  readonly caption: ComponentChildren
  readonly captionHidden?: boolean
  /** The first column names its row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Shown instead of an empty table, usually an `EmptyState`. */
  readonly empty?: ComponentChildren
  /** An `id` for the row, so that a link can point at it. */
  readonly rowId?: (row: Row) => string
}

/**
 * A table where there is room, one card a row where there is not. The roles say again what `display` takes away:
 * browsers forget that a table is a table as soon as its rows are laid out as blocks.
 */
export function Table<Row>({ caption, captionHidden = false, columns, rows, empty, rowId }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class="table-around">
      <table class="kern-table table" role="table">
        <caption class={captionHidden ? 'kern-sr-only' : 'kern-title'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ label, numeric, silent }) => (
              <th scope="col" role="columnheader" class={numeric ? headerNumeric : 'kern-table__header'}>
                {silent ? <span class="kern-sr-only">{label}</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <tr role="row" id={rowId?.(row)}>
              {columns.map((column, index) => (
                <Cell column={column} first={index === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const headerNumeric = 'kern-table__header kern-table__header--numeric'
const cellNumeric = 'kern-table__cell kern-table__cell--numeric'

type CellProps<Row> = { column: Column<Row>; first: boolean; children: ComponentChildren }

function Cell<Row>({ column: { label, numeric, silent }, first, children }: CellProps<Row>) {
  if (first) {
    return (
      <th scope="row" role="rowheader" class="kern-table__cell row-header">
        {children}
      </th>
    )
  }
  const missing = children === null || children === undefined || children === ''
  return (
    <td role="cell" class={numeric ? cellNumeric : 'kern-table__cell'} data-label={silent ? undefined : label}>
      {missing ? <span class="muted">–</span> : <div>{children}</div>}
    </td>
  )
}
