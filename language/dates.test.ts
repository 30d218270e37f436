import { describe, expect, it } from 'vitest'
import { datesIn, firstDayIn } from './dates.ts'

const MEETING = '2022-10-24'

/** "from" or "from/until" of each mention; "?" where the words fit no day. */
function said(text: string, reference: string | null = MEETING): string[] {
  return datesIn(text, reference).map(({ from, until }) => [from ?? '?', until].filter(Boolean).join('/'))
}

describe('datesIn', () => {
  it.each([
    ['am 14.11.2022', ['2022-11-14']],
    ['am 14. 11. 2022', ['2022-11-14']],
    ['am 14.11.22', ['2022-11-14']],
    ['14.November 2022', ['2022-11-14']],
    ['14. november', ['2022-11-14']],
    ['2022-11-14', ['2022-11-14']],
    ['2022-11-14 bis 2022-11-16', ['2022-11-14/2022-11-16']],
    ['14/11/2022', ['2022-11-14']],
    ['30/08/23', ['2023-08-30']],
    ['1. März 2023 bis 28. Februar 2025', ['2023-03-01/2025-02-28']],
    ['1.3.2023 bis 28.2.2025', ['2023-03-01/2025-02-28']],
    ['2022/11/14', ['2022-11-14']],
    ['2022_11_14', ['2022-11-14']],
    ['14. Oct 2022', ['2022-10-14']],
    ['14-Nov-2022', ['2022-11-14']],
    ['14ten November', ['2022-11-14']],
    ['November 14, 2022', ['2022-11-14']],
    ['3-5 Mai 2023', ['2023-05-03/2023-05-05']],
    ['14.11.2022 und 16.11.2022', ['2022-11-14', '2022-11-16']],
    ['14.–16.11.2022', ['2022-11-14/2022-11-16']],
    ['vom 1. bis 3. März 2023', ['2023-03-01/2023-03-03']],
    ['3./4. Mai', ['2023-05-03/2023-05-04']],
    ['14./21.11.', ['2022-11-14', '2022-11-21']],
    ['2., 9. und 16. März', ['2023-03-02', '2023-03-09', '2023-03-16']],
    ['5. oder 12. Mai', ['2023-05-05', '2023-05-12']],
    ['18. + 19. November', ['2022-11-18/2022-11-19']],
    ['16.–18.8.23', ['2023-08-16/2023-08-18']],
    ['17. bis einschl. 19. Mai', ['2023-05-17/2023-05-19']],
    ["27. Jan. '23", ['2023-01-27']],
    ['30.11. bis 2.12.2022', ['2022-11-30/2022-12-02']],
    ['vom 30. Dezember bis 2. Januar', ['2022-12-30/2023-01-02']],
    ['November 2022', ['2022-11']],
    ['Mitte Juli', ['2023-07']],
    ['bis Ende November', ['2022-11']],
    ['seit Juli', ['2022-07']],
  ])('finds %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    ['14.11. 20 Uhr', ['2022-11-14'], 'the hour is no year'],
    ['24.10.2022, 14 – 16 Uhr', ['2022-10-24'], 'the hours are no days'],
    ['31.2.2022', [], 'no calendar has it'],
    ['29.2.', ['?'], 'no leap year is near'],
    ['Version 10.4. ist da', [], 'a version'],
    ['TOP 3.2. wird vertagt', [], 'a number of an item'],
    ['192.168.1.10', [], 'an address'],
    ['§ 5.1. der Satzung', [], 'a paragraph'],
    ['bilder/2023-02-25%20Plan.png', [], 'a file name'],
    ['Frau Mai ruft an', [], 'a name'],
    ['5:0:3', [], 'a vote'],
    ['', [], 'nothing'],
  ])('takes %s for what it is', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('takes a day without year as past if it was lately, else as the next one', () => {
    expect(said('am 3.10.')).toEqual(['2022-10-03'])
    expect(said('am 3.5.')).toEqual(['2023-05-03'])
    expect(said('am 3.5.', null)).toEqual(['?'])
    expect(datesIn('am 3.5.', MEETING)[0]).toMatchObject({ yearSaid: false })
    expect(datesIn('am 3.5.2023', MEETING)[0]).toMatchObject({ yearSaid: true })
  })

  it('holds a weekday against the calendar', () => {
    expect(datesIn('Mittwoch, 13. Januar 2020')[0]?.weekday).toEqual({ said: 3, real: 1 })
    expect(datesIn('Mo, 14.11.2022')[0]?.weekday).toEqual({ said: 1, real: 1 })
    expect(datesIn('so 14.11.2022')[0]?.weekday, 'a small "so" is no Sunday').toBeNull()
  })

  it('says where the words stand', () => {
    const text = 'Treffen am 14.11.2022 im Saal'
    const [date] = datesIn(text)
    expect(text.slice(date!.at, date!.end)).toBe('14.11.2022')
  })

  it('finds the first day, not a month', () => {
    expect(firstDayIn('im November, genauer am 14.11.', MEETING)?.from).toBe('2022-11-14')
    expect(firstDayIn('im November', MEETING)).toBeNull()
  })
})

describe('times that count from the meeting', () => {
  it.each([
    ['am nächsten Sonntag', '2022-10-30'],
    ['bis Freitag', '2022-10-28'],
    ['bis Ende des Monats', '2022-10-31'],
    ['zum Monatsende', '2022-10-31'],
    ['Ende nächsten Monats', '2022-11-30'],
    ['übernächsten Montag', '2022-11-07'],
    ['morgen', '2022-10-25'],
    ['in zwei Wochen', '2022-11-07'],
    ['in 10 Tagen', '2022-11-03'],
    ['Montag in drei Wochen', '2022-11-14'],
    ['Dienstag nächster Woche', '2022-11-01'],
    ['nächste Woche Donnerstag', '2022-11-03'],
    ['am 28. um acht', '2022-10-28'],
    ['bis zum 5.', '2022-11-05'],
    ['am ersten Sonntag im Dezember', '2022-12-04'],
    ['letzter Freitag im Oktober', '2022-10-28'],
    ['am zweiten Augustwochenende', '2023-08-12/2023-08-13'],
    ['KW 45', '2022-11-07/2022-11-13'],
    ['KW 2', '2023-01-09/2023-01-15'],
  ])('%s is %s', (text, expected) => {
    expect(said(text)).toEqual([expected])
    expect(said(text, null).every(one => one === '?')).toBe(true)
  })

  it.each([
    'möglichst bald',
    'so bald wie möglich',
    'zeitnah',
    'in den kommenden Tagen',
    'Ende der Woche',
    'nächste Woche',
    'im Frühjahr 2023',
    'an der nächsten GV',
    'bis zur nächsten Sitzung',
    'bis 2025',
  ])('%s fits no day', words => {
    expect(datesIn(`Das geht ${words} los`, MEETING)).toMatchObject([{ words, from: null }])
  })

  it.each(['zum 2. Mal', 'am 3. Treffen', 'am 5. Tag', 'im 4. Stock'])('%s names no day', words => {
    expect(said(words)).toEqual([])
  })

  it('leaves "am Morgen" and a weekday with its date alone', () => {
    expect(said('am Morgen')).toEqual([])
    expect(said('am Montag, den 14.11.2022')).toEqual(['2022-11-14'])
  })
})
