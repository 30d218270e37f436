import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asViewer, type Identity } from '../app/access/viewer.ts'
import { networkAt } from '../app/features/account/finds.ts'
import { exportReading } from '../app/features/minutes/reading/example/acts.ts'
import { exampleIds } from '../app/features/minutes/reading/example/finds.ts'
import type { Example } from '../app/features/minutes/reading/example/model.ts'
import { systemClock } from '../app/ground/clock.ts'
import { fileStore } from '../app/ground/files.ts'
import type { Ground } from '../app/ground/ground.ts'
import { installedDatabase } from '../app/ground/postgres/installation.ts'
import { signalsAt } from '../app/ground/signals.ts'
import { FAILED, Misuse, settingsFrom, t } from './command.ts'

/** Names people and what they said: for whoever runs the installation alone. */
const OWNER_ONLY_FOLDER = 0o700
const OWNER_ONLY_FILE = 0o600
/** Under this name the network without a host answers, and the only one of most installations. */
const USUAL_HOST = 'localhost'

/**
 * `rundtisch examples --out DIR [--network HOST]`: writes every confirmed reading of the network that answers under HOST
 * as `NAME.md`, the text, and `NAME.json`, the reading as people corrected it, for `rundtisch read --measure DIR`. The
 * journal has a line for each. Says on stderr what is in the folder. Returns 0, or 1 where there is no network or the folder can not be written.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { settings, flags } = settingsFrom(args, { out: { type: 'string' }, network: { type: 'string' } })
  const { out, network = USUAL_HOST } = flags
  if (typeof out !== 'string' || out === '') throw new Misuse(t('cli.examples.usage-out'))
  const database = await installedDatabase(settings, systemClock, { mayAttach: true })
  try {
    const signals = signalsAt(database.app)
    const ground = { db: database.db, clock: systemClock, files: fileStore(settings.dataFolder), settings, signals }
    return await writeExamples(ground, out, String(network))
  } finally {
    await database.close()
  }
}

/** The command without its start: on a ground that stands. */
export async function writeExamples(ground: Ground, folder: string, host: string): Promise<number> {
  const network = await networkAt(ground, host)
  if (!network) return say(t('cli.examples.no-network', { host }), FAILED)
  const identity: Identity = { network, language: 'de', as: { kind: 'system', name: 'operator' } }
  const ids = await asViewer(ground, identity, 'read', exampleIds)
  if (ids.length === 0) return say(t('cli.examples.none', { network: network.name }), 0)
  for (const id of ids) {
    const example = await exportReading({ ground, identity, reactions: [] }, { id })
    const reason = example.ok && (await write(folder, example.value))
    if (reason) return say(t('cli.examples.unwritable', { folder, reason }), FAILED)
  }
  return say(t('cli.examples.written', { count: ids.length, network: network.name, folder }), 0)
}

/** Writes one example, into a folder that is made when it is missing; the system's code if that failed. */
async function write(folder: string, { name, text, gold }: Example): Promise<string | null> {
  const file = (end: string, content: string) =>
    writeFile(join(folder, `${name}.${end}`), `${content}\n`, { mode: OWNER_ONLY_FILE })
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
    await file('md', text)
    await file('json', JSON.stringify(gold, null, 1))
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
