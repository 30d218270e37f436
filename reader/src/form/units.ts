import { beginsSmall } from '../../../language/capitals.ts'
import { withoutEnd } from '../../../language/trim.ts'
import { normalLine } from '../lines/normal.ts'
import type { EntryKind, Lines } from '../reading.ts'

/** The words before the colon by which our own documents say what a line is. */
const KINDS: Readonly<Record<string, EntryKind>> = {
  Information: 'information',
  Wortmeldung: 'statement',
  Frage: 'question',
  Beschluss: 'decision',
  Aufgabe: 'task',
  Sachstand: 'status',
  Termin: 'appointment',
  Wunsch: 'wish',
  Erkenntnis: 'lesson',
  Idee: 'idea',
  Themenspeicher: 'idea',
  Position: 'position',
}

const DETAILS = {
  Ergebnis: 'result',
  Stimmen: 'votes',
  Bedingung: 'condition',
  Verantwortlich: 'owners',
  Frist: 'due',
  Was: 'title',
  Wann: 'when',
  Wo: 'place',
  'Wieder ansehen am': 'lookAgain',
} as const
export type Detail = (typeof DETAILS)[keyof typeof DETAILS]

/** What an entry of each kind always has below it: without it somebody else wrote the line. */
const ALWAYS: Readonly<Partial<Record<EntryKind, readonly Detail[]>>> = {
  decision: ['result'],
  task: ['owners', 'due'],
  appointment: ['when'],
}

/** A line of the minutes with what belongs to it. `who`: from whom, behind "Wortmeldung von". */
export type Unit =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly lines: Lines }
  | { readonly kind: 'field'; readonly label: string; readonly value: string; readonly lines: Lines }
  | {
      readonly kind: 'entry'
      readonly entry: EntryKind
      readonly parked: boolean
      readonly who: string | null
      readonly text: string
      readonly details: Readonly<Partial<Record<Detail, string>>>
      readonly lines: Lines
    }
export type EntryUnit = Extract<Unit, { kind: 'entry' }>

const HEADING = /^(#{1,6}) /
/** Item titles that a converter did not take for headings. */
const ITEM = /^TOP [^:\s]{1,12}: /
const LABEL = /^(?:\*\*)?(\p{Lu}[\p{L} ]{0,30}(?<! )):(?:\*\*)?(?: |$)/u
const WHO = /^(?:\*\*)?(Wortmeldung|Wunsch) von ([^*]{1,200}?):(?:\*\*)? (?=\S)/u
const ESCAPED = /\\([!-/:-@[-`{-~])/g
/** Lines to sign on, and the words below them. */
const SIGNATURE = /^(?:(?:\\?_){5,60}|Unterschrift \p{L}+)$/u

type Open = { readonly lines: { from: number; to: number }; parts: string[] }
type OpenUnit = Open &
  (
    | { kind: 'heading'; level: number }
    | { kind: 'field'; label: string }
    | {
        kind: 'entry'
        entry: EntryKind
        parked: boolean
        who: string | null
        details: Partial<Record<Detail, string[]>>
        last: Detail | null
      }
  )

/**
 * The lines of minutes that our own writer wrote, put together; null for all others: wherever an entry lacks what we
 * always write below it, or a line stands between them that is none of ours.
 */
export function unitsOf(text: string): Unit[] | null {
  const units: OpenUnit[] = []
  let begun = false
  for (const [at, raw] of text.split('\n').entries()) {
    const line = normalLine(raw)
    if (line === '' || line === '---') continue
    if (begun && SIGNATURE.test(line)) break
    const opened = openedBy(line, at + 1, units.at(-1))
    if (opened === 'detail') continue
    if (opened) {
      if (opened.kind === 'heading' && opened.level === 1) begun = true
      if (begun) units.push(opened)
    } else if (begun && !goesOn(units.at(-1), line, at + 1)) return null
  }
  return units.every(isOurs) ? units.map(closed) : null
}

const OUTERMOST = 6

function openedBy(line: string, number: number, last: OpenUnit | undefined): OpenUnit | 'detail' | null {
  const open = (rest: string): Open => ({ lines: { from: number, to: number }, parts: [rest] })
  const heading = HEADING.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]!.length, ...open(line.slice(heading[0].length)) }
  if (ITEM.test(line)) return { kind: 'heading', level: OUTERMOST + 1, ...open(line) }
  const who = WHO.exec(line)
  if (who) return entryBy(KINDS[who[1]!]!, false, unescaped(who[2]!), open(line.slice(who[0].length)))
  const label = LABEL.exec(line)
  if (!label) return null
  const word = label[1]!
  const rest = line.slice(label[0].length)
  const detail = Object.hasOwn(DETAILS, word) ? DETAILS[word as keyof typeof DETAILS] : null
  if (detail && last?.kind === 'entry') {
    last.details[detail] = [rest]
    last.last = detail
    last.lines.to = number
    return 'detail'
  }
  if (Object.hasOwn(KINDS, word)) return entryBy(KINDS[word]!, word === 'Themenspeicher', null, open(rest))
  return last?.kind === 'entry' ? null : { kind: 'field', label: word, ...open(rest) }
}

const entryBy = (entry: EntryKind, parked: boolean, who: string | null, open: Open): OpenUnit => ({
  kind: 'entry',
  ...{ entry, parked, who, details: {}, last: null },
  ...open,
})

const SENTENCE_END = /[.!?]["”“)]?$/

/** A line without a label goes on with the line before it, or behind a gap with a sentence that has not ended: a page did. */
function goesOn(last: OpenUnit | undefined, line: string, number: number): boolean {
  if (!last || last.kind === 'heading') return false
  const parts = last.kind === 'entry' && last.last ? last.details[last.last]! : last.parts
  const parted = number > last.lines.to + 1
  if (parted && SENTENCE_END.test(parts.at(-1)!) && !beginsSmall(line)) return false
  parts.push(line)
  last.lines.to = number
  return true
}

const isOurs = (unit: OpenUnit): boolean =>
  unit.kind !== 'entry' || (ALWAYS[unit.entry] ?? []).every(detail => unit.details[detail] !== undefined)

const unescaped = (text: string): string => text.replace(ESCAPED, '$1')
const whole = (parts: readonly string[]): string => unescaped(parts.join(' ')).trim()

function closed(unit: OpenUnit): Unit {
  const { lines, parts } = unit
  const text = whole(parts)
  if (unit.kind === 'heading') return { kind: 'heading', level: unit.level, text, lines }
  if (unit.kind === 'field') return { kind: 'field', label: unit.label, value: text, lines }
  const { entry, parked, who } = unit
  const details = Object.fromEntries(Object.entries(unit.details).map(([name, said]) => [name, whole(said)]))
  return { kind: 'entry', entry, parked, who: who && withoutEnd(who, ' '), text, details, lines }
}
