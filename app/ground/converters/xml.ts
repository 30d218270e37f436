import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Problem, refused } from '../problems.ts'
import { bounds, giveUp } from './bounds.ts'

/** An element as it opens: `name` with the house prefix of its namespace ('w:p', 'text:list'), attributes likewise. */
export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

/** `position` counts UTF-16 units of the parsed text, behind the tag. */
export type XmlEvents = {
  open?(tag: Tag, position: number): void
  close?(name: string, position: number): void
  text?(text: string): void
}

const odf = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`

/** Documents choose their prefixes freely, so names are told by namespace. */
const housePrefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ...['office', 'style', 'text', 'table', 'manifest'].map(name => [odf(name), name] as const),
  [odf('drawing'), 'draw'],
  [odf('xsl-fo-compatible'), 'fo'],
  [odf('svg-compatible'), 'svg'],
])

const UTF16 = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** The text of an XML part (XML 1.0, 4.3.3: UTF-8 or UTF-16). Throws `file-broken`. */
export function xmlText(bytes: Uint8Array): string {
  const utf16 = UTF16.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])
  try {
    return new TextDecoder(utf16?.encoding ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return giveUp(refused('file-broken'), error)
  }
}

const DOCTYPE = '<!DOCTYPE'

/**
 * Refuses any document type declaration, and with it entities that multiply or reach outside. Neither Office Open XML
 * (ECMA-376 part 2, 8.1.4: "shall not contain") nor ODF writers use one. Throws `file-broken`.
 */
export function withoutDoctype(text: string): string {
  return text.includes(DOCTYPE) ? giveUp(refused('file-broken')) : text
}

/**
 * Reads XML as events, in constant memory. Throws `file-broken` for XML that is not well-formed, declares a document
 * type, or nests deeper than minutes ever do.
 */
export function readXml(text: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  let depth = 0
  parser.on('error', error => giveUp(refused('file-broken'), error))
  parser.on('doctype', () => giveUp(refused('file-broken')))
  parser.on('opentag', tag => {
    depth += 1
    if (depth > bounds.xmlDepth) giveUp(refused('file-broken'))
    events.open?.(tagOf(tag), parser.position)
  })
  parser.on('closetag', tag => {
    depth -= 1
    events.close?.(nameOf(tag), parser.position)
  })
  parser.on('text', piece => events.text?.(piece))
  parser.on('cdata', piece => events.text?.(piece))
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Problem) throw error
    giveUp(refused('file-broken'), error)
  }
}

function tagOf(tag: SaxesTagNS): Tag {
  const attributes = new Map<string, string>()
  for (const attribute of Object.values(tag.attributes)) attributes.set(nameOf(attribute), attribute.value)
  return { name: nameOf(tag), attributes }
}

function nameOf({ uri, local }: { readonly uri: string; readonly local: string }): string {
  if (uri === '') return local
  return `${housePrefixes.get(uri) ?? '?'}:${local}`
}
