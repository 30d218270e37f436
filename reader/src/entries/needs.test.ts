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
    ['Neue Stühle nötig', 'needed'],
    ['Impressum fehlt noch', 'needed'],
    ['Bitte Fotos an Mila schicken', 'please'],
    ['Mit der Schule besprechen, wie es weitergeht', 'infinitive'],
    ['Abklären, was es kostet', 'infinitive'],
    ['nächstes Fest: mit allen absprechen', 'infinitive'],
    ['Flyer drucken lassen', 'infinitive'],
    ['Raum finden', 'infinitive'],
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
    ['Sommerfest', 'a noun'],
    ['', 'nothing'],
  ])('%s asks for nothing: %s', text => {
    expect(needIn(text)).toBeNull()
  })
})
