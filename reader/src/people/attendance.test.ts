import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { attendanceOf } from './attendance.ts'

const read = (text: string) =>
  attendanceOf(documentOf(text)).attendees.map(({ state, name, lines }) => `${state} ${name} ${lines.from}`)

describe('attendanceOf', () => {
  it.each([
    ['Anwesend: R. Weiß, M. Braun', ['present R. Weiß 1', 'present M. Braun 1']],
    ['**Entschuldigt**: Rita Weiß', ['excused Rita Weiß 1']],
    ['Anwesend: Rita, Max; entschuldigt: Eva', ['present Rita 1', 'present Max 1', 'excused Eva 1']],
    ['## Gäste\n\nRita Weiß', ['guest Rita Weiß 3']],
    ['Anwesend\n- Rita\n- Max', ['present Rita 2', 'present Max 3']],
    ['Anwesend sind Rita Weiß und Max Braun.', ['present Rita Weiß 1', 'present Max Braun 1']],
    ['Anwesend: Rita Weiß,\nMax Braun und elf weitere', ['present Rita Weiß 1', 'present Max Braun 2']],
    ['Anwesend:\n\nVom Vorstand:\n- Rita Weiß\n\nGäste:\n- Max Braun', ['present Rita Weiß 4', 'guest Max Braun 7']],
    [
      'Anwesend:\n\nMitglieder\nFrau Rita Weiß\n\nVerwaltung\nHerr Max Braun',
      ['present Rita Weiß 4', 'present Max Braun 7'],
    ],
    ['Anwesend:\n- [x] Rita Weiß\n- [ ] Max Braun (entschuldigt)', ['present Rita Weiß 2', 'excused Max Braun 3']],
    ['Anwesend:\n- [x] Rita Weiß\n- [ ] Max Braun', ['present Rita Weiß 2']],
    [
      'Runde\n24.4.31, Saal. Rita (tippt), Herr Braun, später Eva',
      ['present Rita 2', 'present Braun 2', 'present Eva 2'],
    ],
    [
      '# Runde\n30.8.2031 | Call | Rita (Notizen), Max, Eva | abwesend: Tim',
      ['present Rita 2', 'present Max 2', 'present Eva 2'],
    ],
    ['Runde\nAktive: Rita, Max, Eva, ein stiller Gast', ['present Rita 2', 'present Max 2', 'present Eva 2']],
    ['Runde\n20 Uhr · @rita, @maxe, @evi', ['present rita 2', 'present maxe 2', 'present evi 2']],
    ['Runde\nVerteiler: Rita, Max, Eva', []],
    ['Runde\nvor Ort: Rita, Max\nohne: Eva', ['present Rita 2', 'present Max 2', 'absent Eva 3']],
    ['Da: Rita, Max; Eva entschuldigt (krank)', ['present Rita 1', 'present Max 1', 'excused Eva 1']],
    ['dabei: @rita @maxe – @evi fehlt', ['present rita 1', 'present maxe 1', 'absent evi 1']],
    [
      'Anwesend sind: Rita Weiß sowie als Gäste Max Braun und Eva Lund, entschuldigt war Tim Roth.',
      ['present Rita Weiß 1', 'guest Max Braun 1', 'guest Eva Lund 1', 'excused Tim Roth 1'],
    ],
    ['| Anwesend | Rita Weiß, Max Braun |\n|---|---|', ['present Rita Weiß 1', 'present Max Braun 1']],
    ['| Name | Anwesend |\n|---|---|\n| Rita | x |\n| Max | |', ['present Rita 3']],
    ['| Anwesend | Gäste |\n|---|---|\n| Rita | Max |', ['present Rita 3', 'guest Max 3']],
    ['---\nanwesend: [Rita Weiß, Max Braun]\n---', ['present Rita Weiß 2', 'present Max Braun 2']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['Anwesend: 13 Personen', 'a head count'],
    ['Anwesend: (...)', 'made anonymous'],
    ['## Anwesend\nTotal Stimmenzahl: 11 Stimmen', 'votes'],
    ['Anwesend:\n\n1. Begrüßung\n2. Finanzen', 'the agenda'],
    ['TOP 1: Anwesenheit\n- Rita kommt', 'an agenda item'],
    ['Dabei stellte Rita Weiß fest, dass es regnet.', 'a sentence'],
    ['', 'nothing'],
  ])('finds nobody in %j: %s', text => {
    expect(read(text)).toEqual([])
  })

  it('ends a list at the next label, at prose and at a rule', () => {
    expect(read('Anwesend:\nRita Weiß\nProtokoll: Max Braun')).toEqual(['present Rita Weiß 2'])
    expect(read('Anwesend:\nRita Weiß\n\nMax Braun')).toEqual(['present Rita Weiß 2'])
    expect(read('Anwesend:\n- Rita Weiß\n---\n- Max Braun')).toEqual(['present Rita Weiß 2'])
  })

  it('counts a person once, a guest as a guest', () => {
    expect(read('Anwesend: Rita Weiß, Rita Weiß\nGäste: Rita Weiß')).toEqual(['guest Rita Weiß 2'])
  })

  it('gives the functions that a list names', () => {
    const { roles } = attendanceOf(documentOf('Anwesend:\n\nVorsitzende\nRita Weiß\nMax Braun (Protokoll)'))
    expect(roles.map(({ role, name }) => [role, name])).toEqual([
      ['Vorsitzende', 'Rita Weiß'],
      ['Protokoll', 'Max Braun'],
    ])
  })
})
