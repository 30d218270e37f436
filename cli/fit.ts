import { readFileSync, writeFileSync } from 'node:fs'
import { foundIn } from '../reader/src/entries/entries.ts'
import { sceneOf } from '../reader/src/entries/scene.ts'
import { type Gold, wordsOf } from '../reader/src/measure/gold.ts'
import { contextOfText } from '../reader/src/read.ts'
import { examplesOf, type GoldItem } from '../reader/src/trust/examples.ts'
import { type Example, fitted } from '../reader/src/trust/fit.ts'
import { type JudgedKind, judgedKinds } from '../reader/src/trust/weights.ts'
import { goldIn, type TextWithGold, textsWithGold } from './gold.ts'

// `npm run fit`: fits the weights of reader/src/trust to the samples that have gold, and writes them. Folders may be named instead.
const WEIGHTS = new URL('../reader/src/trust/weights.json', import.meta.url)
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : [new URL('../reader/samples/', import.meta.url).pathname]

const texts = (await Promise.all(folders.map(textsWithGold))).flat()
const examples = (await Promise.all(texts.map(examplesIn))).flat()
const weights = Object.fromEntries(judgedKinds.map(kind => [kind, fitted(kind, examples)]))
writeFileSync(WEIGHTS, `${JSON.stringify(weights, null, 1)}\n`)
for (const kind of judgedKinds) {
  const { bias, rules, signs } = weights[kind]!
  console.log(kind, { bias, rules, signs: Object.keys(signs).length })
}

async function examplesIn({ name, text, gold }: TextWithGold): Promise<Example[]> {
  if (gold === null) return []
  const found = await goldIn(gold)
  if ('wrong' in found) throw new Error(`${gold}: ${found.wrong}`)
  const scene = sceneOf(contextOfText(readFileSync(text, 'utf8')).context)
  return examplesOf(
    name,
    scene,
    foundIn(scene),
    judgedKinds.flatMap(kind => itemsOf(kind, found.gold)),
  )
}

function itemsOf(kind: JudgedKind, gold: Gold): GoldItem[] {
  return (gold[kind === 'wish' ? 'wishes' : (`${kind}s` as const)] ?? []).map(item => ({
    kind,
    text: wordsOf(item),
    from: item.lines?.[0] ?? item.line ?? 0,
    to: item.lines?.[1] ?? item.line ?? 0,
    borderline: item.borderline === true,
  }))
}
