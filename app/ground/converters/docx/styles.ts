import { readXml, type Tag } from '../xml.ts'

/** What a paragraph style says about form, its ancestors included. */
export type DocxStyle = {
  /** 1 to 9, null for text. */
  readonly heading: number | null
  readonly numbering: string | null
  readonly level: number | null
  readonly bold: boolean
}

type Written = {
  readonly id: string
  readonly kind: string
  name: string
  basedOn: string | null
  outline: number | null
  numbering: string | null
  level: number | null
  bold: boolean | null
}

/** Looks a style up by its id; the id null is the default paragraph style. */
export type DocxStyles = {
  paragraph(id: string | null): DocxStyle
  /** The list a numbering style stands for (ECMA-376 part 1, 17.9.21 numStyleLink). */
  numberingOf(id: string): string | null
}

/** "heading 1" in every language of Word; "Heading1", "Überschrift 1", "berschrift1" in documents by other hands. */
const HEADING_NAME = /^(?:heading|Ü?berschrift) ?([1-9])$/i
const TITLE_NAME = /^(?:title|titel)$/i
/** Outline level 9 means body text (17.3.1.20). */
const BODY_OUTLINE = 9

const plain: DocxStyle = { heading: null, numbering: null, level: null, bold: false }

/** Reads word/styles.xml (ECMA-376 part 1, 17.7). Null stands for a document without. Throws `file-broken`. */
export function docxStylesOf(xml: string | null): DocxStyles {
  const styles = new Map<string, Written>()
  const defaults: string[] = []
  let style: Written | null = null
  if (xml !== null)
    readXml(xml, {
      open(tag) {
        if (tag.name === 'w:style') {
          style = begun(tag)
          if (!styles.has(style.id)) styles.set(style.id, style)
          if (style.kind === 'paragraph' && isOn(tag.attributes.get('w:default') ?? '0')) defaults.push(style.id)
        } else if (style) note(style, tag)
      },
      close(name) {
        if (name === 'w:style') style = null
      },
    })
  const resolved = new Map<string, DocxStyle>()
  return {
    paragraph(id) {
      const key = id ?? defaults[0] ?? ''
      const known = resolved.get(key)
      if (known) return known
      const found = inherited(key, styles)
      resolved.set(key, found)
      return found
    },
    numberingOf: id => styles.get(id)?.numbering ?? null,
  }
}

/** ST_OnOff (17.17.4): an element without value is on. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off'

function begun(tag: Tag): Written {
  const id = tag.attributes.get('w:styleId') ?? ''
  const kind = tag.attributes.get('w:type') ?? 'paragraph'
  return { id, kind, name: '', basedOn: null, outline: null, numbering: null, level: null, bold: null }
}

function note(style: Written, { name, attributes }: Tag): void {
  const value = attributes.get('w:val')
  if (name === 'w:name') style.name = value ?? ''
  else if (name === 'w:basedOn') style.basedOn = value ?? null
  else if (name === 'w:outlineLvl') style.outline = Number(value)
  else if (name === 'w:numId') style.numbering = value ?? null
  else if (name === 'w:ilvl') style.level = Number(value)
  else if (name === 'w:b') style.bold = isOn(value)
}

function inherited(id: string, styles: ReadonlyMap<string, Written>): DocxStyle {
  const chain: Written[] = []
  for (let at = styles.get(id); at && !chain.includes(at); at = styles.get(at.basedOn ?? '')) chain.push(at)
  if (chain.length === 0) return { ...plain, heading: namedHeading(id) }
  const first = <K extends 'outline' | 'numbering' | 'level' | 'bold'>(key: K) =>
    chain.find(style => style[key] !== null)?.[key] ?? null
  const named = chain.map(style => namedHeading(style.name) ?? namedHeading(style.id)).find(level => level !== null)
  const outline = first('outline')
  const heading = outline === null ? (named ?? null) : outline < BODY_OUTLINE ? outline + 1 : null
  return { heading, numbering: first('numbering'), level: first('level'), bold: first('bold') === true }
}

function namedHeading(name: string): number | null {
  if (TITLE_NAME.test(name)) return 1
  const match = HEADING_NAME.exec(name)
  return match ? Number(match[1]) : null
}
