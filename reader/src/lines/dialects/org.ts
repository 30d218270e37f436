import { BLANK, type Dialect, heading, type Written } from './dialect.ts'

const HEADING = /^(\*{1,6}) (?:(?:TODO|DONE|WAITING) )?(?=\S)/
const KEYWORD = /^#\+([A-Za-z_]{2,20}): ?/
const TITLE = /^#\+TITLE: ?(?=\S)/i
const TAGS = / :[\p{L}\p{N}_@:]{1,60}:$/u
const DRAWER = /^:[A-Z_]{2,20}:/
/** Settings that say something of the meeting. */
const TELLING = /^(?:date|datum|ort|location|author|autor)$/i

/** Org mode: `* Section`, `#+TITLE: …`, drawers, `- [ ] task`, tables with `|---+---|`. */
export const org: Dialect = {
  name: 'org',
  speaks: texts => texts.some(text => KEYWORD.test(text)),
  write: lines => {
    const outer = lines.some(({ text }) => TITLE.test(text)) ? 1 : 0
    return lines.map(line => written(line, outer))
  },
}

function written(line: Written, outer: number): Written {
  const { text, indent } = line
  const title = indent === 0 ? HEADING.exec(text) : null
  if (title) return heading(text.slice(title[0].length).replace(TAGS, ''), title[1]!.length + outer)
  if (TITLE.test(text)) return heading(text.replace(TITLE, ''), 1)
  const keyword = KEYWORD.exec(text)
  if (keyword) {
    return TELLING.test(keyword[1]!) ? { text: `${keyword[1]}: ${text.slice(keyword[0].length)}`, indent } : BLANK
  }
  return DRAWER.test(text) ? BLANK : line
}
