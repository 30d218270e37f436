import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/** Runs `work` while no other process of ours does the same in this checkout; waits for the one that does. */
export async function inTurn(name, work) {
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, `${name}.lock`), 'a')
  // flock(2) locks belong to the open file, which we share with this child, and end with us. Without flock, as on
  // macOS, two first starts at the same moment may disturb each other.
  spawnSync('flock', ['3'], { stdio: ['ignore', 'ignore', 'ignore', file] })
  try {
    return await work()
  } finally {
    closeSync(file)
  }
}
