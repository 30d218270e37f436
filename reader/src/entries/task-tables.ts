import { fold } from '../../../language/words.ts'
import { type ColumnHeads, columnHeadsOf } from '../lines/column-heads.ts'
import type { When } from '../reading.ts'
import type { Block } from './blocks.ts'
import { ownersInCell } from './cells.ts'
import { dueSaid } from './due.ts'
import { needIn } from './needs.ts'
import type { Scene, Spot } from './scene.ts'
import { type Task, taskAt } from './task.ts'

/** For each block that is a row below a head row of tasks, what its columns hold; null for all others. */
export function taskRows(blocks: readonly Block[]): (ColumnHeads | null)[] {
  let columns: ColumnHeads | null = null
  return blocks.map((block, at) => {
    if (!block.cells) {
      columns = null
      return null
    }
    const before = blocks[at - 1]
    const begins = !before?.cells || !isSameTable(before, block)
    const heads = begins || columns === null ? columnHeadsOf(block.cells) : null
    if (!begins && heads === null) return columns
    columns = heads
    return null
  })
}

/** Rows between them may have been read as something else. */
function isSameTable(above: Block, below: Block): boolean {
  const apart = below.lines.from - above.lines.to
  return apart <= 2 || (apart <= 5 && above.cells!.length === below.cells!.length)
}

const TASK_TYPE =
  /^(?:a|t|p|m|td|aufgaben?|auftrag|auftraege|task|to ?-?do|pendenz|massnahme|action)(?![\p{L}])|^(?:a|t)[/+]/u
/** How a row stands that nobody has to work at any more. */
const OVER =
  /^(?:erl\.?|erledigt|abgeschlossen|fertig|done|ok|entfaellt|gestrichen|hinfaellig|faellt weg|zurueckgezogen|liegt vor|umgesetzt|geschlossen|✓|✔|✅|☑|\[x\]|x)(?![\p{L}])/u
/** Said where an owner or a day would stand: it hands nothing out. */
const FOR_INFORMATION =
  /^(?:z\. ?k\.?|zur kenntnis\p{L}*|info\p{L}*|kenntnis\p{L}*|backlog|gilt ab|alle einig|idee\p{L}*)(?!\p{L})/u
const NOT_DONE_WORDS = /^(?:erledigt|erl\.)\s?:/

/** The task of a row below a head row of tasks; none where the row says nothing, is of another type, or is over. */
export function rowTask(scene: Scene, spot: Spot, columns: ColumnHeads): Task[] {
  const cells = spot.block.cells ?? []
  const cell = (column: number) => cells[column] ?? ''
  const what = cell(columns.what)
  if (!/\p{L}{3}/u.test(what) || isTitle(cells, what) || !isOpen(cells, columns)) return []
  const owners = ownersInCell(cell(columns.who))
  const due = dueInCell(cell(columns.when), scene) ?? dueInCell(cell(columns.status), scene, true)
  if (!columns.strict && !handsOut(what, owners, due, columns)) return []
  const from = Math.max(0, spot.block.text.indexOf(what))
  const unsure = /\?\s*$/.test(cell(columns.who)) && owners.length > 0
  const confidence = unsure ? 0.5 : columns.strict || columns.type >= 0 ? 0.9 : 0.8
  return [taskAt(scene, spot, from, from + what.length, { owners, cues: ['table'], confidence, due })]
}

/** Is the row one of the tasks that are still to do? A table without a column of types holds nothing else. */
function isOpen(cells: readonly string[], columns: ColumnHeads): boolean {
  const folded = (column: number) =>
    fold(cells[column] ?? '')
      .replace(/[*_~]+/g, '')
      .trim()
  if (columns.type >= 0 && !TASK_TYPE.test(folded(columns.type))) return false
  if (NOT_DONE_WORDS.test(folded(columns.what)) || /^~~/.test(cells[columns.what] ?? '')) return false
  if ([columns.status, columns.when].some(column => OVER.test(folded(column)))) return false
  return ![columns.who, columns.when].some(column => FOR_INFORMATION.test(folded(column)))
}

/** "| **2** | | **Maschinenliste** | | |" is a title over the rows that follow. */
function isTitle(cells: readonly string[], what: string): boolean {
  return /^\*\*[^*]+\*\*$/.test(what) && cells.every(cell => cell === what || cell.length < 8)
}

/** A table of topics and what was said about them holds tasks only where a row has an owner and a day, or asks for an act. */
function handsOut(what: string, owners: readonly string[], due: When | null, columns: ColumnHeads): boolean {
  if (columns.type >= 0) return true
  const need = needIn(what)
  return (owners.length > 0 && due !== null) || (need !== null && need.kind !== 'rule')
}

const NO_DAY = /^(?:[\W_]*|(?:noch )?offen|\?+|tbd|n\/a|entfällt|neu|pendent|ausstehend|in arbeit)$/iu

/** The day or the words of a cell; `datesOnly` for a column that tells how things stand. */
function dueInCell(cell: string, { context }: Scene, datesOnly = false): When | null {
  const words = cell.replace(/[*_~]+/g, '').trim()
  if (NO_DAY.test(words)) return null
  const due = dueSaid(words, context.reference)
  return datesOnly && due.from === null ? null : due
}
