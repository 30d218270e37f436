import { describe, expect, it } from 'vitest'
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
    ['[9-2-1]', [9, 2, 1], 'dashes in brackets'],
    ['Karneval – 12-0-0', [12, 0, 0], 'dashes at the end'],
    ['+5 -1 o2', [5, 1, 2], 'signs'],
    ['5+ / 1− / 1o', [5, 1, 1], 'signs behind'],
    ['J 7 / N 1 / E 2', [7, 1, 2], 'letters'],
    ['Ja 6.850 / Nein 0 / Enth. 562', [6850, 0, 562], 'shares'],
    ['mit 41 gegen 9 Stimmen bei 4 Enthaltungen beschlossen', [41, 9, 4], 'one against the other'],
    ['obsiegt mit 38 : 22', [38, 22, null], 'a pair'],
    ['Abgelehnt, 2:4.', [2, 4, null], 'a pair behind its outcome'],
    ['das Logo bleibt, 4 zu 1', [4, 1, null], 'a pair in words'],
    ['keine Mehrheit (3 : 5, eine Enthaltung)', [3, 5, 1], 'a pair with abstentions'],
    ['(3 dafür, Mila dagegen)', [3, 1, null], 'one who is named'],
    ['(drei dafür, Mila enthält sich)', [3, null, 1], 'one who is named'],
    ['5 für den Kauf / 2 dagegen / 1 egal', [5, 2, 1], 'in everyday words'],
    ['(30 Stimmen, 1 Enthaltung)', [30, null, 1], 'votes beside abstentions'],
    ['einstimmig (8)', [8, null, null], 'how many they were'],
    ['gegen die Stimme von Frau Ott', [null, 1, null], 'the one against'],
    ['Nur vier Stimmen dafür', [4, null, null], 'one side in words'],
    ['Mit 3 gegen 2 Stimmen abgelehnt', [2, 3, null], 'the greater number turned it down'],
    ['wird ergänzt: 8:0:0.', [8, 0, 0], 'a triple behind a colon'],
    ['Gewählt mit 51 Stimmen bei eigener Enthaltung', [51, null, 1], 'the candidate abstained'],
    ['am 2012-09-06 abgestimmt', null, 'a day'],
    ['Treffen um 19:30, abgestimmt', null, 'a time'],
    ['im Verhältnis 3 zu 1', null, 'a proportion'],
    ['für 500 € dafür freigegeben', null, 'money'],
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
