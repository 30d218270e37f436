import { describe, expect, it } from 'vitest'
import { stem, withoutGenderMark } from './stems.ts'

describe('stem', () => {
  it.each([
    ['Plakate', 'Plakaten', 'a case ending'],
    ['Akteur*innen', 'Akteure', 'a gender star'],
    ['Akteur:in', 'Akteur', 'a gender colon'],
    ['AkteurInnen', 'Akteure', 'an inner capital'],
    ['Förderung', 'Förderungen', 'a plural'],
    ['Strasse', 'Straße', 'another spelling'],
  ])('brings %s and %s together', (a, b, _why) => {
    expect(stem(a)).toBe(stem(b))
  })

  it.each([
    ['Ende', 'Endung'],
    ['Eis', 'Ei'],
    ['Rat', 'Rate'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })
})

describe('withoutGenderMark', () => {
  it.each(['Berlin', 'Termin', 'Medizin', 'drin'])('leaves %s alone', word => {
    expect(withoutGenderMark(word)).toBe(word)
  })
})
