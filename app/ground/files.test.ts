import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FileStore, fileStore } from './files.ts'

const NETWORK = '01890000-0000-7000-8000-000000000001'
const OTHER = '01890000-0000-7000-8000-000000000002'
const bytes = new TextEncoder().encode('Protokoll vom 14.11.2022')

let folder: string
let files: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  files = fileStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const stored = async () => (await readdir(join(folder, 'files'), { recursive: true })).filter(path => path.length > 60)

it('gives back what was put, by its SHA-256', async () => {
  const sha256 = await files.put(NETWORK, bytes)
  expect(sha256).toBe('aee6e000fb5a4370001d6fd9b6508e34639e2c0a4e511dc188648021f726b361')
  expect(Buffer.from((await files.get(NETWORK, sha256))!)).toEqual(Buffer.from(bytes))
  expect(await stored()).toEqual([join(NETWORK, sha256.slice(0, 2), sha256)])
})

it('stores the same content once, also when it comes twice at a time', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => files.put(NETWORK, bytes)))
  expect(new Set(all).size).toBe(1)
  expect(await stored()).toHaveLength(1)
})

it('keeps networks apart', async () => {
  const sha256 = await files.put(NETWORK, bytes)
  expect(await files.get(OTHER, sha256)).toBeNull()
  await files.put(OTHER, bytes)
  await files.remove(NETWORK, sha256)
  expect(await files.get(NETWORK, sha256)).toBeNull()
  expect(await files.get(OTHER, sha256)).not.toBeNull()
})

it('lets only the owner in', async () => {
  const sha256 = await files.put(NETWORK, bytes)
  const at = (...path: string[]) => stat(join(folder, 'files', ...path))
  expect((await at(NETWORK)).mode & 0o777).toBe(0o700)
  expect((await at(NETWORK, sha256.slice(0, 2))).mode & 0o777).toBe(0o700)
  expect((await at(NETWORK, sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o600)
})

it.each(['', '..', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64)])(
  'finds nothing under the name %j',
  async name => {
    await writeFile(join(folder, 'secret'), 'x')
    expect(await files.get(NETWORK, name)).toBeNull()
    await files.remove(NETWORK, name)
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('x')
  },
)

it.each(['..', '../../tmp', '', `${NETWORK}/..`])('takes no network named %j', async network => {
  await expect(files.put(network, bytes)).rejects.toMatchObject({ code: 'server-error' })
})

it('heals a file that is not what its name says, and never hands it out', async () => {
  const sha256 = await files.put(NETWORK, bytes)
  await truncate(join(folder, 'files', NETWORK, sha256.slice(0, 2), sha256), 5)
  await expect(files.get(NETWORK, sha256)).rejects.toMatchObject({ code: 'server-error' })
  await files.put(NETWORK, bytes)
  expect((await files.get(NETWORK, sha256))!.length).toBe(bytes.length)
})

it('removes what is not there', async () => {
  await files.remove(NETWORK, 'a'.repeat(64))
})
