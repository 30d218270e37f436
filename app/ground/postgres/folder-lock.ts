import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes the folder for this process; null when another one has it. The kernel gives it back when the process ends,
 * however it ends, and it holds between containers that share a volume, where process numbers say nothing.
 */
export function lockFolder(folder: string): { release(): void } | null {
  const file = openSync(join(folder, 'launcher.lock'), 'a', 0o600)
  // flock(2) locks belong to the open file, which we share with this short-lived child: the lock stays with us.
  const { status, error } = spawnSync('flock', ['--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] })
  if (status === 0) return { release: () => closeSync(file) }
  closeSync(file)
  if (error) throw error
  return null
}
