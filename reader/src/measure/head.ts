import type { HeadField } from '../reading.ts'
import { alike, nameKey, plain } from './alike.ts'
import type { Compared, Miss, Pair } from './compared.ts'

/** The fields that count; the body is worded too freely. */
const countedFields = [
  'date',
  'start',
  'end',
  'place',
  'chair',
  'minuteTaker',
  'title',
] as const satisfies readonly HeadField[]
type CountedField = (typeof countedFields)[number]

/** How much of their words two titles or places must share. */
const SAME_WORDS = 0.6

/** The fields of the head. One that both say, but differently, is missed and invented at once. */
export function headCompared({ name, gold, read }: Pair): Compared {
  const counts = { found: 0, missed: 0, invented: 0 }
  const misses: Miss[] = []
  for (const field of countedFields) {
    const [wanted, had] = [gold.meeting?.[field] ?? null, read.meeting?.[field] ?? null]
    if (wanted === null && had === null) continue
    if (wanted !== null && had !== null && isSame(field, wanted, had)) {
      counts.found++
      continue
    }
    if (wanted !== null) counts.missed++
    if (had !== null) counts.invented++
    const said = { field, gold: wanted ?? '', read: had ?? '' }
    misses.push({ name, kind: 'head', line: null, list: null, text: wanted ?? had ?? '', is: 'wrong', ...said })
  }
  return { kind: 'head', ...counts, checks: [], judged: [], misses }
}

function isSame(field: CountedField, a: string, b: string): boolean {
  if (field === 'title' || field === 'place') return alike(a, b) >= SAME_WORDS
  if (field === 'chair' || field === 'minuteTaker') return nameKey(a) === nameKey(b)
  return plain(a) === plain(b)
}
