import type { Context } from '../context.ts'
import type { Entry, Finding } from '../reading.ts'
import { appointmentsIn } from './appointments.ts'
import { apartFromTasks } from './decision-clauses.ts'
import { decisionsIn } from './decisions.ts'
import { withDoubts } from './doubts.ts'
import { judgedPersonIn } from './judgements.ts'
import { markedIn } from './marked.ts'
import { pastDateFindings } from './past-dates.ts'
import { restOf } from './rest.ts'
import { placeOf, type Scene, sceneOf } from './scene.ts'
import { statusesIn } from './statuses.ts'
import { tasksIn } from './tasks.ts'
import { weighed } from './weigh.ts'

/**
 * Reads the entries of the minutes: what every line says, typed, in the order of the lines, each with its evidence and
 * its doubts. Findings beside them are those that belong to a line rather than to one entry.
 */
export function entriesOf(context: Context): { entries: Entry[]; findings: Finding[] } {
  const scene = sceneOf(context)
  const claimed = apartFromTasks(
    weighed([
      ...decisionsIn(scene),
      ...tasksIn(scene),
      ...statusesIn(scene),
      ...appointmentsIn(scene),
      ...markedIn(scene),
    ]),
    scene,
  )
  const all = [...claimed, ...restOf(scene, claimed)].sort((a, b) => a.block - b.block || a.begin - b.begin)
  return {
    entries: all.map(found => withDoubts(found, scene)),
    findings: [...pastDateFindings(scene, claimed), ...frankJudgements(scene)],
  }
}

function frankJudgements(scene: Scene): Finding[] {
  return scene.spots.flatMap(spot =>
    spot.parts.flatMap((part): Finding[] => {
      const name = judgedPersonIn(part.text, scene.cast)
      return name ? [{ code: 'frank-judgement', lines: placeOf(spot, part.from, part.to).lines, values: { name } }] : []
    }),
  )
}
