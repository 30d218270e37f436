import { BLANK, bullet, type Dialect, heading, row, type Written } from './dialect.ts'

const HEADING = /^(={1,6}) ?([^=]+?) ?\1$/
const LIST = /^([*#:;]{1,6}) ?(?=\S)/
const TABLE_FRAME = /^(?:\{\||\|\}|\|-)/
const CAPTION = /^\|\+ ?/
const CELL_ATTRIBUTES = /^ ?(?:[a-z]{2,20}="[^"]{0,60}" ?){1,6}\|/
/** A template or a category alone on its line. */
const FURNITURE =
  /^(?:\{\{[^{}]{0,300}\}\}|__[A-Z]{3,20}__|(?:\[\[(?:Kategorie|Category|Datei|File|Bild):[^\]]{0,200}\]\] ?){1,10})$/
const LINE_BREAK = / ?<br ?\/?>$/
/** Beside closed headings, one of these tells MediaWiki from other wikis. */
const TELLING = /'''|^\{[{|]|\[\[(?:Kategorie|Category|Benutzer|Datei|File):|^[*#:;]{2,} |^[*#:;][^\s*#:;]/
const DOKUWIKI_TOP = /^={5,6} ?[^=]+ ?={5,6}$/

/** MediaWiki: `== Section ==`, `** entry`, `: indented`, tables between `{|` and `|}`. */
export const mediawiki: Dialect = {
  name: 'mediawiki',
  speaks: texts => {
    const headings = texts.filter(text => text.startsWith('=') && HEADING.test(text))
    return headings.length > 0 && !DOKUWIKI_TOP.test(headings[0]!) && texts.some(text => TELLING.test(text))
  },
  write: lines => lines.map(line => written(line)),
}

function written(line: Written): Written {
  const text = line.text.replace(LINE_BREAK, '')
  if (text.startsWith('=')) {
    const title = HEADING.exec(text)
    if (title) return heading(title[2]!, title[1]!.length)
  }
  if (TABLE_FRAME.test(text) || FURNITURE.test(text)) return BLANK
  if (CAPTION.test(text)) return { text: text.replace(CAPTION, ''), indent: 0 }
  if (text.startsWith('|') || text.startsWith('!')) return row(cellsOf(text))
  const list = LIST.exec(text)
  return list ? entry(list[1]!, text.slice(list[0].length)) : { text, indent: line.indent }
}

/** `:` only indents; `;` names a term. */
function entry(marks: string, text: string): Written {
  const last = marks.at(-1)
  if (last === ';') return { text: `**${text}**`, indent: 0 }
  const written = bullet(text, marks.length)
  return last === ':' ? { text, indent: written.indent } : written
}

function cellsOf(text: string): string[] {
  const cells = text.slice(1).split(text.startsWith('!') ? /!!|\|\|/ : '||')
  return cells.map(cell => cell.replace(CELL_ATTRIBUTES, ''))
}
