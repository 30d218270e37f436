import { IntlMessageFormat } from 'intl-messageformat'
import { wordLists } from './rooms.js'
import { isTest, lineAt, walk } from './tree.js'

const FILE = /^app\/texts\/([a-z]{2,3})\.json$/
const READERS = /^(?:app|cli|demo)\//

/** @type {import('./tree.js').Law} */
export const texts = {
  name: 'texts',
  why: 'Every sentence stands in every language with the same placeholders, is asked for somewhere, and nothing is asked for that is not there. Sentences live in app/texts/<language>.json.',
  check(tree) {
    const languages = tree.paths
      .filter(path => FILE.test(path))
      .sort(germanFirst)
      .map(path => ({ path, texts: JSON.parse(tree.read(path)) }))
    if (languages.length === 0) return []
    const keys = [...new Set(languages.flatMap(({ texts: all }) => Object.keys(all)))]
    const uses = usesIn(tree)
    return [
      ...keys.flatMap(key => differences(tree, languages, key)),
      ...unused(tree, languages[0].path, keys, uses),
      ...asked(keys, uses),
      ...wordLists.flatMap(list => wordsWithout(tree, list, keys)),
    ]
  },
}

/** German is written first: the others are measured by it. */
const germanFirst = (a, b) => Number(b.endsWith('/de.json')) - Number(a.endsWith('/de.json')) || (a < b ? -1 : 1)

function differences(tree, languages, key) {
  const at = path => ({ path, line: lineAt(tree.read(path), tree.read(path).indexOf(JSON.stringify(key))) })
  const missing = languages
    .filter(({ texts: all }) => !all[key])
    .map(({ path }) => ({ path, line: 0, says: `"${key}" is missing or empty` }))
  const placeholders = new Map()
  const broken = []
  for (const { path, texts: all } of languages) {
    if (!all[key]) continue
    try {
      placeholders.set(path, placeholdersOf(all[key], FILE.exec(path)[1]))
    } catch (error) {
      broken.push({ ...at(path), says: `"${key}" is no ICU message: ${error.message}` })
    }
  }
  const [first, ...others] = [...placeholders.keys()]
  const unequal = others
    .filter(path => placeholders.get(path) !== placeholders.get(first))
    .map(path => ({
      ...at(path),
      says: `"${key}" has ${placeholders.get(path) || 'no placeholder'}, but ${placeholders.get(first) || 'none'} in ${first}`,
    }))
  return [...missing, ...broken, ...unequal]
}

/** Names of the placeholders, with the cases where a word is chosen (`select`). Plural forms differ between languages. */
function placeholdersOf(text, language) {
  const names = new Set()
  const visit = nodes => {
    for (const { type, value, options } of nodes) {
      if (type === LITERAL || type === POUND) continue
      names.add(type === SELECT ? `{${value}: ${Object.keys(options).sort().join('|')}}` : `{${value}}`)
      for (const option of Object.values(options ?? {})) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst())
  return [...names].sort().join(' ')
}
/** Node types of the ICU parser. */
const LITERAL = 0
const SELECT = 5
const POUND = 7

/** String and template literals of the code: what a key may be named by. `call` marks the argument of `t(…)`. */
function usesIn(tree) {
  const uses = []
  for (const path of tree.code.filter(each => READERS.test(each) && !isTest(each))) {
    walk(tree.program(path), (node, parents) => {
      const key = keyPattern(node)
      if (key) uses.push({ ...key, call: isTextCall(parents.at(-1), node), path, line: () => tree.lineOf(path, node) })
    })
  }
  return uses
}

const KEY_PART = /^[a-z][\w.-]*$/i

function keyPattern(node) {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return KEY_PART.test(node.value) ? { exact: node.value } : null
  if (node.type !== 'TemplateLiteral' || node.expressions.length === 0) return null
  const parts = node.quasis.map(part => part.value.cooked)
  // "problem.${code}" names a family of keys; "${a}-${b}" could name anything.
  if (!/^[a-z][\w-]*\./i.test(parts[0])) return null
  return {
    family: new RegExp(`^${parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w.-]+')}$`),
    shown: parts.join('…'),
  }
}

/** `t('…')`, `frame.t('…')`, `texts('de')('…')`. */
function isTextCall(parent, node) {
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node) return false
  const { callee } = parent
  return (
    callee.name === 't' ||
    callee.property?.name === 't' ||
    (callee.type === 'CallExpression' && callee.callee.name === 'texts')
  )
}

function unused(tree, path, keys, uses) {
  const named = new Set(uses.map(({ exact }) => exact))
  const families = uses.flatMap(({ family }) => family ?? [])
  const source = tree.read(path)
  return keys
    .filter(key => !named.has(key) && !families.some(family => family.test(key)))
    .map(key => ({ path, line: lineAt(source, source.indexOf(JSON.stringify(key))), says: `nobody asks for "${key}"` }))
}

function asked(keys, uses) {
  const known = new Set(keys)
  return uses
    .filter(({ call, exact, family }) => call && (exact ? !known.has(exact) : !keys.some(key => family.test(key))))
    .map(({ exact, shown, path, line }) => ({ path, line: line(), says: `"${exact ?? shown}" is in no language` }))
}

/** Every word of a closed list in code has its text, and no text names a word that the list does not have. */
function wordsWithout(tree, { prefix, file, name }, keys) {
  if (!tree.has(file)) return []
  const words = wordsOf(tree.program(file), name)
  const spoken = keys.filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length))
  return [
    ...words
      .filter(word => !spoken.includes(word))
      .map(word => ({ path: file, line: 0, says: `"${word}" has no text ${prefix}${word}` })),
    ...spoken
      .filter(word => !words.includes(word))
      .map(word => ({ path: file, line: 0, says: `${name} has no "${word}", but there is a text ${prefix}${word}` })),
  ]
}

function wordsOf(program, name) {
  const words = []
  walk(program, node => {
    if (node.type !== 'VariableDeclarator' || node.id.name !== name) return
    let list = node.init
    while (list.type === 'TSAsExpression' || list.type === 'TSSatisfiesExpression') list = list.expression
    if (list.type === 'ArrayExpression') words.push(...list.elements.map(element => element.value))
    if (list.type === 'ObjectExpression') words.push(...list.properties.map(({ key }) => key.value ?? key.name))
  })
  return words
}
