import { describe, expect, it } from 'vitest'
import { resemblance } from './resemblance.ts'

const OFFERED_FROM = 0.3

describe('resemblance', () => {
  it.each([
    ['Mila druckt Plakate', 'Die Plakate wurden gedruckt', 'another form of the verb'],
    ['Fr. Sahin fragt bei der Sparkasse an', 'Sparkasse: wurde angefragt, Antwort steht aus', 'a separated prefix'],
    ['Kontakt zur Moschee herstellen', 'Der Kontakt zur Moschee ist hergestellt', 'the same in the past'],
    ['Förderantrag beim Land stellen', 'Antrag beim Land ist gestellt', 'a part of a compound'],
  ])('%s ~ %s', (task, status, _why) => {
    expect(resemblance(task, status)).toBeGreaterThan(OFFERED_FROM)
  })

  it.each([
    ['Mila druckt Plakate', 'Mila kocht Suppe', 'one name in common'],
    ['Raum buchen', 'Zelt aufbauen', 'nothing in common'],
    ['', 'Raum buchen', 'nothing said'],
    ['der die das', 'der die das und', 'stop words only'],
  ])('%s !~ %s', (task, status, _why) => {
    expect(resemblance(task, status)).toBeLessThan(OFFERED_FROM)
  })

  it('is symmetric, 1 for the same sentence, and within bounds', () => {
    const texts = ['Mila druckt Plakate', 'Die Plakate wurden gedruckt', 'Raum für das Fest buchen', '']
    for (const a of texts) {
      for (const b of texts) {
        expect(resemblance(a, b)).toBeCloseTo(resemblance(b, a), 10)
        expect(resemblance(a, b)).toBeGreaterThanOrEqual(0)
        expect(resemblance(a, b)).toBeLessThanOrEqual(1)
      }
      expect(resemblance(a, a)).toBe(1)
    }
  })

  it('is done with long texts', () => {
    const long = 'Förderantrag Stadtteil '.repeat(100_000)
    expect(resemblance(`Plakat ${long}`, `Zelt ${long}`)).toBeGreaterThan(0)
  })
})
