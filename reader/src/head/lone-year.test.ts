import { expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { dayWithYearBeside } from './lone-year.ts'

it.each([
  ['# Arbeitskreis – 16.1.\n\n*2031, hybrid*', '2031-01-16'],
  ['Plenum Sonntag 7. April (2030), erst Beete', '2030-04-07'],
  ['Plenum 16.1.\n\nKasse 2030, Kasse 2031', null],
  ['Plenum 16.1.\nHaushalt stimmt', null],
  ['Plenum 16.1.2030\n2031', null],
  ['Jahresplanung 2031', null],
])('%j', (text, day) => {
  expect(dayWithYearBeside(documentOf(text))).toBe(day)
})
