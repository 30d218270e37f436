import type { EntryKind } from '../reading.ts'
import type { Found } from './found.ts'

/** Kinds that may hold on the same words: a status line tells a new task, an idea names who asks about it. */
const TOGETHER: readonly (readonly [EntryKind, EntryKind])[] = [
  ['status', 'task'],
  ['lesson', 'idea'],
]
const SHARED_AT_LEAST = 0.5
/** A named person who acts is a task whatever the title says. */
const STRONG_CUES = new Set([
  'section',
  'table',
  'checkbox',
  'keyword',
  'at-sign',
  'owner-behind-it',
  'charge',
  'infinitive',
])

/** What the table agreed on can also name who acts. */
const BINDS = new Set([
  'agreed',
  'unopposed',
  'stays',
  'put-off',
  'conditional',
  'we-choose',
  'so-then',
  'settled',
  'waved-through',
  'carried-on',
  'outcome-first',
  'rule-ahead',
  'rule-from',
  'changed',
  'granted',
])

const AGREES = new Set(['agreed', 'unopposed', 'so-then'])

/**
 * Settles what rules of different kinds claimed on the same words: the more confident entry stays, unless both kinds can
 * hold together. An appointment takes nothing away and loses only to a status.
 */
export function weighed(found: readonly Found[]): Found[] {
  const byBlock = new Map<number, Found[]>()
  const kept: Found[] = []
  for (const candidate of withoutDoubles(found).sort((a, b) => b.confidence - a.confidence || a.begin - b.begin)) {
    const rivals = byBlock.get(candidate.block) ?? []
    if (rivals.some(rival => excludes(rival, candidate))) continue
    rivals.push(candidate)
    byBlock.set(candidate.block, rivals)
    kept.push(candidate)
  }
  return kept
}

/**
 * A listed idea with a day of its own ("Sommerfest, am 3. Juni") is an appointment; a day that no word calls an
 * appointment is when the task beside it is due.
 */
function withoutDoubles(found: readonly Found[]): Found[] {
  const dated = new Set(found.filter(f => f.kind === 'appointment').map(f => f.block))
  const due = new Set(
    found.map(f => (f.kind === 'task' && f.due?.from && f.confidence >= SURE_TASK ? `${f.block} ${f.due.from}` : '')),
  )
  const agreed = new Map(found.filter(f => f.kind === 'decision' && AGREES.has(f.cues[0]!)).map(f => [f.block, f]))
  const answered = new Map(found.filter(isAnswered).map(f => [f.block, f]))
  return found.filter(f => {
    const answer = f.kind === 'question' ? answered.get(f.block) : undefined
    if (answer && overlap(answer, f) >= SHARED_AT_LEAST) return false
    const agreement = agreed.get(f.block)
    if (agreement && isAllOfUs(f) && overlap(agreement, f) >= SHARED_AT_LEAST) return false
    if (f.kind === 'idea') return !f.cues.includes('section') || !dated.has(f.block)
    return f.kind !== 'appointment' || f.when.start !== null || !isWeak(f) || !due.has(`${f.block} ${f.when.from}`)
  })
}

/** "Soll die Halle gemietet werden? – Angenommen.": a question that was voted on is open no more. */
function isAnswered(found: Found): boolean {
  return found.kind === 'decision' && found.cues[0]!.endsWith('-behind')
}

/** A task that is only guessed takes no day away. */
const SURE_TASK = 0.6
/** What makes an appointment of a day that no word calls one. */
const WEAK_CUES = new Set(['dated', 'short-item'])

function isWeak({ cues }: Found): boolean {
  return cues.some(cue => WEAK_CUES.has(cue))
}

function excludes(winner: Found, candidate: Found): boolean {
  if (winner.kind === 'appointment' || candidate.kind === 'appointment') return rivalAppointment(winner, candidate)
  if (overlap(winner, candidate) < SHARED_AT_LEAST) return false
  if (winner.kind === candidate.kind) return true
  if (winner.kind === 'task' && candidate.kind === 'status' && sameStretch(winner, candidate))
    return candidate.cues.includes('old-task') && !winner.cues.includes('carried-over')
  if (holdTogether(winner, candidate)) return false
  return true
}

/** What is known by its date alone is an appointment only where nothing else was read. */
function rivalAppointment(winner: Found, candidate: Found): boolean {
  if (winner.kind === 'appointment' && candidate.kind === 'appointment')
    return sameStretch(winner, candidate) && winner.when.from === candidate.when.from
  if (winner.kind === 'decision') return false
  return candidate.cues.includes('dated') && overlap(winner, candidate) >= SHARED_AT_LEAST
}

function holdTogether(a: Found, b: Found): boolean {
  if (TOGETHER.some(([x, y]) => (a.kind === x && b.kind === y) || (a.kind === y && b.kind === x))) return true
  const task = a.kind === 'task' ? a : b.kind === 'task' ? b : null
  const other = a.kind === 'task' ? b : a
  if (!task) return false
  if (other.kind === 'decision' && other.cues[0] === 'granted' && sameStretch(a, b)) return false
  if (other.kind === 'decision')
    return task.owners.length > 0 && (isStrong(task) || other.cues.some(cue => BINDS.has(cue)))
  if (other.kind === 'question' && task.owners.length > 0 && /\+act$|^at-sign$/.test(task.cues[0] ?? '')) return true
  if (other.cues.includes('section')) return !sameStretch(a, b)
  return false
}

function isStrong({ cues }: Found): boolean {
  return cues.some(cue => STRONG_CUES.has(cue))
}

/** In an agreement "wir" says that all agree, not who acts. */
function isAllOfUs(found: Found): boolean {
  return (
    found.kind === 'task' && found.owners.length > 0 && found.owners.every(owner => /^(?:wir|uns|alle)$/i.test(owner))
  )
}

function sameStretch(a: Found, b: Found): boolean {
  return a.begin === b.begin && a.end === b.end
}

/** The shared part of the shorter of two stretches. */
function overlap(a: Found, b: Found): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.begin, b.begin)
  return shared <= 0 ? 0 : shared / Math.max(1, Math.min(a.end - a.begin, b.end - b.begin))
}
