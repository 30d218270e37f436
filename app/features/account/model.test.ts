import { describe, expect, it } from 'vitest'
import { accountAddress, emailOfAccount, isSetUpKey, noNetwork, sameSitePath, setUpKey } from './model.ts'

describe('a path to return to', () => {
  it.each(['/', '/commitments?state=open', '/people/1?notice=person.add'])('stays: %s', path =>
    expect(sameSitePath(path)).toBe(path),
  )

  it.each([
    ['another site', 'https://evil.example/'],
    ['another site by two slashes', '//evil.example'],
    ['by a backslash, which browsers take for a slash', '/\\evil.example'],
    ['by a tab, which browsers drop', '/\t/evil.example'],
    ['by a line feed', '/\n/evil.example'],
    ['by a dot segment that vanishes', '/.//evil.example'],
    ['by two dots that vanish', '/x/..//evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
    ['a relative path', 'evil.example'],
  ])('is never %s', (_why, path) => expect(sameSitePath(path)).toBe('/'))
})

describe('an account of a demo', () => {
  const real = { ...noNetwork, id: '01890000-0000-7000-8000-000000000001' }
  const demo = { ...real, id: '01890000-0000-7000-8000-000000000002', demo: true }

  it('stands apart from the mailbox it names', () => {
    expect(accountAddress(demo, 'Mira@Auenfurt.example')).not.toBe(accountAddress(real, 'mira@auenfurt.example'))
    expect(emailOfAccount(demo, accountAddress(demo, 'Mira@Auenfurt.example'))).toBe('mira@auenfurt.example')
  })

  it('and a mailbox signs in to no demo', () => {
    expect(emailOfAccount(demo, accountAddress(real, 'mira@auenfurt.example'))).toBeNull()
  })

  it('is no mailbox of another network', () => {
    const seen = emailOfAccount(real, accountAddress(demo, 'mira@auenfurt.example'))
    expect(seen).not.toBe('mira@auenfurt.example')
    expect(seen).toMatch(/\.invalid$/)
  })
})

it('knows the key of the first run, and no other', () => {
  const secret = 's'.repeat(40)
  expect(isSetUpKey(secret, setUpKey(secret))).toBe(true)
  for (const key of ['', 'x', setUpKey('t'.repeat(40)), `${setUpKey(secret)}x`])
    expect(isSetUpKey(secret, key)).toBe(false)
})
