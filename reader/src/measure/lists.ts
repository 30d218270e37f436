import type { Judged } from './calibration.ts'
import { type Compared, lineOf, type Pair } from './compared.ts'
import { fieldChecks } from './fields.ts'
import { type GoldItem, type ListKind, wordsOf } from './gold.ts'
import { type Matching, matched } from './matching.ts'

/** Items of one kind. What the gold calls borderline is neither missed nor, when it was read, invented. */
export function listCompared(kind: ListKind, { name, gold, read, confidence }: Pair): Compared {
  const [wanted, had]: [readonly GoldItem[], readonly GoldItem[]] = [gold[kind] ?? [], read[kind] ?? []]
  const matching = matched(kind, wanted, had)
  const found = [...matching.byGold]
    .map(([at, otherAt]) => ({ item: wanted[at]!, other: had[otherAt]! }))
    .filter(({ item }) => !item.borderline)
  const missed = wanted.filter((item, at) => !item.borderline && !matching.byGold.has(at))
  const invented = had.filter((_, at) => !matching.byRead.has(at))
  const checks = found.flatMap(({ item, other }) =>
    fieldChecks(kind, item, other).map(check => ({ ...check, place: missAt(item) })),
  )
  const wrong = checks.filter(({ right }) => !right)
  function missAt(item: GoldItem) {
    return { name, kind, line: lineOf(item), list: null, text: wordsOf(item) }
  }
  return {
    ...{ kind, found: found.length, missed: missed.length, invented: invented.length, checks },
    judged: judgedOf(wanted, matching, confidence[kind] ?? []),
    misses: [
      ...missed.map(item => ({ ...missAt(item), is: 'missed' as const })),
      ...invented.map(item => ({ ...missAt(item), is: 'invented' as const })),
      ...wrong.map(({ place, field, gold, read }) => ({ ...place, is: 'wrong' as const, field, gold, read })),
    ],
  }
}

function judgedOf(gold: readonly GoldItem[], { byRead }: Matching, confidences: readonly number[]): Judged[] {
  return confidences.flatMap((confidence, at): Judged[] => {
    const goldAt = byRead.get(at)
    if (goldAt === undefined) return [{ confidence, right: false }]
    return gold[goldAt]?.borderline ? [] : [{ confidence, right: true }]
  })
}
