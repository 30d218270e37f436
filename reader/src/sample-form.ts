import type { Entry, Finding, Lines, Reading, When } from './reading.ts'

/**
 * A Reading in the form of the `expected.json` files of `reader/samples`: everything it says, but for the reader's
 * version, cues, confidences and the doubt that follows from them, in a form that a person can check line by line beside the text.
 */
export type SampleForm = {
  readonly head: Readonly<Record<string, string | null>>
  readonly attendance: readonly string[]
  readonly agenda: readonly string[]
  readonly entries: readonly Readonly<Record<string, unknown>>[]
  readonly findings: readonly string[]
}

/** "12" or "12-14", then the words: where it stands and what. */
export function sampleFormOf(reading: Reading): SampleForm {
  return {
    head: Object.fromEntries(
      Object.entries(reading.head).map(([name, field]) => [name, field && `${linesOf(field.lines)}: ${field.value}`]),
    ),
    attendance: reading.attendance.map(
      ({ name, state, onBehalfOf, lines }) =>
        `${linesOf(lines)}: ${state} ${name}${onBehalfOf ? ` (${onBehalfOf})` : ''}`,
    ),
    agenda: reading.agenda.map(
      ({ number, title, level, lines }) => `${linesOf(lines)}: ${'> '.repeat(level - 1)}${number ?? '-'} ${title}`,
    ),
    entries: reading.entries.map(entry => entryOf(entry, reading)),
    findings: reading.findings.map(findingOf),
  }
}

/** JSON with one entry a line, so that a change shows as the lines it touches. */
export function sampleJson(form: SampleForm): string {
  const parts = Object.entries(form).map(([name, value]) => {
    if (!Array.isArray(value)) return `  "${name}": ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`
    if (value.length === 0) return `  "${name}": []`
    return `  "${name}": [\n${value.map(one => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

/** Fields that say nothing (null, empty) are left out. */
function entryOf(entry: Entry, { agenda }: Reading): Record<string, unknown> {
  const { kind, text, lines, agendaItem, cues: _, confidence: __, doubts, ...own } = entry
  const item = agendaItem === null ? null : agenda[agendaItem]
  const form = {
    at: linesOf(lines),
    kind,
    text,
    item: item && (item.number ?? item.title),
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, isWhen(value) ? whenOf(value) : value])),
    doubts: doubts.filter(({ code }) => code !== 'kind-uncertain').map(findingOf),
  }
  return Object.fromEntries(Object.entries(form).filter(([, value]) => !saysNothing(value)))
}

function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function isWhen(value: unknown): value is When {
  return typeof value === 'object' && value !== null && 'words' in value && 'from' in value
}

function whenOf({ words, from, until, start, end }: When): string {
  const span = (a: string | null, b: string | null) => [a, b].filter(one => one !== null).join('/')
  return [words, '=', span(from, until) || '?', span(start, end)].filter(part => part !== '').join(' ')
}

function findingOf({ code, lines, values }: Finding): string {
  const said = values ? ` ${JSON.stringify(values)}` : ''
  return `${linesOf(lines)}: ${code}${said}`
}

function linesOf({ from, to }: Lines): string {
  return from === to ? `${from}` : `${from}-${to}`
}
