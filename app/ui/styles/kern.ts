import { readFileSync, writeFileSync } from 'node:fs'
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss'

/**
 * Makes `kern.css` out of the pinned `@kern-ux/native`: its tokens and the components in use, without utilities,
 * icons and grid, and with left and right turned into start and end. Run `node app/ui/styles/kern.ts` after a new
 * version of KERN; a test fails while the file and the package differ.
 */
const source = new URL('../../../node_modules/@kern-ux/native/dist/kern.css', import.meta.url)
const target = new URL('./kern.css', import.meta.url)

/** A selector stays if each of its KERN classes begins with one of these blocks … */
const blocks =
  /^kern-(?:accordion|alert|badge|btn|card|description-list|error|fieldset|form-check|form-input|hint|label|sr-only|table)(?:-|_|$)/
/** … and is none of these variants, which no page uses. */
const variants =
  /alert__|media|card--(?:small|large|hug|surface|active)|list--col|x-small|sr-only-mobile|--width-|label--|table-responsive|table--|table__footer|--action|--horizontal/
/** An icon button's fixed width would also squeeze our buttons, which say more to screen readers than they show. */
const squeezing = ':has(.kern-sr-only'
const companions = new Set(['kern-title', 'kern-body'])

const levelZero = '.kern-layer.kern-level-0'
const classNames = /\.(kern-[\w-]+)/g
const token = /--kern-[\w-]+/g
const contextualName = /-contextual$/
const primitive = /^--kern-(?:color-[a-z]+(?:-[a-z]+-\d)?-\d{3}|\d+|font-size-\d+)$/
const unusedToken =
  /^--kern-(?:component-(?!badge|description)|metric-dimension-(?:media|[67]x)|metric-screen|typography-font-family|metric-baseline)/
const baseline = /var\(--kern-metric-baseline-[\w-]+\)/g
const reference = /var\((--[\w-]+)/g

/** Left to inheritance, or replaced by ours. A mask would be an image of its own, so its whole rule goes. */
const droppedProperties = new Set([
  'font-family',
  'font-style',
  'letter-spacing',
  'vertical-align',
  '-webkit-box-orient',
])

const logicalProperties: Record<string, string> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
}
const logicalValues: Record<string, Record<string, string>> = {
  'text-align': { left: 'start', right: 'end' },
  float: { left: 'inline-start', right: 'inline-end' },
  clear: { left: 'inline-start', right: 'inline-end' },
}

/** CSS of the whole package in, CSS of our part out. */
export function kernStyles(css: string): string {
  const root = postcss.parse(css)
  root.walkComments(comment => void comment.remove())
  const plain = contextualTokens(root)
  root.walkRules(rule => keepInUse(rule))
  root.walkDecls(declaration => simplify(declaration, plain))
  root.walkRules(rule => tidy(rule))
  themes(root)
  pruneTokens(root)
  root.walkAtRules(atRule => {
    if (atRule.nodes?.length === 0 || atRule.name === 'charset') atRule.remove()
  })
  return root.toString()
}

/** KERN's layers give every colour a second name per background; we only use the first layer. */
function contextualTokens(root: Root): Map<string, string> {
  const plain = new Map<string, string>()
  root.walkRules(rule => {
    if (!rule.selectors.includes(levelZero)) return
    rule.walkDecls(contextualName, ({ prop, value }) => void plain.set(prop, value.slice('var('.length, -1)))
  })
  return plain
}

function keepInUse(rule: Rule): void {
  if (rule.selector === ':root') return
  const kept = rule.selectors.filter(selector => {
    if (selector.includes(squeezing)) return false
    const names = [...selector.matchAll(classNames)].map(match => match[1] ?? '')
    return names.some(name => blocks.test(name)) && names.every(isUsed)
  })
  if (kept.length === 0 || rule.some(node => node.type === 'decl' && node.prop === 'mask')) rule.remove()
  else rule.selectors = [...new Set(kept)]
}

const isUsed = (name: string): boolean => companions.has(name) || (blocks.test(name) && !variants.test(name))

