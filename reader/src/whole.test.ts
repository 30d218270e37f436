import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

const textsIn = (folder: string) => {
  const at = new URL(`../samples/${folder}/`, import.meta.url)
  return readdirSync(at).map(file => [file, readFileSync(new URL(file, at), 'utf8')] as const)
}
const codes = (text: string) => read(text).findings.map(({ code }) => code)
const ENGLISH = '21-englisches-protokoll.txt'

describe('a text that is no minutes', { timeout: 60_000 }, () => {
  const others = textsIn('others').filter(([file]) => file !== ENGLISH)

  it.each(others)('is told from minutes: %s', (_, text) => {
    expect(codes(text)).toContain('not-minutes')
  })

  it('stays none with Windows line ends, and when it is wrapped', () => {
    for (const [, text] of others) {
      expect(codes(text.replaceAll('\n', '\r\n'))).toContain('not-minutes')
      expect(codes(text.replace(/(.{60}\S*) /g, '$1\n'))).toContain('not-minutes')
    }
  })

  it.each(['', ' \n\t\n', '\0\0', '1. 2. 3.', '{"a": [1]}', 'Nur ein Satz.'])('may be next to nothing: %j', text => {
    expect(codes(text)).toContain('not-minutes')
  })
})

describe('bare minutes', { timeout: 60_000 }, () => {
  it.each(textsIn('bare'))('are minutes, whatever they lack: %s', (_, text) => {
    expect(codes(text)).not.toContain('not-minutes')
    expect(codes(text.replaceAll('\n', '\r\n'))).not.toContain('not-minutes')
  })

  it('are minutes although they came by mail', () => {
    const minutes =
      'Protokoll Vorstand 3.5.2023\n\nAnwesend: Ina Quast, Bo Tamm\n\n1. Kasse\nBo fragt bei der Bank nach.'
    expect(codes(`Liebe alle,\n\nanbei das Protokoll.\n\n${minutes}\n\nViele Grüße\nIna`)).not.toContain('not-minutes')
  })
})

describe('minutes in another language', { timeout: 60_000 }, () => {
  it('are told by their language', () => {
    const english = textsIn('others').find(([file]) => file === ENGLISH)![1]
    expect(read(english).findings).toContainEqual(
      expect.objectContaining({ code: 'other-language', values: { language: 'en' } }),
    )
  })
})
