import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, visitorKeys } from 'oxc-parser'

/**
 * @typedef {{ path: string, line: number, says: string }} Violation `path` is relative to the root, `line` 1-based (0: the whole file)
 * @typedef {{ name: string, why: string, check: (tree: Tree) => Violation[] | Promise<Violation[]>, warn?: (tree: Tree) => Violation[] }} Law
 * @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node
 * @typedef {ReturnType<typeof treeAt>} Tree
 */

/** The same folders as .gitignore names: nobody reads them, so no law is about them. */
const UNREAD = new Set(['.git', 'node_modules', 'dist', 'data', '.cache'])
const CODE = /\.(?:ts|tsx|js|mjs)$/
const TEST = /\.test\.tsx?$|\.test\.js$/

/** The files under `root`, read and parsed once, however many laws ask. Paths are relative, with forward slashes. */
export function treeAt(root) {
  const texts = new Map()
  const programs = new Map()
  const paths = pathsUnder(root, '').sort()

  const read = path => kept(texts, path, () => readFileSync(join(root, path), 'utf8'))
  return {
    root,
    paths,
    code: paths.filter(path => CODE.test(path) && !path.endsWith('.d.ts')),
    has: path => paths.includes(path),
    read,
    /** The syntax tree (ESTree with TypeScript nodes). A file that does not parse is the types law's business: it comes back empty. */
    program: path =>
      kept(
        programs,
        path,
        () => parseSync(path, read(path), { preserveParens: false }).program ?? { type: 'Program', body: [] },
      ),
    lineOf: (path, node) => lineAt(read(path), node.start),
  }
}

function pathsUnder(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    if (UNREAD.has(entry.name) || entry.name.endsWith('.log')) return []
    if (entry.isDirectory()) return pathsUnder(root, `${folder}${entry.name}/`)
    return entry.isFile() ? [`${folder}${entry.name}`] : []
  })
}

function kept(map, key, make) {
  if (!map.has(key)) map.set(key, make())
  return map.get(key)
}

export const isTest = path => TEST.test(path) || path.startsWith('tests/')
export const isUnder = (path, folders) => folders.some(folder => path === folder || path.startsWith(folder))

/** 1-based line of a position in a text. */
export function lineAt(text, position) {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

/**
 * Calls `visit` for every node below `node`, parents first. `parents` holds the way down, outermost first.
 * A `visit` that returns false keeps out of the node's children.
 */
export function walk(node, visit, parents = []) {
  if (visit(node, parents) === false) return
  const below = [...parents, node]
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key]
    if (Array.isArray(child)) for (const each of child) each && walk(each, visit, below)
    else if (child) walk(child, visit, below)
  }
}

/** All modules that a file names: import, export … from, import(), import('…') as a type. `type` where nothing is left at run time. */
export function importsOf(tree, path) {
  const found = []
  walk(tree.program(path), node => {
    if (/^(?:Import|ExportAll|ExportNamed)Declaration$/.test(node.type) && node.source)
      found.push({ node, from: node.source.value, type: isTypeOnly(node) })
    else if (node.type === 'ImportExpression' && node.source.type === 'Literal')
      found.push({ node, from: node.source.value, type: false })
    else if (node.type === 'TSImportType') found.push({ node, from: node.source.value, type: true })
  })
  return found
}

function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const names = node.specifiers ?? []
  return names.length > 0 && names.every(name => name.importKind === 'type' || name.exportKind === 'type')
}

/** What a string in the source says: a literal, or a template with `…` where a value goes. Null for anything else. */
export function stringOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral') return node.quasis.map(part => part.value.cooked ?? part.value.raw).join('…')
  return null
}