function simplify(declaration: Declaration, plain: ReadonlyMap<string, string>): void {
  if (droppedProperties.has(declaration.prop)) {
    declaration.remove()
    return
  }
  declaration.value = withoutFallbacks(declaration.value)
    .replace(token, name => plain.get(name) ?? name.replace(contextualName, ''))
    .replace(baseline, '0px')
  logical(declaration)
}

/** `var(--a, 4px)` to `var(--a)`: the tokens are always there, and the fallbacks are half of the file. */
function withoutFallbacks(value: string): string {
  let result = ''
  for (let at = 0; at < value.length; at++) {
    if (value[at] !== ',' || !/var\(--[\w-]+$/.test(result)) {
      result += value[at]
      continue
    }
    for (let depth = 1; depth > 0; at++) depth += value[at + 1] === '(' ? 1 : value[at + 1] === ')' ? -1 : 0
    result += ')'
  }
  return result
}

function logical(declaration: Declaration): void {
  if (declaration.parent instanceof postcss.Rule && declaration.parent.selector.includes('__checkbox')) return
  declaration.value = logicalValues[declaration.prop]?.[declaration.value] ?? declaration.value
  if (shorthands.has(declaration.prop)) splitSides(declaration)
  else declaration.prop = logicalProperties[declaration.prop] ?? declaration.prop
}

function splitSides(declaration: Declaration): void {
  const [top, right, bottom, left] = postcss.list.space(declaration.value)
  if (left === undefined) return
  declaration.cloneBefore({ prop: `${declaration.prop}-block`, value: top === bottom ? `${top}` : `${top} ${bottom}` })
  declaration.cloneBefore({ prop: `${declaration.prop}-inline`, value: left === right ? left : `${left} ${right}` })
  declaration.remove()
}

/** What a later declaration of the same rule overrides goes; so do white icons on a forced white ground. */
function tidy(rule: Rule): void {
  const earlier: Declaration[] = []
  rule.walkDecls(declaration => {
    if (declaration.prop === 'forced-color-adjust') return void declaration.remove()
    if (declaration.important && declaration.value.includes('--kern-color-white')) return void declaration.remove()
    for (const other of earlier) if (overrides(declaration.prop, other.prop)) other.remove()
    earlier.push(declaration)
  })
  if (rule.nodes.length === 0) rule.remove()
}

const shorthands = new Set(['margin', 'padding'])
const overrides = (later: string, earlier: string): boolean =>
  later === earlier || (shorthands.has(later) && earlier.startsWith(`${later}-`))

/** Light is the rule; dark comes after it, where the reader's system asks for it, on screens only: paper is white. */
function themes(root: Root): void {
  const dark: AtRule[] = []
  root.walkAtRules('media', atRule => {
    if (atRule.params.includes('light')) atRule.replaceWith(atRule.nodes ?? [])
    else if (atRule.params.includes('dark')) dark.push(atRule)
  })
  for (const atRule of dark) atRule.params = 'screen and (prefers-color-scheme: dark)'
  root.append(dark)
}

/** All named tokens stay, so that pages may use any; of sizes and colour steps only what those refer to. */
function pruneTokens(root: Root): void {
  root.walkDecls(unusedToken, declaration => void declaration.remove())
  for (;;) {
    const used = new Set<string>()
    root.walkDecls(({ value }) => {
      for (const match of value.matchAll(reference)) used.add(match[1] ?? '')
    })
    let removed = 0
    root.walkDecls(primitive, declaration => {
      if (used.has(declaration.prop)) return
      declaration.remove()
      removed++
    })
    root.walkRules(rule => {
      if (rule.nodes.length === 0) rule.remove()
    })
    if (removed === 0) return
  }
}

const notice = (version: string): string =>
  `/* Made by kern.ts from @kern-ux/native ${version} (c) KERN-Team, EUPL-1.2: do not edit. */\n` +
  '/* biome-ignore-all lint: KERN writes it so */\n/* biome-ignore-all format: KERN writes it so */\n'

export const kernFrom = (): string => {
  const version: string = JSON.parse(readFileSync(new URL('../package.json', source), 'utf8')).version
  return `${notice(version)}${kernStyles(readFileSync(source, 'utf8'))}\n`
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(target, kernFrom())
