import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isId, newSecret } from './ids.ts'
import { Problem } from './problems.ts'

/**
 * Files by their content, apart for each network: `files/<network>/ab/abcdef…` in the data folder.
 * - `put` answers when the bytes would survive a power cut, with their SHA-256 (hex). The same content is stored once.
 * - `get` gives the bytes back, null where there are none. It throws where the disk gives other bytes than were stored.
 * - `remove` also succeeds where there is nothing.
 */
export type FileStore = {
  put(networkId: string, bytes: Uint8Array): Promise<string>
  get(networkId: string, sha256: string): Promise<Uint8Array | null>
  remove(networkId: string, sha256: string): Promise<void>
}

const FOLDER = 'files'
const SHA256 = /^[0-9a-f]{64}$/
const OWNER_ONLY_FOLDER = 0o700
const OWNER_ONLY_FILE = 0o600

/** The store in a data folder. Folders are made when they are needed. */
export function fileStore(dataDir: string): FileStore {
  const root = join(dataDir, FOLDER)
  return {
    async put(networkId, bytes) {
      const sha256 = sha256Of(bytes)
      const path = pathOf(root, networkId, sha256)
      await makeFolder(dirname(path))
      if (!(await holds(path, sha256))) await write(path, bytes)
      // Also when the file was there: who wrote it may not have come this far.
      await syncFolder(dirname(path))
      return sha256
    },
    async get(networkId, sha256) {
      if (!SHA256.test(sha256)) return null
      const bytes = await read(pathOf(root, networkId, sha256))
      if (bytes && sha256Of(bytes) !== sha256) throw new Problem('server-error', { values: { file: sha256 } })
      return bytes
    },
    async remove(networkId, sha256) {
      if (!SHA256.test(sha256)) return
      const path = pathOf(root, networkId, sha256)
      await rm(path, { force: true })
      await syncFolder(dirname(path)).catch(ignoreMissing)
    },
  }
}

/** Both parts are checked signs by sign, so no name leads out of the store. */
function pathOf(root: string, networkId: string, sha256: string): string {
  if (!isId(networkId) || !SHA256.test(sha256)) throw new Problem('server-error', { values: { file: sha256 } })
  return join(root, networkId, sha256.slice(0, 2), sha256)
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function holds(path: string, sha256: string): Promise<boolean> {
  const bytes = await read(path)
  return bytes !== null && sha256Of(bytes) === sha256
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    return ignoreMissing(error)
  }
}

/** A reader meets the whole file or none: it gets its name when it is on the disk. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.${newSecret()}`)
  try {
    const file = await open(unfinished, 'wx', OWNER_ONLY_FILE)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** A new folder lasts when the folder that names it is on the disk. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
  if (first === undefined) return
  const last = dirname(first)
  for (let at = folder; at !== last; at = dirname(at)) await syncFolder(dirname(at))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
