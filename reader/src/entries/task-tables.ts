import { fold } from '../../../language/words.ts'
import type { When } from '../reading.ts'
import type { Block } from './blocks.ts'
import { dueIn } from './due.ts'
import { onlyOwners } from './named.ts'
import type { Scene, Spot } from './scene.ts'
import { type Task, taskAt } from './task.ts'

/** Which column of a table of tasks holds what; -1 where there is none. */
export type TaskColumns = { readonly what: number; readonly who: number; readonly when: number; readonly type: number }

const WHAT =
  /^(?:was|aufgaben?|pendenz(?:en)?|bemerkung(?:en)?|tasks?|to ?-?dos?|taetigkeit|massnahmen?|beschreibung|action|auftrag|arbeitspaket|thema|punkt|was ist zu tun|inhalt)\b/
const WHO = /^(?:wer|verantwort|zustaendig|owner|bearbeite|durch|person|federfuehrung|who|assignee|mit wem)/
const WHEN = /^(?:bis|wann|termin|frist|faellig|datum|deadline|zieltermin|erledigen bis|due|zeit)/
/** Project minutes mark rows as task, information or decision. */
const TYPE = /^(?:typ|art|kat|kategorie|a\/i|i\/a|b\/a)/

/**
 * The columns of a table of tasks, read from its head row; null for any other table (a budget, a result of votes). A
 * column that says what and one that says who or until when make a table of tasks.
 */
export function taskColumnsOf(head: readonly string[]): TaskColumns | null {
  const folded = head.map(cell =>
    fold(cell)
      .replace(/[*_:?]+/g, '')
      .trim(),
  )
  const column = (pattern: RegExp) => folded.findIndex(cell => pattern.test(cell))
  const columns = { what: column(WHAT), who: column(WHO), when: column(WHEN), type: column(TYPE) }
  return columns.what >= 0 && (columns.who >= 0 || columns.when >= 0) ? columns : null
}

/** For each block that is a row below a head row of tasks, the columns; null for all others. */
export function taskRows(blocks: readonly Block[]): (TaskColumns | null)[] {
  let columns: TaskColumns | null = null
  return blocks.map((block, at) => {
    if (!block.cells) {
      columns = null
      return null
    }
    const before = blocks[at - 1]
    const begins = !before?.cells || before.lines.to < block.lines.from - 2
    if (!begins) return columns
    columns = taskColumnsOf(block.cells)
    return null
  })
}

const TASK_TYPE = /^(?:a|t|p|aufgabe|auftrag|task|to ?-?do|pendenz|massnahme|action)\b/

/** Is the row one of the tasks? A table without a column of types holds nothing else. */
function isTaskRow(cells: readonly string[], columns: TaskColumns): boolean {
  return columns.type < 0 || TASK_TYPE.test(fold(cells[columns.type] ?? ''))
}

/** The task of a row below a head row of tasks; none where the row says nothing or is of another type. */
export function rowTask(scene: Scene, spot: Spot, columns: TaskColumns): Task[] {
  const cells = spot.block.cells ?? []
  const what = cells[columns.what] ?? ''
  if (!/\p{L}{3}/u.test(what) || !isTaskRow(cells, columns)) return []
  const who = cells[columns.who] ?? ''
  const when = cells[columns.when] ?? ''
  const from = Math.max(0, spot.block.text.indexOf(what))
  const said = when === '' ? null : (dueIn(when, scene.context.reference) ?? wordsOnly(when))
  const owners = onlyOwners(who, scene.cast, true) ?? splitNames(who)
  return [taskAt(scene, spot, from, from + what.length, { owners, cues: ['table'], confidence: 0.9, due: said })]
}

function wordsOnly(words: string): When | null {
  return /[\p{L}\d]/u.test(words) ? { words, from: null, until: null, start: null, end: null } : null
}

function splitNames(cell: string): string[] {
  return cell
    .split(/,|;|\/|&|\+|<br ?\/?>| und /)
    .map(name => name.replace(/[@*_]/g, '').trim())
    .filter(name => /^\p{L}/u.test(name))
}
