import { cue } from '../../../language/cues.ts'
import { type DateMention, datesIn } from '../../../language/dates.ts'
import type { Finding } from '../reading.ts'
import type { Found } from './found.ts'
import { placeOf, type Scene } from './scene.ts'

const NEXT_MEETING = cue(
  /^\W*(?:(?:der|die|das|unser|unsere) )?nächste[rsn]? (?:\p{Ll}+ )?\p{L}+(?: (?:ist|findet|am))?/iu,
)
const BY = /(?<!\p{L})(?:bis(?: zum| spätestens)?|spätestens(?: am)?|frist(?: ist)?(?: der)?:?) $/iu
const SURE_TASK = 0.6

/**
 * Deadlines and next meetings that resolve to a day before the meeting: a slip of the pen, or a year that was not said.
 * Only where the words themselves look ahead, in tasks that are sure and in lines that announce the next meeting.
 */
export function pastDateFindings(scene: Scene, claimed: readonly Found[]): Finding[] {
  const { reference } = scene.context
  if (reference === null) return []
  const tasks = claimed.flatMap((found): Finding[] => {
    if (found.kind !== 'task' || found.confidence < SURE_TASK) return []
    const date = datesIn(found.text, reference).find(
      mention => isBefore(mention, reference) && BY.test(found.text.slice(0, mention.at)),
    )
    return date ? [findingAt(found.lines, date)] : []
  })
  const meetings = scene.spots.flatMap(spot =>
    spot.parts.flatMap((part): Finding[] => {
      const date = NEXT_MEETING.test(part.text) ? datesIn(part.text, reference)[0] : undefined
      return date && isBefore(date, reference) && date.at < NEAR
        ? [findingAt(placeOf(spot, part.from, part.to).lines, date)]
        : []
    }),
  )
  return [...tasks, ...meetings]
}

/** The next meeting's day stands behind few words. */
const NEAR = 40
const DAY_LENGTH = 10

function isBefore({ from, until }: DateMention, reference: string): boolean {
  return from?.length === DAY_LENGTH && (until ?? from) < reference
}

function findingAt(lines: Finding['lines'], { from }: DateMention): Finding {
  return { code: 'date-before-meeting', lines, values: { date: from! } }
}
