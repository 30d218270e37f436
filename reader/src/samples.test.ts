import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'
import { sampleFormOf, sampleJson } from './sample-form.ts'

const FOLDER = new URL('../samples/', import.meta.url)
/** Samples whose whole reading is written down; those with gold beside them are measured in gold.test.ts. */
const samples = readdirSync(FOLDER).filter(file => /^\d\d-.*\.md$/.test(file) && !existsSync(goldOf(file)))
/** `SAMPLES_WRITE=03,04` writes these anew and fails, so that nobody keeps what nobody read. */
const toWrite = (process.env.SAMPLES_WRITE ?? '').split(',').filter(Boolean)

function goldOf(file: string): URL {
  return new URL(file.replace(/\.md$/, '.gold.json'), FOLDER)
}

describe('the samples', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThanOrEqual(12)
  })

  for (const sample of samples) {
    it(`reads ${sample} as its expected JSON says`, () => {
      const form = sampleFormOf(read(readFileSync(new URL(sample, FOLDER), 'utf8')))
      const expected = new URL(sample.replace(/\.md$/, '.expected.json'), FOLDER)
      if (toWrite.includes(sample.slice(0, 2))) {
        writeFileSync(expected, sampleJson(form))
        expect.fail(`${expected.pathname} was written: read it line by line beside the text`)
      }
      expect(JSON.parse(sampleJson(form))).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    })
  }
})
