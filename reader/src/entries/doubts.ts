import { sameName } from '../../../language/names.ts'
import { fold } from '../../../language/words.ts'
import type { Entry, Finding, FindingCode } from '../reading.ts'
import type { Found } from './found.ts'
import type { Scene } from './scene.ts'

/** Below this an entry's kind is a guess that a person should look at first. */
const UNCERTAIN_BELOW = 0.55

/** What is doubtful about an entry, for whoever confirms it. */
export function doubtsOf(found: Found, scene: Scene): Finding[] {
  const doubt = (code: FindingCode, values?: Record<string, string>): Finding =>
    values ? { code, lines: found.lines, values } : { code, lines: found.lines }
  const doubts: Finding[] = []
  if (found.confidence < UNCERTAIN_BELOW && found.kind !== 'information') doubts.push(doubt('kind-uncertain'))
  if (found.kind === 'task') doubts.push(...taskDoubts(found, scene, doubt))
  if (found.kind === 'decision' && found.result === null) doubts.push(doubt('result-missing'))
  return doubts
}

type Task = Extract<Found, { kind: 'task' }>
type MakeDoubt = (code: FindingCode, values?: Record<string, string>) => Finding

function taskDoubts(task: Task, { cast }: Scene, doubt: MakeDoubt): Finding[] {
  const doubts: Finding[] = []
  if (task.cues.includes('pronoun-ambiguous')) doubts.push(doubt('owner-ambiguous', { name: task.owners[0] ?? '' }))
  else if (task.owners.length === 0) doubts.push(doubt('owner-missing'))
  for (const owner of task.owners) {
    const fits = fitting(owner, cast.present)
    if (fits.length > 1) doubts.push(doubt('owner-ambiguous', { name: owner }))
    const absent = fits.length === 0 && cast.absent.some(name => sameName(owner, name))
    if (absent) doubts.push(doubt('owner-not-present', { name: owner }))
  }
  if (task.due === null) doubts.push(doubt('due-missing'))
  else if (task.due.from === null) doubts.push(doubt('due-vague', { words: task.due.words }))
  return doubts
}

/** Whom of the list a name can mean; who bears it as family name comes before whose initial it could be. */
function fitting(owner: string, names: readonly string[]): readonly string[] {
  const fits = names.filter(name => sameName(owner, name))
  const family = fits.filter(name => lastWord(name) === lastWord(owner))
  return family.length > 0 ? family : fits
}

function lastWord(name: string): string {
  return fold(name.split(' ').at(-1) ?? '')
}

export function withDoubts(found: Found, scene: Scene): Entry {
  const { block, begin, end, ...entry } = found
  const agendaItem = scene.spots[block]!.block.agendaItem
  return { ...entry, agendaItem, doubts: doubtsOf(found, scene) } as Entry
}
