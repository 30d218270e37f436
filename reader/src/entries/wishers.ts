import { hasTitle } from '../../../language/names.ts'
import type { Scene, Spot } from './scene.ts'

const SUBJECT =
  /^(?:der |die |das )?([^,;]{2,60}?) (?:wünscht|wünschen|wünschte|fordert|fordern|verlangt|verlangen|bittet|bitten|hofft|hoffen|möchte|möchten|würde|würden)(?!\p{L})/iu
const LABEL = /^(?:wunsch|wünsche|bitte|forderung|forderungen) (?:der|des|von|vom|aus) ([^:]{2,40}?) ?:/iu
const PLACE =
  /^(?:in|von|aus|seitens|bei) (?:der |den |dem |die )?([^,;.]{2,40}?) (?:wurde|wurden|wird|werden|kam|kommt)(?!\p{L})/iu
const IMPERSONAL = /^(?:es|man|dies|das|ein|eine|dafür|hier|sie|er|allgemein|noch|außerdem)(?!\p{L})/iu

/** Who wishes, by the words of the sentence ("Fr. Ott wünscht sich …"), or null. */
export function wisherIn(text: string): string | null {
  const subject = (LABEL.exec(text) ?? SUBJECT.exec(text) ?? PLACE.exec(text))?.[1]?.trim()
  return subject && !IMPERSONAL.test(subject) ? subject : null
}

const GUEST = /(?:^|[,:(] ?|mit |von )((?:Hr|Hrn|Fr|Herr|Herrn|Frau|Dr)\.? [\p{Lu}][^,:()]{1,50})$/u

/**
 * Who wishes under a title "Wünsche an den Runden Tisch": the person whose words stand above, else the guest whom the
 * agenda item names at its end.
 */
export function wisherOf(scene: Scene, spot: Spot): string | null {
  const own = wisherIn(spot.block.text)
  if (own) return own
  if (spot.speaker) return spot.speaker.name
  const item = spot.block.agendaItem
  const guest = item === null ? null : GUEST.exec(scene.context.agenda[item]!.title)?.[1]
  return guest && hasTitle(guest) ? guest : null
}
