import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './in-turn.js'
import { root } from './root.js'

const INPUTS = ['language', 'reader/src', 'app', 'cli', 'demo', 'vite.config.ts', 'package-lock.json']
/** What measures is built only where the packages of development are, and then together with the rest. */
const FIGURES = ['tests/figures', 'tests/world']
const NOT_BUILT = /\.test\.tsx?$/
const TARGET = join(root, 'dist')
const MADE = join(root, '.cache/dist.new')
const OLD = join(root, '.cache/dist.old')
const STAMP = 'made-of.json'

/**
 * Builds server, command line, islands and CSS into dist/ unless they are made of the present sources; with `figures`
 * also what measures. Rejects when the sources can not be built; Vite has said why.
 */
export async function buildIfChanged(node, { figures = false } = {}) {
  if (isBuilt(figures)) return
  await inTurn('build', () => {
    if (isBuilt(figures)) return
    process.stderr.write('Rundtisch wird aus den Quellen gebaut …\n')
    build(node, figures)
  })
}

// Beside its place and moved there when complete: what is interrupted is built again, never half used.
function build(node, figures) {
  const stamp = { inputs: hashOf(INPUTS), figures: figures ? hashOf(FIGURES) : null }
  const args = [join(root, 'bin/vite-build.js'), MADE, figures ? 'figures' : 'production']
  const env = process.stderr.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  const { status } = spawnSync(node, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('build failed')
  writeFileSync(join(MADE, STAMP), JSON.stringify(stamp))
  rmSync(OLD, { recursive: true, force: true })
  if (existsSync(TARGET)) renameSync(TARGET, OLD)
  renameSync(MADE, TARGET)
  rmSync(OLD, { recursive: true, force: true })
}

function isBuilt(figures) {
  const file = join(TARGET, STAMP)
  if (!existsSync(file)) return false
  const made = JSON.parse(readFileSync(file, 'utf8'))
  return made.inputs === hashOf(INPUTS) && (!figures || made.figures === hashOf(FIGURES))
}

function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesOf(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false })
  if (!entry) return []
  if (entry.isFile()) return NOT_BUILT.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap(name => filesOf(`${path}/${name}`))
}
