import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Guard, redact, redactName, redactNames, type Somebody } from './model.ts'

const person = (name: string, more: Partial<Somebody> = {}): Somebody => ({
  ...{ id: name, name, email: `${name.split(' ').at(-1)!.toLowerCase()}@neuental.example`, named: false, role: null },
  ...more,
})
const rita = person('Rita Weiß')
const nils = person('Nils Farn', { named: true })
const thea = person('Thea Lindholm', { role: 'chair' })
const guard: Guard = {
  people: [rita, nils, thea],
  names: { RW: { kind: 'person', id: rita.id }, Kasse: { kind: 'office', id: 'kasse' } },
  unknown: ['Ole Brandt'],
}
const outside = (text: string, written: 'inside' | 'by-us' = 'inside') => redact(text, guard, written).text

describe('a text for everybody', () => {
  it('names nobody who has not agreed, in any written form', () => {
    expect(outside('Fr. Dr. Weiß bringt Stühle.')).toBe('Eine Person bringt Stühle.')
    expect(outside('Das klärt Weiß, Rita mit Nils Farn.')).toBe('Das klärt eine Person mit Nils Farn.')
    expect(outside('Rita und RW sagen zu.')).toBe('Eine Person und eine Person sagen zu.')
    expect(outside('Lindholms Vorschlag gilt. Thea prüft.')).toBe('Eine Person Vorschlag gilt. Eine Person prüft.')
  })

  it('names nobody whom the directory does not know', () => {
    expect(outside('Ole Brandt und Frau Dornkamp waren da.')).toBe('Eine Person und eine Person waren da.')
    expect(outside('Das klärt D. Yilmaz mit der Stadt, nach 3. Mai.')).toBe(
      'Das klärt eine Person mit der Stadt, nach 3. Mai.',
    )
    expect(outside('Wir sprechen mit Frau Sommer.')).toBe('Wir sprechen mit einer Person.')
    expect(outside('Wir fragen Julia Sommer.')).toBe('Wir fragen eine Person.')
    expect(outside('Wir fragen Julia Sommer.', 'by-us')).toBe('Wir fragen Julia Sommer.')
    expect(outside('Wir fragen Frau Sommer.', 'by-us')).toBe('Wir fragen eine Person.')
  })

  it('leaves ordinary words, and points at those that may be names', () => {
    expect(outside('Die Wand wird weiß gestrichen.')).toBe('Die Wand wird weiß gestrichen.')
    expect(redact('Das Weißbuch liegt aus.', guard, 'inside')).toMatchObject({ marks: [], doubtful: ['Weißbuch'] })
    expect(outside('Der Runde Tisch trifft sich im Haus der Vereine.')).toBe(
      'Der Runde Tisch trifft sich im Haus der Vereine.',
    )
  })

  it('says what was taken out', () => {
    const { text, marks } = redact('Tel. 0171 2345678, weiß@neuental.example, Gartenweg 3', guard, 'inside')
    expect(text).toBe('Tel. [Telefonnummer], [E-Mail-Adresse], [Anschrift]')
    expect(marks.map(({ kind }) => kind)).toEqual(['phone', 'mail', 'address'])
    expect(outside('Fest am Gartenweg 3', 'by-us')).toBe('Fest am Gartenweg 3')
  })

  it('gives a role or nothing in the place of a name alone', () => {
    expect(redactName('Thea Lindholm', guard)).toBe('Vorsitz')
    expect(redactNames('Rita Weiß, Nils Farn, Kasse, RW', guard)).toBe('eine Person, Nils Farn, Kasse')
    expect(redactName('Koordinierungsstelle', guard)).toBe('Koordinierungsstelle')
    expect(redactName('Musterverein e.V.', guard)).toBe('Musterverein e.V.')
  })

  it('never holds an address, a number or a name, whatever stands around it', () => {
    const given = ['Mohammed', 'Anna', 'Ludmila', 'Jens-Peter', 'Şirin']
    const family = ['Özdemir', 'Krüger', 'Nguyen', 'Weiß-Albers', 'von Thun', 'Müller']
    const name = fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family)).map(pair => pair.join(' '))
    const shapes = [
      (full: string) => full,
      (full: string) => `Frau ${full.split(' ').slice(1).join(' ')}`,
      (full: string) => `${full.split(' ').at(-1)}, ${full.split(' ')[0]}`,
      (full: string) => `${full}s`,
      (full: string) => `Herrn Dr. ${full}`,
    ]
    const around = fc.constantFrom('', 'Danach sagt ', 'Laut ', 'Zuständig: ', '(', '- ', 'Bitte an ', '„')
    const behind = fc.constantFrom('', '.', ' prüft das bis 03.05.2026.', ')', ', und zwar bald', '“', ': ja')
    const contact = fc.constantFrom(
      '',
      ' 0171/234 56 78',
      ' a.b@c.example',
      ' +49 30 123456',
      ' Tel. 12345',
      ' a.b(at)c.example',
    )
    fc.assert(
      fc.property(name, fc.constantFrom(...shapes), around, contact, behind, (full, shape, before, reached, after) => {
        const whose: Guard = { people: [nils, person(full)], names: {}, unknown: [] }
        for (const written of ['inside', 'by-us'] as const) {
          const { text } = redact(`${before}${shape(full)}${reached}${after}`, whose, written)
          expect(text).not.toContain(full.split(' ').at(-1))
          expect(text.replace('03.05.2026', '')).not.toMatch(/@|\(at\)|\d{3}/)
        }
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
