import { expect, it } from 'vitest'
import { trimmed, withoutEnd, withoutStart } from './trim.ts'

it('takes signs off the ends, and only there', () => {
  expect(withoutEnd('Ende. a..,', '.,')).toBe('Ende. a')
  expect(withoutStart('- - a -', ' -')).toBe('a -')
  expect(trimmed(': Ort: ', ' :')).toBe('Ort')
  expect(trimmed('...', '.')).toBe('')
  expect(trimmed('', '.')).toBe('')
})
