import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from './root.js'

const { packages } = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'))
const { license } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))

/**
 * Licences under which a part may come with a product under the EUPL-1.2: those that ask for a notice only, the EUPL
 * itself and the MPL of single files (both in its appendix or compatible by it), the licence of the fonts, and what comes
 * with the public holidays: their data, whose authors are named in docs/operating.md, and two parts as free as the first.
 */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Zlib', 'CC0-1.0', 'BlueOak-1.0.0'],
  ...['EUPL-1.2', 'MPL-2.0', 'OFL-1.1', 'CC-BY-3.0', 'PSF-2.0', 'Unlicense'],
])

/** Packages that name no licence of the SPDX list, with what their LICENSE file says. */
const READ = { 'node_modules/duck': 'BSD-2-Clause', 'node_modules/vazirmatn': 'OFL-1.1' }

/** Whether an SPDX expression of the lock file's kind, without brackets within brackets, can be met. */
function isAllowed(expression = '') {
  const words = expression.replace(/[()]/g, '')
  return words.split(' OR ').some(choice => choice.split(' AND ').every(one => ALLOWED.has(one)))
}

test('every package in the lock file has a licence that this product may carry', () => {
  const paths = Object.keys(packages).filter(path => path !== '')
  const refused = paths
    .map(path => [path, READ[path] ?? packages[path].license])
    .filter(([, expression]) => !isAllowed(expression))
  expect(license).toBe('EUPL-1.2')
  expect(paths.length).toBeGreaterThan(300)
  expect(refused).toEqual([])
  expect(Object.keys(READ).filter(path => !packages[path] || isAllowed(packages[path].license))).toEqual([])
})

test('refuses what it does not know', () => {
  expect(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN x', 'UNLICENSED', ''].filter(isAllowed)).toEqual([])
  expect(['(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'Apache-2.0'].every(one => isAllowed(one))).toBe(true)
})

test('every package that ours names is in the lock file', () => {
  const ours = packages['']
  const named = { ...ours.dependencies, ...ours.optionalDependencies, ...ours.devDependencies }
  const missing = Object.entries(named).filter(
    ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
  )
  expect(Object.keys(named).length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})
