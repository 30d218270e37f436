import { describe, expect, it } from 'vitest'
import { hasTitleForm, isAgendaWord, isMinutesWord, isTemplateWord, isTopMarker, numberOf, titleOf } from './titles.ts'

it.each([
  ['Finanzen:', 'Finanzen'],
  ['**Finanzen** (13 min)', 'Finanzen'],
  ['Finanzen (18:30 - 18:45)', 'Finanzen'],
  ['- Finanzen -', 'Finanzen'],
  ['3. Finanzen.', '3. Finanzen'],
  ['Bericht von R. Weiß', 'Bericht von R. Weiß'],
  ['[Antrag](https://example.org)', 'Antrag'],
  ['', ''],
])('%s is titled %s', (text, title) => {
  expect(titleOf(text)).toBe(title)
})

it.each([
  ['0.', '0'],
  ['0.1', '0.1'],
  ['3.1.', '3.1'],
  ['(2)', '2'],
  ['TOP 3', '3'],
  ['TOP3', '3'],
  ['zu TOP 4', '4'],
  ['TOP 2a', '2a'],
  ['Traktandum IV', 'IV'],
  ['II.', 'II'],
  ['a)', 'a'],
  ['-', null],
  ['[ ]', null],
  [null, null],
])('the mark %s counts %s', (marker, number) => {
  expect(numberOf(marker)).toBe(number)
})

describe('words', () => {
  it('that head the agenda, the minutes, or no item', () => {
    expect(['Tagesordnung', 'Traktanden:', 'Vorläufige Tagesordnung', 'TOPs', 'Themen'].every(isAgendaWord)).toBe(true)
    expect(['Festlegung der Tagesordnung', 'Thema Wohnen', ''].some(isAgendaWord)).toBe(false)
    expect(['Protokoll', 'Verlauf'].every(isMinutesWord)).toBe(true)
    expect(['Beschlüsse:', 'TODOs', 'Status', 'Anwesenheit'].every(isTemplateWord)).toBe(true)
    expect(['Finanzen', 'Termine', 'Bericht'].some(isTemplateWord)).toBe(false)
  })

  it('that say TOP', () => {
    expect(['TOP 1', 'Top 2', 'zu TOP 3', 'Traktandum 4', 'Punkt 5'].every(isTopMarker)).toBe(true)
    expect(['1.', '-', null].some(isTopMarker)).toBe(false)
  })

  it.each([
    ['Finanzen', true],
    ['Bericht der AG Wohnen e.V.', true],
    ['Finanzen.', true],
    ['Der Vorstand berichtet über das letzte Jahr.', false],
    ['und so weiter, weil niemand mehr etwas dazu sagen wollte', false],
    ['', false],
    ['A'.repeat(200), false],
  ])('%s has the form of a title: %s', (text, expected) => {
    expect(hasTitleForm(text)).toBe(expected)
  })
})
