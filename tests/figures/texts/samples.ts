import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** From the root of the house, where every program of it is started; a bundle has no folder of its own to count from. */
const FOLDER = join('reader', 'samples')

/** The sample texts: minutes, and below `bare` and `others` what is hardly minutes or none. */
export function sampleTexts(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:md|txt|rst|adoc)$/.test(file) && file !== 'README.md')
    .sort()
    .map(file => readFileSync(join(FOLDER, file), 'utf8'))
}
