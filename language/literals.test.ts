import { describe, expect, it } from 'vitest'
import { literalsOf } from './literals.ts'

const literals = (pattern: RegExp) => [...(literalsOf(pattern) ?? ['(anything)'])].sort()

describe('literals of a pattern', () => {
  it('are all that can stand at its rarest place', () => {
    expect(literals(/(?<!\p{L})(?:Frist|Termin)(?!\p{L})/iu)).toEqual([' frist ', ' termin '])
    expect(literals(/(?:wird|werden)[^.;]{0,80} (?:festgelegt|entschieden)/iu)).toEqual([' entschieden', ' festgelegt'])
    expect(literals(/^nächste[rn]? (?:Sitzung|Runde)/u)).toContain(' nächster si')
  })

  it('know what may be missing, and how often something stands', () => {
    expect(literals(/Helfer(?:innen)? ?da/u)).toEqual(['helfer da', 'helferda', 'helferinnen ', 'helferinnend'])
    expect(literals(/(?:\p{L}+ ){0,3}vertagt/u)).toEqual(['vertagt'])
    expect(literals(/(?:oje ){2,3}x/u)).toEqual(['oje '])
    expect(literals(/(?:oje )*\p{L}/u)).toEqual(['(anything)'])
  })

  it('hold nothing of what must not follow or is looked at from afar', () => {
    expect(literals(/Kosten(?! gering)(?<!teure )/u)).toEqual(['kosten'])
    expect(literals(/(?=Geld)\p{L}+e/u)).toEqual(['e'])
  })

  it('take any digit for one, and all that is no letter for a blank', () => {
    expect(literals(/\d{1,2}/)).toEqual(['0'])
    expect(literals(/\d zu \d/u)).toEqual(['  zu  '])
    expect(literals(/z\. ?B\./u)).toEqual([' z  b ', ' z b '].map(one => one.trimStart()))
  })

  it('are none where a way to match holds nothing known', () => {
    expect(literals(/Beschluss|\p{Lu}+/u)).toEqual(['(anything)'])
    expect(literals(/[^.;]{0,20}:/u)).toEqual(['(anything)'])
  })
})
