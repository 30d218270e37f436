import { type JudgedKind, logOdds, type Weights } from './weights.ts'

/** A judged part with what the gold says of it: the kinds it is of, and those it could be of (borderline). */
export type Example = {
  /** The text it comes from: examples of one text are never on both sides of a fold. */
  readonly text: string
  readonly signs: readonly string[]
  /** For each kind the confidence of the surest entry that the rules kept on it. */
  readonly claimed: { readonly [K in JudgedKind]?: number }
  readonly is: ReadonlySet<JudgedKind>
  readonly couldBe: ReadonlySet<JudgedKind>
}

const SILENT = -2.5
const ROUNDS = 20
const STEP = 0.15
const STEP_OF_BIAS = 0.2
const SHRINK = 160
/** A sign of fewer examples teaches chance. */
const FEWEST = 8
/** Smaller weights change nothing. */
const LEAST_WEIGHT = 0.2
const FOLDS = 8
/** So much of the log-odds holds for real minutes: measured on organisations that nobody had looked at. */
const CAUTION = 0.75

type Row = { readonly signs: readonly string[]; readonly offset: number; readonly right: 0 | 1 }
type Learned = { readonly bias: number; readonly signs: ReadonlyMap<string, number> }

/**
 * Fits the weights of one kind: logistic regression on top of the rules' own confidence (Friedman 2001: boosting from a
 * base), shrunk towards "the rules are right", by AdaGrad in a fixed order, so that the same examples give the same
 * weights. The scale comes from folds that leave whole texts out, so that confidence holds for unseen texts, and `CAUTION`
 * takes off what invented texts are clearer than real ones.
 */
export function fitted(kind: JudgedKind, examples: readonly Example[]): Weights {
  const usable = examples.filter(one => one.is.has(kind) || !one.couldBe.has(kind))
  const texts = [...new Set(usable.map(one => one.text))]
  const foldOf = new Map(texts.map((text, at) => [text, at % FOLDS]))
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const learned = learn(usable.filter(one => foldOf.get(one.text) !== fold).map(one => rowOf(one, kind)))
    return usable
      .filter(one => foldOf.get(one.text) === fold)
      .map(one => ({ sum: sumOf(learned, rowOf(one, kind)), right: one.is.has(kind) }))
  }).flat()
  const scale = scaleOf(unseen)
  const learned = learn(usable.map(one => rowOf(one, kind)))
  return {
    bias: round(scale.slope * learned.bias + scale.shift),
    rules: round(scale.slope),
    signs: Object.fromEntries(
      [...learned.signs]
        .map(([sign, weight]) => [sign, round(scale.slope * weight)] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}

function rowOf({ signs, claimed, is }: Example, kind: JudgedKind): Row {
  const confidence = claimed[kind]
  return { signs, offset: confidence === undefined ? SILENT : logOdds(confidence), right: is.has(kind) ? 1 : 0 }
}

function learn(rows: readonly Row[]): Learned {
  const known = frequent(rows)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  let bias = 0
  let squareOfBias = 1e-8
  const order = shuffler()
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of order(rows)) {
      const signs = row.signs.filter(sign => known.has(sign))
      const error = logistic(sumOf({ bias, signs: weights }, { ...row, signs })) - row.right
      squareOfBias += error * error
      bias -= (STEP_OF_BIAS * error) / Math.sqrt(squareOfBias)
      for (const sign of signs) {
        const weight = weights.get(sign) ?? 0
        const slope = error + (SHRINK * weight) / rows.length
        const square = (squares.get(sign) ?? 1e-2) + slope * slope
        squares.set(sign, square)
        weights.set(sign, weight - (STEP * slope) / Math.sqrt(square))
      }
    }
  }
  return { bias, signs: weights }
}

function frequent(rows: readonly Row[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { signs } of rows) for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([sign]) => sign))
}

/** Fisher and Yates with a fixed generator: every fit sees the examples in the same orders. */
function shuffler(): (rows: readonly Row[]) => readonly Row[] {
  let seed = 7
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((seed / 0x80000000) * below)
  }
  return rows => {
    const mixed = [...rows]
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = next(at + 1)
      ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
    }
    return mixed
  }
}

function sumOf({ bias, signs }: Learned, row: Pick<Row, 'signs' | 'offset'>): number {
  return row.signs.reduce((sum, sign) => sum + (signs.get(sign) ?? 0), bias + row.offset)
}

type Unseen = { readonly sum: number; readonly right: boolean }

/** Platt's scaling (1999): slope and shift under which the probabilities of unseen texts are right on average, with caution. */
function scaleOf(unseen: readonly Unseen[]): { slope: number; shift: number } {
  let slope = 1
  let shift = 0
  for (let round = 0; round < 400; round++) {
    let bySlope = 0
    let byShift = 0
    for (const { sum, right } of unseen) {
      const error = logistic(slope * sum + shift) - (right ? 1 : 0)
      bySlope += error * sum
      byShift += error
    }
    slope -= (0.5 * bySlope) / unseen.length / 4
    shift -= (2 * byShift) / unseen.length
  }
  return { slope: CAUTION * slope, shift: CAUTION * shift }
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100
}
