import { withoutEnd } from '../../../language/trim.ts'
import { linesBetween } from './blocks.ts'
import { isConditional } from './conditions.ts'
import { decisionCueOf } from './decision-cues.ts'
import type { Found, FoundOf } from './found.ts'
import type { Scene } from './scene.ts'

const LEAST_WORDS = 2
const JOINING_SIGNS = ' ,;–('
const JOINING_WORD = / (?:und|sowie|aber|dann)$/u

/**
 * Cuts from a decision the clauses that only say who does what: of "Wir sagen zu, die Antwort schickt Mila" the
 * decision ends at the comma. It stays whole where its wording stands in those clauses.
 */
export function apartFromTasks(found: readonly Found[], scene: Scene): Found[] {
  const firstTasks = new Map<number, number[]>()
  for (const task of found) {
    if (task.kind !== 'task' || task.owners.length === 0) continue
    const begins = firstTasks.get(task.block)
    if (begins) begins.push(task.begin)
    else firstTasks.set(task.block, [task.begin])
  }
  return found.map(entry => {
    const begins = entry.kind === 'decision' ? firstTasks.get(entry.block) : undefined
    return entry.kind === 'decision' && begins ? cutAt(entry, begins, scene) : entry
  })
}

function cutAt(decision: FoundOf<'decision'>, begins: readonly number[], scene: Scene): Found {
  const { begin, end, text, block } = decision
  const inside = begins.filter(at => at > begin && at < end)
  if (inside.length === 0 || text.length !== end - begin) return decision
  const head = withoutJoint(text.slice(0, Math.min(...inside) - begin))
  if (head.split(' ').length < LEAST_WORDS || !decides(head)) return decision
  const behind = decision.cues.some(cue => cue.endsWith('-behind'))
  const lines = behind ? decision.lines : linesBetween(scene.spots[block]!.block, begin, begin + head.length)
  return { ...decision, text: head, end: begin + head.length, lines }
}

/** What joins a clause to the one before belongs to neither. */
function withoutJoint(text: string): string {
  return withoutEnd(withoutEnd(text, JOINING_SIGNS).replace(JOINING_WORD, ''), JOINING_SIGNS)
}

function decides(text: string): boolean {
  return decisionCueOf(text, null) !== null || isConditional(text)
}
