import type { NumberFormat } from '../numbering.ts'
import { readXml, type Tag } from '../xml.ts'

/** A level of a list style (ODF 1.3 part 3, 16.30 to 16.37). */
export type OdtLevel = {
  readonly bullet: boolean
  readonly format: NumberFormat
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels the number shows: 2 gives "1.2". */
  readonly shown: number
}

/** What text styles say about form, ancestors included; list styles by name, level 0 outermost. */
export type OdtStyles = {
  isBold(family: 'paragraph' | 'text', name: string | null): boolean | null
  /** The level of a paragraph that is a heading by its style alone, null for text. The title counts as level 1. */
  headingOf(name: string | null): number | null
  listOf(name: string | null): string | null
  level(list: string | null, level: number): OdtLevel | null
  /** Numbers of headings (16.34 text:outline-style). */
  outline(level: number): OdtLevel | null
}

type Written = {
  readonly name: string
  readonly parent: string | null
  readonly list: string | null
  bold: boolean | null
}

const formats: ReadonlyMap<string, NumberFormat> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['', 'none'],
])
const LIST_STYLES = new Set(['text:list-style', 'text:outline-style'])
const LEVELS = new Set(['text:list-level-style-number', 'text:list-level-style-bullet', 'text:outline-level-style'])
const OUTLINE = ' outline'
const TITLE = 'Title'
/** LibreOffice writes the blank of a style name as "_20_"; its names are English in every language. */
const HEADING_NAME = /^Heading_20_(\d{1,2})$/
const MOST_ANCESTORS = 50

/** Reads the styles of the parts given, styles.xml before content.xml: what stands later wins. Throws `file-broken`. */
export function odtStylesOf(parts: readonly string[]): OdtStyles {
  const styles = new Map<string, Written>()
  const lists = new Map<string, Map<number, OdtLevel>>()
  for (const part of parts) readStyles(part, styles, lists)

  const ancestors = (family: string, name: string | null): Written[] => {
    const chain: Written[] = []
    let at = name
    while (at !== null && chain.length < MOST_ANCESTORS) {
      const style: Written | undefined = styles.get(`${family} ${at}`)
      if (!style) break
      chain.push(style)
      at = style.parent
    }
    return chain
  }
  return {
    isBold: (family, name) => ancestors(family, name).find(style => style.bold !== null)?.bold ?? null,
    headingOf(name) {
      const names = ancestors('paragraph', name).map(style => style.name)
      if (names.includes(TITLE)) return 1
      const match = names.map(name => HEADING_NAME.exec(name)).find(match => match !== null)
      return match ? Number(match[1]) : null
    },
    listOf: name => ancestors('paragraph', name).find(style => style.list !== null)?.list || null,
    level: (list, level) => lists.get(list ?? '')?.get(level) ?? null,
    outline: level => lists.get(OUTLINE)?.get(level) ?? null,
  }
}

function readStyles(xml: string, styles: Map<string, Written>, lists: Map<string, Map<number, OdtLevel>>): void {
  let style: Written | null = null
  let levels: Map<number, OdtLevel> | null = null
  readXml(xml, {
    open(tag) {
      if (tag.name === 'style:style') {
        style = begun(tag)
        styles.set(`${tag.attributes.get('style:family')} ${tag.attributes.get('style:name')}`, style)
      } else if (tag.name === 'style:text-properties' && style) {
        const weight = tag.attributes.get('fo:font-weight')
        if (weight !== undefined) style.bold = isBoldWeight(weight)
      } else if (LIST_STYLES.has(tag.name)) {
        levels = new Map()
        const name = tag.name === 'text:outline-style' ? OUTLINE : (tag.attributes.get('style:name') ?? '')
        lists.set(name, levels)
      } else if (LEVELS.has(tag.name) && levels) {
        levels.set(Number(tag.attributes.get('text:level') ?? 1) - 1, levelOf(tag))
      }
    },
    close(name) {
      if (name === 'style:style') style = null
      if (LIST_STYLES.has(name)) levels = null
    },
  })
}

function begun({ attributes }: Tag): Written {
  const parent = attributes.get('style:parent-style-name') ?? null
  const name = attributes.get('style:name') ?? ''
  return { name, parent, list: attributes.get('style:list-style-name') ?? null, bold: null }
}

const isBoldWeight = (weight: string): boolean => weight === 'bold' || Number(weight) >= 600

function levelOf({ name, attributes }: Tag): OdtLevel {
  return {
    bullet: name === 'text:list-level-style-bullet',
    format: formats.get(attributes.get('style:num-format') ?? '') ?? 'decimal',
    prefix: attributes.get('style:num-prefix') ?? '',
    suffix: attributes.get('style:num-suffix') ?? '',
    start: Number(attributes.get('text:start-value') ?? 1),
    shown: Number(attributes.get('text:display-levels') ?? 1),
  }
}
