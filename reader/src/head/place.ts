import { trimmed } from '../../../language/trim.ts'

const PREPOSITION =
  /(?:^|[\s,;–-])(?<kept>(?:per|via|online)(?= )|online$|Online$)|(?:^|[\s,;])(?:im|in der|in den|in dem|in|bei|beim|am|an der|auf dem|auf der)(?= (?:\p{Lu}|\d|„|"))/u
/** Where the place ends: a head count, the purpose, a verb. */
const END =
  /[ ,;](?:\d{1,4} (?:Personen|Mitglieder|Teilnehm)|(?:zur|zum|statt|mit|um|von|ab|trafen|teil|eine?)(?!\p{L}))/u
const LONGEST_PLACE = 120

/**
 * The place that a line names behind its date and time: ", 14 – 16 Uhr im Rathaus Neuental" gives "Rathaus Neuental",
 * "per Videokonferenz unter …" stays whole. Null without a preposition of place.
 */
export function placeBehind(text: string): string | null {
  const match = PREPOSITION.exec(text)
  if (!match) return null
  const kept = match.groups?.kept ?? ''
  const rest = text.slice(match.index + match[0].length).trim()
  const end = rest.search(END)
  const place = trimmed(`${kept} ${end < 0 ? rest : rest.slice(0, end)}`, ' .,;:|)')
  return place.length >= 2 && place.length <= LONGEST_PLACE ? place : null
}
