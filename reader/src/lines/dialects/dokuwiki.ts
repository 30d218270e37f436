import { BLANK, bullet, type Dialect, heading, row, type Written } from './dialect.ts'

const HEADING = /^(={2,6}) ?([^=]+?) ?\1$/
const TOP = /^={5,6} ?[^=]+ ?={5,6}$/
const FURNITURE = /^(?:~~[A-Z:]{3,30}~~|\{\{[^{}]{0,300}\}\}|<\/?(?:WRAP|note)[^>]{0,60}>)$/
const NUMBERED = /^- (?=\S)/
const LINE_BREAK = / ?\\\\$/
const OUTERMOST = 7
const STEP = 2

/** DokuWiki: `====== Title ======` down to `== … ==`, entries behind two blanks and `*` or `-`, head cells behind `^`. */
export const dokuwiki: Dialect = {
  name: 'dokuwiki',
  speaks: texts => TOP.test(texts.find(text => text.startsWith('=')) ?? ''),
  write: lines => lines.map(line => written(line)),
}

function written(line: Written): Written {
  const text = line.text.replace(LINE_BREAK, '')
  const title = text.startsWith('=') ? HEADING.exec(text) : null
  if (title) return heading(title[2]!, OUTERMOST - title[1]!.length)
  if (FURNITURE.test(text)) return BLANK
  if (text.startsWith('^')) return row(text.slice(1).split(/[\^|]/).slice(0, -1))
  if (line.indent >= STEP && (text.startsWith('* ') || NUMBERED.test(text)))
    return bullet(text.slice(STEP), Math.floor(line.indent / STEP))
  return { text, indent: line.indent }
}
