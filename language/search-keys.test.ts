import { describe, expect, it } from 'vitest'
import { askedWordsOf, foundIn, searchWordsOf } from './search-keys.ts'

const finds = (question: string, text: string): boolean =>
  askedWordsOf(question).every(word => foundIn(text, [word]).length > 0)

const wholly = (question: string, text: string): boolean =>
  askedWordsOf(question).every(({ keys }) =>
    searchWordsOf(text).some(({ whole }) => whole.some(key => keys.includes(key))),
  )

describe('what is found', () => {
  it.each([
    ['Spielplatzordnung', 'Spielplatz', 'the head of a compound'],
    ['Spielplatzordnung', 'Ordnung Spielplatz', 'both parts, in any order'],
    ['Verkehrspläne', 'Plan Verkehr', 'a plural with an umlaut in a compound'],
    ['Wohnungstausch', 'Tausch Wohnungen', 'a part with a linking sound'],
    ['Gärten', 'Garten', 'a plural with an umlaut'],
    ['Gärten', 'gaerten', 'ae for ä'],
    ['Schülerrat', 'Schüler-Rat', 'a hyphen that the text has not'],
    ['Schüler-Rat', 'Schuelerrat', 'a hyphen that the question has not'],
    ['Lehrer:innen', 'Lehrerinnen', 'a gender form'],
    ['Lehrerinnen und Lehrer', 'Lehrer*innen', 'both forms'],
    ['Förderung', 'Foerderungen', 'a plural'],
    ['Frau Kröger', 'Kroger', 'a name without its umlaut'],
    ['Herr Öztürk', 'Oeztuerk', 'a name in other letters'],
    ['Işık und Şen', 'Isik Sen', 'letters of another language'],
    ['Farbtafel', 'Farbe', 'a head that lost its ending'],
    ['Das Schild wurde angebracht', 'Anbringung', 'the noun of a verb'],
    ['Jugendamt', 'Amt', 'a short part'],
    ['Die Elternbeiräte tagen', 'Rat', 'a short part in the plural'],
    ['das Gebäude des Amtes', 'Amt', 'a case of a short word'],
    ['Landesinformationsdienst', 'Information', 'the middle of a compound'],
    ['Gartennutzungsplan', 'Nutzung', 'the middle of a compound'],
    ['Wohnhäuser', 'Haus', 'a part in the plural'],
    ['Gartenpläne', 'Gartenplan', 'a compound whose last letter looks like an ending'],
    ['Ärztinnen', 'Ärztin', 'a plural of women'],
    ['Arzt', 'Ärztin', 'a gender form with an umlaut'],
    ['Fußball', 'Fussbaelle', 'ss for ß'],
    ['Ältere', 'älterer', 'an adjective that became a noun'],
    ['Die Heizung wird geprüft', 'prüfen', 'a participle'],
    ['Das Amt prüft die Anlage', 'geprüft', 'a finite form'],
    ['Es wurde nichts gefunden', 'finden', 'a strong participle'],
  ])('%s: %s', (text, question, _why) => {
    expect(finds(question, text)).toBe(true)
  })

  it.each([
    ['Parkett', 'Park', 'another word that begins alike'],
    ['Formation', 'Form', 'another word that begins alike'],
    ['Allesamt da', 'Amt', 'no office in it'],
    ['Referat', 'Rat', 'no council in it'],
    ['Diskurs', 'Kurs', 'no course in it'],
    ['Hörgeräte', 'Rat', 'a plural that ends alike'],
    ['Moderator*innen', 'Tor', 'letters before a gender mark'],
    ['Antworten', 'Ort', 'a plural that ends alike'],
    ['Vorschläge', 'Lage', 'cut within a sound'],
    ['wegen des Wetters', 'Weg', 'a small word'],
    ['Garten', 'Art', 'letters within a word'],
    ['Das Gesetz gilt', 'setzen', 'a noun that looks like a participle'],
  ])('not %s: %s', (text, question, _why) => {
    expect(finds(question, text)).toBe(false)
  })

  it('tells the word itself from a part', () => {
    expect(wholly('Garten', 'im Garten')).toBe(true)
    expect(wholly('Garten', 'im Schulgarten')).toBe(false)
    expect(finds('Garten', 'im Schulgarten')).toBe(true)
  })

  it('knows nothing to look for in stop words', () => {
    expect(askedWordsOf('der und die')).toEqual([])
    expect(askedWordsOf(' – !')).toEqual([])
  })

  it('says where the found words stand', () => {
    const text = 'Der Schulgarten und die Gärten.'
    const marked = foundIn(text, askedWordsOf('Garten')).map(({ from, to }) => text.slice(from, to))
    expect(marked).toEqual(['Schulgarten', 'Gärten'])
  })

  it('is done with a long text and with one endless word', () => {
    expect(searchWordsOf('Straßenbahnhaltestelle '.repeat(2_000))).toHaveLength(2_000)
    expect(searchWordsOf(`A${'b'.repeat(100_000)}`)).toHaveLength(1)
  })
})
