import { describe, expect, it } from 'vitest'
import { contactsIn } from './contacts.ts'

const found = (text: string) => contactsIn(text).map(({ kind, at, end }) => `${kind}: ${text.slice(at, end)}`)

describe('contacts', () => {
  it('are mail addresses, also written around', () => {
    expect(found('Bitte an rita.weiss@neuental.example.')).toEqual(['mail: rita.weiss@neuental.example'])
    expect(found('rita(at)neuental.example oder R. Weiß')).toEqual(['mail: rita(at)neuental.example'])
  })

  it('are telephone numbers in their usual forms', () => {
    for (const number of [
      '0171 2345678',
      '+49 171 23 45 678',
      '030/123456-12',
      '(030) 12 34 56',
      '0049 30 1234567',
      '0171.2345678',
    ])
      expect(found(`Erreichbar unter ${number}, immer.`)).toEqual([`phone: ${number}`])
    expect(found('Tel.: 4711')).toEqual(['phone: 4711'])
    expect(found('Durchwahl 12 34')).toEqual(['phone: 12 34'])
  })

  it('are addresses with a house number, and postcodes with their place', () => {
    expect(found('wohnt Lindenstraße 12 a, 12345 Auenfurt')).toEqual(['address: Lindenstraße 12 a, 12345 Auenfurt'])
    expect(found('Am Alten Markt 3')).toEqual(['address: Am Alten Markt 3'])
    expect(found('aus 12345 Auenfurt')).toEqual(['address: 12345 Auenfurt'])
  })

  it('are no days, times, sums and paragraphs', () => {
    for (const text of [
      'am 03.05.2026 um 19:30 Uhr',
      '05.06. bis 07.08.2026',
      '12.500 Euro',
      '§ 32 Abs. 2',
      'TOP 10',
      '0,5 Stellen',
      '2026-05-03',
      '100 Plätze',
    ])
      expect(found(text)).toEqual([])
  })
})
