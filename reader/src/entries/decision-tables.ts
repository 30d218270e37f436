import { fold } from '../../../language/words.ts'
import type { Votes } from '../reading.ts'
import { conditionIn } from './conditions.ts'
import type { Decision } from './motions.ts'
import { resultOf } from './outcomes.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'
import { votesIn } from './votes.ts'

/** Which column of a table of decisions holds what; -1 where there is none. */
type Columns = {
  readonly what: number
  readonly type: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
}

const WHAT = /^(?:antrag|antraege|beschluss|inhalt|was|text|wortlaut|gegenstand|thema|frage|beschreibung|kandidat|name)/
const TYPE = /^(?:typ|art|kat|kategorie|a\/i|i\/a|b\/a)/
const YES = /^(?:ja|dafuer|pro|zustimmung|stimmen|ja-?stimmen)$/
const NO = /^(?:nein|dagegen|contra|kontra|ablehnung|nein-?stimmen)$/
const ABSTAIN = /^(?:enth|enthaltung|enthaltungen)\.?$/
const DECISION_TYPE = /^(?:b|beschluss|entscheidung|entscheid)$/
const COUNTED = /^\d{1,4}$/

/** The decision of each row of a table that marks its rows as decisions or counts votes in columns, by block. */
export function rowDecisions(scene: Scene): ReadonlyMap<number, Decision> {
  const decisions = new Map<number, Decision>()
  let columns: Columns | null = null
  for (const spot of scene.spots) {
    const { cells, lines } = spot.block
    if (!cells) {
      columns = null
      continue
    }
    const before = scene.spots[spot.index - 1]?.block
    if (!before?.cells || before.lines.to < lines.from - 2) {
      columns = columnsOf(cells)
      continue
    }
    const decision = columns && rowDecision(spot, cells, columns)
    if (decision) decisions.set(spot.index, decision)
  }
  return decisions
}

function columnsOf(head: readonly string[]): Columns | null {
  const folded = head.map(cell =>
    fold(cell)
      .replace(/[*_:?]+/g, '')
      .trim(),
  )
  const column = (pattern: RegExp) => folded.findIndex(cell => pattern.test(cell))
  const columns = {
    what: column(WHAT),
    type: column(TYPE),
    yes: column(YES),
    no: column(NO),
    abstain: column(ABSTAIN),
  }
  const counts = columns.yes >= 0 && (columns.no >= 0 || columns.what >= 0)
  return columns.what >= 0 && (counts || columns.type >= 0) ? columns : null
}

function rowDecision(spot: Spot, cells: readonly string[], columns: Columns): Decision | null {
  const what = cells[columns.what] ?? ''
  if (!/\p{L}{3}/u.test(what)) return null
  const votes = columns.yes >= 0 ? votesOf(cells, columns) : null
  const outcome = cells.find((cell, at) => at !== columns.what && OUTCOME.test(fold(cell)))
  if (columns.yes >= 0 && columns.no < 0 && !outcome) return null
  const marked = columns.type >= 0 && DECISION_TYPE.test(fold(cells[columns.type] ?? '').replace(/[*_]/g, ''))
  if (!votes && !marked) return null
  const from = Math.max(0, spot.block.text.indexOf(what))
  const place = placeOf(spot, from, from + what.length)
  const counted = votes ?? votesIn(what)?.votes ?? null
  return {
    kind: 'decision',
    ...place,
    votes: counted,
    result: resultOf(outcome ? `${what} ${outcome}` : what, counted),
    condition: conditionIn(what),
    cues: [votes ? 'table-of-votes' : 'table'],
    confidence: votes ? 0.9 : 0.92,
  }
}

const OUTCOME = /^(?:gewaehlt|angenommen|abgelehnt|genehmigt|bewilligt|zurueckgestellt|nicht gewaehlt)/

function votesOf(cells: readonly string[], columns: Columns): Votes | null {
  const count = (column: number) => (COUNTED.test(cells[column] ?? '') ? Number(cells[column]) : null)
  const votes = { yes: count(columns.yes), no: count(columns.no), abstain: count(columns.abstain) }
  return votes.yes === null ? null : votes
}
