import { walk } from './tree.js'

const ACTS = /^app\/features\/(?:.+\/)?acts\.ts$/
const MAY = 'app/access/may.ts'
const NAME = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/

/** @type {import('./tree.js').Law} */
export const acts = {
  name: 'acts',
  why: `An act that nobody may do can not run, and a permission without an act is a promise to nobody. Both stand under the same noun.verb: the act in a feature's acts.ts, who may in ${MAY}.`,
  check(tree) {
    if (!tree.has(MAY)) return []
    const permitted = permissionsIn(tree)
    const done = tree.code.filter(path => ACTS.test(path)).flatMap(path => actsIn(tree, path))
    const names = new Set(done.map(({ name }) => name))
    return [
      ...done
        .filter(({ name }) => !NAME.test(name))
        .map(({ name, path, line }) => ({ path, line, says: `"${name}" is no noun.verb` })),
      ...done
        .filter(({ name }) => !permitted.some(each => each.name === name))
        .map(({ name, path, line }) => ({ path, line, says: `"${name}" is not in ${MAY}` })),
      ...permitted
        .filter(({ name }) => !names.has(name))
        .map(({ name, line }) => ({ path: MAY, line, says: `no feature has an act "${name}"` })),
    ]
  },
}

/** The first argument of each `act('noun.verb', …)`. */
function actsIn(tree, path) {
  const found = []
  walk(tree.program(path), node => {
    if (node.type !== 'CallExpression' || node.callee.name !== 'act') return
    const [name] = node.arguments
    found.push({ name: typeof name?.value === 'string' ? name.value : '?', path, line: tree.lineOf(path, node) })
  })
  return found
}

/** The keys of the table `may`. */
function permissionsIn(tree) {
  const found = []
  walk(tree.program(MAY), node => {
    if (node.type !== 'VariableDeclarator' || node.id.name !== 'may') return
    walk(node.init, inner => {
      if (inner.type === 'Property' && typeof inner.key.value === 'string')
        found.push({ name: inner.key.value, line: tree.lineOf(MAY, inner) })
    })
  })
  return found
}
