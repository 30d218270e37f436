import { describe, expect, it } from 'vitest'
import type { Cast } from './cast.ts'
import { tailOf, timeBehind } from './tails.ts'

const NAMES = new Set(['Mila', 'Tom', 'Nuria', 'Ott'])
const cast: Cast = {
  nameAt: (words, at) => (NAMES.has(words[at]?.text ?? '') ? 1 : 0),
  isAcquaintance: () => false,
  isName: word => NAMES.has(word),
  present: [],
  absent: [],
}

describe('the tail of a list entry', () => {
  it.each([
    ['Halle reservieren – Mila – 2.10.', ['Mila'], '2.10.'],
    ['Flyertext, Tom bis zu den Ferien', ['Tom'], 'bis zu den Ferien'],
    ['Diagramm ändern, Mila, bis 19.11.', ['Mila'], 'bis 19.11.'],
    ['Schild malen (Tom, Nuria; sofort)', ['Tom', 'Nuria'], 'sofort'],
    ['Impressum (alte Adresse!) -- Nuria', ['Nuria'], null],
    ['Vertrag -> Tom, hängt noch beim Anwalt', ['Tom'], null],
    ['Zelt holen: Hr. Ott', ['Hr. Ott'], null],
  ])('%j', (text, owners, time) => {
    expect(tailOf(text, cast)).toMatchObject({ owners, time })
  })

  it.each(['Flyer drucken, falten und verteilen', 'Mila', 'Mila, Tom', 'Bier, Wein, Saft', '', ' - - - - ,,,, (((('])(
    'finds none in %j',
    text => {
      expect(tailOf(text, cast)).toBeNull()
    },
  )

  it('finds a time without a name', () => {
    expect(timeBehind('Tag setzen + Changelog, Sonntag')).toBe('Sonntag')
    expect(timeBehind('Bild bauen (zum dritten Mal verschoben)')).toBeNull()
  })

  it('stays fast on many separators', () => {
    const text = ', - ('.repeat(20_000)
    const begin = performance.now()
    tailOf(text, cast)
    expect(performance.now() - begin).toBeLessThan(500)
  })
})
