import type { When } from '../reading.ts'
import { dueIn } from './due.ts'
import type { FoundOf } from './found.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'

export type Task = FoundOf<'task'>

/** Who is to do it and why we think so. `due` is read from the words unless it is given. */
export type Charged = {
  readonly owners: readonly string[]
  readonly cues: readonly string[]
  readonly confidence: number
  readonly due?: When | null
}

/** A task that stands between two offsets of a spot's block. */
export function taskAt(scene: Scene, spot: Spot, from: number, to: number, charged: Charged): Task {
  const place = placeOf(spot, from, to)
  const due = charged.due === undefined ? dueIn(place.text, scene.context.reference) : charged.due
  const { owners, cues, confidence } = charged
  return { kind: 'task', ...place, owners, due, cues, confidence }
}

/** The whole block as one task. */
export function wholeTask(scene: Scene, spot: Spot, charged: Charged): Task {
  return taskAt(scene, spot, 0, spot.block.text.length, charged)
}
