import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from './root.js'

const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
const IMPORTS = /^(?:import|export)\s(?!type\b)[^'"]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm
/** Run by hand when a package changes, never by the server. */
const TOOLS = ['app/ui/styles/kern.ts']

const packageOf = name => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

// A start brings no packages of development. Where they are installed a wrong import goes unnoticed, until the first
// start on a fresh machine fails.
test('what runs imports nothing that only development has', () => {
  const sources = globSync('{language,reader/src,app,cli,demo}/**/*.{ts,tsx}', { cwd: root }).filter(
    path => !/\.test\.tsx?$/.test(path) && !TOOLS.includes(path),
  )
  const wrong = sources.flatMap(path => {
    const names = [...readFileSync(`${root}/${path}`, 'utf8').matchAll(IMPORTS)].map(match => match[1] ?? match[2])
    const foreign = names.filter(name => !name.startsWith('node:') && !Object.hasOwn(dependencies, packageOf(name)))
    return foreign.map(name => `${path}: ${name}`)
  })
  expect(sources.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})
