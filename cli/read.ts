import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { TextKey } from '../app/texts/texts.ts'
import { isoDay } from '../language/calendar.ts'
import { exchangeOf } from '../reader/src/exchange.ts'
import { read } from '../reader/src/read.ts'
import type { Reading } from '../reader/src/reading.ts'
import { FAILED, Misuse, t } from './command.ts'
import { printed } from './reading-text.ts'

const options = {
  json: { type: 'boolean' },
  out: { type: 'string' },
  reference: { type: 'string' },
} as const
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** What was asked for on the command line. `reference` is a day near the meetings, for dates without a year. */
type Request = {
  readonly files: readonly string[]
  readonly json: boolean
  readonly out: string | undefined
  readonly reference: string | undefined
}

/** A file that was read, or the sentence that says why not. */
type Read = { readonly file: string; readonly reading: Reading } | { readonly file: string; readonly failure: string }

/**
 * `rundtisch read FILE… [--json] [--out DIR] [--reference YYYY-MM-DD]`: reads minutes, offline and without database.
 * Prints each reading for people; with `--json` the Reading (an array where several files were named); with `--out` one
 * file of the exchange format each, named like the source. A file that can not be read gets one sentence on stderr, the
 * others go on. Returns 0, or 1 if a file failed. Throws `Misuse` for words it does not know.
 */
export async function run(args: readonly string[]): Promise<number> {
  const request = requestFrom(args)
  const results: Read[] = []
  const written = new Set<string>()
  for (const file of request.files) {
    const result = await readOne(file, request.reference)
    const failure = 'failure' in result ? result.failure : await deliver(result, request, written)
    if (failure) process.stderr.write(`${failure}\n`)
    results.push(failure ? { file, failure } : result)
  }
  if (request.json) process.stdout.write(`${JSON.stringify(jsonOf(results, request), null, 1)}\n`)
  return results.some(result => 'failure' in result) ? FAILED : 0
}

function requestFrom(args: readonly string[]): Request {
  const { values, positionals } = parsed(args)
  if (positionals.length === 0) throw new Misuse(t('cli.read.usage-file'))
  const { json = false, out, reference } = values
  if (reference !== undefined && !isDay(reference))
    throw new Misuse(t('cli.read.usage-reference', { value: reference }))
  return { files: positionals, json, out, reference }
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

/** The converters are loaded with the first file: `--help` needs none. */
async function readOne(file: string, reference: string | undefined): Promise<Read> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { file, failure: t('cli.read.not-found', { file }) }
    return { file, failure: t('cli.read.unreadable', { file, reason: code ?? String(error) }) }
  }
  const { convertFile } = await import('../app/ground/converters/convert.ts')
  const extracted = await convertFile(bytes, basename(file))
  if (!extracted.ok) {
    const reason = t(`problem.${extracted.code}` as TextKey, extracted.values)
    return { file, failure: t('cli.read.refused', { file, reason }) }
  }
  return { file, reading: read(extracted.value.text, { reference }) }
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

function jsonOf(results: readonly Read[], { files }: Request): unknown {
  const readings = results.flatMap(result => ('reading' in result ? result.reading : []))
  return files.length === 1 ? (readings[0] ?? null) : readings
}
