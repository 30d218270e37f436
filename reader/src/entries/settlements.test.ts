import { describe, expect, it } from 'vitest'
import { settlementIn } from './settlements.ts'

describe('settlementIn', () => {
  it.each([
    ['Damit ist der Beginn 19 Uhr festgelegt', 'settled'],
    ['Der Termin steht damit fest', 'settled'],
    ['Somit ist die Halle vergeben', 'settled'],
    ['In einer Abstimmung sprachen sich alle Anwesenden für den Umbau aus', 'speaks-out'],
    ['Die Runde spricht sich gegen eine Gebühr aus', 'speaks-out'],
    ['Wir sprechen uns dafür aus, im Mai zu feiern', 'speaks-out'],
    ['Diskutiert, aber abgelehnt wurde: „Lesekreis Nord e. V.“', 'outcome-first'],
    ['Beschlossen wurde, dass der Schuppen bleibt', 'outcome-first'],
    ['Festgelegt wird die Reihenfolge der Stände', 'outcome-first'],
    ['das winken wir so durch (die Zeit ist knapp), den Rest klären wir noch', 'waved-through'],
    ['Plakat geht so in Ordnung', 'waved-through'],
    ['Der Vorstand gibt grünes Licht', 'waved-through'],
    ['Wird trotzdem weitergeführt.', 'carried-on'],
    ['Den alten Namen behalten wir bei', 'carried-on'],
  ])('%s: %s', (text, settlement) => {
    expect(settlementIn(text)).toBe(settlement)
  })

  it.each([
    ['Frau Ott spricht sich für eine Gebühr aus', 'one person'],
    ['Damit ist noch nichts festgelegt', 'open'],
    ['Vielleicht geht das so in Ordnung', 'open'],
    ['Das könnte weitergeführt werden', 'a thought'],
    ['Bisher ist der 25. Juni festgelegt', 'a report'],
    ['', 'nothing'],
  ])('%s: none, %s', text => {
    expect(settlementIn(text)).toBeNull()
  })
})
