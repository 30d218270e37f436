import { describe, expect, it } from 'vitest'
import { organisationsIn } from './organisations.ts'

const namesIn = (text: string) => organisationsIn(text).map(({ name, short }) => (short ? `${name} = ${short}` : name))

describe('organisations', { timeout: 60_000 }, () => {
  it.each([
    ['Das hat der Verein Neue Wege mit der Stadt Weidenburg vereinbart.', ['Verein Neue Wege', 'Stadt Weidenburg']],
    [
      'Vorsitzende des Fördervereins der Freunde aus Lettland in Weidenburg e.V. ist sie.',
      ['Förderverein der Freunde aus Lettland in Weidenburg e.V.'],
    ],
    [
      'im Namen des Verbandes der Kulturvereine Altau (Saale) e. V. (VKA) eröffnet',
      ['Verband der Kulturvereine Altau (Saale) e. V. = VKA'],
    ],
    ['Das Landesamt für Flüchtlinge (LAF) prüft.', ['Landesamt für Flüchtlinge = LAF']],
    ['Ministerium für Arbeit, Soziales und Gesundheit, Familien', ['Ministerium für Arbeit, Soziales und Gesundheit']],
    [
      'Leiterin des Referates für Kultur und Sport der Stadt Weidenburg',
      ['Referat für Kultur und Sport der Stadt Weidenburg'],
    ],
    ['des Runden Tischs Wohnen im Landkreis Weidenburg', ['Runder Tisch Wohnen im Landkreis Weidenburg']],
    ['in der AG Kasse & Recht und in der AG Feste', ['AG Kasse & Recht', 'AG Feste']],
    [
      'Gast der Evangelischen Kirche, des Deutschen Roten Kreuzes und der AWO',
      ['Evangelische Kirche', 'Deutsches Rotes Kreuz', 'AWO'],
    ],
    [
      'Die Nachbarschaftswerk gGmbH und die Wohnungsgenossenschaft „Eintracht“ eG',
      ['Nachbarschaftswerk gGmbH', 'Wohnungsgenossenschaft „Eintracht“ eG'],
    ],
    [
      'das Bündnis „Weidenburg hilft“ und das „Netzwerk Wohnen / Arbeit in Weidenburg“',
      ['Bündnis „Weidenburg hilft“', 'Netzwerk Wohnen/Arbeit in Weidenburg'],
    ],
    [
      'Die Clara-Wieck-Stiftung fördert, die Paul Ernst Stiftung auch.',
      ['Clara-Wieck-Stiftung', 'Paul Ernst Stiftung'],
    ],
    [
      'beim Jugendamt, bei der Ausländerbehörde, im Kreistag und im Jobcenter',
      ['Jugendamt', 'Ausländerbehörde', 'Kreistag', 'Jobcenter'],
    ],
    ['Das Jugendamt Frau Selle fragen', ['Jugendamt']],
    ['AWO Kreisverband Weidenburg e.V.', ['AWO Kreisverband Weidenburg e.V.']],
  ])('are named in %j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.each([
    'Der Verein trifft sich. Das Netzwerk wächst, ein Verband hilft.',
    'Wir gründen einen Integrationsbeirat mit Antragsrecht; kein Amt hilft, alle Vereine helfen.',
    'In der Stadt Weidenburg und im Landkreis Weidenburg wohnen viele.',
    'Das Ehrenamt ist insgesamt kein Hauptamt, Vorrat und Heirat sind keine Räte.',
    'Der Landrat und die Vorsitzende des Vereins kamen am Dienstag.',
    'Haupt- und Ehrenamt',
    'Der Verein constructor und das Amt __proto__ toString',
    'mit dem Zusatz „e.V.“',
    '',
  ])('are not named in %j', text => {
    expect(namesIn(text)).toEqual([])
  })

  it('stand where the offsets say', () => {
    const text = 'Gestern war das Jobcenter Weidenburg zu.'
    const [{ at, end } = { at: 0, end: 0 }] = organisationsIn(text)
    expect(text.slice(at, end)).toBe('Jobcenter Weidenburg')
  })

  it('are looked for in time that grows with the text', () => {
    for (const piece of ['Verein „', 'Amt für A, ', 'der Stadt ', 'Vereins-', '(e.V.', 'AWO AWO ', 'Ä'.repeat(9)]) {
      const begin = performance.now()
      organisationsIn(piece.repeat(20_000))
      expect(performance.now() - begin).toBeLessThan(5000)
    }
  })
})
