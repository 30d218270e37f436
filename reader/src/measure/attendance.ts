import { nameKey } from './alike.ts'
import { type Compared, lineOf, type Miss, type Pair } from './compared.ts'
import { type AttendanceList, attendanceLists, type Gold, type GoldName } from './gold.ts'

/** Names by how somebody attended. Their order and lines do not matter, nor does a name that stands there twice. */
export function attendanceCompared({ name, gold, read }: Pair): Compared {
  const [wanted, had] = [namesIn(gold), namesIn(read)]
  const strict = [...wanted].filter(([, { one }]) => !one.borderline)
  const missed = strict.filter(([key]) => !had.has(key)).map(([, named]) => named)
  const invented = [...had].filter(([key]) => !wanted.has(key)).map(([, named]) => named)
  const missOf = (is: 'missed' | 'invented', { list, one }: Named): Miss => ({
    ...{ name, kind: 'attendance', is, line: lineOf(one), list, text: one.name },
  })
  return {
    ...{ kind: 'attendance', found: strict.length - missed.length, missed: missed.length, invented: invented.length },
    ...{ checks: [], judged: [] },
    misses: [...missed.map(one => missOf('missed', one)), ...invented.map(one => missOf('invented', one))],
  }
}

type Named = { readonly list: AttendanceList; readonly one: GoldName }

function namesIn({ attendance = {} }: Gold): Map<string, Named> {
  const names = new Map<string, Named>()
  for (const list of attendanceLists)
    for (const one of attendance[list] ?? []) names.set(`${list}:${nameKey(one.name)}`, { list, one })
  return names
}
