import { expect, it } from 'vitest'
import { headFieldOf, headFieldsOf } from './fields.ts'

it.each([
  ['Datum', 'date'],
  ['Sitzungstermin', 'date'],
  ['Beginn', 'start'],
  ['Sitzungsende', 'end'],
  ['Ende der Sitzung', 'end'],
  ['Uhrzeit', 'time'],
  ['Ort und Zeit', 'when-where'],
  ['Sitzungsort', 'place'],
  ['Raum', 'place'],
  ['Sitzungsleitung', 'chair'],
  ['Moderation', 'chair'],
  ['Vorsitz', 'chair'],
  ['Protokollführer:in', 'minuteTaker'],
  ['Protokollant*in', 'minuteTaker'],
  ['Protokoll', 'minuteTaker'],
  ['Schriftführerin', 'minuteTaker'],
  ['Ortstermin', null],
  ['Beginn des Treffens', 'start'],
  ['Ende der Sitzung', 'end'],
  ['Plenumsleitung', 'chair'],
  ['Anmeldeschluss', null],
  ['Protokollpunkte', null],
  ['Protokolle der letzten Sitzungen', null],
  ['', null],
])('%s is %s', (label, field) => {
  expect(headFieldOf(label)).toBe(field)
})

it('takes joint labels apart', () => {
  expect(headFieldsOf('Leitung / Protokoll')).toEqual(['chair', 'minuteTaker'])
  expect(headFieldsOf('Moderation und Protokoll')).toEqual(['chair', 'minuteTaker'])
  expect(headFieldsOf('Ort und Zeit')).toEqual(['when-where'])
  expect(headFieldsOf('Ort und Stimmung')).toEqual([])
})
