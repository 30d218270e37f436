import { expect, test } from 'vitest'
import { read } from '../read.ts'

function daysOf(...lines: string[]): string[] {
  const text = ['# Protokoll Vorstand Chor vom 11.10.2018', '', ...lines].join('\n')
  return read(text).entries.flatMap(entry =>
    entry.kind === 'appointment' ? [`${entry.when.from} ${entry.title}`] : [],
  )
}

test('days take the year and the name of the heading that lists them', () => {
  const days = daysOf('## Termine Chorprobe 2019', '21. Februar  ', '17. Oktober  ', '', '## Kasse', 'Alles stimmt.')
  expect(days).toEqual(['2019-02-21 Chorprobe', '2019-10-17 Chorprobe'])
})

test('days take the year of the sentence that lists them', () => {
  const days = daysOf('## Planung', '- in 2019 sind Proben zu folgenden Terminen: 22. Februar, 26. April, 25. Oktober')
  expect(days.map(day => day.slice(0, 10))).toEqual(['2019-02-22', '2019-04-26', '2019-10-25'])
})

test('a year told of something else moves no day', () => {
  const days = daysOf('## Konzert 2019', '- Treffen der Vorbereitungsgruppe am 23.10.')
  expect(days.map(day => day.slice(0, 10))).toEqual(['2018-10-23'])
})
