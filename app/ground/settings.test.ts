import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from './problems.ts'
import { publicUrlOf, readSettings, settingNames } from './settings.ts'

const problemOf = (texts: Record<string, string>): { code: string; values: unknown } => {
  try {
    readSettings(texts)
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, values: error.details.values }
    throw error
  }
  throw new Error('accepted')
}

test('nothing set is a server for this machine alone', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 8080, trustProxy: 0, databaseUrl: null, log: 'security' })
  expect(publicUrlOf(settings, 8080)).toBe('http://localhost:8080')
})

test('what is set is read, and blanks count as not set', () => {
  const texts = { HOST: '0.0.0.0', PORT: '9000', PUBLIC_URL: 'https://tisch.example.org/', TRUST_PROXY: '1', LOG: '  ' }
  const settings = readSettings(texts)
  expect(settings).toMatchObject({
    host: '0.0.0.0',
    port: 9000,
    publicUrl: 'https://tisch.example.org',
    log: 'security',
  })
  expect(publicUrlOf(settings, 9000)).toBe('https://tisch.example.org')
})

test('an IPv6 address is bracketed in the public address', () => {
  expect(publicUrlOf(readSettings({ HOST: '::1' }), 80)).toBe('http://[::1]:80')
})

describe('what does not fit is refused by name', () => {
  const wrong: readonly [name: string, value: string, why: string][] = [
    ['PORT', '70000', 'past the last port'],
    ['PORT', '80a', 'letters'],
    ['PORT', '-1', 'below zero'],
    ['PORT', '1e3', 'a number in another notation'],
    ['HOST', 'a b', 'a blank'],
    ['HOST', 'http://localhost', 'an address with scheme'],
    ['PUBLIC_URL', 'tisch.example.org', 'no scheme'],
    ['OIDC_ISSUER', 'http://id.example.org', 'a provider elsewhere without TLS'],
    ['OIDC_ISSUER', 'https://id.example.org/?x=1', 'a query'],
    ['PUBLIC_URL', 'ftp://tisch.example.org', 'another scheme'],
    ['PUBLIC_URL', 'https://example.org/tisch', 'a path'],
    ['PUBLIC_URL', 'https://a:b@example.org', 'credentials'],
    ['TRUST_PROXY', 'yes', 'a word'],
    ['TRUST_PROXY', '10', 'too many'],
    ['MAIL_FROM', 'tisch', 'no address'],
    ['MAIL_FROM', 'a@example.org, b@example.org', 'two addresses'],
    ['SESSION_HOURS', '0', 'no session at all'],
    ['SESSION_HOURS', '721', 'longer than 30 days'],
    ['SESSION_IDLE_HOURS', 'never', 'a word'],
    ['LINK_MINUTES', '31', 'a link for too long'],
    ['FILE_SCAN', 'clamdscan -', 'a program without its folder'],
    ['REQUESTS_PER_MINUTE', '-1', 'below zero'],
    ['LOG', 'all', 'no such level'],
  ]
  test.each(wrong)('%s=%s (%s)', (name, value) => {
    expect(problemOf({ [name]: value })).toMatchObject({ code: 'setting-wrong', values: { name, value } })
  })
})

test('a wrong value that may hold a password is not repeated', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'SECRET']) {
    expect(problemOf({ [name]: 'hunter2' })).toMatchObject({ code: 'setting-wrong', values: { name, value: '…' } })
  }
})

test('what only makes sense together is asked for', () => {
  expect(problemOf({ DATABASE_OWNER_URL: 'postgres://o:p@localhost/t' }).values).toEqual({ name: 'DATABASE_URL' })
  expect(problemOf({ SMTP_URL: 'smtp://localhost' }).values).toEqual({ name: 'MAIL_FROM' })
})

test('docs/operating.md tells of the same settings', () => {
  const text = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8')
  const told = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(told.toSorted()).toEqual(settingNames.toSorted())
})

test('a provider to sign in at needs its name for us and a secret, and may do without TLS on this machine', () => {
  const OIDC_ISSUER = 'https://id.example.org/realm'
  const id = { OIDC_ISSUER, OIDC_CLIENT_ID: 'rundtisch' }
  expect(problemOf({ OIDC_ISSUER })).toEqual({ code: 'setting-missing', values: { name: 'OIDC_CLIENT_ID' } })
  expect(problemOf(id)).toEqual({ code: 'setting-missing', values: { name: 'OIDC_CLIENT_SECRET' } })
  expect(readSettings({ ...id, OIDC_CLIENT_SECRET: 'x' }).oidcIssuer).toBe(OIDC_ISSUER)
  const here = { ...id, OIDC_ISSUER: 'http://localhost:9000', OIDC_CLIENT_SECRET: 'x' }
  expect(readSettings(here).oidcIssuer).toBe('http://localhost:9000')
  const long = 'geheim'.repeat(100)
  expect(JSON.stringify(problemOf({ ...id, OIDC_CLIENT_SECRET: long }))).not.toContain('geheim')
})

test('what is secret may stand in a file that a vault hands over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-settings-'))
  const path = join(folder, 'secret')
  writeFileSync(path, `${'k'.repeat(40)}\n`)
  expect(readSettings({ SECRET_FILE: path }).secret).toBe('k'.repeat(40))
  expect(readSettings({ SECRET_FILE: path, SECRET: 'l'.repeat(40) }).secret).toBe('l'.repeat(40))
  rmSync(folder, { recursive: true })
  expect(problemOf({ SECRET_FILE: path })).toMatchObject({ code: 'setting-wrong', values: { name: 'SECRET_FILE' } })
})
