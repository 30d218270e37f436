import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { Lines } from '../reading.ts'
import { tomlFields } from './toml.ts'

/** A value of the YAML block, as text, with the line it stands on. */
export type FrontMatterValue = { readonly text: string; readonly line: number }
export type FrontMatterField = { readonly key: string; readonly values: readonly FrontMatterValue[] }
export type FrontMatter = { readonly lines: Lines; readonly fields: readonly FrontMatterField[] }

const FENCE = /^---\s*$/
const FENCE_END = /^(?:---|\.\.\.)\s*$/
const TOML_FENCE = /^\+{3}\s*$/
const KEY = /^[\p{L}_][\p{L}\p{N}_ -]{0,40}:(?:\s|$)/u
/** Longer blocks are no head of minutes; the bound also keeps a hostile YAML small. */
const MOST_LINES = 120
const MOST_SIGNS = 20_000

/**
 * Reads the block at the top of a text: YAML between `---` and `---`, TOML between `+++` and `+++`. All values stay text
 * (no dates or numbers are made of them); of a list every entry is a value, of a list of maps the `name` or the first
 * value. Null if there is no such block or it can not be read.
 */
export function frontMatterOf(raws: readonly string[]): FrontMatter | null {
  if (TOML_FENCE.test(raws[0] ?? '')) return tomlBlock(raws)
  if (!FENCE.test(raws[0] ?? '')) return null
  const end = raws.findIndex((raw, at) => at > 0 && at <= MOST_LINES && FENCE_END.test(raw))
  if (end < 2) return null
  const block = raws.slice(1, end)
  const source = block.join('\n')
  if (source.length > MOST_SIGNS || !block.some(raw => KEY.test(raw))) return null
  const fields = fieldsOf(source)
  return fields && { lines: { from: 1, to: end + 1 }, fields }
}

function tomlBlock(raws: readonly string[]): FrontMatter | null {
  const end = raws.findIndex((raw, at) => at > 0 && at <= MOST_LINES && TOML_FENCE.test(raw))
  const fields = end < 2 ? [] : tomlFields(raws.slice(1, end), 2)
  return fields.length > 0 ? { lines: { from: 1, to: end + 1 }, fields } : null
}

function fieldsOf(source: string): FrontMatterField[] | null {
  const counter = new LineCounter()
  const yaml = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    lineCounter: counter,
  })
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) return null
  const lineOf = (node: Node) => counter.linePos(node.range?.[0] ?? 0).line + 1
  return yaml.contents.items.flatMap(pair => fieldOf(pair, lineOf))
}

/** The fields of a map within ("teilnehmer: { anwesend: … }") count like outer ones. */
type Entry = Pick<Pair<unknown, unknown>, 'key' | 'value'>

function fieldOf({ key, value }: Entry, lineOf: (node: Node) => number): FrontMatterField[] {
  if (!isScalar(key)) return []
  if (isMap(value)) return value.items.flatMap(pair => leafOf(pair, lineOf))
  return leafOf({ key, value }, lineOf)
}

function leafOf({ key, value }: Entry, lineOf: (node: Node) => number): FrontMatterField[] {
  if (!isScalar(key)) return []
  return [{ key: String(key.value), values: valuesOf(value as Node | null, lineOf) }]
}

function valuesOf(node: Node | null, lineOf: (node: Node) => number): FrontMatterValue[] {
  if (isScalar(node)) return scalarOf(node, lineOf)
  if (isSeq(node)) return node.items.flatMap(item => nameOf(item as Node, lineOf))
  return []
}

function nameOf(node: Node, lineOf: (node: Node) => number): FrontMatterValue[] {
  if (!isMap(node)) return isScalar(node) ? scalarOf(node, lineOf) : []
  const pair = node.items.find(item => isScalar(item.key) && item.key.value === 'name') ?? node.items[0]
  return pair && isScalar(pair.value) ? scalarOf(pair.value, lineOf) : []
}

function scalarOf(node: Node, lineOf: (node: Node) => number): FrontMatterValue[] {
  const value = isScalar(node) ? node.value : null
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? [] : [{ text, line: lineOf(node) }]
}
