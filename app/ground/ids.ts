import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

/** A UUIDv7 (RFC 9562, 5.7): sorts by the time it was made, to the millisecond of `clock`. */
export function newId(clock: Clock): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(clock.instant().epochMilliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret for a link: 32 random bytes, URL-safe. Only `secretHash` of it is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, hex. Enough for secrets of 256 random bits; not for passwords. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const isId = (text: string): boolean => ID.test(text)
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
