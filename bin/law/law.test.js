import { describe, expect, it } from 'vitest'
import { acts } from './acts.js'
import { laws, proven } from './check.js'
import { clock } from './clock.js'
import { files } from './files.js'
import { imports } from './imports.js'
import { length } from './length.js'
import { house, said } from './planted.js'
import { sql } from './sql.js'
import { style } from './style.js'
import { types } from './types.js'

describe('imports', () => {
  const allowed = [
    ['language/dates.ts', "import { Temporal } from 'temporal-polyfill'"],
    ['reader/src/head/date.ts', "import { dayIn } from '../../../language/dates.ts'"],
    ['app/access/visible.ts', "import { sql } from 'kysely'\nimport type { Id } from '../ground/schema.ts'"],
    ['app/features/commitments/store.ts', "import { meetingsOf } from '../meetings/finds.ts'"],
    ['app/features/minutes/review/acts.ts', "import { read } from '../../../../reader/src/read.ts'"],
    ['app/features/minutes/review/pages.tsx', "import type { Row } from './store.ts'"],
    ['app/server.ts', "import { minutesDoors } from './features/minutes/routes.ts'"],
    ['app/features/minutes/store.test.ts', "import { commitmentDoors } from '../commitments/routes.ts'"],
  ]
  it.each(allowed)('lets %s import what it may', async (path, code) => {
    expect(await said(imports, { [path]: code })).toEqual([])
  })

  const forbidden = [
    ['language/dates.ts', "import { readFileSync } from 'node:fs'", 'is pure'],
    ['language/dates.ts', "import { read } from '../reader/src/read.ts'", 'not reader'],
    ['reader/src/read.ts', "export * from '../../app/ground/clock.ts'", 'not ground'],
    ['app/ground/files.ts', "import { visible } from '../access/visible.ts'", 'not access'],
    ['app/access/may.ts', "const texts = await import('../texts/texts.ts')", 'not texts'],
    ['app/ui/page.tsx', "import type { Problem } from '../ground/problems.ts'", 'not ground'],
    ['app/features/meetings/finds.ts', "import { openOf } from '../commitments/finds.ts'", 'comes before commitments'],
    ['app/features/commitments/acts.ts', "import { rows } from '../meetings/store.ts'", 'not store'],
    ['app/features/commitments/acts.ts', "type Row = import('../meetings/store.ts').Row", 'not store'],
    ['app/features/commitments/acts.ts', "import { read } from '../../../reader/src/read.ts'", 'not reader'],
    ['app/features/meetings/pages.tsx', "import { rows } from './store.ts'", 'shows what it is handed'],
    ['app/features/meetings/model.ts', "import { rows } from './agenda/store.ts'", 'from model to routes'],
    ['app/ground/jobs.ts', "import { app } from '../server.ts'", 'nobody imports server.ts'],
    ['app/ground/jobs.ts', "import { rows } from './jobs.test.ts'", 'is a test'],
  ]
  it.each(forbidden)('refuses %s: %s', async (path, code, why) => {
    expect(await said(imports, { [path]: `\n${code}` })).toEqual([
      expect.stringMatching(new RegExp(`^${path}:2 .*${why}`)),
    ])
  })
})

describe('files', () => {
  it('knows the closed list, sub-nouns, islands, workers and tests', async () => {
    const paths = [
      'model.ts',
      'review/store.ts',
      'review/review.island.tsx',
      'text/read.worker.ts',
      'acts.approve.test.ts',
      'mails.tsx',
    ]
    expect(await said(files, Object.fromEntries(paths.map(path => [`app/features/minutes/${path}`, ''])))).toEqual([])
  })

  const forbidden = [
    ['app/features/minutes/queries.ts', 'which of them'],
    ['app/features/minutes/pages.ts', 'which of them'],
    ['app/features/minutes/Review/model.ts', 'no noun'],
    ['app/features/polls/model.ts', 'order of knowledge'],
    ['app/features/minutes.ts', 'is a folder'],
    ['app/main.ts', 'app/ holds'],
    ['language/utils.ts', 'says nothing'],
    ['app/ui/index.ts', 'says nothing'],
    ['tests/helpers/world.ts', 'says nothing'],
    ['app/ground/common.test.ts', 'says nothing'],
  ]
  it.each(forbidden)('refuses %s', async (path, why) => {
    expect(await said(files, { [path]: '' })).toEqual([expect.stringContaining(why)])
  })
})

