import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const HEAD = 'Protokoll der Vorstandssitzung am 12.04.2021\n\nAnwesend: Mila Sahin, R. Ott, Tom Berg\n\n1. Fest\n\n'

/** When the tasks of minutes with this body are due: the day, else the words. */
function dues(body: string): (string | null)[] {
  return read(`${HEAD}${body}\n\n2. Verschiedenes\n\nNächste Sitzung: 10.05.2021, 19 Uhr\n`).entries.flatMap(entry =>
    entry.kind === 'task' ? [entry.due?.from ?? entry.due?.words ?? null] : [],
  )
}

describe('due dates', () => {
  it.each<[string, (string | null)[], string]>([
    ['Mila Sahin fragt bis zur nächsten Sitzung bei der Schule an.', ['2021-05-10'], 'the day of the next meeting'],
    ['Mila Sahin fragt bis Ende Mai bei der Schule an.', ['2021-05-31'], 'the last day of a month'],
    ['Mila Sahin fragt bis Mitte Mai bei der Schule an.', ['bis Mitte Mai'], 'the middle is no day'],
    ['Mila Sahin fragt noch vor den Sommerferien bei der Schule an.', ['noch vor den Sommerferien'], 'words'],
    ['Mila Sahin fragt bis Fr bei der Schule an.', ['2021-04-16'], 'a short weekday'],
    ['Tom Berg ruft deswegen morgen bei der Schule an.', ['2021-04-13'], 'tomorrow'],
    ['- Aufbau am 3.5., Mila Sahin kocht Kaffee', ['2021-05-03'], 'the day of the event'],
    ['Mila Sahin schreibt den Antrag, Frist ist der 31.5.', ['2021-05-31'], 'a deadline behind it'],
    [
      '- Neue Fahrräder\n  - Mila Sahin holt Preise ein\n  - sollte bis zum 9.6. geklärt werden',
      ['2021-06-09'],
      'below',
    ],
    ['- Bis 3.5.:\n  - Mila Sahin holt Preise ein', ['2021-05-03'], 'over it'],
    ['- Einladung\n  - Gespräch am 25.5., 16 Uhr\n  - Mila Sahin und Tom Berg gehen hin', ['2021-05-25'], 'beside it'],
    ['Mila Sahin testet den Beamer beim nächsten Kino.', ['beim nächsten Kino'], 'an occasion'],
    ['Mila Sahin holt bis zur Maisitzung Preise ein.', ['2021-05-10'], 'the meeting of a month'],
    ['Mila Sahin holt bis zur Julisitzung Preise ein.', ['bis zur Julisitzung'], 'a meeting whose day nobody knows'],
    ['Tom Berg bringt Freitag die Bänke zum Bauhof.', ['2021-04-16'], 'a weekday alone'],
    ['Tom Berg kümmert sich um den Putztag jeden Samstag.', [null], 'a habit'],
    [
      "**To-Do's bis zum nächsten Treffen:**\n\n- Preise vergleichen",
      ['2021-05-10'],
      'a title that waits for the meeting',
    ],
    [
      'Mila Sahin fragt bis zum nächsten Stammtisch (in etwa drei Wochen) die Schule.',
      ['bis zum nächsten Stammtisch (in etwa drei Wochen)'],
      'about when that is',
    ],
    [
      'Für das Lichterfest am 5.6. werden noch Helfer gebraucht. Es meldeten sich: Mila Sahin, Tom Berg.',
      ['2021-06-05'],
      'the day of what others came forward for',
    ],
    ['Der Bus muss bis Ende Mai gebucht sein.', ['2021-05-31'], 'a state to be reached'],
    ['Mila Sahin schreibt den Brief an die Schule.', [null], 'no time'],
  ])('%j: %s', (body, expected: (string | null)[], _why) => {
    expect(dues(body)).toEqual(expected)
  })
})
