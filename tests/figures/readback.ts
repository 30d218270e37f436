import { faults, measureReadback } from '../readback/measure.ts'
import type { Figure } from './figures.ts'

const MINUTES = 200

/**
 * Made-up minutes written as DOCX, ODT, Markdown and PDF, and read again from what is visible in the files: the share of
 * items (head, attendance, agenda, entries with all that they say) that are the same. `--size`: how many minutes.
 */
export const readback: Figure = async ({ size, plant }) => {
  const fault = faults.find(one => one === plant) ?? null
  if (plant && !fault) throw new Error(`faults: ${faults.join(', ')}`)
  const minutes = size ?? MINUTES
  const { shares, whole, differences } = await measureReadback(minutes, fault)
  const { md: markdown, docx, odt, pdf } = shares
  return { minutes, docx, odt, markdown, pdf, whole, differences: differences.slice(0, 3) }
}
