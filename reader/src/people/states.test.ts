import { describe, expect, it } from 'vitest'
import { stateOfLabel, stateOfNote } from './states.ts'

describe('stateOfLabel', () => {
  it.each([
    ['Anwesend', 'present'],
    ['Anwesende Mitglieder des Vorstands', 'present'],
    ['Teilnehmer:innen (12)', 'present'],
    ['Teilnehmer*innen', 'present'],
    ['Teilnehmende', 'present'],
    ['Es sind anwesend', 'present'],
    ['Vor Ort anwesend', 'present'],
    ['Entschuldigt', 'excused'],
    ['Es fehlen entschuldigt', 'excused'],
    ['entschuldigt:', 'excused'],
    ['Abwesend', 'absent'],
    ['Nicht anwesend', 'absent'],
    ['Unentschuldigt', 'absent'],
    ['Es fehlen', 'absent'],
    ['Gäste', 'guest'],
    ['Als Gäste anwesend', 'guest'],
  ])('%s is %s', (label, state) => {
    expect(stateOfLabel(label)).toBe(state)
  })

  it.each([
    ['Feststellung der Anwesenheit', 'an agenda item'],
    ['Anwesenheitsquorum', 'a rule'],
    ['Beschlussfähigkeit', 'a finding'],
    ['Dabei wurde beschlossen, dass wir das so machen', 'a sentence'],
    ['Gastgeber', 'another word'],
    ['', 'nothing'],
    ['(12)', 'a number'],
  ])('%s is none: %s', label => {
    expect(stateOfLabel(label)).toBeNull()
  })
})

it('reads states of notes', () => {
  expect(['entschuldigt', 'e', 'Gast', 'als Gast', 'fehlt', 'Protokoll'].map(stateOfNote)).toEqual([
    'excused',
    'excused',
    'guest',
    'guest',
    'absent',
    null,
  ])
})
