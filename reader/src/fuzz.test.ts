import { Session } from 'node:inspector/promises'
import { describe, expect, it } from 'vitest'
import { families } from '../../tests/figures/texts/families.ts'
import { fuzzedText } from '../../tests/figures/texts/fuzzed.ts'
import { mutationNames } from '../../tests/figures/texts/mutated.ts'
import { sampleTexts } from '../../tests/figures/texts/samples.ts'
import { read } from './read.ts'

/** The figure `reading-fuzz` reads a hundred thousand of them; these are the first. */
const TEXTS = 300
const PATIENCE = 120_000
const SMALL = 10_000
const samples = sampleTexts()

describe('texts that went through many hands', () => {
  it(
    'are read without exception, and every entry stands on lines that are there',
    () => {
      for (let number = 0; number < TEXTS; number++) {
        const text = fuzzedText(number, samples)
        const { lineCount, entries, findings } = read(text)
        expect(lineCount, `text ${number}`).toBe(text.split('\n').length)
        const wrong = [...entries, ...findings].filter(
          ({ lines: { from, to } }) => from < 1 || to < from || to > lineCount,
        )
        expect(wrong, `text ${number}`).toEqual([])
      }
    },
    PATIENCE,
  )

  it('are the same for the same number, and differ', () => {
    const some = Array.from({ length: 50 }, (_, number) => fuzzedText(number, samples))
    expect(some).toEqual(Array.from({ length: 50 }, (_, number) => fuzzedText(number, samples)))
    expect(new Set(some).size).toBeGreaterThan(48)
    expect(mutationNames.length).toBeGreaterThan(20)
  })
})

describe('long texts', () => {
  /** Steps, not time: how often the blocks of the reader's code ran, as the engine counts them. */
  async function stepsOf(text: string): Promise<number> {
    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    read(text)
    const { result } = await session.post('Profiler.takePreciseCoverage')
    await session.post('Profiler.stopPreciseCoverage')
    session.disconnect()
    return result
      .filter(({ url }) => /\/(?:reader\/src|language)\//.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0)
  }

  it.each([
    ['people in tasks', 1_000_000],
    ['attendance in one line', 200_000],
    ['one line', 200_000],
    ['nested list', 200_000],
  ])(
    'take as many steps a byte as with ten kilobytes, up to a factor of two: %s, %d bytes',
    async (name, bytes) => {
      const family = families[name]!
      const few = await stepsOf(family(SMALL))
      expect(few).toBeGreaterThan(SMALL)
      expect((await stepsOf(family(bytes))) / few).toBeLessThan((2 * bytes) / SMALL)
    },
    PATIENCE,
  )
})
