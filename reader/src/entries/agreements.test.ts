import { describe, expect, it } from 'vitest'
import { agreementIn, isPutOff } from './agreements.ts'

describe('agreementIn', () => {
  it.each([
    ['Man verständigt sich darauf, zweimal im Jahr einzuladen', 'agreed'],
    ['Am Ende einigen wir uns auf die kleine Lösung', 'agreed'],
    ['Darüber herrschte Einigkeit', 'agreed'],
    ['Man ist übereinstimmend der Auffassung, dass der Brunnen bleibt', 'agreed'],
    ['Die Tagesordnung wird ergänzt, dagegen erhebt sich kein Widerspruch', 'unopposed'],
    ['Ab Juni mittwochs, alle ok damit', 'unopposed'],
    ['Es wird vereinbart, dass alle mitreden', 'arranged'],
    ['Auf eine Ausschreibung wird verzichtet', 'off-the-table'],
    ['Der Umzug ist vom Tisch', 'off-the-table'],
    ['Die Winterfeier fällt aus', 'called-off'],
    ['Wir bleiben beim alten Drucker', 'stays'],
    ['Die Gebühr bleibt bei 15 Euro', 'stays'],
  ])('%s: %s', (text, kind) => {
    expect(agreementIn(text)).toBe(kind)
  })

  it.each([
    ['Gegen Form und Frist werden keine Einwände erhoben', 'a finding'],
    ['Man könnte sich auf einen Tag einigen, alle wären einverstanden', 'a thought'],
    ['Frau Ott fällt bis Ostern aus', 'somebody is ill'],
    ['Mila fällt aus', 'somebody is ill'],
    ['Das wird vermutlich nicht unterstützt', 'what somebody expects'],
    ['Die Wickeltische bleiben stehen', 'what is'],
    ['Der Saal ist belegt', 'what is'],
    ['', 'nothing'],
  ])('%s: none, %s', text => {
    expect(agreementIn(text)).toBeNull()
  })
})

describe('isPutOff', () => {
  it.each([
    'Der Punkt wird nach kurzer Debatte vertagt',
    'Die Vorlage wird von der Tagesordnung genommen',
    'Der Antrag wird in den Satzungsausschuss verwiesen',
    'TOP 4 wird auf die nächste Sitzung verschoben',
    'Die Umbenennung schieben wir in den Backlog: verschieben wir',
    'Über die Satzung wird erst im Herbst beraten',
    'Die Sache ruht bis zur Versammlung',
  ])('%s', text => {
    expect(isPutOff(text)).toBe(true)
  })

  it.each([
    ['Der Umzug ist verschoben worden', 'told by others'],
    ['Auf die Vorlage wird verwiesen', 'a reference'],
    ['Die Regale wurden verschoben', 'furniture'],
    ['… damit niemand zurückgestellt wird', 'a purpose'],
  ])('not "%s": %s', text => {
    expect(isPutOff(text)).toBe(false)
  })
})
