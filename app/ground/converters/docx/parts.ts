import { posix } from 'node:path'
import { readXml, withoutDoctype, xmlText } from '../xml.ts'
import type { Zip } from '../zip.ts'
import { headerLinesOf, headerReferencesOf } from './header.ts'

/** Where the parts of a DOCX lie (ECMA-376 part 2, 9: relationships); null where the document has none. */
export type DocxParts = {
  readonly main: string
  readonly styles: string | null
  readonly numbering: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
}

const CONTENT_TYPES = '[Content_Types].xml'
const PACKAGE_RELATIONSHIPS = '_rels/.rels'
const USUAL_MAIN = 'word/document.xml'

/** Follows the relationships, as the main part is not always called word/document.xml. */
export function docxPartsOf(zip: Zip): DocxParts {
  const target = targetsOf(zip, PACKAGE_RELATIONSHIPS, '').get('officeDocument')
  const main = target !== undefined && zip.has(target) ? target : USUAL_MAIN
  const folder = posix.dirname(main)
  const targets = targetsOf(zip, relationshipsOf(main), folder)
  const found = (type: string): string | null => {
    const name = targets.get(type) ?? posix.join(folder, `${type}.xml`)
    return zip.has(name) ? name : null
  }
  return {
    main,
    styles: found('styles'),
    numbering: found('numbering'),
    footnotes: found('footnotes'),
    endnotes: found('endnotes'),
  }
}

/** All parts that hold text or say how it looks, by name: pictures, fonts, macros and comments are never inflated. */
export function readDocxParts(zip: Zip, parts: DocxParts): Map<string, string> {
  const names = [CONTENT_TYPES, PACKAGE_RELATIONSHIPS]
  for (const part of Object.values(parts)) if (part !== null) names.push(part, relationshipsOf(part))
  const texts = new Map<string, string>()
  for (const name of names) if (zip.has(name)) texts.set(name, withoutDoctype(xmlText(zip.read(name))))
  return texts
}

/**
 * The paragraphs of the headers that the first pages show, see `headerLinesOf`; first page before the others. Parts that
 * are missing have none. Throws `file-broken`.
 */
export function docxHeaderLines(zip: Zip, { main }: DocxParts, text: string): string[] {
  const { first, others } = headerReferencesOf(text)
  const targets = targetsOf(zip, relationshipsOf(main), posix.dirname(main), 'Id')
  return [first, others].flatMap(id => {
    const part = id === null ? undefined : targets.get(id)
    return part !== undefined && zip.has(part) ? headerLinesOf(xmlText(zip.read(part))) : []
  })
}

const relationshipsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

/** Types (the last step of their URI) or ids to part names; targets outside of the file are left out. */
function targetsOf(zip: Zip, relationships: string, folder: string, by: 'Type' | 'Id' = 'Type'): Map<string, string> {
  const targets = new Map<string, string>()
  if (!zip.has(relationships)) return targets
  readXml(xmlText(zip.read(relationships)), {
    open({ name, attributes }) {
      const said = attributes.get(by)
      const target = attributes.get('Target')
      if (name !== 'rel:Relationship' || !said || !target || attributes.get('TargetMode') === 'External') return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      const key = said.slice(said.lastIndexOf('/') + 1)
      if (!targets.has(key)) targets.set(key, path)
    },
  })
  return targets
}
