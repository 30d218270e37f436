import { describe, expect, it } from 'vitest'
import { resultOf } from './outcomes.ts'
import { votesIn } from './votes.ts'

function counts(text: string) {
  const votes = votesIn(text)?.votes
  return votes ? [votes.yes, votes.no, votes.abstain] : null
}

describe('votesIn', () => {
  it.each([
    ['(5/0/3)', [5, 0, 3], 'yes, no, abstentions in brackets'],
    ['Abstimmung: 12:0:1', [12, 0, 1], 'colons behind a word that asks for votes'],
    ['5 Ja, 0 Nein, 3 Enthaltungen', [5, 0, 3], 'numbers first'],
    ['Ja: 5 Nein: 0 Enthaltung: 3', [5, 0, 3], 'sides first, though "5 Nein" reads too'],
    ['8 Ja-Stimmen, keine Nein-Stimme und eine Enthaltung', [8, 0, 1], 'numbers in words'],
    ['7 dafür, 2 dagegen', [7, 2, null], 'nobody said how many abstained'],
    ['mit 15 Stimmen bei einer Enthaltung', [15, null, 1], 'votes without a side'],
    ['Angenommen mit 8 Ja Stimmen', [8, null, null], 'one side alone'],
    ['ohne Gegenstimme', [null, 0, null], 'none against'],
    ['Frau Ott hat sich enthalten', [null, null, 1], 'one person'],
    ['am 3/4/2022', null, 'a date'],
    ['Maßstab 1:2:3', null, 'a proportion without a vote'],
    ['5 für Kuchen und 3 für Kaffee', null, 'what is for something else'],
    ['von 14:30 bis 16:00 Uhr', null, 'times'],
    ['Janina nimmt 3 Kuchen', null, 'a name that begins with yes'],
    ['', null, 'nothing'],
  ])('%s', (text, expected, _why) => {
    expect(counts(text)).toEqual(expected)
  })
})

describe('resultOf', () => {
  it.each([
    ['einstimmig bei zwei Enthaltungen', 'unanimous'],
    ['(5/0/0)', 'unanimous'],
    ['(5/1/0)', 'accepted'],
    ['(2/3/0)', 'rejected'],
    ['Der Antrag wird abgelehnt', 'rejected'],
    ['Der Vorstand beschließt den Kauf', 'accepted'],
    ['Konsens: wir bleiben dabei', 'consensus'],
    ['Der Punkt wird vertagt', null],
    ['Die Liste soll gepflegt werden', null],
  ])('%s came out as %s', (text, result) => {
    expect(resultOf(text, votesIn(text)?.votes ?? null)).toBe(result)
  })
})
