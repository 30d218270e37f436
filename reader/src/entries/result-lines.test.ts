import { describe, expect, it } from 'vitest'
import { isProposal, isYesOrNo, ownSubject, refersBack, tellsOnlyResult } from './result-lines.ts'

describe('tellsOnlyResult', () => {
  it.each([
    '(5/0/3)',
    'einstimmig angenommen',
    'Abstimmung: 7/0/0 – angenommen',
    'Wahl (geheim): 5 ja, 0 nein, 1 Enthaltung',
    'Abgegebene Stimmen 14: Ja 12, Nein 1, ungültig 1.',
    '9 Pro-Stimmen, 1 Gegenstimme (Ott) – angenommen.',
    'Das Ergebnis der Abstimmung: 2 für Mai, 6 für Juni',
    'Damit sind alle einverstanden.',
    'Dem wird allgemein zugestimmt.',
    'Wird einstimmig angenommen.',
    'Mangels Beschlussreife zurückgestellt, die Verwaltung fragt nach.',
    'Der Antrag findet keine Mehrheit.',
    'Der Antragsteller übernimmt.',
    'Keine Gegenrede, damit angenommen.',
    'ja, alle dafür.',
  ])('%s', text => {
    expect(tellsOnlyResult(text)).toBe(true)
  })

  it.each([
    ['Das Budget wird einstimmig gutgeheissen', 'says what'],
    ['Der Antrag, ein Zelt zu kaufen, wird abgelehnt', 'says what'],
    ['Es besteht Einvernehmen, dass gewechselt wird', 'says what'],
    ['Konsens: höchstens fünfzig Anfragen', 'says what'],
    ['Beschlossen wurde der Projektchor', 'says what'],
    ['Kein Konsens.', 'nothing came out'],
    ['Wahlleitung macht Mila', 'says who'],
    ['Mila fragt nach', 'a task'],
    ['Alle sind dafür, die Bank zu kaufen', 'says what'],
    ['300 € genehmigt', 'says what'],
  ])('not "%s": %s', text => {
    expect(tellsOnlyResult(text)).toBe(false)
  })

  it('takes no question for an answer', () => {
    expect(refersBack('Sind damit alle einverstanden?')).toBe(false)
  })
})

describe('answers to a proposal', () => {
  it.each(['Soll der Beitrag steigen?', 'Wollen wir das Zelt kaufen?', 'Neue Stühle kaufen?'])('%s proposes', text => {
    expect(isProposal(text)).toBe(true)
  })

  it.each(['Können Sie den Platz räumen?', 'Wer will den Schlüssel nehmen?', 'Ist der Raum frei?', 'Das Zelt kaufen'])(
    '%s proposes nothing',
    text => {
      expect(isProposal(text)).toBe(false)
    },
  )

  it('knows yes and no', () => {
    expect(['Ja', 'nein, zu teuer', 'Ja, Mila fragt nach', 'Jacke'].map(isYesOrNo)).toEqual([true, true, false, false])
  })

  it('sees when a line of votes names what was voted on', () => {
    expect(ownSubject('Abstimmung Raummiete: 7 ja, 1 nein')).toBe(true)
    expect(ownSubject('Abstimmung über den Antrag: 7 ja, 1 nein')).toBe(false)
    expect(ownSubject('Abstimmung: 7 ja, 1 nein')).toBe(false)
  })
})
