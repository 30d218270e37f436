import { fileURLToPath } from 'node:url'
import { acts } from './acts.js'
import { clock } from './clock.js'
import { files } from './files.js'
import { imports } from './imports.js'
import { length } from './length.js'
import { patterns } from './patterns.js'
import { places } from './places.js'
import { sentences } from './sentences.js'
import { databaseClock, sql } from './sql.js'
import { style } from './style.js'
import { texts } from './texts.js'
import { treeAt } from './tree.js'
import { types } from './types.js'

export const laws = [
  types,
  style,
  patterns,
  imports,
  files,
  length,
  sql,
  databaseClock,
  clock,
  acts,
  texts,
  sentences,
  places,
]

const MOST_SHOWN = 40

/** Asks every law about the tree at `root`, prints a line each, and returns how many are broken. */
export async function proven(root, { print = console.log, only = laws } = {}) {
  const tree = treeAt(root)
  let broken = 0
  // The compiler and the formatter are programs of their own: they run while the laws in this process do.
  const answers = only.map(law => (law === types || law === style ? answered(law, tree) : () => answered(law, tree)))
  for (const answer of answers) {
    const { law, violations, ms } = await (typeof answer === 'function' ? answer() : answer)
    if (violations.length > 0) broken++
    shown(print, law, violations, ms)
    for (const { path, says } of law.warn?.(tree) ?? []) print(`     soon: ${path} has ${says}`)
  }
  return broken
}

async function answered(law, tree) {
  const begin = performance.now()
  const violations = await law.check(tree)
  return { law, violations, ms: performance.now() - begin }
}

function shown(print, { name, why }, violations, ms) {
  const time = `${(ms / 1000).toFixed(1)} s`
  if (violations.length === 0) return print(`ok    ${name.padEnd(15)} ${time}`)
  print(`FAIL  ${name.padEnd(15)} ${time}  ${violations.length} violations`)
  print(`      ${why}`)
  for (const { path, line, says } of violations.slice(0, MOST_SHOWN))
    print(`      ${path}${line ? `:${line}` : ''}  ${says}`)
  if (violations.length > MOST_SHOWN) print(`      … and ${violations.length - MOST_SHOWN} more`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const asked = process.argv.slice(2)
  const broken = await proven(root, { only: asked.length > 0 ? laws.filter(({ name }) => asked.includes(name)) : laws })
  process.exitCode = broken > 0 ? 1 : 0
}