describe('length', () => {
  it('warns beyond 300 lines and refuses beyond 350, code only', async () => {
    const lines = count => 'x\n'.repeat(count)
    const tree = house({
      'app/a.ts': lines(300),
      'app/b.ts': lines(301),
      'app/c.ts': lines(350),
      'app/d.ts': lines(351),
      'docs/e.md': lines(900),
    })
    expect(length.warn(tree).map(({ path }) => path)).toEqual(['app/b.ts', 'app/c.ts'])
    expect(length.check(tree).map(({ path }) => path)).toEqual(['app/d.ts'])
  })
})

describe('acts', () => {
  const may = "export const may = { 'minutes.approve': board, 'minutes.burn': nobody } as const"
  it('compares both lists', async () => {
    const code = "const a = act('minutes.approve', {})\nconst b = act('minutes.tear', {})\nconst c = act('approve', {})"
    expect(await said(acts, { 'app/access/may.ts': may, 'app/features/minutes/review/acts.ts': code })).toEqual([
      expect.stringContaining('acts.ts:3 "approve" is no noun.verb'),
      expect.stringContaining('acts.ts:2 "minutes.tear" is not in'),
      expect.stringContaining('acts.ts:3 "approve" is not in'),
      expect.stringContaining('may.ts:1 no feature has an act "minutes.burn"'),
    ])
  })
})

describe('programs', () => {
  const settings = JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, types: [] },
    include: ['a.ts'],
  })
  const formatter = { indentStyle: 'space' }
  const biome = `${JSON.stringify({ formatter, javascript: { formatter: { quoteStyle: 'single', semicolons: 'asNeeded' } } }, null, 2)}\n`

  it('types: names file, line and reason', async () => {
    expect(await said(types, { 'tsconfig.json': settings, 'a.ts': "\nexport const n: number = 'x'\n" })).toEqual([
      expect.stringContaining('a.ts:2 error TS2322'),
    ])
    expect(await said(types, { 'tsconfig.json': settings, 'a.ts': 'export const n: number = 1\n' })).toEqual([])
  })
  it('style: names file, line and rule', async () => {
    expect(await said(style, { 'biome.json': biome, 'a.ts': "export const a = 'x';\n" })).toEqual([
      expect.stringContaining('a.ts:1 format'),
    ])
    expect(await said(style, { 'biome.json': biome, 'a.ts': "export const a = 'x'\ndebugger\n" })).toEqual([
      expect.stringMatching(/a\.ts:2 .*noDebugger/),
    ])
    expect(await said(style, { 'biome.json': biome, 'a.ts': "export const a = 'x'\n" })).toEqual([])
  })
})

describe('the check', () => {
  it('prints a line for each law and counts the broken ones', async () => {
    const tree = house({ 'app/main.ts': 'export const now = Date.now()' })
    const lines = []
    const broken = await proven(tree.root, { print: line => lines.push(line), only: [files, clock, sql] })
    expect(broken).toBe(2)
    expect(lines.filter(line => /^(?:ok|FAIL) /.test(line)).map(line => line.split(/\s+/).slice(0, 2))).toEqual([
      ['FAIL', 'files'],
      ['FAIL', 'clock'],
      ['ok', 'sql'],
    ])
  })
  it('gives every law a name of its own and a reason', () => {
    expect(new Set(laws.map(({ name }) => name)).size).toBe(laws.length)
    for (const { why } of laws) expect(why.length).toBeGreaterThan(60)
  })
})
