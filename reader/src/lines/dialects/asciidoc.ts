import { BLANK, bullet, type Dialect, heading, row, type Written } from './dialect.ts'

const HEADING = /^(={1,6}) (?=\S)/
const CLOSED_HEADING = /^={1,6} .*=$/
const LIST = /^(\*{1,5}|\.{1,5}|-) (?=\S)/
/** "Ort:: Rathaus" is a labelled entry. */
const TERM = /^([^:]{1,60})::(?: |$)/
/** ".Teilnehmer" titles the block below. */
const BLOCK_TITLE = /^\.(?=[\p{L}\p{N}])/u
const BLOCK_ATTRIBUTES = /^\[[^\]]{0,200}\]$/
const DELIMITER = /^([=\-*_.+/])\1{3,}$|^--$/
const TABLE = /^[|!,:]={3,}$/
const SETTING =
  /^:!?(?:toc|lang|icons|sectnums|numbered|doctype|experimental|source-[a-z]{1,20}|imagesdir|revnumber)[^:]{0,20}:/
const COMMENT = /^\/\/(?!\/)/
const LINE_BREAK = / \+$/
/** Beside one heading, this tells AsciiDoc. */
const TELLING = /^(?:[^:]{1,60}::(?: |$)|:[a-z-]{2,20}:|\|===|\*{2,5} \S|\[[a-z%]{2,20}[^\]]{0,60}\]$)/
const LOOKED_AT = 60

/** AsciiDoc: `= Title`, `== Section`, `* entry`, `. entry`, `Term:: value`, tables between `|===`. */
export const asciidoc: Dialect = {
  name: 'asciidoc',
  speaks: texts => {
    const first = texts.slice(0, LOOKED_AT)
    const headings = first.filter(text => HEADING.test(text))
    if (headings.some(text => CLOSED_HEADING.test(text))) return false
    return headings.length > 1 || (headings.length > 0 && first.some(text => TELLING.test(text)))
  },
  write: lines => lines.map(line => written(line)),
}

function written({ text, indent }: Written): Written {
  const bare = text.replace(LINE_BREAK, '')
  const title = HEADING.exec(bare)
  if (title) return heading(bare.slice(title[0].length), title[1]!.length)
  if (TABLE.test(bare) || DELIMITER.test(bare) || BLOCK_ATTRIBUTES.test(bare) || COMMENT.test(bare)) return BLANK
  if (SETTING.test(bare)) return BLANK
  const list = LIST.exec(bare)
  if (list) return bullet(bare.slice(list[0].length), list[1]!.length)
  const term = TERM.exec(bare)
  if (term) return { text: `${term[1]}: ${bare.slice(term[0].length)}`.trim(), indent }
  if (bare.startsWith('|')) return row(bare.slice(1).split('|'))
  return BLOCK_TITLE.test(bare) ? { text: `**${bare.slice(1)}**`, indent: 0 } : { text: bare, indent }
}
