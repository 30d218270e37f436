import { wordsOf } from '../../../language/words.ts'
import type { Cast } from './cast.ts'
import { type Owner, ownerAt } from './owners.ts'
import type { Part } from './parts.ts'
import type { Scene, Spot } from './scene.ts'

/** The owner's names, a pronoun replaced by who was named last; ambiguous where several or nobody fits. */
export type Resolved = { readonly names: readonly string[]; readonly ambiguous: boolean }

/**
 * Replaces "er", "sie", "beide" by the persons of the nearest sentence before, in the same block or the one above it.
 * The first person of that sentence is taken, as its likely subject; where it names several the result is ambiguous.
 */
export function antecedentOf(scene: Scene, spot: Spot, part: Part, owner: Owner): Resolved {
  if (isI(owner)) return { names: writerOf(scene, spot) ?? owner.names, ambiguous: false }
  if (owner.sure !== 'pronoun') return { names: owner.names, ambiguous: false }
  const before = spot.parts.filter(p => p.to <= part.from).map(p => p.text)
  const above = scene.spots[spot.index - 1]
  const near = above && above.block.agendaItem === spot.block.agendaItem ? above.parts.map(p => p.text) : []
  for (const text of [...near.slice(-1), ...before].reverse()) {
    const persons = personsIn(text, scene.cast)
    if (persons.length === 0) continue
    if (owner.plural) return { names: persons, ambiguous: false }
    return { names: persons.slice(0, 1), ambiguous: persons.length > 1 }
  }
  return { names: [], ambiguous: true }
}

function isI({ names }: Owner): boolean {
  return names.length === 1 && /^ich$/i.test(names[0]!)
}

/** Who says "ich": the one whose words are noted, else the one who takes the minutes. */
function writerOf({ context }: Scene, { speaker }: Spot): readonly string[] | null {
  if (speaker) return [speaker.name]
  const writer = context.head.minuteTaker?.value
  return writer && !writer.includes(';') ? [writer] : null
}

/** The persons a sentence names, in order. */
export function personsIn(text: string, cast: Cast): string[] {
  const words = wordsOf(text)
  const names: string[] = []
  for (let at = 0; at < words.length; at++) {
    const owner = ownerAt(words, at, text, cast)
    if (!owner || (owner.sure !== 'name' && owner.sure !== 'title')) continue
    names.push(...owner.names)
    at = owner.end - 1
  }
  return [...new Set(names)]
}
