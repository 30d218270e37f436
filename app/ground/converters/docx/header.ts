import { PAGE } from '../page-header.ts'
import { readXml } from '../xml.ts'

/** Which header a section shows: on its first page where it says so (`titlePg`), on the others. By relationship. */
export type HeaderReferences = { readonly first: string | null; readonly others: string | null }

/** Fields that count pages (ECMA-376 part 1, 17.16.5). */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/

/**
 * The headers of the first section that has one (17.10.5). Most minutes have none, and are not parsed once more for it.
 * Throws `file-broken`.
 */
export function headerReferencesOf(main: string): HeaderReferences {
  if (!main.includes('headerReference')) return { first: null, others: null }
  const found = new Map<string, string>()
  let showsFirst = false
  let isFirstSection = true
  readXml(main, {
    open({ name, attributes }) {
      if (!isFirstSection) return
      const id = attributes.get('r:id')
      if (name === 'w:headerReference' && id) found.set(attributes.get('w:type') ?? 'default', id)
      if (name === 'w:titlePg') showsFirst = !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '')
    },
    close(name) {
      if (name === 'w:sectPr' && found.size > 0) isFirstSection = false
    },
  })
  return { first: showsFirst ? (found.get('first') ?? null) : null, others: found.get('default') ?? null }
}

/** The paragraphs of a header part, page numbers as `PAGE`. Throws `file-broken`. */
export function headerLinesOf(xml: string): string[] {
  const lines: string[] = []
  let line = ''
  let inText = false
  let fallback = 0
  /** What the fields say that are open here: they may stand in each other. */
  const fields: string[] = []
  let inInstruction = false
  const isPage = () => fields.some(field => PAGE_FIELD.test(field))
  readXml(xml, {
    open({ name, attributes }) {
      if (name === 'mc:Fallback') fallback += 1
      else if (name === 'w:t') inText = true
      else if (name === 'w:instrText') inInstruction = true
      else if (name === 'w:tab') line += '\t'
      else if (name === 'w:br') line += ' '
      else if (name === 'w:fldSimple') {
        fields.push(attributes.get('w:instr') ?? '')
        if (isPage()) line += PAGE
      } else if (name === 'w:fldChar') {
        const type = attributes.get('w:fldCharType')
        if (type === 'begin') fields.push('')
        if (type === 'end') {
          if (isPage()) line += PAGE
          fields.pop()
        }
      }
    },
    close(name) {
      if (name === 'mc:Fallback') fallback -= 1
      else if (name === 'w:t') inText = false
      else if (name === 'w:instrText') inInstruction = false
      else if (name === 'w:fldSimple') fields.pop()
      else if (name === 'w:p') {
        lines.push(line.trim())
        line = ''
      }
    },
    text(text) {
      if (inInstruction && fields.length > 0) fields[fields.length - 1] += text
      else if (inText && fallback === 0 && !isPage()) line += text
    },
  })
  return lines
}
