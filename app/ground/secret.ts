import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from './ids.ts'
import { Problem } from './problems.ts'
import type { Settings } from './settings.ts'

const FILE = 'secret'
const PERMISSIONS = 0o777
const OTHERS = 0o077
const known = new Map<string, string>()

/**
 * The installation's secret, which signs sessions: the setting, or a file in the data folder that only its owner
 * reads (0600), made at the first start. Whoever loses it signs everybody out; whoever learns it can sign in as anybody.
 * Problems: `data-folder-unwritable`; `setting-wrong` where others than its owner may read the file.
 */
export function secretOf({ secret, dataFolder }: Pick<Settings, 'secret' | 'dataFolder'>): string {
  if (secret) return secret
  const path = join(dataFolder, FILE)
  const read = known.get(path) ?? readOrMake(path, dataFolder)
  known.set(path, read)
  return read
}

function readOrMake(path: string, dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    // Two processes may start at once: only one makes the file, both read it.
    writeFileSync(path, newSecret(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Problem('data-folder-unwritable', { values: { folder: dataFolder } }, error)
  }
  const mode = statSync(path).mode & PERMISSIONS
  if ((mode & OTHERS) !== 0)
    throw new Problem('setting-wrong', { values: { name: path, value: mode.toString(8), expected: '600 (chmod)' } })
  return readFileSync(path, 'utf8').trim()
}
