import { timesIn } from '../../../language/times.ts'
import type { Paragraph } from '../lines/paragraphs.ts'
import { placeBehind } from './place.ts'
import { dayIn, type Said } from './said.ts'
import { chairIn, endIn, minuteTakerIn, openerIn, startIn } from './sentences.ts'

/** How many of the first paragraphs say when and where the meeting was, if no label does. */
const FIRST_PARAGRAPHS = 6
/** Signs beside a time on a line of its own ("Zeit", "ca."). */
const MOST_BESIDE_TIME = 15

/** Day, times and place that one text says together, as titles and opening sentences do: "am 3. Mai, 14 – 16 Uhr im Rathaus". */
export function whenAndWhere(text: string, lineAt: (offset: number) => number, reference: string | null): Said[] {
  const date = dayIn(text, reference)
  if (!date) return []
  const time = timesIn(text).find(one => one.at >= date.end)
  const behind = Math.max(date.end, time?.end ?? 0)
  const place = placeBehind(text.slice(behind))
  const found: Said[] = [{ field: 'date', value: date.from!, line: lineAt(date.at) }]
  if (time) found.push({ field: 'start', value: time.start, line: lineAt(time.at) })
  if (time?.until) found.push({ field: 'end', value: time.until, line: lineAt(time.at) })
  if (place) found.push({ field: 'place', value: place, line: lineAt(behind + 1) })
  return found
}

/**
 * What the first paragraphs say of day, times and place. `day` is that of the meeting, if it is known already: what
 * stands beside another day belongs to another event.
 */
export function fromOpening(paragraphs: readonly Paragraph[], reference: string | null, day: string | null): Said[] {
  let meeting = day
  return paragraphs.slice(0, FIRST_PARAGRAPHS).flatMap(({ text, lineAt }) => {
    const together = whenAndWhere(text, lineAt, reference)
    const own = together[0]?.value ?? null
    meeting ??= own
    if (own !== null) return own === meeting ? together : []
    return timeLine(text, lineAt)
  })
}

/** "20:15 – 22:30 Uhr" on a line of its own, "Ende 22 Uhr". */
function timeLine(text: string, lineAt: (offset: number) => number): Said[] {
  const time = timesIn(text)[0]
  if (!time || text.length - time.words.length > MOST_BESIDE_TIME) return []
  const line = lineAt(time.at)
  if (time.until)
    return [
      { field: 'start', value: time.start, line },
      { field: 'end', value: time.until, line },
    ]
  const end = endIn(text)
  return end ? [{ field: 'end', value: end.start, line }] : []
}

/** What sentences say: who leads and writes, when the meeting begins (first half) and ends (second half). */
export function fromSentences(paragraphs: readonly Paragraph[]): Said[] {
  const half = paragraphs.length / 2
  return paragraphs.flatMap(({ text, lineAt }, at): Said[] => {
    const chair = chairIn(text)
    const minuteTaker = minuteTakerIn(text)
    const start = at <= half ? startIn(text) : null
    const end = at >= half - 1 ? endIn(text) : null
    return [
      ...(chair ? [{ field: 'chair' as const, value: chair.name, line: lineAt(chair.at) }] : []),
      ...(minuteTaker
        ? [{ field: 'minuteTaker' as const, value: minuteTaker.name, line: lineAt(minuteTaker.at) }]
        : []),
      ...(start ? [{ field: 'start' as const, value: start.start, line: lineAt(start.at) }] : []),
      ...(end ? [{ field: 'end' as const, value: end.start, line: lineAt(end.at) }] : []),
    ]
  })
}

/** Who opens the meeting leads it, if nothing better is said. */
export function fromOpener(paragraphs: readonly Paragraph[]): Said[] {
  return paragraphs.flatMap(({ text, lineAt }): Said[] => {
    const opener = openerIn(text)
    return opener ? [{ field: 'chair', value: opener.name, line: lineAt(opener.at) }] : []
  })
}
