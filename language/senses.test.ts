import { describe, expect, it } from 'vitest'
import { senseOf } from './senses.ts'

describe('senseOf', () => {
  it.each([
    ['halten', 'die Liste für zu lang', 'be'],
    ['halten', 'eine Ansprache', 'tell'],
    ['stellen', 'den Antrag, die Wahl zu vertagen', 'tell'],
    ['beantragen', 'Schluss der Debatte', 'tell'],
    ['beantragen', 'bei der Stadt einen Zuschuss', 'act'],
    ['übergeben', 'das Wort an Nuria', 'tell'],
    ['fragen', 'nach dem Preis', 'tell-or-list'],
    ['fragen', 'noch im Rathaus', 'act'],
    ['erkundigen', 'sich, wann das Bad öffnet', 'tell'],
    ['bleiben', 'mit dem Amt in Kontakt', 'act'],
    ['bitten', 'die Schule um einen Raum', 'act'],
    ['ziehen', 'Bilanz', 'tell'],
    ['vermessen', 'einen Satz im Bericht', 'be'],
    ['vermessen', 'am Samstag das Grundstück', 'act'],
  ])('%s … %s is %s', (lemma, rest, sort) => {
    expect(senseOf(lemma, rest)).toBe(sort === 'tell-or-list' ? null : sort)
  })

  it('leaves the others to their list', () => {
    expect(senseOf('halten', 'den Schlüssel bereit')).toBeNull()
    expect(senseOf('stellen', 'bis Mai drei Tische auf')).toBeNull()
    expect(senseOf('kaufen', 'Brot')).toBeNull()
    expect(senseOf('halten', '')).toBeNull()
  })
})
