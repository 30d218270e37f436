import { readFileSync } from 'node:fs'
import { PARAGRAPH, readAgain } from '../readback/arabic.ts'
import type { Figure } from './figures.ts'

const FAULTS = ['turned']

/**
 * An Arabic paragraph set into the PDF of German and of Arabic minutes: how many of its words our converter (pdf.js)
 * finds again, the worse of the two. `--text FILE`: another paragraph; lines that begin with # are left out.
 */
export const arabic: Figure = async ({ plant, text }) => {
  if (plant && !FAULTS.includes(plant)) throw new Error(`faults: ${FAULTS.join(', ')}`)
  const paragraph = text === null ? PARAGRAPH : paragraphIn(readFileSync(text, 'utf8'))
  const set = plant === 'turned' ? [...paragraph].reverse().join('') : paragraph
  const results = [await readAgain(paragraph, 'de', 'pdf', set), await readAgain(paragraph, 'ar', 'pdf', set)]
  const worse = results.reduce((a, b) => (b.found < a.found ? b : a))
  return { words: worse.words, found: worse.found, missed: worse.missed }
}

const paragraphIn = (text: string): string =>
  text
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join(' ')
    .trim()
