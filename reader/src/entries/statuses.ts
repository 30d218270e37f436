import { wordsOf } from '../../../language/words.ts'
import type { FoundOf } from './found.ts'
import { ownerAt } from './owners.ts'
import { placeOf, placeOfBlock, type Scene, type Spot } from './scene.ts'
import { listOwners } from './task-lists.ts'

type Status = FoundOf<'status'>

const NOT_DONE =
  /(?<!\p{L})(?:noch nicht|nicht (?:erledigt|geschafft|passiert|erfolgt|fertig|möglich)|steht (?:noch )?aus|stehen (?:noch )?aus|(?:noch |bleibt |ist |sind )offen|in arbeit|läuft(?: noch)?|in bearbeitung|verschoben|vertagt|konnte(?:n)? (?:\p{L}+ )?nicht|weiterhin|wird nachgereicht|unerledigt)(?!\p{L})|\[ \]|⏳|❌/iu
const DONE =
  /(?<!\p{L})(?:erledigt|abgeschlossen|fertig(?:gestellt)?(?! \p{Ll}+en)|done|umgesetzt|ist (?:passiert|erfolgt|da|raus)|sind (?:passiert|erfolgt|da|raus)|hergestellt|verschickt|versendet|geklärt|abgehakt|wurde(?:n)? \p{L}+(?:t|en)|hat stattgefunden|ok)(?!\p{L})|✓|✔|✅|☑|\[x\]/iu
const DONE_BOX = /^(?:\[[xX✓]\]|[☑☒✓✔])$/u
const STRUCK = /^~~.+~~[\s.]*$/u

/**
 * Finds how earlier tasks stand: every line where minutes go through them ("Kontrolle des Protokolls", "Alte ToDos",
 * "Erledigte Aufgaben"), and a ticked box or a struck line in a list of tasks.
 */
export function statusesIn(scene: Scene): Status[] {
  return scene.spots.flatMap(spot => {
    const { block, topic } = spot
    if (!block.read || block.kind === 'heading' || /:[*_\s]*$/.test(block.text)) return []
    if (topic === 'done') return [statusAt(scene, spot, 0, block.text.length, true, 0.85)]
    if (isTicked(spot)) return [statusAt(scene, spot, 0, block.text.length, true, 0.85)]
    if (topic !== 'old-task' && topic !== 'review') return []
    if (block.kind === 'item')
      return [statusAt(scene, spot, 0, block.text.length, isDone(block.text, spot.announced), 0.75)]
    return spot.parts.map(part => statusAt(scene, spot, part.from, part.to, isDone(part.text, spot.announced), 0.7))
  })
}

/** A ticked box, or a line struck as a whole under a title: what was done. */
export function isTicked(spot: Spot): boolean {
  return DONE_BOX.test(spot.block.marker ?? '') || (spot.topic !== null && STRUCK.test(spot.block.text))
}

const OPEN_TITLE = /nicht erledigt|unerledigt|offen/i

function isDone(text: string, title: string): boolean | null {
  if (NOT_DONE.test(text) || OPEN_TITLE.test(title)) return false
  return DONE.test(text) ? true : null
}

function statusAt(
  scene: Scene,
  spot: Spot,
  from: number,
  to: number,
  done: boolean | null,
  confidence: number,
): Status {
  const place = from === 0 && to === spot.block.text.length ? placeOfBlock(spot) : placeOf(spot, from, to)
  const cue = done === null ? 'old-task' : done ? 'told-done' : 'told-open'
  return { kind: 'status', ...place, owners: ownersOf(scene, place.text), done, cues: [cue], confidence }
}

function ownersOf(scene: Scene, text: string): readonly string[] {
  const listed = listOwners(text, scene.cast)
  if (listed.length > 0) return listed
  const owner = ownerAt(wordsOf(text), 0, text, scene.cast)
  return owner && owner.sure !== 'bare' && owner.sure !== 'pronoun' && owner.sure !== 'we' ? owner.names : []
}
