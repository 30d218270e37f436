import type { Chance } from './chance.ts'
import { body, date, due, infinitive, note, paragraph, person, place, thing, time, topic, vote } from './sentences.ts'

/** Minutes put together by chance, in the templates that people write them in. Lines, without line ends. */
type Template = (chance: Chance) => string[]

const people = (chance: Chance, from = 2, to = 8) => chance.times(from, to, () => person(chance))
const items = (chance: Chance, make: (at: number) => string[]) => chance.times(2, 7, make).flat()
const notes = (chance: Chance, mark: string) => chance.times(1, 6, () => `${mark}${note(chance)}`)

const tops: Template = chance => [
  `# Protokoll der ${chance.whole(1, 40)}. Sitzung: ${body(chance)} am ${date(chance)}`,
  '',
  `**Anwesend:** ${people(chance).join(', ')}`,
  `**Entschuldigt:** ${people(chance, 0, 3).join(', ')}`,
  `**Protokoll:** ${person(chance)}`,
  '',
  ...items(chance, at => [`## TOP ${at + 1}: ${topic(chance)}`, '', ...notes(chance, '- '), '']),
]

const numbered: Template = chance => [
  `Protokoll ${body(chance)} ${date(chance)}, ${time(chance)}, ${place(chance)}`,
  '',
  `Anwesend: ${people(chance).join('; ')}`,
  '',
  ...items(chance, at => [
    `${at}. ${topic(chance)}`,
    ...chance.times(0, 3, under => `${at}.${under + 1} ${topic(chance)}`),
    paragraph(chance),
    '',
  ]),
]

const nested: Template = chance => [
  `Plenum ${date(chance)}`,
  `Moderation: ${person(chance)}`,
  `da: ${people(chance).join(', ')}`,
  '',
  ...items(chance, () => [
    `* ${topic(chance)}`,
    ...chance.times(1, 4, () => `    * ${note(chance)}`),
    ...chance.times(0, 3, () => `        * ${note(chance)}`),
  ]),
]

const pad: Template = chance => [
  `# ${body(chance)} – ${date(chance)}`,
  '',
  '## Teilnehmende',
  ...people(chance).map(name => `- ${name}`),
  '',
  '## Rückblick',
  '*(Was lief gut?)*',
  ...notes(chance, '+ '),
  '## Aufgaben',
  ...chance.times(
    1,
    6,
    () => `- [${chance.pick([' ', 'x'])}] @${person(chance)} ${thing(chance)} ${infinitive(chance)}`,
  ),
  '## Entscheidungen',
  ...notes(chance, '1. '),
  '## Parkplatz',
  ...notes(chance, '- '),
]

const table: Template = chance => [
  `Ergebnisprotokoll ${body(chance)}`,
  '| Datum | Ort | Leitung |',
  '|---|---|---|',
  `| ${date(chance)} | ${place(chance)} | ${person(chance)} |`,
  '',
  '| Nr. | Was | Wer | Bis wann | Status |',
  '| --- | --- | --- | --- | --- |',
  ...chance.times(1, 12, at =>
    chance.often(0.9)
      ? `| ${at + 1} | ${thing(chance)} ${infinitive(chance)} | ${person(chance)} | ${due(chance)} | ${chance.pick(['offen', 'erledigt', ''])} |`
      : `${at + 1}\t${thing(chance)}\t${person(chance)}\t${due(chance)}`,
  ),
  paragraph(chance),
]

const frontMatter: Template = chance => [
  '---',
  `title: "Protokoll ${body(chance)}"`,
  `date: ${date(chance)}`,
  'participants:',
  ...people(chance).map(name => `  - ${name}`),
  `scribe: ${person(chance)}`,
  '---',
  ...items(chance, () => [`== ${topic(chance)} ==`, ...notes(chance, '* ')]),
]

const persons: Template = chance => [
  `Teamrunde ${date(chance)}`,
  '',
  ...items(chance, () => [`${person(chance)}:`, ...notes(chance, '- '), '']),
]

const prose: Template = chance => [
  `Am ${date(chance)} traf sich ${body(chance)} in ${place(chance)}. ${person(chance)} eröffnete um ${time(chance)} die Sitzung.`,
  '',
  ...chance.times(2, 8, () => `${paragraph(chance)}\n`),
  `Ende der Sitzung: ${time(chance)}`,
]

const council: Template = chance => [
  'Niederschrift',
  `über die ${chance.whole(1, 60)}. öffentliche Sitzung (${body(chance)})`,
  `am ${date(chance)}, ${time(chance)}, ${place(chance)}`,
  'Anwesende Mitglieder:',
  ...people(chance),
  'Es fehlen entschuldigt:',
  ...people(chance, 0, 2),
  ...items(chance, at => [
    `Zu TOP ${at + 1}: ${topic(chance)}`,
    'Beratungsverlauf:',
    paragraph(chance),
    'Beschluss:',
    note(chance),
    `Abstimmungsergebnis: ${vote(chance)}`,
    `Seite ${at + 1} von 9\f`,
  ]),
  `${place(chance)}, den ${date(chance)}`,
  `gez. ${person(chance)} (Vorsitz)          gez. ${person(chance)} (Protokoll)`,
]

const swiss: Template = chance => [
  `Sitzungsprotokoll ${body(chance)}, ${date(chance)}`,
  'Traktanden',
  ...chance.times(3, 6, at => `${at + 1}. ${topic(chance)}`),
  '',
  ...items(chance, at => [`Traktandum ${at + 1}`, note(chance), `→ Pendenz ${person(chance)}, ${due(chance)}`]),
]

const underlined: Template = chance => [
  `Protokoll ${body(chance)}`,
  '='.repeat(20),
  `:Datum: ${date(chance)}`,
  `:Anwesend: ${people(chance).join(', ')}`,
  '',
  ...items(chance, () => {
    const title = topic(chance)
    return [title, '-'.repeat(title.length), '', ...notes(chance, '* '), '']
  }),
]

const bare: Template = chance => [...people(chance).map(name => `${name} ${due(chance)}`), ...notes(chance, '')]

export const templates = {
  tops,
  numbered,
  nested,
  pad,
  table,
  frontMatter,
  persons,
  prose,
  council,
  swiss,
  underlined,
  bare,
}

/** Minutes of a template that chance picks. */
export function madeMinutes(chance: Chance): string {
  return chance.pick(Object.values(templates))(chance).join('\n')
}
