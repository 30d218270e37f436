import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exchangeOf } from './exchange.ts'
import { confidencesOf } from './measure/calibration.ts'
import type { Pair } from './measure/compared.ts'
import { type Measure, measure } from './measure.ts'
import { read } from './read.ts'

const FOLDER = new URL('../samples/', import.meta.url)
/** Least F1 over all samples, in percent. A change of the reader may raise these figures, never lower them. */
const FLOORS = { agenda: 95, tasks: 70, decisions: 77, appointments: 91, attendance: 86, head: 86 } as const
const LEAST_SAMPLES = 60

const names = readdirSync(FOLDER).filter(name => /\.(?:md|txt|rst|adoc)$/.test(name) && existsSync(goldOf(name)))

function goldOf(name: string): URL {
  return new URL(name.replace(/\.\w+$/, '.gold.json'), FOLDER)
}

function pairOf(name: string): Pair {
  const reading = read(readFileSync(new URL(name, FOLDER), 'utf8'))
  const gold = JSON.parse(readFileSync(goldOf(name), 'utf8'))
  return { name, gold, read: exchangeOf(reading), confidence: confidencesOf(reading) }
}

describe('the samples with gold', () => {
  let all: Measure
  it('are read as well as they were', () => {
    expect(names.length).toBeGreaterThanOrEqual(LEAST_SAMPLES)
    all = measure(names.map(pairOf))
    for (const [kind, floor] of Object.entries(FLOORS))
      expect(100 * (all.kinds[kind as keyof typeof FLOORS].f1 ?? 0), kind).toBeGreaterThanOrEqual(floor)
  }, 60_000)

  it('are right nine times in ten where the reader is sure', () => {
    const { right, of } = all.calibration.sure
    expect(of).toBeGreaterThan(200)
    expect(right / of).toBeGreaterThanOrEqual(0.9)
  })
})
