import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { addressUnit } from '../model.ts'
import { recoveryCodes, recoveryHash, stepOf, totpAddress, totpSecret, typedCode } from './model.ts'

describe('codes of an app', () => {
  /** The secret and times of RFC 6238, appendix B; six of its eight digits. */
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %i', (seconds, code) => {
    expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  it('count half a minute before and after, and no longer', () => {
    const at = 1_111_111_109
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at * 1000 })
    const step = Math.floor(at / 30)
    expect([-60, -30, 0, 30, 60].map(off => stepOf(secret, code, (at + off) * 1000))).toEqual([
      null,
      step,
      step,
      step,
      null,
    ])
  })

  it('have a secret of 160 bits', () => {
    expect(totpSecret(new Uint8Array(32).fill(255))).toBe('7'.repeat(32))
  })

  it('are named after network and address in the app', () => {
    const address = new URL(totpAddress(secret, { network: 'Tisch: Au', email: 'a@b.example' }))
    expect(address.searchParams.get('issuer')).toBe('Tisch  Au')
    expect(decodeURIComponent(address.pathname)).toContain('a@b.example')
  })
})

describe('what was typed', () => {
  it.each([
    ['123 456', { kind: 'app', code: '123456' }],
    ['123456', { kind: 'app', code: '123456' }],
    ['ABCDE-FGHJK', { kind: 'recovery', code: 'abcdefghjk' }],
    ['oil00 00000', { kind: 'recovery', code: '0110000000' }],
    ['12345', null],
    ['1234567', null],
    ['abcde-fghju', null],
    ['', null],
    ['١٢٣٤٥٦', null],
    [`${' '.repeat(50_000)}x`, null],
  ])('%s', (text, expected) => expect(typedCode(text)).toEqual(expected))
})

describe('recovery codes', () => {
  it('are eight of fifty bits', () => {
    const codes = recoveryCodes(new Uint8Array(80).map((_, index) => index))
    expect(codes).toHaveLength(8)
    for (const code of codes) expect(typedCode(code)?.kind).toBe('recovery')
  })

  it('can not be made of too little chance', () => {
    expect(() => recoveryCodes(new Uint8Array(79))).toThrow(RangeError)
  })

  it('are hashed with their salt', async () => {
    const [a, b] = [await recoveryHash('abcdefghjk', 'one'), await recoveryHash('abcdefghjk', 'two')]
    expect(a).not.toBe(b)
    expect(a).toBe(await recoveryHash('abcdefghjk', 'one'))
  })
})

describe('where a try came from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s counts as %s', (address, unit) => expect(addressUnit(address)).toBe(unit))
})
