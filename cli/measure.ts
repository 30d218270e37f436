import { systemClock } from '../app/ground/clock.ts'
import { exchangeOf } from '../reader/src/exchange.ts'
import { confidencesOf } from '../reader/src/measure/calibration.ts'
import { type MeasuredKind, measuredKinds, type Pair } from '../reader/src/measure/compared.ts'
import { type Measure, measure } from '../reader/src/measure.ts'
import { FAILED, Misuse, t } from './command.ts'
import { readingOfFile } from './file-reading.ts'
import { goldIn, type TextWithGold, textsWithGold } from './gold.ts'
import { kindName, missesPrinted, printed } from './measure-text.ts'

/** What was asked for. `words` is what else stood on the command line: with `misses` the one kind to list. */
type Request = {
  readonly folder: string
  readonly json: boolean
  readonly reference: string | undefined
  readonly misses: boolean
  readonly words: readonly string[]
}

const QUIET_MS = 2000

/**
 * `rundtisch read --measure DIR [--misses [KIND]] [--json] [--reference YYYY-MM-DD]`: reads the texts of a folder and holds
 * them against the gold beside each (`textsWithGold`). Prints a table for people, with `--misses` also what was missed,
 * invented and read differently; with `--json` the `Measure` with what was left out. Texts without gold are named and
 * skipped. Returns 0, or 1 if none could be measured or one that has gold could not.
 */
export async function measureFolder(request: Request): Promise<number> {
  const kind = kindOf(request)
  let texts: TextWithGold[]
  try {
    texts = await textsWithGold(request.folder)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return failed(t('cli.read.measure.folder', { folder: request.folder, reason }))
  }
  const { pairs, skipped, failures } = await pairsOf(texts, request.reference)
  const measured = measure(pairs)
  const misses = measured.misses.filter(miss => kind === null || miss.kind === kind)
  const shown: Measure = { ...measured, misses: request.misses ? misses : [] }
  if (request.json) process.stdout.write(`${JSON.stringify({ ...shown, skipped, failures }, null, 1)}\n`)
  if (pairs.length === 0) return failed(t('cli.read.measure.none', { folder: request.folder }))
  if (!request.json) process.stdout.write(`${printed(shown)}${request.misses ? missesPrinted(misses) : ''}`)
  return failures.length > 0 ? FAILED : 0
}

/** The one kind whose misses were asked for, by its name in the figures or on the page. Throws `Misuse`. */
function kindOf({ misses, words }: Request): MeasuredKind | null {
  const [word, ...more] = words
  if (word === undefined) return null
  const wanted = word.normalize('NFC').toLowerCase()
  const kind = measuredKinds.find(one => one === wanted || kindName(one).toLowerCase() === wanted)
  if (!misses || more.length > 0) throw new Misuse(t('cli.misused', { words: words.join(' ') }))
  if (!kind) throw new Misuse(t('cli.read.measure.usage-kind', { word, kinds: measuredKinds.map(kindName).join(', ') }))
  return kind
}

const say = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

function failed(sentence: string): number {
  say(sentence)
  return FAILED
}

/** Reads what has gold. Says on stderr what is left out, and how far it is when that takes long. */
async function pairsOf(texts: readonly TextWithGold[], reference: string | undefined) {
  const pairs: Pair[] = []
  const skipped: string[] = []
  const failures: string[] = []
  let spoke = systemClock.instant().epochMilliseconds
  for (const [at, { name, text, gold }] of texts.entries()) {
    if (gold === null) {
      skipped.push(name)
      say(t('cli.read.measure.no-gold', { file: name }))
      continue
    }
    const pair = await pairOf(name, text, gold, reference)
    if (typeof pair === 'string') {
      failures.push(name)
      say(pair)
    } else pairs.push(pair)
    const now = systemClock.instant().epochMilliseconds
    if (now - spoke < QUIET_MS) continue
    spoke = now
    say(t('cli.read.measure.progress', { done: at + 1, all: texts.length }))
  }
  return { pairs, skipped, failures }
}

async function pairOf(name: string, text: string, path: string, reference: string | undefined): Promise<Pair | string> {
  const found = await goldIn(path)
  if ('wrong' in found) return t('cli.read.measure.gold-broken', { file: path, where: found.wrong })
  const result = await readingOfFile(text, reference)
  if ('failure' in result) return result.failure
  const { reading } = result
  return { name, gold: found.gold, read: exchangeOf(reading), confidence: confidencesOf(reading) }
}
