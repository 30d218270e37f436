import type { Part } from '../entries/parts.ts'
import type { Spot } from '../entries/scene.ts'

/** The parts of a block that can hold an entry: its sentences, of a row of a table the row. */
export function judgedPartsOf({ block, parts }: Spot): readonly Part[] {
  if (!block.read || block.kind === 'heading') return []
  return block.kind === 'row' ? [{ from: 0, to: block.text.length, text: block.text }] : parts
}
