import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'

/** Codes of an authenticator app (RFC 6238): six digits, thirty seconds, SHA-1, which is what every app knows. */
const STEP_SECONDS = 30
/** A clock may be half a minute off, and a code may need that long to be typed. */
const STEPS_AROUND = 1
const DIGITS = 6
const SECRET_BYTES = 20

export const RECOVERY_CODES = 8
const RECOVERY_SIGNS = 10
/** Crockford's base 32: nothing in it looks like something else, and what does is taken for it. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: DIGITS, period: STEP_SECONDS, algorithm: 'SHA1' })

/** A secret for an app, base 32 as apps take it, out of at least 20 random bytes. */
export const totpSecret = (random: Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(random.subarray(0, SECRET_BYTES)).buffer }).base32

/** The address inside the square that an app scans: whose code it is, and where. */
export function totpAddress(secret: string, { network, email }: { network: string; email: string }): string {
  const totp = totpOf(secret)
  // A colon parts the two in the label.
  totp.issuer = network.replaceAll(':', ' ')
  totp.label = email
  return totp.toString()
}

/** The time step a code belongs to, at an instant in milliseconds; null for a wrong code and one of another time. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const off = totpOf(secret).validate({ token: code, timestamp: now, window: STEPS_AROUND })
  return off === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + off
}

/** Recovery codes in two groups, out of ten random bytes each. */
export function recoveryCodes(random: Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const bytes = random.subarray(index * RECOVERY_SIGNS, (index + 1) * RECOVERY_SIGNS)
    if (bytes.length < RECOVERY_SIGNS) throw new RangeError('too little randomness')
    const signs = [...bytes].map(byte => ALPHABET[byte & 31]).join('')
    return `${signs.slice(0, RECOVERY_SIGNS / 2)}-${signs.slice(RECOVERY_SIGNS / 2)}`
  })
}
export const RECOVERY_BYTES = RECOVERY_CODES * RECOVERY_SIGNS

/** What was typed, as one of the two kinds of code; null for what can be neither. */
export function typedCode(text: string): { kind: 'app' | 'recovery'; code: string } | null {
  const code = text.replace(BETWEEN, '').toLowerCase()
  if (APP_CODE.test(code)) return { kind: 'app', code }
  const plain = code.replaceAll('o', '0').replace(LIKE_ONE, '1')
  return RECOVERY_CODE.test(plain) ? { kind: 'recovery', code: plain } : null
}
const BETWEEN = /[\s-]/g
const LIKE_ONE = /[il]/g
const APP_CODE = /^\d{6}$/
const RECOVERY_CODE = /^[0-9a-hjkmnp-tv-z]{10}$/

const HASH_BYTES = 32
const scryptAsync = promisify(scrypt) as (text: string, salt: string, length: number) => Promise<Buffer>

/**
 * The hash under which a recovery code is kept. Fifty random bits are too few for a plain hash (OWASP ASVS 5.0,
 * 6.5.2), hence scrypt; the codes of an account share a salt, so that a try costs one.
 */
export const recoveryHash = async (code: string, salt: string): Promise<string> =>
  (await scryptAsync(code, salt, HASH_BYTES)).toString('base64url')
