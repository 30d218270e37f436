import type { Found } from './found.ts'
import { tellsOnlyResult } from './result-lines.ts'
import { placeOf, type Scene, type Spot } from './scene.ts'

/** Fewer letters say nothing that somebody would look for. */
const LEAST_LETTERS = 12
const AS_INFORMATION = 0.6
const AS_STATEMENT = 0.75

/**
 * What no rule claimed, tables apart: one piece of information, or one statement of who speaks, a block. Of a block that holds other
 * entries only its longest unclaimed stretch is left, and only when it is a sentence's worth.
 */
export function restOf(scene: Scene, claimed: readonly Found[]): Found[] {
  const byBlock = new Map<number, Found[]>()
  for (const found of claimed) {
    const known = byBlock.get(found.block)
    if (known) known.push(found)
    else byBlock.set(found.block, [found])
  }
  const counted = linesOfVotes(claimed)
  return scene.spots.flatMap((spot): Found[] => {
    if (counted.has(spot.block.lines.from) && spot.parts.every(part => tellsOnlyResult(part.text))) return []
    if (!spot.block.read || spot.block.kind === 'heading' || spot.block.kind === 'row' || isOnlyLead(spot)) return []
    const stretch = longestFree(spot, byBlock.get(spot.index) ?? [])
    if (!stretch) return []
    const place = placeOf(spot, stretch.from, stretch.to)
    const { speaker } = spot
    if (speaker)
      return [{ ...place, kind: 'statement', speaker: speaker.name, cues: ['speaker'], confidence: AS_STATEMENT }]
    return [{ ...place, kind: 'information', cues: ['rest'], confidence: AS_INFORMATION }]
  })
}

/** The lines whose votes were joined with the motion before them. */
function linesOfVotes(claimed: readonly Found[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const found of claimed) {
    if (found.kind !== 'decision' || !found.cues.some(cue => cue.endsWith('-behind'))) continue
    for (let line = found.lines.from + 1; line <= found.lines.to; line++) lines.add(line)
  }
  return lines
}

/** A line that only leads to what follows ("Termine:", "Lasercutter" above nested items) is no entry. */
function isOnlyLead({ block }: Spot): boolean {
  if (!block.leads) return false
  return block.text.endsWith(':') || block.text.length < 40
}

type Stretch = { readonly from: number; readonly to: number }

function longestFree(spot: Spot, claimed: readonly Found[]): Stretch | null {
  const begin = spot.speaker?.from ?? 0
  const free: Stretch[] = []
  let joins = false
  for (const part of spot.parts) {
    const isTaken = claimed.some(found => found.begin < part.to && part.from < found.end)
    if (part.from >= begin && !isTaken) free.push({ from: joins ? free.pop()!.from : part.from, to: part.to })
    joins = !isTaken
  }
  const longest = free.sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  const letters = longest ? spot.block.text.slice(longest.from, longest.to).replace(/[^\p{L}]/gu, '').length : 0
  return longest && letters >= LEAST_LETTERS ? longest : null
}
