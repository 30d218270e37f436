import { describe, expect, it } from 'vitest'
import { isMailAddress, oneLine } from './outbox.ts'

describe('a mail address', () => {
  it.each([
    ['plain', 'mira.halden@auenfurt.example'],
    ['plus and dash', 'mira+table@sub-domain.auenfurt.example'],
    ['capitals', 'Mira.Halden@Auenfurt.Example'],
  ])('may be %s', (_why, address) => expect(isMailAddress(address)).toBe(true))

  it.each([
    ['nothing', ''],
    ['no domain', 'mira@'],
    ['a second recipient', 'mira@auenfurt.example,other@evil.example'],
    ['a second recipient after a space', 'mira@auenfurt.example other@evil.example'],
    ['a header of its own', 'mira@auenfurt.example\r\nBcc: other@evil.example'],
    ['a bare line feed', 'mira@auenfurt.example\n'],
    ['a name around it', 'Mira <mira@auenfurt.example>'],
    ['a quoted local part', '"mira halden"@auenfurt.example'],
    ['a comment', 'mira(x)@auenfurt.example'],
    ['a NUL', 'mira\0@auenfurt.example'],
    ['an address literal', 'mira@[127.0.0.1]'],
    ['too long', `${'a'.repeat(250)}@b.example`],
    ['endless', 'a'.repeat(1_000_000)],
  ])('is not: %s', (_why, address) => expect(isMailAddress(address)).toBe(false))
})

it('leaves a header one line, whatever breaks lines', () => {
  expect(oneLine('Kontrolle\r\nBcc: x@evil.example\u2028 \u0085ja\n')).toBe('Kontrolle Bcc: x@evil.example   ja')
})
