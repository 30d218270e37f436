import { expect, it } from 'vitest'
import { bodyNameOf } from './body-name.ts'

it.each([
  ['Protokoll der Vorstandssitzung des Runden Tisches am 3. Mai', 'Vorstand des Runden Tisches'],
  ['Protokoll der ordentlichen Mitgliederversammlung des Vereins A', 'Mitgliederversammlung des Vereins A'],
  ['Niederschrift über die 7. Sitzung des Ausschusses für Soziales', 'Ausschuss für Soziales'],
  ['Mitgliederversammlung 2021', 'Mitgliederversammlung'],
  ['Vorstandssitzung 17. September 2020', 'Vorstand'],
  ['Protokoll FSR-Sitzung 2022-05-03', 'FSR'],
  ['Protokoll des Netzwerktreffens', 'Netzwerk'],
  ['Plenum (online)', 'Plenum'],
  ['2017-06-13 Orgatreffen', 'Orgatreffen'],
  ['Sitzung 2017-06-13', null],
  ['Protokoll', null],
  ['Protokoll vom 3.5.2021', null],
  ['2021-05-03', null],
  ['', null],
])('%s is of %s', (title, body) => {
  expect(bodyNameOf(title)).toBe(body)
})
