import { describe, expect, it } from 'vitest'
import { isFunction, isOffice, isOrganisation } from './offices.ts'

describe('isOffice', () => {
  it.each([
    'Koordinierungsstelle',
    'die Koordinierungsstelle',
    'der Vorstand',
    'AG Wohnen',
    'Protokollführer:in',
    'die Geschäftsführerin',
    'Jugendamt',
    'Moderation',
  ])('%s is one', words => {
    expect(isOffice(words)).toBe(true)
  })

  it.each(['Rita Weiß', 'Vorstandsmitglied', 'Einführung', 'Stewart', 'Caritas', ''])('%s is none', words => {
    expect(isOffice(words)).toBe(false)
  })

  it('parts functions from units', () => {
    expect(isFunction('Kassenwartin')).toBe(true)
    expect(isFunction('Jugendamt')).toBe(false)
  })
})

describe('isOrganisation', () => {
  it.each(['Offene Tür e.V.', 'Musterwerk gGmbH', 'der Sportverein', 'Stadt Neuental', 'Caritas'])(
    '%s is one',
    words => {
      expect(isOrganisation(words)).toBe(true)
    },
  )

  it.each(['Rita Weiß', 'Eva', 'Vorstand', ''])('%s is none', words => {
    expect(isOrganisation(words)).toBe(false)
  })
})
