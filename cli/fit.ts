import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { foundIn } from '../reader/src/entries/entries.ts'
import { sceneOf } from '../reader/src/entries/scene.ts'
import { contextOfText } from '../reader/src/read.ts'
import { examplesOf, type GoldItem } from '../reader/src/trust/examples.ts'
import { type Example, fitted } from '../reader/src/trust/fit.ts'
import { judgedKinds } from '../reader/src/trust/weights.ts'

// `npm run fit`: fits the weights of reader/src/trust to the samples that have gold, and writes them. Folders may be named instead.
const WEIGHTS = new URL('../reader/src/trust/weights.json', import.meta.url)
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : [new URL('../reader/samples/', import.meta.url).pathname]

const examples: Example[] = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(file => /\.(?:md|txt|rst|adoc)$/.test(file))
    .sort()
    .flatMap(file => examplesIn(folder, file)),
)
const weights = Object.fromEntries(judgedKinds.map(kind => [kind, fitted(kind, examples)]))
writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 1)}\n`)
for (const kind of judgedKinds) {
  const { bias, rules, signs } = weights[kind]!
  console.log(kind, { bias, rules, signs: Object.keys(signs).length })
}

function examplesIn(folder: string, file: string): Example[] {
  const goldFile = join(folder, file.replace(/\.\w+$/, '.gold.json'))
  if (!existsSync(goldFile)) return []
  const scene = sceneOf(contextOfText(readFileSync(join(folder, file), 'utf8')).context)
  return examplesOf(file, scene, foundIn(scene), goldItems(JSON.parse(readFileSync(goldFile, 'utf8'))))
}

type Item = { text?: string; title?: string; line: number; lines?: [number, number]; borderline?: boolean }

function goldItems(gold: Record<string, Item[]>): GoldItem[] {
  return judgedKinds.flatMap(kind =>
    (gold[kind === 'wish' ? 'wishes' : `${kind}s`] ?? []).map(item => ({
      kind,
      text: item.text ?? item.title ?? '',
      from: item.lines?.[0] ?? item.line,
      to: item.lines?.[1] ?? item.line,
      borderline: item.borderline === true,
    })),
  )
}
