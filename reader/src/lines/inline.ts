import { remembered } from '../../../language/remembered.ts'

const LINK = /!?\[([^\][]*)\]\([^()\s]*\)/g
const REFERENCE_LINK = /\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]/g
const TAG = /<\/?[a-z][^<>]{0,200}>/gi
const EMPHASIS = /\*\*|__|~~|`|'''?/g
const STAR = /(?<![\p{L}\p{N}*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu
const UNDERSCORE = /(?<![\p{L}\p{N}_])_(?=[^\s_])|(?<=[^\s_])_(?![\p{L}\p{N}_])/gu
const ESCAPED = /\\([*_#[\]()|`.~-])|\\$/g
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|shy|ndash|auml|ouml|uuml|Auml|Ouml|Uuml|szlig);/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&shy;': '',
  '&ndash;': '–',
  '&auml;': 'ä',
  '&ouml;': 'ö',
  '&uuml;': 'ü',
  '&Auml;': 'Ä',
  '&Ouml;': 'Ö',
  '&Uuml;': 'Ü',
  '&szlig;': 'ß',
}
const WHITE = / {2,}/g
/** Without one of these there is nothing to take off. */
const MARKED = /[&[<*_~`\\]|''| {2}/

/**
 * A line without inline marks: links give their words, emphasis, tags, escapes and entities go. For names, titles and
 * fields; spans that are quoted keep their marks. A star in a gender form ("Akteur*innen") stays.
 */
export const plainOf = remembered((text: string): string => {
  if (!MARKED.test(text)) return text.trim()
  return text
    .replace(ENTITY, entity => ENTITIES[entity] ?? ' ')
    .replace(REFERENCE_LINK, '$1')
    .replace(LINK, '$1')
    .replace(TAG, ' ')
    .replace(EMPHASIS, '')
    .replace(STAR, '')
    .replace(UNDERSCORE, '')
    .replace(ESCAPED, '$1')
    .replace(WHITE, ' ')
    .trim()
})
