import { readdirSync, readFileSync } from 'node:fs'
import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { kernFrom, kernStyles } from './kern.ts'

const here = new URL('./', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, here), 'utf8')

test('kern.css is what kern.ts makes of the installed package', () => {
  expect(read('kern.css') === kernFrom(), 'run node app/ui/styles/kern.ts').toBe(true)
})

describe('kernStyles', () => {
  const made = (css: string): string => kernStyles(css).replaceAll(/\s+/g, ' ').trim()

  test.each([
    [
      'sides become start and end',
      '.kern-card{padding-left:1px;right:2px;text-align:left}',
      'padding-inline-start:1px;inset-inline-end:2px;text-align:start',
    ],
    ['four sides are split', '.kern-badge{padding:1px 2px 3px 4px}', 'padding-block:1px 3px;padding-inline:4px 2px'],
    ['equal sides stay together', '.kern-badge{padding:1px 2px 1px 2px}', 'padding-block:1px;padding-inline:2px'],
    ['fallbacks go, nested ones too', '.kern-btn{color:var(--a, var(--b, #fff)) }', 'color:var(--a)'],
    [
      'text metrics of another font go',
      '.kern-btn{margin:var(--kern-metric-baseline-body-default-padding-top, 6px)}',
      'margin:0px',
    ],
    ['a tick is a drawing and keeps its sides', '.kern-form-check__checkbox::before{left:3px}', 'left:3px'],
  ])('%s', (_why, css, expected) => {
    expect(made(css)).toContain(expected)
  })

  test.each([
    '.kern-row{a:b}',
    '.kern-btn--x-small{a:b}',
    'body{a:b}',
    '.kern-btn:has(.kern-sr-only){a:b}',
    '.kern-accordion::after{mask:url(x);a:b}',
  ])('leaves out %s', css => {
    expect(made(css)).toBe('')
  })

  test('light is the rule, dark its exception on screens', () => {
    const css = '@media (prefers-color-scheme: dark){:root{--x:1}} @media (prefers-color-scheme: light){:root{--x:2}}'
    expect(made(css)).toMatch(/^:root\{--x:2\} ?@media screen and \(prefers-color-scheme: dark\)\{:root\{--x:1\}\}$/)
  })

  test('of colours and sizes only what is used stays', () => {
    const css = ':root{--kern-1:1px;--kern-2:2px;--kern-color-red-600:red;--kern-metric-space-small:var(--kern-2)}'
    expect(made(css)).toBe(':root{--kern-2:2px;--kern-metric-space-small:var(--kern-2)}')
  })
})

/** What depends on the direction of writing must say so by start and end. */
const physical =
  /^(?:left|right|(?:margin|padding|border|scroll-(?:margin|padding))-(?:left|right)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/

describe.each(readdirSync(here).filter(name => name.endsWith('.css')))('%s', name => {
  const root = postcss.parse(read(name))

  test('has no left and right', () => {
    const found: string[] = []
    root.walkDecls(declaration => {
      const drawing = declaration.parent instanceof postcss.Rule && declaration.parent.selector.includes('__checkbox')
      const sided = ['text-align', 'float', 'clear'].includes(declaration.prop) && /left|right/.test(declaration.value)
      if (!drawing && (sided || physical.test(declaration.prop))) found.push(declaration.toString())
    })
    expect(found).toEqual([])
  })

  test('names only tokens that exist', () => {
    const known = new Set<string>()
    for (const file of readdirSync(here).filter(file => file.endsWith('.css'))) {
      postcss.parse(read(file)).walkDecls(/^--/, ({ prop }) => void known.add(prop))
    }
    const unknown = [...root.toString().matchAll(/var\((--[\w-]+)/g)]
      .map(match => match[1]!)
      .filter(token => !known.has(token))
    expect([...new Set(unknown)]).toEqual([])
  })
})
