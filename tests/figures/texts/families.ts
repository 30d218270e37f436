import { type Chance, chanceOf } from './chance.ts'
import { templates } from './made.ts'
import { note, paragraph, person, thing } from './sentences.ts'

/**
 * Families of texts that grow: `family(bytes)` gives a text of about so many UTF-8 bytes, of one kind throughout, so
 * that what takes more than linear time shows as time per byte. A head of minutes stands before most of them.
 */
export type Family = (bytes: number) => string

const HEAD = 'Protokoll der Sitzung des Vorstands am 3. Mai 2022\n\nAnwesend: Ina Quast, Bo Tamm, Fr. Selle\n\n'

function grown(head: string, piece: (at: number, chance: Chance) => string): Family {
  return bytes => {
    const chance = chanceOf(20_221_024)
    const parts = [head]
    let length = Buffer.byteLength(head)
    for (let at = 0; length < bytes; at++) {
      const part = piece(at, chance)
      parts.push(part)
      length += Buffer.byteLength(part)
    }
    return parts.join('')
  }
}

const varied =
  (make: (chance: Chance) => string) =>
  (_: number, chance: Chance): string =>
    make(chance)

const letters = (at: number) => [...String(at)].map(digit => 'abcdefghij'[Number(digit)]).join('')

export const families: Readonly<Record<string, Family>> = {
  'minutes after minutes': grown(
    '',
    varied(chance => `${templates.tops(chance).join('\n')}\n`),
  ),
  notes: grown(
    HEAD,
    varied(chance => `- ${note(chance)}\n`),
  ),
  items: grown(
    HEAD,
    at => `## ${(at % 900) + 1}. Punkt ${letters(at)}\n\n- Bo Tamm fragt bei der Stelle ${letters(at)} nach.\n\n`,
  ),
  paragraphs: grown(
    HEAD,
    varied(chance => `${paragraph(chance)}\n\n`),
  ),
  'lines without a blank one': grown(
    HEAD,
    varied(chance => `${note(chance)}\n`),
  ),
  'one line': grown(
    '',
    varied(chance => `${note(chance)} `),
  ),
  'table of tasks': grown(
    `${HEAD}| Was | Wer | Bis |\n|---|---|---|\n`,
    varied(chance => `| ${thing(chance)} holen | ${person(chance)} | 3.5. |\n`),
  ),
  attendance: grown(
    'Protokoll vom 3. Mai 2022\nAnwesend:\n',
    at => `- ${letters(at)[0]!.toUpperCase()}. Q${letters(at)}\n`,
  ),
  'attendance in one line': grown(
    'Protokoll vom 3. Mai 2022\nAnwesend: ',
    at => `${letters(at)[0]!.toUpperCase()}. Q${letters(at)}, `,
  ),
  'attendance that is wrapped': grown(
    'Protokoll vom 3. Mai 2022\nAnwesend: ',
    at => `${letters(at)[0]!.toUpperCase()}. Q${letters(at)},${at % 6 === 5 ? '\n' : ' '}`,
  ),
  'people in tasks': grown(
    HEAD,
    at => `- Frau Q${letters(at)} ruft Herrn P${letters(at)} an, er meldet sich bis 4.5.\n`,
  ),
  agenda: grown(`${HEAD}Tagesordnung\n`, at => `- Thema ${letters(at)}\n`),
  headings: grown(HEAD, at => `${'#'.repeat((at % 6) + 1)} Abschnitt ${letters(at)}\n`),
  'nested list': grown(HEAD, at => `${'  '.repeat(at % 30)}- ${letters(at)} klären\n`),
  'lead-ins': grown(HEAD, at => `Punkt ${letters(at)}:\n`),
  dates: grown(HEAD, at => `Termin: ${(at % 28) + 1}.${(at % 12) + 1}.20${10 + (at % 15)}, ${at % 24}:30 Uhr, Saal\n`),
  'quoted mail': grown(
    HEAD,
    varied(chance => `> ${note(chance)}\n`),
  ),
  'blank lines': grown(HEAD, () => '\n'),
  words: grown(HEAD, at => (at % 9 === 8 ? `${letters(at)}.\n` : `${letters(at)} `)),
  'one word': grown('', () => 'Donaudampfschiff'),
  brackets: grown('', () => '(['),
  points: grown(HEAD, () => '. .'),
  'bars and stars': grown(HEAD, () => '|*_'),
  'marks on marks': grown('', () => 'a\u0301\u0323'),
  article: grown(
    'Ein Fest am Kanal\n\n',
    varied(chance => `Der Verein Neue Wege und das Jobcenter Altau feierten, denn ${paragraph(chance)}\n\n`),
  ),
}
