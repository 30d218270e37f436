import { longFiles } from './rooms.js'

const LONG = 300
const TOO_LONG = 350

/** @type {import('./tree.js').Law} */
export const length = {
  name: 'length',
  why: `A file that fits in the head has at most about ${LONG} lines. Split it by noun, never by layer; lists of words and generated files are named in bin/law/rooms.js.`,
  check: tree => lengths(tree, TOO_LONG, Infinity),
  warn: tree => lengths(tree, LONG, TOO_LONG),
}

function lengths(tree, over, upTo) {
  return tree.code.flatMap(path => {
    const lines = tree.read(path).trimEnd().split('\n').length
    return lines > over && lines <= upTo && !longFiles.includes(path) ? [{ path, line: 0, says: `${lines} lines` }] : []
  })
}
