import { type Block, type Document, oneLine } from './document.ts'

/** Signs that can begin markup anywhere in a line (CommonMark 0.31, and tables, strikes and notes of GitHub). */
const INLINE = /[\\`*_[\]<>|~&$]|#$/g
/** What makes a line a heading, list item, quote, rule or the underline of a heading. */
const AT_START = /^(?=[#>+=-]|\d{1,9}[.)](?:\s|$))/
const NUMBER = /^(\d{1,9})([.)])/

/** A text that no reader of Markdown takes for anything else, behind other words of its line. */
const inside = (text: string): string => oneLine(text).replace(INLINE, sign => `\\${sign}`)

/** The same at the beginning of a line. */
export function escaped(text: string): string {
  const safe = inside(text)
  if (!AT_START.test(safe)) return safe
  return NUMBER.test(safe) ? safe.replace(NUMBER, '$1\\$2') : `\\${safe}`
}

/** A document as Markdown: UTF-8, one blank line between blocks. */
export function markdownOf(document: Document): Uint8Array {
  const { letterhead } = document
  const head = letterhead ? [[letterhead.name, ...letterhead.lines].map(escaped).join(HARD_BREAK)] : []
  const { window } = document
  const address = window ? [window.lines.map(escaped).join(HARD_BREAK), escaped(window.date)] : []
  const blocks = [...head, ...address, `# ${inside(document.title)}`, ...document.blocks.map(markdown)]
  return new TextEncoder().encode(`${blocks.filter(text => text !== '').join('\n\n')}\n`)
}

const HARD_BREAK = '  \n'

function markdown(block: Block): string {
  switch (block.kind) {
    case 'fields':
      return block.fields.map(field).join(HARD_BREAK)
    case 'heading':
      return `${'#'.repeat(Math.min(block.level, 6))} ${inside(block.text)}`
    case 'paragraph': {
      const text = block.label === null ? escaped(block.text) : `**${inside(block.label)}:** ${inside(block.text)}`
      return [text, ...(block.details ?? []).map(field)].join(HARD_BREAK)
    }
    case 'list':
      return block.items.map(({ level, text }) => `${'  '.repeat(level - 1)}- ${escaped(text)}`).join('\n')
    case 'table': {
      const { columns, rows } = block.table
      const line = (cells: readonly string[]) => `| ${cells.map(inside).join(' | ')} |`
      return [line(columns.map(({ label }) => label)), `|${columns.map(() => ' --- |').join('')}`]
        .concat(rows.map(line))
        .join('\n')
    }
    case 'signatures':
      return block.under.map(words => `\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_${HARD_BREAK}${escaped(words)}`).join('\n\n')
  }
}

const field = ({ label, value }: { label: string; value: string }) => `${escaped(label)}: ${inside(value)}`
