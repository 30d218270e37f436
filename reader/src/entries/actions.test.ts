import { describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { actionsIn } from './actions.ts'
import { castOf } from './cast.ts'

const names = ['Mila Sahin', 'R. Ott', 'Tom', 'Nuria', 'kaya_x']
const attendance = names.map(name => ({ name, state: 'present', onBehalfOf: null, lines: { from: 1, to: 1 } }))
const head = { chair: null, minuteTaker: null }
const cast = castOf({ head, attendance, document: { lines: [] } } as unknown as Context)

function acts(text: string): string[] {
  return actionsIn(text, cast).map(({ from, to, owner }) => `${owner.names.join('+')}: ${text.slice(from, to)}`)
}

describe('actionsIn', () => {
  it.each([
    ['Mila fragt bei der Schule an.', ['Mila: Mila fragt bei der Schule an.'], 'a name and an act'],
    ['Hr. Ott ruft Frau Lund an', ['Hr. Ott: Hr. Ott ruft Frau Lund an'], 'a form of address'],
    [
      'Die Koordinierungsstelle versendet den Brief',
      ['Koordinierungsstelle: Die Koordinierungsstelle versendet den Brief'],
      'an office',
    ],
    ['Mila, Tom und die AG Fest bauen auf', ['Mila+Tom+AG Fest: Mila, Tom und die AG Fest bauen auf'], 'several'],
    ['Das Tor klemmt, Tom spricht mit dem Wart.', ['Tom: Tom spricht mit dem Wart.'], 'the second clause acts'],
    ['Mila kocht Suppe, Tom backt Brot', ['Mila: Mila kocht Suppe', 'Tom: Tom backt Brot'], 'two who act'],
    [
      'Mila hat den Schlüssel und gibt ihn Tom zurück',
      ['Mila: gibt ihn Tom zurück'],
      'the doer of the clause before goes on',
    ],
    ['Jede Klasse übernimmt einen Stand', ['Jede Klasse: Jede Klasse übernimmt einen Stand'], 'people by their number'],
    [
      'Die Gruppenleiter melden bis zum 30. Mai, wer mitfährt',
      ['Gruppenleiter: Die Gruppenleiter melden bis zum 30. Mai, wer mitfährt'],
      'many who tell by a deadline',
    ],
    ['Mila trifft sich am 2.6. mit der Försterin', ['Mila: Mila trifft sich am 2.6. mit der Försterin'], 'who meets'],
    [
      'Für den Einlass haben sich Hr. Ott und Mila bereit erklärt.',
      ['Hr. Ott+Mila: Für den Einlass haben sich Hr. Ott und Mila bereit erklärt.'],
      'who came forward',
    ],
    [
      'Mila informiert die Mitglieder per Aushang',
      ['Mila: Mila informiert die Mitglieder per Aushang'],
      'what is told later',
    ],
    ['Um die Technik kümmert sich Nuria', ['Nuria: Um die Technik kümmert sich Nuria'], 'the owner behind the verb'],
    ['Getränke besorgt Mila Sahin', ['Mila Sahin: Getränke besorgt Mila Sahin'], 'the object first'],
    ['Tom wird alle per Brief einladen.', ['Tom: Tom wird alle per Brief einladen.'], 'the future'],
    [
      'Der Vorstand wird beauftragt, ein Angebot einzuholen',
      ['Vorstand: Der Vorstand wird beauftragt, ein Angebot einzuholen'],
      'a charge',
    ],
    ['Mila hat den Hut auf', ['Mila: Mila hat den Hut auf'], 'an idiom'],
    [
      'Der Schlüssel wird durch Mila Sahin übergeben',
      ['Mila Sahin: Der Schlüssel wird durch Mila Sahin übergeben'],
      'a passive with its doer',
    ],
    ['Gesa lässt den Brief übersetzen', ['Gesa: Gesa lässt den Brief übersetzen'], 'a given name of nobody present'],
    ['kaya_x schreibt dem Spender', ['kaya_x: kaya_x schreibt dem Spender'], 'a handle'],
    ['Mila lässt klären, wo die Post liegt', ['Mila: Mila lässt klären, wo die Post liegt'], 'has it done'],
    ['Den Knopf drückt dann wieder Tom', ['Tom: Den Knopf drückt dann wieder Tom'], 'the owner behind small words'],
    ['Das Zelt stellt der Bauhof auf', ['Bauhof: Das Zelt stellt der Bauhof auf'], 'an office behind the verb'],
    ['Die Leitung übernimmt Hr. Ott', ['Hr. Ott: Die Leitung übernimmt Hr. Ott'], 'an office that is the object'],
    ['Eine Rundmail kommt von Nuria', ['Nuria: Eine Rundmail kommt von Nuria'], 'a source'],
    ["Mila schickt's Tom", ["Mila: Mila schickt's Tom"], 'a leaning es'],
    ['Tom hat versprochen, den Grill zu holen', ['Tom: Tom hat versprochen, den Grill zu holen'], 'a promise'],
    [
      'Der Orts- vorsteher holt Angebote ein',
      ['Ortsvorsteher: Der Orts- vorsteher holt Angebote ein'],
      'a word parted at the end of a line',
    ],
    [
      'Der Magistrat wird gebeten, den Weg zu sperren',
      ['Magistrat: Der Magistrat wird gebeten, den Weg zu sperren'],
      'an office that is asked',
    ],
    ['Die Skater liefern die Liste bis Mai nach', ['Skater: Die Skater liefern die Liste bis Mai nach'], 'a group'],
    ['Mila ruft an und gibt Bescheid', ['Mila: Mila ruft an und gibt Bescheid'], 'one act in two words'],
    ['Tom sucht den Beleg und druckt zwei Listen', ['Tom: Tom sucht den Beleg', 'Tom: druckt zwei Listen'], 'two acts'],
    ['Kann Tom den Beamer mitbringen?', ['Tom: Kann Tom den Beamer mitbringen?'], 'a request'],
  ])('%s', (text, expected, _why) => {
    expect(acts(text)).toEqual(expected)
  })

  it.each([
    ['Mila berichtet vom Gespräch', 'tells what was said here'],
    ['Mila eröffnet die Sitzung', 'is done in the meeting'],
    ['Mila fragt, wann das Fest ist', 'asks the table'],
    ['Mila war bei der Schule', 'is over'],
    ['Mila hat Plakate gedruckt', 'is over'],
    ['Mila ist seit Mai Kassenwartin', 'is a state'],
    ['Flyer erstellt', 'a noun and a participle'],
    ['Der Ausbau startet im Mai', 'nobody acts'],
    ['Mila kommt nicht und bucht keinen Raum', 'says what will not be'],
    ['Wenn Mila den Raum bucht', 'a condition'],
    ['weil Tom die Getränke kauft', 'a reason'],
    ['Würde er einladen, müssten wir absagen', 'what would be if'],
    ['Mila weist auf das Fest hin, das noch bis Mai zu sehen ist', 'points at something'],
    ['Tom hält die Farbe für zu hell', 'thinks so'],
    ['Nuria beantragt Schluss der Debatte', 'is a motion'],
    ['Tom vermisst einen Satz', 'misses something'],
    ['Die Gemeinde pflegt 300 Bäume', 'is what others do anyway'],
    ['Am 3. Mai fahren wir zum See', 'is an outing of all'],
    ['Mila hat zugesagt', 'says nothing that is to be done'],
    ['Wer holt die Getränke?', 'a question'],
    ['Tom soll eingeladen werden', 'he is not who acts'],
    ['Es gibt Kuchen', 'an impersonal sentence'],
    ['', 'nothing'],
  ])('%s: none, it %s', text => {
    expect(acts(text)).toEqual([])
  })

  it('is less sure of a habit than of an act', () => {
    const [act, habit] = ['Mila bestellt Papier', 'Mila bestellt seit Jahren Papier'].map(
      text => actionsIn(text, cast)[0]!,
    )
    expect(act!.confidence).toBeGreaterThan(habit!.confidence)
  })
})
