import { describe, expect, it } from 'vitest'
import { conditionIn, isConditional } from './conditions.ts'

describe('conditions', () => {
  it.each([
    ['Wir kaufen ein Zelt, sofern die Mittel reichen, im Mai', 'sofern die Mittel reichen'],
    ['Der Saal wird gemietet, vorbehaltlich der Zusage', 'vorbehaltlich der Zusage'],
    ['Sollte es regnen, wird der Saal gemietet', 'Sollte es regnen'],
    ['Bei weniger als zehn Anmeldungen wird die Fahrt abgesagt', 'Bei weniger als zehn Anmeldungen'],
    ['Wir kaufen ein Zelt', null],
  ])('of "%s": %s', (text, condition) => {
    expect(conditionIn(text)).toBe(condition)
  })

  it.each([
    ['Wenn sie einladen, kommen wir mit', true],
    ['Falls es regnet, wird der Saal gemietet', true],
    ['Sollte der Referent absagen, wird Frau Ott gefragt', true],
    ['Kommt kein Angebot, wird die Stelle neu ausgeschrieben', true],
    ['Meldet er sich nicht, geben wir den Platz weiter', true],
    ['Bei weniger als zehn Anmeldungen wird die Fahrt abgesagt', true],
    ['Wer bis Mai nicht zahlt, wird gestrichen', true],
    ['Sollte keine Antwort kommen, ruft Mila an', false],
    ['Sollte der Saal belegt sein, brauchen wir einen anderen', false],
    ['Falls es regnete, würde verschoben werden', false],
    ['Wenn der Beirat läuft, ist alles gut', false],
    ['Kommt ihr mit, wird es lustig?', false],
    ['Wir kommen', false],
  ])('%s binds: %s', (text, binds) => {
    expect(isConditional(text)).toBe(binds)
  })
})
