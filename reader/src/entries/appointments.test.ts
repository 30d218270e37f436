import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

/** "day title" of each appointment of minutes of 12 March 2031. */
const appointments = (...lines: string[]) =>
  read(['# Plenum 12.03.2031', ...lines].join('\n')).entries.flatMap(entry =>
    entry.kind === 'appointment' ? [`${entry.when.from} ${entry.title}`] : [],
  )

describe('appointments', () => {
  it('takes the event from what stands over its day', () => {
    expect(appointments('- Flohmarkt', '  - soll am 3.7. sein')).toEqual(['2031-07-03 Flohmarkt'])
  })

  it('takes a day that is told twice once', () => {
    expect(appointments('- nächstes Treffen in zwei Wochen, 27.3.')).toEqual(['2031-03-27 nächstes Treffen'])
    expect(appointments('- Gründungsfeier am 7.7., 19 Uhr', '- Plakate für die Gründungssitzung am 7.7.')).toHaveLength(
      1,
    )
  })

  it('takes until when something can be handed in', () => {
    expect(appointments('Anträge können bis 15.4. eingereicht werden.')).toEqual(['2031-04-15 Anträge'])
  })

  it('leaves out a day that is only spoken of', () => {
    expect(appointments('Der 1. Oktober als Beginn des Vereinsjahres wird begrüßt.')).toEqual([])
  })

  it('reads every row of a table of dates', () => {
    const table = [
      '| Datum | Was | Ort |',
      '|---|---|---|',
      '| 8.4. | Stammtisch | Café Anker |',
      '| 7.5. | Fest | Hof |',
    ]
    expect(appointments('## Ausblick', ...table)).toEqual(['2031-04-08 Stammtisch', '2031-05-07 Fest'])
  })
})
