import { crc32, inflateRawSync } from 'node:zlib'
import { refused } from '../problems.ts'
import { bounds, fileExpandsTooFar, giveUp } from './bounds.ts'
import { unread } from './kind.ts'

/** A ZIP whose parts are inflated one by one, on demand and within bounds. */
export type Zip = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of a part; an empty array where there is none. */
  read(name: string): Uint8Array
}

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END_MAGIC = 0x06054b50
const END_BYTES = 22
const COMMENT_BYTES = 0xffff
const CENTRAL_MAGIC = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL_MAGIC = 0x04034b50
const LOCAL_BYTES = 30
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * Opens a ZIP (PKWARE APPNOTE 6.3.10, without ZIP64: a file of 20 MB needs none) by its central directory.
 * Throws `Problem`: `file-broken`, `file-expands-too-far` (declared sizes), `file-type-unknown` (parts with a password).
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = guarded(() => entriesOf(view))
  let left: number = bounds.inflatedBytes
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) return new Uint8Array()
      const part = guarded(() => partOf(view, entry, left))
      left -= part.length
      return part
    },
  }
}

function entriesOf(view: Buffer): Map<string, Entry> {
  const end = endOf(view)
  const count = view.readUInt16LE(end + 10)
  if (count > bounds.zipEntries) giveUp(fileExpandsTooFar())
  const entries = new Map<string, Entry>()
  let at = view.readUInt32LE(end + 16)
  let declared = 0
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== CENTRAL_MAGIC) broken()
    if (view.readUInt16LE(at + 8) & ENCRYPTED) giveUp(unread('protected'))
    const nameBytes = view.readUInt16LE(at + 28)
    const entry: Entry = {
      name: view.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    }
    declared += entry.size
    if (declared > bounds.inflatedBytes) giveUp(fileExpandsTooFar())
    if (!entries.has(entry.name)) entries.set(entry.name, entry)
    at += CENTRAL_BYTES + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(view: Buffer): number {
  const first = Math.max(0, view.length - END_BYTES - COMMENT_BYTES)
  for (let at = view.length - END_BYTES; at >= first; at -= 1) if (view.readUInt32LE(at) === END_MAGIC) return at
  return broken()
}

/** Declared sizes may lie, so the inflater itself stops at what is left; zlib then throws instead of growing. */
function partOf(view: Buffer, entry: Entry, left: number): Uint8Array {
  if (view.readUInt32LE(entry.offset) !== LOCAL_MAGIC) broken()
  const start = entry.offset + LOCAL_BYTES + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28)
  if (start + entry.packed > view.length) broken()
  const packed = view.subarray(start, start + entry.packed)
  const limit = Math.min(left, Math.max(bounds.ratioFreeBytes, entry.packed * bounds.inflatedRatio))
  if (limit <= 0 || (entry.method === STORED && packed.length > limit)) giveUp(fileExpandsTooFar())
  const part = entry.method === STORED ? packed : inflate(packed, entry.method, limit)
  if (part.length !== entry.size || crc32(part) !== entry.crc) broken()
  return part
}

function inflate(packed: Buffer, method: number, limit: number): Uint8Array {
  if (method !== DEFLATED) broken()
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    if (error instanceof RangeError) giveUp(fileExpandsTooFar(), error)
    return broken(error)
  }
}

/** Offsets that point outside of the file surface as RangeError of the buffer. */
function guarded<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) broken(error)
    throw error
  }
}

function broken(cause?: unknown): never {
  return giveUp(refused('file-broken'), cause)
}
