import { posix } from 'node:path'
import { readXml, withoutDoctype, xmlText } from '../xml.ts'
import type { Zip } from '../zip.ts'

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

const relationshipsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

/** Types (the last step of their URI) to part names; targets outside of the file are left out. */
function targetsOf(zip: Zip, relationships: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>()
  if (!zip.has(relationships)) return targets
  readXml(xmlText(zip.read(relationships)), {
    open({ name, attributes }) {
      const type = attributes.get('Type')
      const target = attributes.get('Target')
      if (name !== 'rel:Relationship' || !type || !target || attributes.get('TargetMode') === 'External') return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      const key = type.slice(type.lastIndexOf('/') + 1)
      if (!targets.has(key)) targets.set(key, path)
    },
  })
  return targets
}
