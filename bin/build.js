import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './in-turn.js'
import { root } from './root.js'

const INPUTS = [
  'language',
  'reader/src',
  'app',
  'cli',
  'demo',
  'tests/figures',
  'tests/world',
  'vite.config.ts',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$/
const TARGET = join(root, 'dist')
const MADE = join(root, '.cache/dist.new')
const OLD = join(root, '.cache/dist.old')
const STAMP = 'inputs.sha256'

/**
 * Builds server, command line, islands and CSS into dist/ unless they are made of the present sources.
 * Rejects when the sources can not be built; Vite has said why.
 */
export async function buildIfChanged(node) {
  if (builtFrom() === hashOfInputs()) return
  await inTurn('build', () => {
    const inputs = hashOfInputs()
    if (builtFrom() === inputs) return
    process.stderr.write('Rundtisch wird aus den Quellen gebaut …\n')
    build(node, inputs)
  })
}

// Beside its place and moved there when complete: what is interrupted is built again, never half used.
function build(node, inputs) {
  const args = [join(root, 'bin/vite-build.js'), MADE]
  const env = process.stderr.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  const { status } = spawnSync(node, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('build failed')
  writeFileSync(join(MADE, STAMP), inputs)
  rmSync(OLD, { recursive: true, force: true })
  if (existsSync(TARGET)) renameSync(TARGET, OLD)
  renameSync(MADE, TARGET)
  rmSync(OLD, { recursive: true, force: true })
}

function builtFrom() {
  const file = join(TARGET, STAMP)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function hashOfInputs() {
  const hash = createHash('sha256')
  for (const path of INPUTS.flatMap(filesOf)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
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
