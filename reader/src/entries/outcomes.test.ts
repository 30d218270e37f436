import { describe, expect, it } from 'vitest'
import { resultOf } from './outcomes.ts'
import { votesIn } from './votes.ts'

describe('resultOf', () => {
  it.each([
    ['einstimmig bei zwei Enthaltungen', 'unanimous'],
    ['Einhellig wird der Kauf gutgeheißen', 'unanimous'],
    ['(5/0/0)', 'unanimous'],
    ['(6:0)', 'unanimous'],
    ['(5/1/0)', 'accepted'],
    ['(2/3/0)', 'rejected'],
    ['Der Antrag wird abgelehnt', 'rejected'],
    ['Der Antrag unterliegt mit 3 zu 9 Stimmen', 'rejected'],
    ['Damit ist der Umzug vom Tisch', 'rejected'],
    ['Der Vorstand beschließt den Kauf', 'accepted'],
    ['Mila Sahin setzte sich gegen Okan Demir durch', 'accepted'],
    ['Das Protokoll wird bei zwei Enthaltungen angenommen', 'accepted'],
    ['Konsens: wir bleiben dabei', 'consensus'],
    ['Das Protokoll ist im Konsens angenommen', 'consensus'],
    ['Damit sind alle einverstanden', 'consensus'],
    ['Niemand widerspricht', 'consensus'],
    ['Ergebnis der Abstimmung: 2 für Mai, 6 für Juni', 'accepted'],
    ['Meinungsbild: 5 dafür, 2 dagegen', null],
    ['Alle sind dafür, die Bank zu kaufen', 'unanimous'],
    ['Der Punkt wird vertagt', null],
    ['Die Liste soll gepflegt werden', null],
  ])('%s came out as %s', (text, result) => {
    expect(resultOf(text, votesIn(text)?.votes ?? null)).toBe(result)
  })
})
