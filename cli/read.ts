import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isoDay } from '../language/calendar.ts'
import { exchangeOf } from '../reader/src/exchange.ts'
import type { Reading } from '../reader/src/reading.ts'
import { FAILED, Misuse, t } from './command.ts'
import { type FileReading, readingOfFile } from './file-reading.ts'
import { printed } from './reading-text.ts'

const options = {
  json: { type: 'boolean' },
  out: { type: 'string' },
  reference: { type: 'string' },
  measure: { type: 'string' },
  misses: { type: 'boolean' },
} as const
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** What was asked for on the command line. `reference` is a day near the meetings, for dates without a year. */
type Request = {
  readonly files: readonly string[]
  readonly json: boolean
  readonly out: string | undefined
  readonly reference: string | undefined
}

/**
 * `rundtisch read FILE… [--json] [--out DIR] [--reference YYYY-MM-DD]`: reads minutes, offline and without database.
 * Prints each reading for people; with `--json` the Reading (an array where several files were named); with `--out` one
 * file of the exchange format each, named like the source. A file that can not be read gets one sentence on stderr, the
 * others go on. Returns 0, or 1 if a file failed. Throws `Misuse` for words it does not know.
 * `rundtisch read --measure DIR …` holds readings against gold instead, see `measureFolder`.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const { json = false, out, reference, measure, misses = false } = values
  if (reference !== undefined && !isDay(reference))
    throw new Misuse(t('cli.read.usage-reference', { value: reference }))
  if (measure === undefined && misses) throw new Misuse(t('cli.read.usage-misses'))
  if (measure === undefined) return readFiles({ files: positionals, json, out, reference })
  if (out !== undefined) throw new Misuse(t('cli.read.usage-measure'))
  const { measureFolder } = await import('./measure.ts')
  return measureFolder({ folder: measure, json, reference, misses, words: positionals })
}

async function readFiles(request: Request): Promise<number> {
  if (request.files.length === 0) throw new Misuse(t('cli.read.usage-file'))
  const results: FileReading[] = []
  const written = new Set<string>()
  for (const file of request.files) {
    const result = await readingOfFile(file, request.reference)
    const failure = 'failure' in result ? result.failure : await deliver(result, request, written)
    if (failure) process.stderr.write(`${failure}\n`)
    results.push(failure ? { file, failure } : result)
  }
  if (request.json) process.stdout.write(`${JSON.stringify(jsonOf(results, request), null, 1)}\n`)
  return results.some(result => 'failure' in result) ? FAILED : 0
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

function isDay(text: string): boolean {
  const match = ISO_DAY.exec(text)
  return match !== null && isoDay(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** Prints or writes a reading; a sentence if that failed. */
async function deliver(
  { file, reading }: { file: string; reading: Reading },
  { json, out }: Request,
  written: Set<string>,
): Promise<string | null> {
  if (out !== undefined) return write(file, reading, out, written)
  if (!json) process.stdout.write(`${printed(file, reading)}\n`)
  return null
}

async function write(file: string, reading: Reading, out: string, written: Set<string>): Promise<string | null> {
  const target = join(out, `${basename(file, extname(file))}.json`)
  if (written.has(target)) return t('cli.read.name-taken', { file, target })
  try {
    await mkdir(out, { recursive: true })
    await writeFile(target, `${JSON.stringify(exchangeOf(reading), null, 1)}\n`)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return t('cli.read.out-unwritable', { file, target, reason })
  }
  written.add(target)
  process.stderr.write(`${t('cli.read.written', { file, target })}\n`)
  return null
}

function jsonOf(results: readonly FileReading[], { files }: Request): unknown {
  const readings = results.flatMap(result => ('reading' in result ? result.reading : []))
  return files.length === 1 ? (readings[0] ?? null) : readings
}
