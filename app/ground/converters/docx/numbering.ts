import { Counters, formatNumber, type NumberFormat } from '../numbering.ts'
import { readXml, type Tag } from '../xml.ts'
import type { DocxStyles } from './styles.ts'
import { isOn } from './styles.ts'

/** The mark Word shows in front of a paragraph: bullets as '-', numbers as printed ('1.', 'a)', 'TOP 3:', '2.1'). */
export type Labels = {
  /** Counts one paragraph of a list; null where the list is unknown or "none" (numId 0). */
  next(numbering: string, level: number): string | null
  /** The level that a paragraph style is tied to (17.9.23 pStyle), null without. */
  levelOfStyle(numbering: string, style: string): number | null
}

type Level = {
  start: number
  format: NumberFormat | 'bullet'
  text: string
  style: string | null
  legal: boolean
}
type Pattern = { readonly levels: Map<number, Level>; link: string | null }
type Instance = { pattern: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }

const formats: ReadonlyMap<string, NumberFormat | 'bullet'> = new Map([
  ['bullet', 'bullet'],
  ['none', 'none'],
  ['lowerLetter', 'lowerLetter'],
  ['upperLetter', 'upperLetter'],
  ['lowerRoman', 'lowerRoman'],
  ['upperRoman', 'upperRoman'],
])
const PLACEHOLDER = /%([1-9])/g
const BULLET = '-'
/** A chain of numbering styles longer than this goes in circles. */
const LONGEST_LINK = 8

/** Reads word/numbering.xml (ECMA-376 part 1, 17.9). Null stands for a document without. Throws `file-broken`. */
export function labelsOf(xml: string | null, styles: DocxStyles): Labels {
  const { patterns, instances } = xml === null ? { patterns: new Map(), instances: new Map() } : read(xml)
  const counters = new Map<Pattern, Counters>()
  const begun = new Set<string>()

  return {
    next(numbering, at) {
      const instance = instances.get(numbering)
      const pattern = instance && patternOf(instance, instances, patterns, styles)
      const level = instance && pattern && levelOf(instance, pattern, at)
      if (!instance || !pattern || !level) return null
      if (level.format === 'bullet') return BULLET
      const counter = counters.get(pattern) ?? new Counters()
      counters.set(pattern, counter)
      const start = instance.starts.get(at)
      if (start !== undefined && !begun.has(`${numbering} ${at}`)) counter.restart(at, start)
      begun.add(`${numbering} ${at}`)
      counter.next(at, start ?? level.start)
      return labelOf(instance, pattern, level, counter)
    },
    levelOfStyle(numbering, style) {
      const instance = instances.get(numbering)
      const pattern = instance && patternOf(instance, instances, patterns, styles)
      for (const [at, level] of pattern?.levels ?? []) if (level.style === style) return at
      return null
    },
  }
}

function labelOf(instance: Instance, pattern: Pattern, level: Level, counter: Counters): string {
  return level.text
    .replace(PLACEHOLDER, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = levelOf(instance, pattern, at)
      if (!shown || shown.format === 'bullet') return ''
      const format = level.legal ? 'decimal' : shown.format
      return formatNumber(counter.at(at, instance.starts.get(at) ?? shown.start), format)
    })
    .trim()
}

const levelOf = (instance: Instance, pattern: Pattern, at: number): Level | undefined =>
  instance.levels.get(at) ?? pattern.levels.get(at)

function patternOf(
  instance: Instance,
  instances: ReadonlyMap<string, Instance>,
  patterns: ReadonlyMap<string, Pattern>,
  styles: DocxStyles,
): Pattern | undefined {
  let pattern = patterns.get(instance.pattern)
  for (let steps = 0; pattern?.link && steps < LONGEST_LINK; steps += 1) {
    const linked = instances.get(styles.numberingOf(pattern.link) ?? '')
    pattern = linked && patterns.get(linked.pattern)
  }
  return pattern
}

function read(xml: string): { patterns: Map<string, Pattern>; instances: Map<string, Instance> } {
  const patterns = new Map<string, Pattern>()
  const instances = new Map<string, Instance>()
  let pattern: Pattern | null = null
  let instance: Instance | null = null
  let level: Level | null = null
  let overridden = 0
  readXml(xml, {
    open(tag) {
      const value = tag.attributes.get('w:val')
      if (tag.name === 'w:abstractNum') {
        pattern = { levels: new Map(), link: null }
        patterns.set(tag.attributes.get('w:abstractNumId') ?? '', pattern)
      } else if (tag.name === 'w:num') {
        instance = { pattern: '', starts: new Map(), levels: new Map() }
        instances.set(tag.attributes.get('w:numId') ?? '', instance)
      } else if (tag.name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '', style: null, legal: false }
        ;(instance ?? pattern)?.levels.set(Number(tag.attributes.get('w:ilvl') ?? overridden), level)
      } else if (tag.name === 'w:numStyleLink' && pattern) pattern.link = value ?? null
      else if (tag.name === 'w:abstractNumId' && instance) instance.pattern = value ?? ''
      else if (tag.name === 'w:lvlOverride') overridden = Number(tag.attributes.get('w:ilvl'))
      else if (tag.name === 'w:startOverride' && instance) instance.starts.set(overridden, Number(value))
      else if (level) note(level, tag)
    },
    close(name) {
      if (name === 'w:lvl') level = null
      if (name === 'w:num') instance = null
      if (name === 'w:abstractNum') pattern = null
    },
  })
  return { patterns, instances }
}

function note(level: Level, { name, attributes }: Tag): void {
  const value = attributes.get('w:val')
  if (name === 'w:start') level.start = Number(value)
  else if (name === 'w:numFmt') level.format = formats.get(value ?? '') ?? 'decimal'
  else if (name === 'w:lvlText') level.text = value ?? ''
  else if (name === 'w:pStyle') level.style = value ?? null
  else if (name === 'w:isLgl') level.legal = isOn(value)
}
