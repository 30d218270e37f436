import { read } from '../../reader/src/read.ts'
import type { Figure } from './figures.ts'
import { type Family, families } from './texts/families.ts'
import { fuzzedText } from './texts/fuzzed.ts'
import { cpuOf, median, rounded } from './texts/measured.ts'
import { sampleTexts } from './texts/samples.ts'

const TEXTS = 100_000
const SMALL = 10_000
const BIG = 10_000_000
/** A short run, and one with a planted fault, grows less far. */
const LESS_BIG = 300_000
const ENOUGH_TEXTS = 10_000
/** A fault shows in the first few. */
const ENOUGH_FAMILIES = 3
const MEASURED = 3
/** A small text is read again and again for so many ms of CPU: less can not be told from noise. */
const ENOUGH_MS = 120
const MOST_TOLD = 10
const PROGRESS_MS = 20_000

/**
 * Reads `--size` made and mutated texts and counts exceptions; `slowest` is the longest reading in ms of CPU. Then
 * `worstByteTime`: over the families of big texts, the worst ratio of the time per byte at `grownTo` bytes to that at
 * 10 kB, medians of three; 1 is linear, at most 2 is good. `--plant throw` and `--plant quadratic` break the reader.
 */
export const readingFuzz: Figure = async ({ size, plant }) => {
  const reader = planted(plant)
  const texts = size ?? TEXTS
  const grownTo = plant !== null || texts < ENOUGH_TEXTS ? LESS_BIG : BIG
  const { exceptions, ...slowest } = readAll(reader, texts)
  const grown = Object.entries(families).slice(0, plant === null ? undefined : ENOUGH_FAMILIES)
  const worst = worstFamily(reader, grown, grownTo)
  return {
    texts,
    exceptions: exceptions + worst.exceptions,
    ...slowest,
    worstByteTime: rounded(worst.ratio),
    worstFamily: worst.family,
    grownTo,
  }
}

type Reader = (text: string) => unknown

function planted(plant: string | null): Reader {
  if (plant === null) return read
  if (plant === 'throw')
    return text => {
      if (text.length % 97 === 0) throw new Error('planted')
      return read(text)
    }
  if (plant === 'quadratic')
    return text => {
      let same = 0
      for (let at = 0; at < text.length; at += 4)
        for (let before = 0; before < at; before += 4) if (text.charCodeAt(before) === text.charCodeAt(at)) same += 1
      return { ...read(text), same }
    }
  throw new Error('faults: throw, quadratic')
}

function readAll(reader: Reader, texts: number) {
  const samples = sampleTexts()
  const slowest = { ms: 0, number: -1 }
  let exceptions = 0
  let told = performance.now()
  for (const text of samples) attempt(reader, text)
  for (let number = 0; number < texts; number++) {
    const text = fuzzedText(number, samples)
    const { ms, error } = attempt(reader, text)
    if (error !== null && ++exceptions <= MOST_TOLD) console.error(`text ${number} throws ${error}`)
    if (ms > slowest.ms) Object.assign(slowest, { ms, number })
    if (performance.now() - told < PROGRESS_MS) continue
    told = performance.now()
    console.error(`${number} of ${texts} texts, ${exceptions} exceptions, slowest ${Math.round(slowest.ms)} ms`)
  }
  return { exceptions, slowest: rounded(slowest.ms), slowestText: slowest.number }
}

function attempt(reader: Reader, text: string): { ms: number; error: string | null } {
  let error: string | null = null
  const ms = cpuOf(() => {
    try {
      reader(text)
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    }
  })
  return { ms, error }
}

function worstFamily(reader: Reader, grown: readonly (readonly [string, Family])[], grownTo: number) {
  let exceptions = 0
  /** Milliseconds a byte of one reading; `enough` is how long to go on reading the text. */
  const perByte = (text: string, enough: number) => {
    let [ms, readings] = [0, 0]
    do {
      const one = attempt(reader, text)
      if (one.error !== null) exceptions++
      ms += one.ms
      readings++
    } while (ms < enough)
    return ms / readings / Buffer.byteLength(text)
  }
  const medianPerByte = (text: string, enough: number) =>
    median(Array.from({ length: MEASURED }, () => perByte(text, enough)))
  for (const [, family] of grown) perByte(family(SMALL), ENOUGH_MS)
  let worst = { family: '', ratio: 0 }
  for (const [name, family] of grown) {
    const small = medianPerByte(family(SMALL), ENOUGH_MS)
    const big = medianPerByte(family(grownTo), 0)
    const ratio = big / small
    console.error(
      `${name}: ${nanoseconds(small)} ns a byte at 10 kB, ${nanoseconds(big)} when grown: ${rounded(ratio)}`,
    )
    if (ratio > worst.ratio) worst = { family: name, ratio }
  }
  return { ...worst, exceptions }
}

const nanoseconds = (milliseconds: number): number => Math.round(milliseconds * 1e6)
