/**
 * The shape of a regular expression, as far as the search for slow texts needs it.
 * What a character or a class matches is left to the engine itself, so flags and Unicode properties mean what they mean.
 *
 * @typedef {{ type: 'char', source: string }
 *   | { type: 'edge', source: string, ahead?: Shape }  `^ $ \b \B` or a look around; `ahead` is what a look ahead reads
 *   | { type: 'sequence' | 'choice', parts: Shape[] }
 *   | { type: 'loop', body: Shape, min: number, max: number }} Shape
 */

/** A pattern that this analysis does not cover. The message says which part. */
export class Uncovered extends Error {}

const PIECE =
  /\(\?<?[=!]|\(\?<\w+>|\(\?:|\(|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|\\[pP]\{[^}]+\}|\\u\{[^}]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\k<\w+>|\\[\s\S]|[\s\S]/uy
const EDGE = /^(?:\^|\$|\\[bB])$/
const BACK_REFERENCE = /^\\(?:k<|[1-9])/
const QUANTIFIER = /^(?:[*+?]|\{\d)/

/** @returns {Shape} */
export function shapeOf(source, flags) {
  const pieces = piecesOf(source, flags)
  const groups = []
  const [shape, end] = choiceAt(pieces, 0, groups)
  if (end < pieces.length) throw new Uncovered(`unbalanced at "${pieces[end]}"`)
  return shape
}

function piecesOf(source, flags) {
  const pieces = []
  for (let at = 0; at < source.length; at += pieces.at(-1).length) {
    PIECE.lastIndex = at
    pieces.push(source[at] === '[' ? classAt(source, at, flags.includes('v')) : PIECE.exec(source)[0])
  }
  return pieces
}

/** A class from its bracket to the matching one; only `v` knows brackets within brackets. */
function classAt(source, from, nested) {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '[' && (nested || at === from)) depth++
    else if (source[at] === ']' && --depth === 0) return source.slice(from, at + 1)
  }
  throw new Uncovered('a class without end')
}

function choiceAt(pieces, from, groups) {
  const parts = []
  let at = from
  for (;;) {
    const [sequence, end] = sequenceAt(pieces, at, groups)
    parts.push(sequence)
    if (pieces[end] !== '|') return [parts.length === 1 ? parts[0] : { type: 'choice', parts }, end]
    at = end + 1
  }
}

function sequenceAt(pieces, from, groups) {
  const parts = []
  let at = from
  while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') {
    let [atom, next] = atomAt(pieces, at, groups)
    if (QUANTIFIER.test(pieces[next] ?? '')) atom = { type: 'loop', body: atom, ...boundsOf(pieces[next++]) }
    parts.push(atom)
    at = next
  }
  return [{ type: 'sequence', parts }, at]
}

function atomAt(pieces, at, groups) {
  const piece = pieces[at]
  if (EDGE.test(piece)) return [{ type: 'edge', source: piece }, at + 1]
  if (BACK_REFERENCE.test(piece)) return [referredTo(piece, groups), at + 1]
  if (piece[0] !== '(') return [{ type: 'char', source: piece }, at + 1]

  const group = { name: /^\(\?<(\w+)>$/.exec(piece)?.[1], shape: null }
  if (piece === '(' || group.name) groups.push(group)
  const [inner, end] = choiceAt(pieces, at + 1, groups)
  if (pieces[end] !== ')') throw new Uncovered('a group without end')
  group.shape = inner
  const source = pieces.slice(at, end + 1).join('')
  if (piece === '(?=' || piece === '(?!') return [{ type: 'edge', source, ahead: inner }, end + 1]
  if (piece === '(?<=' || piece === '(?<!') {
    if (isEndless(inner)) throw new Uncovered('a look behind without limit')
    return [{ type: 'edge', source }, end + 1]
  }
  return [inner, end + 1]
}

/** A back reference is read as its group once more: that allows more texts than it does, and the engine has the last word. */
function referredTo(piece, groups) {
  const name = /^\\k<(\w+)>$/.exec(piece)?.[1]
  const group = name ? groups.find(each => each.name === name) : groups[Number(piece.slice(1)) - 1]
  if (!group?.shape) throw new Uncovered('a reference to a group that is not closed yet')
  return group.shape
}

function isEndless(shape) {
  if (shape.type === 'loop') return shape.max === Infinity || isEndless(shape.body)
  return shape.parts?.some(isEndless) ?? false
}

function boundsOf(piece) {
  if (piece[0] === '*') return { min: 0, max: Infinity }
  if (piece[0] === '+') return { min: 1, max: Infinity }
  if (piece[0] === '?') return { min: 0, max: 1 }
  const [, min, comma, max] = /^\{(\d+)(,?)(\d*)/.exec(piece)
  return { min: Number(min), max: comma ? (max ? Number(max) : Infinity) : Number(min) }
}
