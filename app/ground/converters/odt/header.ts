import { PAGE } from '../page-header.ts'
import { readXml } from '../xml.ts'

/** The page style that a document begins with where it says nothing else. */
const USUAL_PAGE = 'Standard'
/** On the first page and on the others (ODF 1.3 part 3, 16.10 to 16.13); those of left pages repeat them. */
const HEADERS = new Set(['style:header', 'style:header-first'])
const PAGE_NUMBERS = new Set(['text:page-number', 'text:page-count'])
const BLANKS = /[ \t\r\n]+/g

/**
 * The paragraphs of the headers of the page styles that content.xml uses, page numbers as `PAGE`. Throws `file-broken`.
 */
export function odtHeaderLines(styles: string, content: string): string[] {
  const used = pageStylesOf(content)
  const lines: string[] = []
  let line = ''
  let inUsedPage = false
  let inHeader = false
  let inParagraph = 0
  let number = 0
  readXml(styles, {
    open({ name, attributes }) {
      if (name === 'style:master-page') inUsedPage = used.has(attributes.get('style:name') ?? '')
      else if (HEADERS.has(name)) inHeader = inUsedPage && attributes.get('style:display') !== 'false'
      else if (!inHeader) return
      else if (name === 'text:p' || name === 'text:h') inParagraph += 1
      else if (name === 'text:tab') line += '\t'
      else if (name === 'text:s' || name === 'text:line-break') line += ' '
      else if (PAGE_NUMBERS.has(name)) {
        number += 1
        line += PAGE
      }
    },
    close(name) {
      if (HEADERS.has(name)) inHeader = false
      else if (!inHeader) return
      else if (PAGE_NUMBERS.has(name)) number -= 1
      else if (name === 'text:p' || name === 'text:h') {
        inParagraph -= 1
        lines.push(line.trim())
        line = ''
      }
    },
    text(text) {
      if (inHeader && inParagraph > 0 && number === 0) line += text.replace(BLANKS, ' ')
    },
  })
  return lines
}

function pageStylesOf(content: string): Set<string> {
  const used = new Set([USUAL_PAGE])
  readXml(content, {
    open({ attributes }) {
      const page = attributes.get('style:master-page-name')
      if (page) used.add(page)
    },
  })
  return used
}
