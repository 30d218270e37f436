import { describe, expect, it } from 'vitest'
import { houseRuleIn } from './house-rules.ts'

describe('houseRuleIn', () => {
  it.each([
    ['Es bleibt bei 20 Uhr', 'remains'],
    ['Die Kasse bleibt vorerst bei Mila', 'remains'],
    ['Preise bleiben gleich', 'remains'],
    ['Der Keller bleibt vorerst zu', 'remains'],
    ['Zelte nur noch gegen Kaution', 'only-so'],
    ['Ausgabe nur noch montags', 'only-so'],
    ['Hunde dürfen nicht mit auf das Gelände', 'forbids'],
    ['Jeder darf höchstens zwei Gäste mitbringen', 'forbids'],
    ['Der Termin im Juli entfällt.', 'dropped'],
    ['Auf den Wegen gilt Leinenzwang', 'holds-there'],
    ['Motto wird „Wasser“', 'named-so'],
    ['Eintritt wird 5 €', 'named-so'],
  ])('%s: %s', (text, rule) => {
    expect(houseRuleIn(text)).toBe(rule)
  })

  it.each([
    ['Die Bücher bleiben bei uns', 'where they are'],
    ['Mila bleibt bei ihrer Meinung', 'an opinion'],
    ['Die Frage bleibt offen', 'open'],
    ['Der Bericht der Kasse entfällt', 'nothing to report'],
    ['Leider dürfen wir nicht plakatieren', 'what others forbid'],
    ['Der Name wird geändert', 'an act'],
    ['Der Preis wird noch verhandelt', 'still open'],
    ['Es sind nur noch drei Karten da', 'what is'],
    ['Thema wird im Plenum besprochen', 'where it is talked about'],
    ['Die Anmeldung ist nur noch heute möglich', 'what is'],
    ['Kinder dürfen nicht länger als eine Stunde warten', 'what is due to them'],
    ['', 'nothing'],
  ])('%s: none, %s', text => {
    expect(houseRuleIn(text)).toBeNull()
  })
})
