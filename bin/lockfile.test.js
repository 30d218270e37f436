import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
const PUBLIC = 'https://registry.npmjs.org/'
const paths = Object.keys(packages)

// npm leaves a package out of the lock file when the registry does not have it for every platform, and then `npm ci`,
// and with it the first start on a fresh machine, fails.
test('every optional package that another one names is in the lock file', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter(name => !paths.some(path => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)))
  expect(missing).toEqual([])
})

test('every package in the lock file has its checksum', () => {
  const unchecked = paths.filter(path => path !== '' && !packages[path].integrity)
  expect(unchecked).toEqual([])
})

test('no package is bound to the mirror it was loaded from', () => {
  const bound = paths.filter(path => !(packages[path].resolved ?? PUBLIC).startsWith(PUBLIC))
  expect(bound).toEqual([])
})
