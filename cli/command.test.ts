import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '../app/ground/problems.ts'
import { Misuse, sentenceOf, settingsFrom } from './command.ts'

afterEach(() => vi.unstubAllEnvs())

test('a flag comes before the environment', () => {
  vi.stubEnv('PORT', '9001')
  vi.stubEnv('HOST', '0.0.0.0')
  const { settings, flags } = settingsFrom(['--port', '9002', '--demo'], { demo: { type: 'boolean' } })
  expect(settings).toMatchObject({ port: 9002, host: '0.0.0.0' })
  expect(flags.demo).toBe(true)
})

test.each([[['--prot', '1']], [['--port']], [['file.txt']], [['--demo=yes']]])('%j is not understood', args => {
  expect(() => settingsFrom(args, { demo: { type: 'boolean' } })).toThrow(Misuse)
})

test('a problem is a sentence with its values, and what lies behind it', () => {
  const problem = new Problem('port-taken', { values: { port: '8080' } })
  expect(sentenceOf(problem)).toContain('8080')
  const caused = new Problem('database-unreachable', { values: { reason: 'x' } }, new Error('connection refused'))
  expect(sentenceOf(caused).split('\n')).toHaveLength(2)
  expect(sentenceOf(caused)).toContain('connection refused')
})
