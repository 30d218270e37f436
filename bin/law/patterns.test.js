import { describe, expect, it } from 'vitest'
import { judged, patterns } from './patterns.js'
import { house, said } from './planted.js'

describe('patterns', { timeout: 60_000 }, () => {
  it('judges literals and patterns that are put together while a module loads', async () => {
    const found = await said(patterns, {
      'app/ui/field.ts': 'const NUMBER = /^\\d+$/\nconst SLOW = /^(\\w+\\s?)*$/',
      'language/dates.ts':
        "const DAY = '\\\\d+'\nexport const FINE = new RegExp(`^${DAY}`, 'u')\nexport const SLOW = new RegExp(`${DAY}\\\\.`)",
    })
    expect(found).toEqual([
      expect.stringMatching(/field\.ts:2 .*is slow on/),
      expect.stringMatching(/dates\.ts:3 .*is slow on/),
    ])
  })
  it('says where a pattern is made too late to be judged, or a module does not load', async () => {
    const found = await said(patterns, {
      'app/ui/field.ts': 'export const made = text => new RegExp(text)',
      'reader/src/read.ts': "import './gone.ts'\nexport const made = new RegExp(`a${1}`)",
    })
    expect(found).toContainEqual(expect.stringContaining('field.ts:1 a pattern made at run time'))
    expect(found).toContainEqual(expect.stringContaining('read.ts:0 does not load'))
  })
  it('heeds a permission, and reports one that is needed no more', async () => {
    const tree = house({ 'app/ui/field.ts': 'const SLOW = /\\s+$/' })
    const permission = {
      path: 'app/ui/field.ts',
      source: '\\s+$',
      since: '2026-11-22',
      because: 'one line of 80 letters',
    }
    expect(await judged(tree, [permission])).toEqual([])
    expect(await judged(tree, [permission, { ...permission, source: 'gone' }])).toHaveLength(1)
  })
})
