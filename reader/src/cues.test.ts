import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allCues } from '../../language/cues.ts'
import { contextOfText } from './read.ts'

const SAMPLES = new URL('../samples/', import.meta.url)
const names = readdirSync(SAMPLES).filter(name => /^\d.*\.(?:md|txt|rst)$/.test(name))

describe('cues of the reader', () => {
  it('are never passed over in a text that they match', () => {
    const lines = names.flatMap(name => readFileSync(new URL(name, SAMPLES), 'utf8').split('\n'))
    const sampled = lines.filter((_, at) => at % 4 === 0)
    const bodies = contextOfText(sampled.join('\n')).context.document.lines.map(line => line.body)
    const missed = [...new Set(bodies)].flatMap(line =>
      allCues().flatMap(cue => (cue.canBeIn(line) || line.search(cue.pattern) < 0 ? [] : [[cue.pattern.source, line]])),
    )
    expect(allCues().length).toBeGreaterThan(150)
    expect(missed).toEqual([])
  })
})
