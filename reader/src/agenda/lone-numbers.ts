import { cue } from '../../../language/cues.ts'
import type { Line } from '../lines/document.ts'
import { plainOf } from '../lines/inline.ts'
import type { BodyItem } from './body-items.ts'
import { hasTitleForm, titleOf } from './titles.ts'

const LONE = cue(/^(?:TOP|Tagesordnungspunkt|Punkt|Traktandum) (\d{1,2})[.:]?$/i)
const FEWEST = 2

/** Items whose number stands on a line of its own ("**TOP 2**") with the title on the next. Empty unless there are two. */
export function loneNumbers(lines: readonly Line[]): BodyItem[] {
  const found = lines.flatMap((line, at): BodyItem[] => {
    const number = LONE.exec(plainOf(line.heading === null ? line.text : line.body))?.[1]
    const below = lines[at + 1]
    if (number === undefined || !below || !hasTitleForm(below.body)) return []
    return [{ number, title: titleOf(below.body), level: 1, line: line.number }]
  })
  return found.length >= FEWEST ? found : []
}
