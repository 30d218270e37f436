import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { treeAt } from './tree.js'

// For the tests of the laws: small houses in folders of their own, gone after each test.
const repository = fileURLToPath(new URL('../..', import.meta.url))
const planted = []

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** A tree with these files (path to content) and the programs of this house. */
export function house(contents) {
  const root = mkdtempSync(join(tmpdir(), 'law-'))
  planted.push(root)
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  return treeAt(root)
}

/** What a law says about such a tree, as `path:line says`. */
export async function said(law, contents) {
  const violations = await law.check(house(contents))
  return violations.map(({ path, line, says }) => `${path}:${line} ${says}`)
}
