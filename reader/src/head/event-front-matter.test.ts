import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'

function headOf(...lines: string[]) {
  const { head } = read(lines.join('\n'))
  return [head.title, head.date, head.start, head.end].map(field => field?.value ?? null)
}

describe('head of notes on a site or a pad', () => {
  test('the event of the front matter goes before the day of publishing', () => {
    const lines = [
      '---',
      'title: Offene Runde Mai 2019',
      'date: 2019-05-09 08:00:00',
      'event: 2019-05-03 19:30:00',
      '---',
    ]
    expect(headOf(...lines, '', '### Kasse', '* stimmt')).toEqual([
      'Offene Runde Mai 2019',
      '2019-05-03',
      '19:30',
      null,
    ])
  })

  test('midnight in the event is no time', () => {
    expect(headOf('---', 'title: Runde', 'event: 2019-05-03 00:00:00', '---', '', 'Kasse stimmt.')[2]).toBeNull()
  })

  test('a template before the title, and both times in one label', () => {
    const lines = [
      'Sitzungsablauf:',
      '',
      'Protokoll Chor 2019-05-03',
      '',
      'Start-Ende: 18:51-21:00',
      '',
      'Kasse stimmt.',
    ]
    expect(headOf(...lines)).toEqual(['Protokoll Chor 2019-05-03', '2019-05-03', '18:51', '21:00'])
  })

  test('an entry of a list is no title', () => {
    expect(
      headOf('Anwesend: Mia, Ole', '', '## Orga', '', '* Protokoll der letzten Woche hochladen', '* Kasse')[0],
    ).not.toContain('hochladen')
  })
})
