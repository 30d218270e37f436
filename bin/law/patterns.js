import { allowed as allowedHere } from './pattern/allowed.js'
import { patternsMade } from './pattern/made.js'
import { verdictsAt } from './pattern/verdicts.js'
import { isTest, walk } from './tree.js'

const ROOMS = /^(?:language|reader|app|cli|demo)\//
const PURE = /^(?:language|reader)\//
const RUN_TIME = '*'

/** @type {import('./tree.js').Law} */
export const patterns = {
  name: 'patterns',
  why: 'A regular expression must be done in linear time on any text, since people upload any text. Anchor it or let it begin behind what it can not be (`(?<!x)x+$`), bound the repetition (`{1,40}`), and let no two neighbours accept the same character; where that fails, write a loop.',
  check: tree => judged(tree, allowedHere),
}

/** @returns {Promise<import('./tree.js').Violation[]>} */
export async function judged(tree, allowed) {
  const { found, unread } = await patternsIn(tree)
  const used = new Set()
  const isAllowed = (path, source) => {
    const entry = allowed.find(each => each.path === path && each.source === source)
    if (entry) used.add(entry)
    return Boolean(entry)
  }
  const verdicts = verdictsAt(tree.root)
  const violations = found.flatMap(({ path, line, source, flags }) => {
    const says = verdicts.of(source, flags)
    return says && !isAllowed(path, source) ? [{ path, line, says: `${shortened(source)} ${says}` }] : []
  })
  verdicts.remember()
  const atRunTime = unread.filter(({ path }) => !isAllowed(path, RUN_TIME))
  const idle = allowed.filter(entry => !used.has(entry))
  return [
    ...violations,
    ...atRunTime,
    ...idle.map(({ path, source }) => ({
      path,
      line: 0,
      says: `${shortened(source)} needs no permission any more: remove it from bin/law/pattern/allowed.js`,
    })),
  ]
}

/** All patterns with their place, and the places where one is made that can not be read before it runs. */
async function patternsIn(tree) {
  const paths = tree.code.filter(path => ROOMS.test(path) && !isTest(path))
  const sites = paths.flatMap(path => sitesIn(tree, path))
  const pure = paths.filter(path => PURE.test(path) && sites.some(site => site.path === path && site.source === null))
  const { made, failed } = pure.length > 0 ? await patternsMade(tree.root, pure) : { made: [], failed: [] }
  const isMade = site => made.some(({ path, line }) => path === site.path && line === site.line)
  return {
    found: [...sites.filter(({ source }) => source !== null), ...made],
    unread: [
      ...failed.map(({ path, reason }) => ({ path, line: 0, says: `does not load: ${reason}` })),
      ...sites
        .filter(site => site.source === null && !isMade(site))
        .map(({ path, line }) => ({
          path,
          line,
          says: 'a pattern made at run time can not be judged: make it once, when a module of language/ or reader/ loads',
        })),
    ],
  }
}

/** Literals and calls of RegExp; `source` is null where it is put together. */
function sitesIn(tree, path) {
  const sites = []
  walk(tree.program(path), node => {
    const line = () => tree.lineOf(path, node)
    if (node.type === 'Literal' && node.regex)
      sites.push({ path, line: line(), source: node.regex.pattern, flags: node.regex.flags })
    if ((node.type !== 'NewExpression' && node.type !== 'CallExpression') || node.callee.name !== 'RegExp') return
    const [source, flags] = node.arguments.map(argument => (argument.type === 'Literal' ? argument.value : null))
    sites.push({
      path,
      line: line(),
      source: typeof source === 'string' && flags !== null ? source : null,
      flags: flags ?? '',
    })
  })
  return sites
}

const shortened = source => (source.length > 60 ? `/${source.slice(0, 60)}…/` : `/${source}/`)
