import { describe, expect, it } from 'vitest'
import { isListOfHandles, isListOfPersons, listedIn } from './attendees.ts'

const names = (text: string, loose = false) => listedIn(text, loose).map(({ name }) => name)

describe('listedIn', () => {
  it.each([
    ['R. Weiß, M. Braun, K. Lund', ['R. Weiß', 'M. Braun', 'K. Lund']],
    ['Rita Weiß und Max Braun', ['Rita Weiß', 'Max Braun']],
    ['Frau Dr. Weiß, Hr. Braun', ['Weiß', 'Braun']],
    ['Weiß, Rita; Braun, Max', ['Rita Weiß', 'Max Braun']],
    ['Rita Weiß (Chor, Sopran), Max Braun', ['Rita Weiß', 'Max Braun']],
    ['Rita Weiß ab 18:30 Uhr', ['Rita Weiß']],
    ['Rita Weiß (bis 20 Uhr)', ['Rita Weiß']],
    ['Hans M., Eva B.', ['Hans M.', 'Eva B.']],
    ['Rita Weiß.', ['Rita Weiß']],
    ['Vorsitzender Max Braun', ['Max Braun']],
    ['Vorstand: Rita Weiß', ['Rita Weiß']],
    ['kaya, lotte_k, Ruben', ['kaya', 'lotte_k', 'Ruben']],
  ])('finds the persons of %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    ['siehe Anwesenheitsliste', 'a hint'],
    ['13 Personen', 'a head count'],
    ['keine', 'nobody'],
    ['(...)', 'made anonymous'],
    ['?', 'unknown'],
    ['–', 'a dash'],
    ['der gesamte Vorstand', 'a group'],
    ['', 'nothing'],
    ['a'.repeat(5000), 'no name is so long'],
  ])('%s holds none: %s', text => {
    expect(names(text)).toEqual([])
  })

  it('keeps organisation, function and state that stand beside a name', () => {
    expect(listedIn('Rita Weiß (Beratungsstelle), Max Braun (Protokoll), Eva Grün (entschuldigt)', false)).toEqual([
      { name: 'Rita Weiß', onBehalfOf: 'Beratungsstelle', role: null, state: null },
      { name: 'Max Braun', onBehalfOf: null, role: 'Protokoll', state: null },
      { name: 'Eva Grün', onBehalfOf: null, role: null, state: 'excused' },
    ])
    expect(listedIn('Herr Braun, entschuldigt', false)).toMatchObject([{ name: 'Braun', state: 'excused' }])
    expect(listedIn('Rita Weiß, Caritasverband', false)).toMatchObject([
      { name: 'Rita Weiß', onBehalfOf: 'Caritasverband' },
    ])
    expect(listedIn('Rita Weiß – Stadt Neuental', false)).toMatchObject([
      { name: 'Rita Weiß', onBehalfOf: 'Stadt Neuental' },
    ])
  })

  it('takes a single nickname only from a sure list', () => {
    expect(names('tiede', true)).toEqual(['tiede'])
    expect(names('tiede', false)).toEqual([])
  })
})

it('knows lists of nothing but persons', () => {
  expect(isListOfPersons('Rita Weiß, Max Braun')).toBe(true)
  expect(isListOfPersons('Rita Weiß begrüßt alle')).toBe(false)
  expect(isListOfHandles('kaya, tiede')).toBe(true)
  expect(isListOfHandles('kaya')).toBe(false)
})
