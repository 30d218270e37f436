import { describe, expect, it } from 'vitest'
import { regulationIn } from './regulations.ts'

describe('regulationIn', () => {
  it.each([
    ['Aus „Sommercafé“ wird „Treff im Park“', 'renamed'],
    ['Für Plakate werden 200 € bereitgestellt', 'granted'],
    ['Künftig melden alle Schulen ab dem fünften Tag', 'rule-ahead'],
    ['ab jetzt Wechsel nach 80 Stunden', 'rule-ahead'],
    ['Das Heft wird zu dick, daher wird die Seitenzahl begrenzt', 'rule-ahead'],
    ['Die Sprechstunde wird auf den Donnerstag verlegt', 'changed'],
    ['Ab Juni treffen wir uns mittwochs', 'rule-from'],
    ['Ältere Geräte werden ab Januar nicht mehr unterstützt', 'rule-from'],
    ['Wer nicht kommt, zahlt fünf Euro', 'who-rule'],
    ['Wir nehmen die kleine Halle', 'we-choose'],
    ['Also machen wir Werbung', 'so-then'],
  ])('%s: %s', (text, regulation) => {
    expect(regulationIn(text)).toBe(regulation)
  })

  it.each([
    ['Der Verein wünscht sich künftig mehr Licht', 'a wish'],
    ['Frau Ott ist künftig nur noch montags erreichbar', 'what is'],
    ['Ab 2020 wurde nicht mehr gezählt', 'is over'],
    ['Wer mag, darf mitkommen', 'an invitation'],
    ['Es ist offen, ob wir die Halle nehmen', 'not settled'],
    ['Nein, die Nummern werden nicht mehr vergeben', 'an answer'],
    ['Der Basar ist von 9.30 Uhr bis 12 Uhr', 'a time'],
    ['Wir nehmen das mit in die Arbeitsgruppe', 'handed on'],
    ['Ab Januar gilt das neue Baugesetz', 'a law'],
    ['', 'nothing'],
  ])('%s: none, %s', text => {
    expect(regulationIn(text)).toBeNull()
  })
})
