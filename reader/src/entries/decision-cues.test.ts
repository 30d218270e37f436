import { describe, expect, it } from 'vitest'
import { decisionCueOf } from './decision-cues.ts'

describe('decisionCueOf', () => {
  it.each([
    ['Der Kauf wird einstimmig beschlossen', 'resolved'],
    ['Beschluss: Wir kaufen ein Zelt.', 'label'],
    ['Kauf eines Zelts (5/0/3)', 'votes'],
    ['Abnahme der Rechnung durch das Plenum: Ja', 'approval'],
    ['Das Protokoll der letzten Sitzung wird genehmigt', 'approved'],
    ['Man ist sich einig, dass gewechselt wird', 'agreed'],
    ['Es wird vereinbart, dass alle mitreden', 'arranged'],
    ['Frau Lund wird zur Vorsitzenden gewählt', 'elected'],
    ['Aus „Sommercafé“ wird „Treff im Park“', 'renamed'],
    ['Für Plakate werden 200 € bereitgestellt', 'granted'],
    ['Die Liste soll künftig in der Ablage gepflegt werden', 'rule'],
    ['Beschluss 2019/41: Zwei Schlüssel werden ausgegeben.', 'label'],
    ['Übereinkunft: Alte Geräte laufen aus.', 'label'],
    ['Protokoll vom 20.04. passt', 'approval'],
    ['Die Vorlage wird von der Tagesordnung genommen', 'put-off'],
    ['Die Tagesordnung wird um TOP 6 ergänzt', 'agenda-changed'],
    ['Dem Vorstand wird Entlastung erteilt', 'discharged'],
    ['Zur Wahlleiterin wird Frau Ott bestellt', 'elected'],
    ['Für jede Gruppe wurden zwei Sprecherinnen bestimmt', 'elected'],
    ['Als Vertreterin in der Kreiskonferenz wurde bestimmt: Frau Lund', 'elected'],
    ['Frau Lund und Herr Ott sind Stellvertreter.', 'elected'],
    ['Der Verein bezuschusst die Fahrt mit 80 Euro', 'granted'],
    ['Da viele kommen, werden die anfallenden Kosten von der Vereinskasse übernommen.', 'granted'],
    ['Die Anschaffung von zwei Zelten wird befürwortet', 'approved'],
    ['Herbstfest: entfällt dieses Jahr.', 'dropped'],
    ['Das Angebot der Druckerei wird abgelehnt', 'approved'],
    ['Der Vorstand empfiehlt der Versammlung den Kauf', 'body-acts'],
    ['Wahlleitung macht Mila', 'chairing'],
    ['Es wird ein Arbeitskreis gebildet', 'founded'],
    ['Im Einvernehmen übernahm Mila die Sitzungsleitung', 'agreed'],
  ])('%s: %s', (text, cue) => {
    expect(decisionCueOf(text, null)?.cue).toBe(cue)
  })

  it.each([
    ['Die Versammlung ist beschlussfähig', 'a finding'],
    ['Darüber muss noch abgestimmt werden', 'is to come'],
    ['Es wurde noch nichts entschieden, keine Entscheidung', 'nothing was decided'],
    ['Soll das Zelt gekauft werden?', 'a question'],
    ['Der Stadtrat hat den Umbau beschlossen', 'another body'],
    ['Im Gemeinderat wurde der Umbau beschlossen', 'another body'],
    ['Wie in der letzten Sitzung beschlossen', 'an earlier one'],
    ['Der Förderantrag wurde abgelehnt', 'what an office did'],
    ['Es wird angenommen, dass viele kommen', 'a guess'],
    ['Eine zweite Gruppe wird voraussichtlich eingerichtet', 'a guess'],
    ['Ein Bausatz, der getauscht werden kann, da er überall eingesetzt wird', 'told of a thing'],
    ['Die Fahrtkosten werden vom Land übernommen', 'others pay'],
    ['', 'nothing'],
  ])('%s: none, %s', text => {
    expect(decisionCueOf(text, null)).toBeNull()
  })

  it('takes the body that met for its own', () => {
    expect(decisionCueOf('Der Stadtrat hat den Umbau beschlossen', 'Stadtrat Neuental')?.cue).toBe('resolved')
  })
})
