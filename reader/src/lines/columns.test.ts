import { describe, expect, it } from 'vitest'
import { columnRowsOf } from './columns.ts'

function rows(text: string) {
  const raws = text.split('\n')
  return columnRowsOf(
    raws,
    raws.map(raw => (/^[= -]+$/.test(raw) && raw.trim() !== '' ? 'rule' : null)),
  )
}

describe('columns drawn with tabs or blanks', () => {
  it('takes the rows below a head row that says what and who', () => {
    expect(rows('was\twer\tbis\nZelt holen\tTom\t3.5.\nFlyer\tMila\n\nZelt\tTom')).toEqual([
      ['was', 'wer', 'bis'],
      ['Zelt holen', 'Tom', '3.5.'],
      ['Flyer', 'Mila', ''],
      null,
      null,
    ])
  })

  it('gives a piece to the column that begins nearest', () => {
    expect(rows('Aufgabe        Wer    Termin\n=======        ===    ======\nZelt holen            3.5.')).toEqual([
      ['Aufgabe', 'Wer', 'Termin'],
      null,
      ['Zelt holen', '', '3.5.'],
    ])
  })

  it.each([
    ['Datum:\t3.5.2021\nOrt:\tSaal', 'labels'],
    ['Mila Sahin    Vorsitz\nTom Berg      Kasse', 'an attendance'],
    ['Was wir tun. Wer hilft  und wann?\nAlle  helfen', 'sentences'],
    ['\t\t\t\t\t\n\t\t', 'nothing but gaps'],
  ])('leaves %j, %s', text => {
    expect(rows(text).every(row => row === null)).toBe(true)
  })
})
