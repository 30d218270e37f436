import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { secretOf } from './secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rundtisch-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is what the operator set', () => {
  expect(secretOf({ secret: 's'.repeat(40), dataFolder: folder })).toBe('s'.repeat(40))
})

it('is made once, for its owner only, and stays', () => {
  const dataFolder = join(folder, 'data')
  const secret = secretOf({ secret: null, dataFolder })
  expect(secret).toHaveLength(43)
  expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(dataFolder, 'secret'), 'utf8')).toBe(secret)
  expect(secretOf({ secret: null, dataFolder })).toBe(secret)
})

it('is another one in another folder', () => {
  const secrets = ['a', 'b'].map(name => secretOf({ secret: null, dataFolder: join(folder, name) }))
  expect(new Set(secrets).size).toBe(2)
})

it('says which folder can not be written to', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const folderOfNone = join(file, 'data')
  const made = () => secretOf({ secret: null, dataFolder: folderOfNone })
  expect(made).toThrow(
    expect.objectContaining({ code: 'data-folder-unwritable', details: { values: { folder: folderOfNone } } }),
  )
})

it('is refused where others may read it', () => {
  const dataFolder = join(folder, 'open')
  mkdirSync(dataFolder)
  for (const mode of [0o640, 0o604, 0o644, 0o666]) {
    writeFileSync(join(dataFolder, 'secret'), 'x'.repeat(43))
    chmodSync(join(dataFolder, 'secret'), mode)
    const read = () => secretOf({ secret: null, dataFolder })
    expect(read).toThrow(expect.objectContaining({ code: 'setting-wrong' }))
  }
  chmodSync(join(dataFolder, 'secret'), 0o600)
  expect(secretOf({ secret: null, dataFolder })).toBe('x'.repeat(43))
})
