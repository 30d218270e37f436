import { expect, it } from 'vitest'
import { PARAGRAPH, readAgain } from './arabic.ts'
import { faults, measureReadback } from './measure.ts'

it('reads back what it wrote, in every format', async () => {
  const { shares, differences } = await measureReadback(8)
  expect(differences.filter(one => !one.startsWith('pdf'))).toEqual([])
  expect({ ...shares, pdf: shares.pdf >= 0.95 }).toEqual({ md: 1, docx: 1, odt: 1, pdf: true })
})

it.each(faults)('notices documents without their %s', async fault => {
  const { shares } = await measureReadback(1, fault)
  expect(Math.max(...Object.values(shares))).toBeLessThan(0.95)
})

it.each(['de', 'ar'] as const)('finds Arabic words again in minutes, all of them but in PDF (%s)', async language => {
  for (const format of ['docx', 'odt', 'md'] as const) {
    const { words, found } = await readAgain(PARAGRAPH, language, format)
    expect([format, found]).toEqual([format, words])
  }
  // Lam and alef are one sign, which programs read the wrong way round.
  const { missed, words, found } = await readAgain(PARAGRAPH, language, 'pdf')
  expect(missed.filter(word => !LAM_ALEF.test(word))).toEqual([])
  expect(found).toBeGreaterThan(0.75 * words)
})
const LAM_ALEF = /\u0644[\u0622\u0623\u0625\u0627]/
