import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const HEAD = `Protokoll der Vorstandssitzung am 12.04.2021, 17 – 19 Uhr

Anwesend: Mila Sahin, R. Ott, Tom Berg, Nuria Sol

1. Fest

`

function codesOf(body: string): string[] {
  return read(`${HEAD}${body}\n`).findings.map(({ code }) => code)
}

describe('a date before the meeting', () => {
  it.each([
    'Nächste Sitzung: 3.4.2021, 17 Uhr',
    'Die nächste Sitzung findet am 8. April statt.',
    'Mila druckt bis 3.4. die Flyer.',
  ])('is told: %s', body => {
    expect(codesOf(body)).toContain('date-before-meeting')
  })

  it.each([
    ['Nächste Sitzung: 3.5.2021, 17 Uhr', 'is ahead'],
    ['Die Anmeldung war bis 3.4. möglich.', 'tells what was'],
    ['Mila druckt die Flyer vom 3.4. noch einmal bis 3.5.', 'names a paper'],
  ])('is none: %s, which %s', body => {
    expect(codesOf(body)).not.toContain('date-before-meeting')
  })
})

describe('a word on a person that nobody should publish unseen', () => {
  it.each([
    'Herr Lund ist unfähig.',
    'Frau Lund war schon wieder betrunken.',
    'Herr Lund ist schwierig.',
    'Frau Lund ist seit März krankgeschrieben.',
    'Tom Berg hat Schulden und lässt sich scheiden.',
  ])('is told: %s', body => {
    expect(codesOf(body)).toContain('frank-judgement')
  })

  it.each([
    ['Die Lage ist schwierig.', 'names nobody'],
    ['Herr Lund leitet die Selbsthilfe.', 'judges nothing'],
    ['Mila Sahin kauft Pflaster für kranke Bäume.', 'is about trees'],
  ])('is none: %s, which %s', body => {
    expect(codesOf(body)).not.toContain('frank-judgement')
  })
})
