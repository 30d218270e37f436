import { describe, expect, it } from 'vitest'
import { aspectOf, isSoon } from './aspect.ts'

describe('aspectOf', () => {
  it.each([
    ['Mila bestellt seit Jahren das Papier', 'habit'],
    ['Das Büro öffnet normalerweise um acht', 'habit'],
    ['Tom postet zweimal pro Woche', 'habit'],
    ['Nuria kocht donnerstags', 'habit'],
    ['Seit Mai hilft sie bis zum Sommer aus', 'habit'],
    ['Hr. Ott baut gerade um', 'now'],
    ['Mila druckt die Flyer bis Freitag', 'coming'],
    ['Tom fragt noch im Rathaus', 'coming'],
    ['Nuria lädt Ende April ein', 'coming'],
    ['Die Halle ist bis 22 Uhr offen', null],
    ['Mila druckt Flyer', null],
    ['', null],
  ])('%s: %s', (clause, aspect) => {
    expect(aspectOf(clause)).toBe(aspect)
  })
})

it('knows times that can only come after the meeting', () => {
  expect(['in der nächsten Sitzung', 'bis Freitag', 'bis 3.5.', 'Mitte Juni', 'demnächst'].every(isSoon)).toBe(true)
  expect(['im Mai', 'am 2. Mai', 'bis 22 Uhr', 'gestern', ''].some(isSoon)).toBe(false)
})
