import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slowText } from './attack.js'
import { Uncovered } from './shape.js'

/**
 * What is wrong with patterns, as a sentence or null. Patterns that were found good are remembered under `root`/.cache
 * until this analysis or the engine changes; what is wrong is tried anew each time.
 */
export function verdictsAt(root) {
  const path = join(root, '.cache', 'patterns.json')
  const judges = judgesHash()
  const good = new Set(remembered(path, judges))
  const known = new Map()
  return {
    of(source, flags) {
      const key = `/${source}/${flags}`
      if (good.has(key)) return null
      if (!known.has(key)) known.set(key, verdict(source, flags))
      if (known.get(key) === null) good.add(key)
      return known.get(key)
    },
    remember() {
      mkdirSync(join(root, '.cache'), { recursive: true })
      writeFileSync(path, JSON.stringify({ judges, good: [...good].sort() }))
    },
  }
}

/** Another engine or another analysis may judge otherwise. */
function judgesHash() {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const hash = createHash('sha256').update(process.versions.v8)
  for (const name of globSync('*.js', { cwd: folder }).sort()) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

function remembered(path, judges) {
  try {
    const memory = JSON.parse(readFileSync(path, 'utf8'))
    return memory.judges === judges ? memory.good : []
  } catch {
    return []
  }
}

function verdict(source, flags) {
  try {
    const { found, sure } = slowText(source, flags)
    if (found)
      return `is slow on ${JSON.stringify(found.prefix)} + ${JSON.stringify(found.word)} again and again + ${JSON.stringify(found.suffix)}`
    return sure ? null : 'has too many ways through it to be sure: make it smaller'
  } catch (error) {
    if (error instanceof Uncovered || error instanceof SyntaxError) return `can not be judged: ${error.message}`
    throw error
  }
}
