import { describe, expect, test } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { agendaOf } from './agenda.ts'

function itemsOf(...lines: string[]): string[] {
  const { items } = agendaOf(documentOf(lines.join('\n')), new Set([1]))
  return items.map(({ number, title, lines: at }) => `${at.from} ${number ?? '-'} ${title}`)
}

describe('agenda of minutes in paragraphs', () => {
  test('numbered paragraphs begin with their title', () => {
    const items = itemsOf(
      'Elternrat 12.03.2019',
      '1. Begrüßung: Frau Beck eröffnet die Sitzung und begrüßt die neuen Mitglieder ganz herzlich.',
      '2. Mensa: Der Caterer hat gewechselt. Die Wartezeit ist zu lang.',
      '3. Schulhof. Herr Kolb berichtet, dass das Gerüst gesperrt ist.',
      '4. Verschiedenes – Die nächste Sitzung ist am 14. Mai.',
    )
    expect(items).toEqual(['2 1 Begrüßung', '3 2 Mensa', '4 3 Schulhof', '5 4 Verschiedenes'])
  })

  test('lines say that they are a topic, or when it began', () => {
    const said = itemsOf('Runde', 'Thema: Kasse', 'Gut.', 'Thema: Fest', 'Bald.', 'Thema: Rest', 'Nichts.')
    expect(said).toEqual(['2 - Kasse', '4 - Fest', '6 - Rest'])
    const timed = itemsOf('Runde', '19:05 Kasse', 'Gut.', '19:20 Fest', 'Bald.', '19.45 Uhr: Rest', 'Nichts.')
    expect(timed).toEqual(['2 - Kasse', '4 - Fest', '6 - Rest'])
  })

  test('sentences name the item they are about', () => {
    const items = itemsOf(
      'Elternrat 12.03.2019',
      'Zu TOP 1 (Mensa) berichtet Herr Kolb, dass der Caterer gewechselt hat.',
      'Zu TOP 2, Schulhof: Das Klettergerüst ist gesperrt.',
      'Unter TOP 3 Verschiedenes wird auf den Flohmarkt hingewiesen.',
    )
    expect(items).toEqual(['2 1 Mensa', '3 2 Schulhof', '4 3 Verschiedenes'])
  })

  test('bold beginnings with a number', () => {
    const items = itemsOf(
      'Elternrat 12.03.2019',
      '**1. Mensa.** Die Eltern sind zufrieden mit dem Essen.',
      '**2. Schulhof.** Das Gerüst ist gesperrt.',
      '**3. Verschiedenes.** Am 14. Mai ist Flohmarkt.',
    )
    expect(items).toEqual(['2 1 Mensa', '3 2 Schulhof', '4 3 Verschiedenes'])
  })

  test('topics before a colon, but no labels of the head', () => {
    const told = 'Der Caterer hat gewechselt, die Eltern sind zufrieden.'
    expect(itemsOf('Elternrat', `Mensa: ${told}`, `Schulhof: ${told}`, `Verschiedenes: ${told}`)).toHaveLength(3)
    expect(itemsOf('Elternrat', 'Ort: Aula der Grundschule am Hang', 'Datum: 3.5.2019', 'Anwesend: alle')).toEqual([])
  })

  test('topics with entries below them stand beside topics before a colon', () => {
    const told = 'Der Caterer hat gewechselt, die Eltern sind zufrieden.'
    const items = itemsOf(
      'Elternrat',
      '- Wahl der Sprecherin',
      '  - Frau Beck wurde gewählt.',
      `- Mensa: ${told}`,
      `- Schulhof: ${told}`,
      `- Bücherei: ${told}`,
    )
    expect(items).toEqual(['2 - Wahl der Sprecherin', '4 - Mensa', '5 - Schulhof', '6 - Bücherei'])
  })

  test('sentences below "Besprochene Punkte" are no items, nor are "Themen:" within an item', () => {
    const said = ['- Mila hat die Seite fertig', '- Tom hat Fragen zur Ablage', '- Als Ort kommt der Saal infrage']
    expect(itemsOf('Treffen', '## Besprochene Punkte', ...said, '## Aufgaben bis zum nächsten Treffen', '- x')).toEqual(
      [],
    )
    const within = itemsOf('Runde', '## 1. Kasse', 'Gut.', '## 2. Fest', 'Themen: Zelt, Musik')
    expect(within).toEqual(['2 1 Kasse', '4 2 Fest'])
  })

  test('a number alone is no title', () => {
    const items = itemsOf('Runde', '## Kasse', 'Gut.', '## 2', 'Seite.', '## Fest', 'Bald.')
    expect(items).toEqual(['2 - Kasse', '6 - Fest'])
  })

  test('a list in a sentence is no agenda', () => {
    const items = itemsOf('Elternrat', 'Wünsche an die Schule:', '1. mehr Ruhe', '2. längere Pausen', '3. warmes Essen')
    expect(items).toEqual([])
  })
})

describe('agenda as web pages and word processors save it', () => {
  test.each([
    ['escaped numbers', '1\\. Mensa', '2\\. Schulhof'],
    ['broken bold', '**1.** **Mensa**', '**2.** **Schulhof**'],
    ['bold numbers', '**1. **Mensa', '**2. **Schulhof'],
    ['TOP behind the number', '1. TOP: Mensa', '2. TOP: Schulhof'],
    ['TOP alone', '**TOP 1**\nMensa', '**TOP 2**\nSchulhof'],
  ])('%s', (_, first, second) => {
    const items = itemsOf(
      'Elternrat',
      '',
      first,
      '',
      'Der Caterer ist neu.',
      '',
      second,
      '',
      'Das Gerüst ist gesperrt.',
    )
    expect(items.map(item => item.replace(/^\d+ /, ''))).toEqual(['1 Mensa', '2 Schulhof'])
  })

  test('underlined words are headings', () => {
    expect(itemsOf('Elternrat', '<u>Mensa</u>', 'Neu.', '', '<u>Schulhof:</u>', 'Gesperrt.')).toEqual([
      '2 - Mensa',
      '5 - Schulhof',
    ])
  })

  test('several minutes on one page: their headings are no items', () => {
    const items = itemsOf(
      '# Elternrat',
      '## Protokoll vom 12.03.2019',
      '### Mensa',
      'Neu.',
      '### Schulhof',
      'Gesperrt.',
      '## Protokoll der Sitzung vom 10. Januar 2019',
      '### Kasse',
      'Geprüft.',
    )
    expect(items.map(item => item.slice(4))).toEqual(['Mensa', 'Schulhof', 'Kasse'])
  })

  test.each([
    ['Tagesordnung: 1. Begrüßung, 2. Mensa, 3. Schulhof', ['1 Begrüßung', '2 Mensa', '3 Schulhof']],
    ['Tagesordnung:\n\nTOP 1 Begrüßung TOP 2 Mensa', ['1 Begrüßung', '2 Mensa']],
    [
      '**Themen:** Mensa, Schulhof (Gerüst, Sand) und Flohmarkt',
      ['- Mensa', '- Schulhof (Gerüst, Sand)', '- Flohmarkt'],
    ],
    ['Tagesordnung: angenommen, der Punkt Mensa wird als 3 behandelt', []],
  ])('in one line: %s', (line, expected) => {
    const items = itemsOf('Elternrat', line, '', 'Frau Beck eröffnet die Sitzung. Der Caterer ist neu.')
    expect(items.map(item => item.replace(/^\d+ /, ''))).toEqual(expected)
  })
})
