import { expect, it } from 'vitest'
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
