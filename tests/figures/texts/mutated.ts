import type { Chance } from './chance.ts'

/** What happens to a text on its way: wrong hands, wrong programs, wrong encodings, ill will. */
type Mutation = (text: string, chance: Chance) => string

/** Pieces that patterns and parsers bite on. */
const PIECES = [
  ...[
    'TOP 1:',
    '**',
    '__',
    '| a |',
    '|',
    '```',
    '~~~',
    '---',
    '===',
    '> ',
    '<!--',
    '-->',
    '(',
    ')',
    '[[',
    ']](',
    '„',
    '“',
  ],
  ...[
    'Anwesend:',
    'Protokoll:',
    'Beschluss:',
    '14.11.',
    '31.2.2022',
    '99.99.9999',
    '1.1.1.1',
    '5:0:3',
    '(1/2/3)',
    '24:61 Uhr',
  ],
  ...[
    '\f',
    '\0',
    '\v',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\u00ad',
    '\ufffd',
  ],
  ...[
    '\ud83d',
    '\udc00',
    '\ud83d\ude00',
    'a\u0308',
    'ﬁ',
    'İ',
    'ẞ',
    'م',
    '漢',
    '\u1e9e',
    '\u0300'.repeat(40),
    '𝒫rotokoll',
  ],
  ...[
    '- [ ]',
    '- [x] ',
    '\t\t',
    '→ ',
    '* * *',
    '@',
    '#',
    '§ ',
    '&nbsp;',
    '&#x0;',
    '<b>',
    '\\',
    '$&',
    '$1',
    '%s',
    '{{',
    '__proto__',
    'constructor',
  ],
  ...[
    'Hr. ',
    'Fr. Dr. ',
    'e.V.',
    'bis bis bis ',
    'wenn dann sonst ',
    'nicht nicht ',
    '1,5 ',
    '9'.repeat(30),
    '1e999',
    '-0',
    'NaN',
  ],
]
/** What keeps patterns busy that try more than one way. */
const EVIL = [
  'a',
  ' ',
  '.',
  '-',
  '- ',
  '1.',
  '1',
  '(',
  ')',
  '[',
  '„',
  ', ',
  'A. ',
  'und ',
  'Aa ',
  'ä',
  '*',
  '_',
  '|',
  '| ',
  '\t',
  '#',
  '> ',
  ':',
  'a:',
  '.1',
  '14.11.',
  '/',
  'Hr. A ',
  'bis ',
  'x@',
  '<',
  '&',
  '\u0301',
]

const lines = (text: string) => text.split('\n')
const at = (text: string, chance: Chance) => chance.whole(0, text.length)

const mutations = {
  cut: (text, chance) => {
    const from = at(text, chance)
    return text.slice(0, from) + text.slice(from + chance.whole(1, 400))
  },
  cutEnd: (text, chance) => text.slice(0, at(text, chance)),
  double: (text, chance) => {
    const all = lines(text)
    const from = chance.whole(0, all.length - 1)
    const some = all.slice(from, from + chance.whole(1, 8))
    return [
      ...all.slice(0, from),
      ...Array.from({ length: chance.whole(1, 12) }, () => some).flat(),
      ...all.slice(from),
    ].join('\n')
  },
  shuffle: (text, chance) => chance.shuffled(lines(text)).join('\n'),
  insert: (text, chance) => {
    const from = at(text, chance)
    return text.slice(0, from) + chance.pick(PIECES) + text.slice(from)
  },
  insertMany: (text, chance) => {
    const piece = chance.pick(PIECES)
    return lines(text)
      .map(line => (chance.often(0.3) ? piece + line : line))
      .join('\n')
  },
  repeat: (text, chance) => {
    const from = at(text, chance)
    return text.slice(0, from) + chance.pick(EVIL).repeat(chance.whole(10, 3000)) + text.slice(from)
  },
  repeatPair: (text, chance) => {
    const from = at(text, chance)
    return (
      text.slice(0, from) + (chance.pick(EVIL) + chance.pick(EVIL)).repeat(chance.whole(10, 1500)) + text.slice(from)
    )
  },
  signs: (text, chance) => {
    const from = at(text, chance)
    const any = () => String.fromCharCode(chance.often(0.5) ? chance.whole(0, 0x2ff) : chance.whole(0, 0xffff))
    return text.slice(0, from) + chance.times(1, 60, any).join('') + text.slice(from)
  },
  oneLine: text => text.replaceAll('\n', ' '),
  oneWordALine: text => text.replaceAll(' ', '\n'),
  windows: text => text.replaceAll('\n', '\r\n'),
  oldMac: text => text.replaceAll('\n', '\r'),
  noBlanks: text => text.replaceAll(' ', ''),
  wrap: (text, chance) => {
    const width = chance.whole(8, 90)
    return lines(text)
      .map(line => line.replace(new RegExp(`(.{${width}}\\S{0,30}) `, 'g'), '$1\n'))
      .join('\n')
  },
  nest: (text, chance) => {
    const mark = chance.pick(['  ', '\t', '> ', '  - ', '#'])
    return lines(text)
      .map((line, number) => mark.repeat(Math.min(number, 200)) + line)
      .join('\n')
  },
  table: (text, chance) =>
    lines(text)
      .map(line => (chance.often(0.4) ? `| ${line.replaceAll(' ', chance.pick([' ', ' | ', '|']))} |` : line))
      .join('\n'),
  capitals: text => text.toUpperCase(),
  smalls: text => text.toLowerCase(),
  apart: text => text.normalize('NFD'),
  wrongEncoding: text => Buffer.from(text, 'utf8').toString('latin1'),
  digits: (text, chance) => text.replace(/\d+/g, () => String(chance.whole(0, 99_999))),
  backwards: text => [...text].reverse().join(''),
} satisfies Record<string, Mutation>

export const mutationNames = Object.keys(mutations) as (keyof typeof mutations)[]

/** The text after one to six mutations; never longer than `longest` signs. */
export function mutated(text: string, chance: Chance, longest = 40_000): string {
  let result = text
  for (const name of chance.times(1, 6, () => chance.pick(mutationNames)))
    result = (mutations[name] as Mutation)(result, chance).slice(0, longest)
  return result
}
