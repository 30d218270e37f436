import { describe, expect, it } from 'vitest'
import { needIn } from './needs.ts'

describe('needIn', () => {
  it.each([
    ['Die Satzung muss noch gedruckt werden', 'must'],
    ['Man muss die Schule fragen', 'must'],
    ['Das alte Schild soll entfernt werden', 'should'],
    ['… dass eine Liste erstellt werden soll', 'should'],
    ['Die Liste soll in der Ablage gepflegt werden', 'rule'],
    ['Einladungen sollen künftig per Mail verschickt werden', 'rule'],
    ['Im Fest soll es immer Kuchen geben', 'rule'],
    ['Der Preis ist noch zu klären', 'open'],
    ['Dazu ist beim Kreis nachzufragen', 'open'],
    ['Der Plan ist dann dem Beirat vorzustellen', 'open'],
    ['Wird nachgereicht.', 'passive'],
    ['Die Frage wird bis zur nächsten Sitzung geklärt.', 'coming'],
    ['Die Liste muss noch an die Tür', 'place'],
    ['Das Formular gehört noch abgeschickt', 'must'],
    ['Neue Stühle nötig', 'needed'],
    ['Es fehlt noch ein Impressum', 'needed'],
    ['Im Mai werden weitere Treffen geplant werden', 'coming'],
    ['Bitte Fotos an Mila schicken', 'please'],
    ['Mit der Schule besprechen, wie es weitergeht', 'infinitive'],
    ['Abklären, was es kostet', 'infinitive'],
    ['nächstes Fest: mit allen absprechen', 'infinitive'],
    ['Flyer drucken lassen', 'infinitive'],
    ['Raum finden', 'infinitive'],
    ['Für den Herbst ist geplant, einen Rundbrief zu verteilen.', 'coming'],
    ['Die Antwort wird schriftlich nachgereicht.', 'passive'],
    ['Die Trikots müssen bis Ende Mai bestellt sein', 'must'],
    ['Das Regal wackelt, da muss mal jemand ran', 'must'],
    ['Wer noch Bilder hat, möge sie bis Ende Mai an Mila schicken.', 'must'],
    ['Die Jugendgruppe soll wiederbelebt werden', 'should'],
  ])('%s is %s', (text, kind) => {
    expect(needIn(text)?.kind).toBe(kind)
  })

  it.each([
    ['Muss das noch geklärt werden?', 'a question'],
    ['Die Plakate wurden gedruckt', 'is over'],
    ['viele lassen sich beraten, aber nicht alle', 'a finite verb before the end'],
    ['Man stellte fest, dass alle einberufen sind', 'a subordinate clause'],
    ['Weiteres Vorgehen noch offen', 'an adjective that ends like a verb'],
    ['um Kosten zu sparen', 'a purpose'],
    ['Die Kinder basteln gerne', 'somebody does so anyway'],
    ['Sollte der Saal verkauft werden, brauchen wir einen anderen', 'a condition'],
    ['Tom fragt, ob das gedruckt werden muss', 'what is asked'],
    ['Zwei Lehrer gehen in Pension', 'a subject and its verb'],
    ['Spenden Mai: 300 €', 'a noun'],
    ['Das ist nicht zu schaffen', 'what can not be'],
    ['Der Antrag wird einstimmig angenommen', 'what is decided'],
    ['Sommerfest', 'a noun'],
    ['Bettzeug ist mitzubringen, sonst kostet es', 'a rule for those who come'],
    ['Bequem, aber ein Konto ist notwendig', 'what it takes'],
    ['Der Beitrag sollte wahrscheinlich erhöht werden', 'what somebody supposes'],
    ['Es wird zu bedenken gegeben, dass die Halle gestrichen werden sollte', 'what somebody says'],
    ['Ein Ergebnis der Umfrage ist, dass mehr geprobt werden muss', 'what was found'],
    ['Ein Aushang im Flur soll Klarheit schaffen', 'what something is for'],
    ['Es ist nicht möglich, jemanden zu schicken, so wie anderswo', 'what can not be'],
    ['Die Buskosten werden demnächst vom Verein übernommen', 'who pays'],
    ['Anfragen und Mitteilungen', 'nouns'],
    ['Alte Bretter stehen lassen', 'nothing is done'],
    ['12 dafür, 3 dagegen, 2 enthalten', 'figures'],
    ['44 Leute da, alle klatschen', 'a subject of its own'],
    ['weiteres vorgehen:', 'a noun written small'],
    ['', 'nothing'],
  ])('%s asks for nothing: %s', text => {
    expect(needIn(text)).toBeNull()
  })
})
