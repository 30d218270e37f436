import { fold } from '../../../language/words.ts'
import type { Context } from '../context.ts'
import type { Lines } from '../reading.ts'
import { withAcquaintances } from './acquaintances.ts'
import { type Block, blocksOf, linesBetween } from './blocks.ts'
import { type Cast, castOf } from './cast.ts'
import type { Place } from './found.ts'
import { type Part, partsOf } from './parts.ts'
import { withMarks } from './plain.ts'
import { type Speaker, speakersOf } from './speakers.ts'
import { type Topic, topicOf } from './topics.ts'

/** A block with what governs it: what its headings announce, and who speaks. */
export type Spot = {
  readonly index: number
  readonly block: Block
  readonly parts: readonly Part[]
  readonly topic: Topic | null
  /** The words that announce the topic ("Aufgaben Mila"), empty without a topic. */
  readonly announced: string
  readonly speaker: Speaker | null
}

/** Everything the rules look at. */
export type Scene = {
  readonly context: Context
  readonly cast: Cast
  readonly spots: readonly Spot[]
}

/** A longer list item is a sentence, and announces nothing for those nested under it. */
const LONGEST_TITLE = 60

/** Under "Aufgaben" a name with a colon is an owner. */
function isListOfTasks(topic: Topic | null): boolean {
  return topic === 'task' || topic === 'old-task' || topic === 'done'
}

type Announced = { readonly topic: Topic | null; readonly announced: string }

export function sceneOf(context: Context): Scene {
  const blocks = blocksOf(context)
  const cast = withAcquaintances(castOf(context), blocks)
  const speakers = speakersOf(blocks, cast)
  const topics = new Map<string, Topic | null>()
  const closed = closedLeadIns(blocks)
  const spots = blocks.map((block, index) => {
    const announced = announcedTopic(block, topics, closed[index]!)
    const speaker = isListOfTasks(announced.topic) ? null : (speakers[index] ?? null)
    return { index, block, parts: partsOf(block.text, speaker?.from ?? 0), ...announced, speaker }
  })
  return { context, cast, spots }
}

/** The innermost title that announces a topic: list items over the block first, then lead-ins, headings, agenda item. */
function announcedTopic(block: Block, known: Map<string, Topic | null>, closed: string | null): Announced {
  const parents = block.parents.filter(parent => parent.length <= LONGEST_TITLE)
  for (const title of [...block.governing, ...parents].reverse()) {
    if (title === closed) continue
    const key = fold(title.slice(0, 200))
    if (!known.has(key)) known.set(key, topicOf(title))
    const topic = known.get(key) ?? null
    if (topic) return { topic, announced: title }
  }
  return { topic: null, announced: '' }
}

const ARROW = /^(?:→|➔|➢|=>|-+>)$/

/**
 * For each block the lead-in whose list an arrow ended: behind the list of "Lernerfahrungen:" a line "→ Und im
 * Herbst?" begins another thought, though list items follow it.
 */
function closedLeadIns(blocks: readonly Block[]): (string | null)[] {
  let closed: string | null = null
  return blocks.map((block, at) => {
    const before = blocks[at - 1]
    const innermost = block.governing.at(-1) ?? null
    if (innermost !== closed) closed = null
    const ends = ARROW.test(block.marker ?? '') && before?.kind === 'item' && !ARROW.test(before.marker ?? '')
    if (ends && block.indent === before.indent && before.lines.to + 1 < block.lines.from) closed = innermost
    return closed
  })
}

/** Where a stretch of a spot's block stands: the place of an entry. Outer blanks and joining signs are left out. */
export function placeOf(spot: Spot, from: number, to: number): Place {
  const { block, index } = spot
  const cut = block.text.slice(from, to)
  const leading = cut.length - cut.trimStart().length
  const trailing = cut.length - cut.trimEnd().length
  const [start, end] = withMarks(block.text, from + leading, to - trailing)
  const lines: Lines = linesBetween(block, start, end)
  return { block: index, begin: start, end, text: block.text.slice(start, end), lines }
}

/** The whole block as one place. */
export function placeOfBlock(spot: Spot): Place {
  return placeOf(spot, 0, spot.block.text.length)
}
