import { clocks } from './rooms.js'
import { isTest, walk } from './tree.js'

const ROOMS = /^(?:language|reader|app|cli|demo)\//
const RANDOM = new Set([
  'randomBytes',
  'randomUUID',
  'randomInt',
  'randomFill',
  'randomFillSync',
  'getRandomValues',
  'generateKey',
  'generateKeySync',
  'generateKeyPair',
  'generateKeyPairSync',
])

/** @type {import('./tree.js').Law} */
export const clock = {
  name: 'clock',
  why: 'Time and chance come from app/ground/clock.ts and app/ground/ids.ts only, so that tests stand still and a simulated year can run. Take a Clock, a day or an id as an argument.',
  check(tree) {
    return tree.code
      .filter(path => ROOMS.test(path) && !clocks.includes(path) && !isTest(path))
      .flatMap(path => {
        const found = []
        walk(tree.program(path), node => {
          const what = reached(node)
          if (what) found.push({ path, line: tree.lineOf(path, node), says: `${what} is for ${clocks.join(' and ')}` })
        })
        return found
      })
  },
}

function reached(node) {
  if (node.type === 'MemberExpression') return reachedMember(node)
  if (node.type === 'ImportSpecifier') return RANDOM.has(node.imported.name) ? node.imported.name : null
  if (node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) return 'new Date()'
  if (node.type === 'CallExpression' && node.callee.name === 'Date') return 'Date()'
  return null
}

function reachedMember({ object, property, computed }) {
  const name = computed ? property.value : property.name
  const owner = object.name ?? object.property?.name
  if (owner === 'Date' && name === 'now') return 'Date.now'
  if (owner === 'Math' && name === 'random') return 'Math.random'
  if (owner === 'Temporal' && name === 'Now') return 'Temporal.Now'
  return /^(?:web)?crypto$/i.test(owner ?? '') && RANDOM.has(name) ? `${owner}.${name}` : null
}
