const MARKS = /\*\*|__|~~|`|(?<![\p{L}\p{N}*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu
/** "21\. März": Markdown keeps a number from becoming a list with a backslash. */
const ESCAPED_POINT = /(?<!\d)(\d{1,2})\\\./g
const LINK = /(!?\[)([^\][]{0,300})(\]\([^()\s]{0,1000}\))/g
/** Without one of these nothing is blanked out. */
const MARKED = /[*_~`[\\]|http/
const ADDRESS = /https?:\/\/[^\s)>\]]+/g

/**
 * The text with inline marks, link targets and addresses blanked out, sign for sign: offsets stay those of the text, so
 * that rules can look at the plain words and quote the verbatim span.
 */
export function blanked(text: string): string {
  if (!MARKED.test(text)) return text
  return text
    .replace(LINK, (_, open: string, words: string, target: string) => blanks(open) + words + blanks(target))
    .replace(ADDRESS, blanks)
    .replace(MARKS, blanks)
    .replace(ESCAPED_POINT, '$1. ')
}

function blanks(text: string): string {
  return ' '.repeat(text.length)
}

const MARKS_BEFORE = /(?:\*\*|__|~~|`|\*|!?\[){1,4}$/
const MARKS_BEHIND = /^(?:\*\*|__|~~|`|\*|\]\([^()\s]*\))+/

/** Widens a stretch over the marks that touch it, so that "**Wichtig**" is not quoted as "Wichtig**". */
export function withMarks(text: string, from: number, to: number): readonly [from: number, to: number] {
  const before = MARKS_BEFORE.exec(text.slice(Math.max(0, from - 6), from))?.[0] ?? ''
  const behind = MARKS_BEHIND.exec(text.slice(to, to + 1100))?.[0] ?? ''
  return [from - before.length, to + behind.length]
}
