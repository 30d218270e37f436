import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './in-turn.js'
import { root } from './root.js'

/**
 * Brings node_modules to what package-lock.json says. Running needs fewer packages than developing; what is there
 * already stays in its place, because a server may be running from it.
 */
export async function install({ development }) {
  if (isInstalled(development)) return
  await inTurn('install', async () => {
    if (isInstalled(development)) return
    process.stderr.write('Pakete werden geladen. Das dauert beim ersten Mal etwa eine halbe Minute.\n')
    await npm(installed() ? ['install', '--no-save'] : ['ci'], development || installed()?.development)
  })
}

/** Whether all that package-lock.json names for this machine is there, in the right version. */
function isInstalled(development) {
  const present = installed()?.packages
  if (!present) return false
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, entry]) => {
    if (path === '' || (entry.dev && !development)) return true
    const found = present[path]
    if (!found) return entry.optional && !isForThisMachine(entry)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

// npm passes over an optional package that it could not load, so the ones for this machine are asked for again. For
// which C library a package is made, npm knows better than we do.
const isForThisMachine = ({ os, cpu, libc }) =>
  !libc && Boolean(os?.includes(process.platform) && cpu?.includes(process.arch))

/** What npm wrote down when it last finished; null when it never did. */
function installed() {
  const file = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(file)) return null
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return { packages, development: Object.values(packages).some(entry => entry.dev) }
}

function npm(command, development) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const args = [...command, ...options, development ? '--include=dev' : '--omit=dev']
  // npm tells where it is when it started us; its program is JavaScript, so no shell is needed.
  const own = process.env.npm_execpath
  const [program, ...before] = own?.endsWith('.js') ? [process.execPath, own] : ['npm']
  const child = spawn(program, [...before, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise(resolve => {
    const end = code => {
      if (code === 0) return resolve()
      process.stderr.write('npm konnte die Pakete nicht laden. Besteht eine Verbindung zum Paketverzeichnis?\n')
      process.exit(1)
    }
    child.once('error', () => end(1))
    child.once('exit', end)
  })
}
