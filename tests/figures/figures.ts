import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { arabic } from './arabic.ts'
import { consequences } from './consequences.ts'
import { cowriting } from './cowriting.ts'
import { fuzz } from './fuzz.ts'
import { kills } from './kills.ts'
import { matrix } from './matrix.ts'
import { pages } from './pages.ts'
import { publicAccount } from './public-account.ts'
import { readback } from './readback.ts'
import { readingFuzz } from './reading-fuzz.ts'
import { readingSpeed } from './reading-speed.ts'
import { reminders } from './reminders.ts'
import { search } from './search.ts'
import { worlds } from './worlds.ts'

/**
 * `npm run -s figures -- NAME [--size N] [--plant FAULT] [--text FILE]`: measures anew and prints one line of JSON, so that a figure
 * in a note can be had again. A planted fault must turn it bad, or it proves nothing.
 */
export type Figure = (options: Options) => Promise<object>
type Options = { readonly size: number | null; readonly plant: string | null; readonly text: string | null }

const figures: Readonly<Record<string, Figure>> = {
  arabic,
  consequences,
  matrix,
  cowriting,
  fuzz,
  kills,
  pages,
  'public-account': publicAccount,
  readback,
  'reading-fuzz': readingFuzz,
  'reading-speed': readingSpeed,
  reminders,
  search,
  worlds,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, plant: { type: 'string' }, text: { type: 'string' } },
})
const figure = figures[positionals[0] ?? '']
if (!figure) {
  console.error(`figures: ${Object.keys(figures).join(', ')}`)
  process.exit(2)
}
const size = values.size === undefined ? null : Number(values.size)
const measured = await figure({ size, plant: values.plant ?? null, text: values.text ?? null })
console.log(JSON.stringify({ figure: positionals[0], ...measured, load: Number(loadavg()[0]!.toFixed(2)) }))
process.exit(0)
