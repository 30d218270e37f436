import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

/** The tasks of a list under an item of terse notes: text and owners. */
function tasks(...lines: string[]): string[] {
  const head = '# Notizen\n\n* Anwesend: Mila, Okan, Tilda\n\n## 1. Werkstatt\n\n'
  const { entries } = read(head + lines.map(line => `* ${line}`).join('\n'))
  return entries.flatMap(entry => (entry.kind === 'task' ? [`${entry.text} @${entry.owners.join('+')}`] : []))
}

describe('tasks in terse notes', () => {
  it.each([
    ['Okan hat Hut auf', 'Okan hat Hut auf @Okan'],
    ['auch hier ist Tilda dran', 'auch hier ist Tilda dran @Tilda'],
    ['Mila bleibt am Ball', 'Mila bleibt am Ball @Mila'],
    ['Okan will Kontakt halten', 'Okan will Kontakt halten @Okan'],
    ['Kino AG klärt: Was kostet der Film?', 'Kino AG klärt: Was kostet der Film? @Kino AG'],
    ['(Okan): Plakat und Flyer', '(Okan): Plakat und Flyer @Okan'],
    ['Tilda prüft und gibt eine Einschätzung ab.', 'Tilda prüft und gibt eine Einschätzung ab. @Tilda'],
    ['Mila fragt nach.', 'Mila fragt nach. @Mila'],
    [
      'Regeln wer was ausleihen darf aufschreiben und aushängen',
      'Regeln wer was ausleihen darf aufschreiben und aushängen @',
    ],
    ['Liste ggf. überarbeiten oder zumindest kürzen', 'Liste ggf. überarbeiten oder zumindest kürzen @'],
    ['Anträge parat haben und auslegen', 'Anträge parat haben und auslegen @'],
    ['vertagt, aber schon mal bei der Stadt anfragen', 'vertagt, aber schon mal bei der Stadt anfragen @'],
    ['Zu klären ist, ob der Ofen noch geht', 'Zu klären ist, ob der Ofen noch geht @'],
    ['Der Termin wird noch festgelegt', 'Der Termin wird noch festgelegt @'],
    ['Protokoll der letzten Woche hochladen', 'Protokoll der letzten Woche hochladen @'],
    ['Flyer kürzen, Tilda', 'Flyer kürzen, Tilda @Tilda'],
    ['Mila (oder Okan) rufen beim Bauhof an', 'Mila (oder Okan) rufen beim Bauhof an @Mila+Okan'],
    ['falls das nicht klappt, Anfrage an die Stadt', 'falls das nicht klappt, Anfrage an die Stadt @'],
    ['Aushang ab morgen', 'Aushang ab morgen @'],
    ['Okan trifft sich mit dem Hausmeister', 'Okan trifft sich mit dem Hausmeister @Okan'],
  ])('reads %s', (line, task) => {
    expect(tasks(line)).toContain(task)
  })

  it.each([
    'wie sollten wir die Plätze einteilen',
    'Vielleicht ein Fass mieten',
    'wer hat Lust - Mila, Okan',
    'Werkzeug ausleihen oder kaufen',
    'Die Frage die dort gestellt werden soll ist eine andere',
    'Der Flyer sollte niemanden vergraulen',
    'Firma entwickelt ein neues Gerät',
    'Anfrage an die Stadt ist raus',
    'Okan trifft sich gern',
    'Tilda fragt nach, wie lange das dauert',
  ])('leaves %s', line => {
    expect(tasks(line)).toEqual([])
  })

  it('lets who finds an answer out act under a title of questions', () => {
    const { entries } = read('# Notizen\n\n## Offene Fragen\n\n* Julia klärt die Haftung\n* Was kostet das Zelt?\n')
    expect(entries.filter(entry => entry.kind === 'task').map(entry => entry.text)).toEqual(['Julia klärt die Haftung'])
  })

  it('names the group that a title means', () => {
    const { entries } = read(
      '# Notizen\n\n#### AG Garten\n* Die AG will im Mai Tomaten pflanzen.\n* Julia S. holt die Erde.\n',
    )
    expect(entries.flatMap(entry => (entry.kind === 'task' ? [entry.owners.join()] : []))).toEqual([
      'AG Garten',
      'Julia S.',
    ])
  })
})
