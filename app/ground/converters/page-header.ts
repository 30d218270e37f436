import type { Block } from './blocks.ts'

/** Stands for a page number or a number of pages where a header was written. */
export const PAGE = '\u0001'

/** "Seite 2 von 7", "- 2 -", "S. 2/7" with the numbers taken for `PAGE`, and what parts it from its neighbours. */
const PAGE_PHRASE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that stands for a number
  /(?:[-–|·,] ?)?(?:(?:Seite|Blatt|S\.|Page) ?)?\u0001(?: ?(?:von|of|\/) ?\u0001)?(?: ?[-–])?/gi
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** A header is a few lines; a page that is nothing but header is not one. */
const MOST_LINES = 12
const MOST_SIGNS = 1000

/**
 * What stands at the top of every page, once, as blocks before the text: without page numbers, without what the text
 * says itself, and nothing where it is no header but half a page. `lines`: paragraphs of the header, with `PAGE`.
 */
export function headerBlocks(lines: readonly string[], text: readonly Block[]): Block[] {
  const said = new Set(text.map(block => (block.kind === 'table' ? '' : bare(block.text))))
  const kept = new Set<string>()
  for (const line of lines) {
    const words = line.replace(PAGE_PHRASE, '').trim()
    if (LETTER_OR_DIGIT.test(words) && !said.has(bare(words))) kept.add(words)
  }
  const header = [...kept].join('\n')
  if (kept.size > MOST_LINES || header.length > MOST_SIGNS) return []
  return header === '' ? [] : [{ kind: 'paragraph', text: header }]
}

const bare = (text: string): string => text.replaceAll('**', '').trim()
