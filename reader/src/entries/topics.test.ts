import { describe, expect, it } from 'vitest'
import { topicOf } from './topics.ts'

describe('topicOf', () => {
  it.each([
    ['ToDos', 'task'],
    ['**TODO:**', 'task'],
    ['Offene Aufgaben', 'task'],
    ['Nächste Schritte', 'task'],
    ['7. Aufgabenverteilung', 'task'],
    ['Alte ToDos', 'old-task'],
    ['Nicht erledigte Tasks', 'old-task'],
    ['Kontrolle des Protokolls vom 3. Mai', 'review'],
    ['Umsetzung der Beschlüsse', 'review'],
    ['Erledigte Aufgaben', 'done'],
    ['Beschlüsse', 'decision'],
    ['Diskussion und Entscheid', 'decision'],
    ['Termine', 'appointment'],
    ['Nächste Termine und Fristen', 'appointment'],
    ['Ideen', 'idea'],
    ['Mögliche Projekte', 'idea'],
    ['Parkplatz', 'parked'],
    ['Lernerfahrungen', 'lesson'],
    ['Was lief gut', 'lesson'],
    ['Wünsche an den Beirat', 'wish'],
    ['Offene Fragen', 'question'],
    ['Bericht des Vorstands', 'information'],
  ])('%s announces %s', (title, topic) => {
    expect(topicOf(title)).toBe(topic)
  })

  it.each(['Sommerfest', 'Mögliche Räume', 'Begrüßung', 'Planung des Fests', '', '***'])(
    '%s announces nothing',
    title => {
      expect(topicOf(title)).toBeNull()
    },
  )
})
