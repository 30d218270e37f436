import { expect, it } from 'vitest'
import { plainOf } from './inline.ts'

it.each([
  ['**Ort:** Rathaus', 'Ort: Rathaus'],
  ['_kursiv_ und *kursiv*', 'kursiv und kursiv'],
  ['Akteur*innen und Bürger*innen', 'Akteur*innen und Bürger*innen'],
  ['lotte_k und s4_mt', 'lotte_k und s4_mt'],
  ['[Antrag](https://example.org/a)', 'Antrag'],
  ['[[Seite|Antrag]]', 'Antrag'],
  ['Verein&nbsp;A &amp; B', 'Verein A & B'],
  ['Saal<br>', 'Saal'],
  ['Saal\\', 'Saal'],
  ['a < b und c > d', 'a < b und c > d'],
  ['~~alt~~ `neu`', 'alt neu'],
  ['[offen', '[offen'],
  ['', ''],
])('%s is %s', (text, expected) => {
  expect(plainOf(text)).toBe(expected)
})
