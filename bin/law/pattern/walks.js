import { Uncovered } from './shape.js'

/**
 * All ways through a pattern, as a graph: a place is a character of the pattern that was just read (0: nothing yet).
 * An edge that looks further than one character to either side is taken as passable.
 */

/** From this many rounds on a counted loop is as good as endless: it is taken as one, and the clock decides. */
const MANY = 8
const MOST_PLACES = 4000
const BESIDE =
  'axAXzZ09_äöüÄÖÜßéıſ \t\n\r.,;:!?-–—•*·/\\|()[]{}<>"\'“”„‚’&%$#@=+^~`§€…\u00A0\u00AD\u0301\u200B\u2028ع中☺'
const ALPHABET = [...new Set([...BESIDE, ...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))])]

export function walksOf(shape, flags) {
  const plan = { sources: [], next: [[]], edges: new Set() }
  build(plan, shape, 0)
  const letters = lettersOf(plan, flags)
  return {
    plan,
    letters,
    start: 0,
    kindOf: kindsOf(plan, letters, flags),
    step: stepper(plan, letters, flags),
    leads: ways(plan),
  }
}

/** Adds `shape` behind the node `from` and returns the node behind it. A node holds ways on: free, by an edge, or over a character. */
function build(plan, shape, from) {
  const fresh = () => plan.next.push([]) - 1
  const link = (a, b, way = {}) => plan.next[a].push({ to: b, ...way })
  if (plan.next.length > MOST_PLACES) throw new Uncovered('too many ways to follow')
  if (shape.type === 'sequence') return shape.parts.reduce((node, part) => build(plan, part, node), from)
  if (shape.type === 'choice') {
    const behind = fresh()
    for (const part of shape.parts) {
      const door = fresh()
      link(from, door)
      link(build(plan, part, door), behind)
    }
    return behind
  }
  if (shape.type === 'loop') return buildLoop(plan, shape, from, fresh, link)
  const behind = fresh()
  if (shape.type === 'edge') {
    plan.edges.add(shape.source)
    // What a look ahead reads costs time too: it is a way of its own that leads nowhere.
    if (shape.ahead) build(plan, shape.ahead, from)
  }
  link(from, behind, shape.type === 'edge' ? { edge: shape.source } : { char: plan.sources.push(shape.source) - 1 })
  return behind
}

function buildLoop(plan, { body, min, max }, from, fresh, link) {
  const endless = max >= MANY
  let node = from
  for (let round = endless ? 1 : 0; round < Math.min(min, MANY); round++) node = build(plan, body, node)
  if (endless) {
    const again = fresh()
    link(node, again)
    const behind = build(plan, body, again)
    link(behind, again)
    if (min === 0) link(again, behind)
    return behind
  }
  const behind = fresh()
  link(node, behind)
  for (let round = min; round < max; round++) {
    node = build(plan, body, node)
    link(node, behind)
  }
  return behind
}

/** One letter for each way the pattern tells letters apart. */
function lettersOf(plan, flags) {
  const tests = [...new Set(plan.sources)].map(source => matcher(source, flags))
  const edges = plan.edges.size > 0 ? [/\w/, /\n/, ...[...plan.edges].flatMap(edge => insideOf(edge, flags) ?? [])] : []
  const bySignature = new Map()
  const named = plan.sources.filter(source => [...source].length === 1)
  for (const letter of new Set([...named, ...ALPHABET])) {
    const signature = [...tests, ...edges].map(test => (test.test(letter) ? 1 : 0)).join('')
    if (!bySignature.has(signature)) bySignature.set(signature, letter)
  }
  return [...bySignature.values()]
}

/** Letters that differ only in what matches them are one kind to whoever looks back: `kindOf(letter)` names it by one of them. */
function kindsOf(plan, letters, flags) {
  const backward = [...plan.edges].filter(edge => /^(?:\^|\\[bB]|\(\?<)/.test(edge))
  const tests = backward.flatMap(edge =>
    edge === '^' ? (flags.includes('m') ? [/\n/] : []) : (insideOf(edge, flags) ?? [/\w/]),
  )
  const bySignature = new Map()
  const kinds = new Map(
    letters.map(letter => {
      const signature = tests.map(test => (test.test(letter) ? 1 : 0)).join('')
      if (!bySignature.has(signature)) bySignature.set(signature, letter)
      return [letter, bySignature.get(signature)]
    }),
  )
  return letter => kinds.get(letter)
}

const matcher = (source, flags) => new RegExp(`^(?:${source})$`, flags.replace(/[gym]/g, ''))

const LOOK = /^\(\?(<?)([=!])([\s\S]*)\)$/
/** What a look around tests, if that is a single character or class (or a choice of them and a text's edge). */
function insideOf(edge, flags) {
  const inside = LOOK.exec(edge)?.[3]
  if (inside === undefined) return null
  const parts = inside.split(/\|(?![^[]*\])/)
  if (!parts.every(part => /^(?:\^|\$|\[(?:\\[\s\S]|[^\]\\])*\]|\\[pP]\{[^}]+\}|\\[\s\S]|[^\\()[\]])$/u.test(part)))
    return null
  const chars = parts.filter(part => !/^[\^$]$/.test(part))
  return chars.length > 0 ? matcher(chars.join('|'), flags) : null
}

/**
 * `step(place, before, letter)`: the places after reading `letter` with a letter of the kind `before` read last, once for every way there.
 * Places are nodes behind a character.
 */
function stepper(plan, letters, flags) {
  const matches = plan.sources.map(source => new Set(letters.filter(letter => matcher(source, flags).test(letter))))
  const passes = new Map([...plan.edges].map(edge => [edge, passer(edge, flags)]))
  const known = new Map()
  return (place, before, letter) => {
    const key = `${place} ${before} ${letter}`
    if (!known.has(key)) known.set(key, follow(place, before, letter))
    return known.get(key)
  }

  function follow(place, before, letter) {
    const reached = []
    const visit = (node, way) => {
      for (const { to, edge, char } of plan.next[node]) {
        if (char !== undefined) matches[char].has(letter) && reached.push(to)
        else if ((edge === undefined || passes.get(edge)(before, letter)) && !way.includes(to) && reached.length < 40)
          visit(to, [...way, to])
      }
    }
    visit(place, [place])
    return reached
  }
}

/** `leads(a, b)`: whether any text at all leads from place a to place b, a itself only by a round. */
function ways(plan) {
  const behind = new Map()
  const behindOf = from => {
    if (behind.has(from)) return behind.get(from)
    const seen = new Set()
    const open = [from]
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const { to } of plan.next[node]) if (!seen.has(to)) seen.add(to) && open.push(to)
    behind.set(from, seen)
    return seen
  }
  return (from, to) => behindOf(from).has(to)
}

const isWord = letter => /^\w$/.test(letter)

function passer(edge, flags) {
  if (edge === '^') return before => before === '' || (flags.includes('m') && before === '\n')
  if (edge === '$') return (_, letter) => flags.includes('m') && letter === '\n'
  if (edge === '\\b') return (before, letter) => isWord(before) !== isWord(letter)
  if (edge === '\\B') return (before, letter) => isWord(before) === isWord(letter)
  const [, back, sign, inside] = LOOK.exec(edge)
  const test = insideOf(edge, flags)
  if (!test) return () => true
  const atEdge = back ? inside.split('|').includes('^') : inside.split('|').includes('$')
  return (before, letter) => {
    const beside = back ? before : letter
    return (beside === '' ? atEdge : test.test(beside)) === (sign === '=')
  }
}
