import { withoutEnd } from '../../../language/trim.ts'
import type { Apart } from './document.ts'

/** A heading: its level from 1 (outermost) to 6, and the line without the marks that made it one. */
export type Heading = { readonly level: number; readonly title: string }

/** A single `#` without blank is a hashtag. */
const HASHES = /^#{1,6}(?= |(?<=##)[^#\s])/
const WIKI = /^(={1,6}) ?([^=]+?) ?={1,6}$/
const BOLD = /^(\*\*|__|'''|\*|_)(?=\S)([^*_]+)\1( ?:)?(?:<br ?\/?>|\\)?$/
const DRAWN_TAG = /<\/?(?:u|b|strong|ins)>/gi
const TWICE = /\*\*(?:\*\*)+/g
const BREAK_OF_BOLD = /([\p{L}\p{N}.:)]) ?\*\* ?\*\* ?(?=[\p{L}\p{N}])/gu
const SENTENCE_END = /[.!?]$/
const UNDERLINE_SIGNS = '=-~^"\'+*#.'
const LIST_MARK = /^[-*+•–] /
const LONGEST_TITLE = 160
const LONGEST_BOLD_TITLE = 120
const DEEPEST = 6

/**
 * Finds the headings of Markdown (`#`, underlined), reStructuredText (underlined by any sign), wikis (`== … ==`) and of
 * plain exports, where a line that is bold as a whole stands for one. A bold heading counts one level below the last
 * heading with marks.
 */
export function headingsOf(
  texts: readonly string[],
  apart: readonly (Apart | null)[],
  rows: readonly (readonly string[] | null)[],
): (Heading | null)[] {
  const levelOfUnderline = underlineLevels(texts, apart)
  let marked = 0
  return texts.map((text, at) => {
    if (text === '' || apart[at] !== null || rows[at] !== null) return null
    const heading = hashed(text) ?? wiki(text) ?? underlined(texts, apart, at, levelOfUnderline)
    if (heading) {
      marked = heading.level
      return heading
    }
    const title = boldTitle(text)
    return title === null ? null : { level: Math.min(marked + 1, DEEPEST), title }
  })
}

function hashed(text: string): Heading | null {
  const match = HASHES.exec(text)
  if (!match) return null
  const title = withoutEnd(text.slice(match[0].length), '# ').trim()
  if (title === '') return null
  return { level: match[0].length, title: wholeBold(title) ?? title }
}

function wiki(text: string): Heading | null {
  const match = text.startsWith('=') ? WIKI.exec(text) : null
  return match ? { level: match[1]!.length, title: match[2]! } : null
}

/** The words of a line that is bold as a whole and no sentence; null of any other line. */
function boldTitle(text: string): string | null {
  const title = text.length > LONGEST_BOLD_TITLE ? null : wholeBold(text)
  return title === null || SENTENCE_END.test(title) ? null : title
}

function wholeBold(text: string): string | null {
  const match = BOLD.exec(unbroken(text))
  return match && match[2]!.trim() + (match[3] ? ':' : '')
}

/** Editors break what is bold ("**1.** **Kasse**") and write it as a tag ("<u>Kasse</u>", "**<u>Kasse</u>**"). */
function unbroken(text: string): string {
  const bold = text.startsWith('<') || text.includes('<u>') ? text.replace(DRAWN_TAG, '**').replace(TWICE, '**') : text
  return bold.startsWith('**') ? bold.replace(BREAK_OF_BOLD, '$1 ') : bold
}

function underlined(
  texts: readonly string[],
  apart: readonly (Apart | null)[],
  at: number,
  levels: ReadonlyMap<string, number>,
): Heading | null {
  if (!isUnderlined(texts, apart, at)) return null
  const text = texts[at]!
  return { level: levels.get(texts[at + 1]![0]!) ?? 1, title: boldTitle(text) ?? text }
}

/**
 * A text line with a drawn line below it, and no prose above it (else the drawn line ends a paragraph). Below a list
 * mark it only counts when it is as long as the text, as reStructuredText asks.
 */
function isUnderlined(texts: readonly string[], apart: readonly (Apart | null)[], at: number): boolean {
  const text = texts[at]!
  const below = texts[at + 1]
  if (below === undefined || apart[at + 1] !== 'rule' || text === '' || text.length > LONGEST_TITLE) return false
  const sign = below[0]!
  if (!UNDERLINE_SIGNS.includes(sign) || below.includes(' ') || below.includes('|')) return false
  const full = below.length >= text.length - 1
  if (sign === '=') return true
  if (!full && (LIST_MARK.test(text) || SENTENCE_END.test(text) || sign !== '-')) return false
  const above = texts[at - 1]
  return above === undefined || above === '' || apart[at - 1] !== null
}

/** Markdown gives `=` level 1 and `-` level 2; where other signs are in use, reStructuredText counts by first appearance. */
function underlineLevels(texts: readonly string[], apart: readonly (Apart | null)[]): Map<string, number> {
  const levels = new Map<string, number>()
  for (const at of texts.keys()) {
    if (apart[at] !== null || !isUnderlined(texts, apart, at)) continue
    const sign = texts[at + 1]![0]!
    if (!levels.has(sign)) levels.set(sign, Math.min(levels.size + 1, DEEPEST))
  }
  const markdown = [...levels.keys()].every(sign => sign === '=' || sign === '-')
  return markdown
    ? new Map([
        ['=', 1],
        ['-', 2],
      ])
    : levels
}
