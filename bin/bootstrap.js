// Plain JavaScript without dependencies: it runs on Node 20, before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfChanged } from './build.js'
import { install } from './install.js'
import { root } from './root.js'

const NEEDED_NODE = 24
const SETPRIV = '/usr/bin/setpriv'
const PARENT_MS = 250

/**
 * Installs and builds what is missing, then hands over to Node 24: arguments, terminal, signals and exit code.
 * `development` packages are only brought where they are needed. Without `build` nothing is built.
 * @param {readonly string[]} program path inside the checkout, then its arguments
 * @param {{ development?: boolean, build?: boolean }} needs
 * @returns {Promise<never>}
 */
export async function handOver(program, needs = {}) {
  process.exit(await runProgram(program, needs))
}

/** As `handOver`, for those who have something to say afterwards. Gives the exit code. */
export async function runProgram([file, ...args], { development = false, build = true } = {}) {
  await install({ development })
  const node = findNode()
  if (build) await built(node, development)
  return run(node, ['--enable-source-maps', join(root, file), ...args])
}

async function built(node, figures) {
  try {
    await buildIfChanged(node, { figures })
  } catch {
    say('Rundtisch ließ sich nicht bauen. Was daran hindert, steht darüber.')
    process.exit(1)
  }
}

/** Standard output belongs to the program that is handed over to. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

export function findNode() {
  const own = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) return process.execPath
  say(
    `Für dieses System (${process.platform}, ${process.arch}) bringt npm kein Node ${NEEDED_NODE} mit. ` +
      `Bitte installieren Sie Node ${NEEDED_NODE} oder neuer und rufen Sie den Befehl noch einmal auf.`,
  )
  process.exit(1)
}

/**
 * Where setpriv is at hand, the child ends when we are killed outright; other signals are passed on.
 * Ctrl+C in a terminal reaches the child twice; it listens to the first.
 */
function run(node, args) {
  const command = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'TERM', '--', node] : [node]
  const child = spawn(command[0], [...command.slice(1), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) whenParentDies(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

// npm ends at a signal without telling what it started, which it did by way of a shell or directly.
function whenParentDies(act) {
  const { ppid } = process
  const shell = parentOf(ppid, 'sh')
  const isOrphan = () => process.ppid !== ppid || parentOf(ppid, 'sh') !== shell
  setInterval(() => isOrphan() && act(), PARENT_MS).unref()
}

/** The parent of a process, if that bears the name; see proc_pid_stat(5). */
function parentOf(pid, name) {
  try {
    const [, comm, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').match(/\((.*)\) \S (\d+) /)
    return comm === name ? parent : null
  } catch {
    return null
  }
}
