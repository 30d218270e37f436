import { holdsMinutes } from './blocks.ts'
import type { FoundOf, Place } from './found.ts'
import { ideaMarks } from './idea-cues.ts'
import { lessonMarks } from './lesson-cues.ts'
import { finderOfMarks, type Mark, positionMarks, questionMarks } from './marked-cues.ts'
import { onlyOwners } from './named.ts'
import type { Part } from './parts.ts'
import { placeOf, placeOfBlock, type Scene, type Spot } from './scene.ts'
import type { Topic } from './topics.ts'
import { wishMarks } from './wish-cues.ts'
import { wisherIn, wisherOf } from './wishers.ts'

type Marked = FoundOf<'idea' | 'wish' | 'lesson' | 'question' | 'position'>

const IN_SECTION = 0.85
/** Less says nothing. */
const SOME_LETTERS = /\p{L}(?:\P{L}*\p{L}){3}/u
const wishMarkOf = finderOfMarks(wishMarks)
const lessonMarkOf = finderOfMarks(lessonMarks)
const ideaMarkOf = finderOfMarks(ideaMarks)
const positionMarkOf = finderOfMarks(positionMarks)
const questionMarkOf = finderOfMarks(questionMarks)
/** A short line above nested ones is the topic of these. */
const MOST_TOPIC_WORDS = 2
/** Under "Ausblick" too, a sentence in the past tells what was done, no idea. */
const REPORTED = /(?<!\p{L})(?:wurde|wurden|war|waren)(?!\p{L})/iu

/**
 * Finds ideas, wishes, lessons, questions and positions: every line under a title that announces them, and elsewhere the
 * sentences that are marked by their wording.
 */
export function markedIn(scene: Scene): Marked[] {
  return scene.spots.flatMap(spot => {
    const { block, topic } = spot
    if ((!block.read && !holdsMinutes(block)) || block.kind === 'heading' || block.kind === 'row' || topic === 'done')
      return []
    if (!SOME_LETTERS.test(block.text)) return []
    const announced = topic && block.read && !isLeadIn(spot) ? announcedAs(scene, spot, topic) : null
    const worded = spot.parts.flatMap(part =>
      isLeadIn(spot) && part.to >= block.text.length ? [] : wordedAs(scene, spot, part, topic),
    )
    return announced
      ? [announced, ...worded.filter(found => found.kind !== announced.kind && found.cues[0] === 'label')]
      : joined(worded, spot)
  })
}

const FULL_NAMES = /:(?:,? (?:und )?\p{Lu}\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20}){1,12}\.?$/u

/** "Helfer: Mila, evtl. Tom": names, not all of them sure. */
function isRoster(text: string, { cast }: Scene): boolean {
  if (FULL_NAMES.test(text)) return true
  const names = text.slice(text.indexOf(':') + 1).replace(/(?:evtl|ggf)\.|eventuell|vielleicht/giu, '')
  return onlyOwners(names.replace(/\s+/g, ' '), cast, false) !== null
}

/** "Vielleicht ein Livestream?" proposes, "Wer könnte helfen?" asks. */
const ASKS =
  /^(?:[^?:]{0,40}: ?)?(?:wer|wie|was|wann|wo|wohin|woher|warum|welche[rsnm]?|wieviel|ob|kann|können|könnte|könnten|soll|sollen|sollte|sollten|gibt|ist|sind|hat|haben)(?!\p{L}).*\?$/iu

/** Neighbouring sentences of one kind are one idea, told at length. */
function joined(found: readonly Marked[], spot: Spot): Marked[] {
  const result: Marked[] = []
  for (const next of found) {
    const last = result.at(-1)
    const neighbours = last?.kind === next.kind && next.kind !== 'wish' && next.begin - last.end <= 2
    if (neighbours) result[result.length - 1] = { ...last, ...placeOf(spot, last.begin, next.end) }
    else result.push(next)
  }
  return result
}

function isLeadIn(spot: Spot): boolean {
  return spot.block.leads && /:[*_\s]*$/.test(spot.block.text)
}

const BOLD = /^(?:\*\*|__).{3,300}(?:\*\*|__)$/u

/** Under a title of wishes a list item is one; of a paragraph only a demand in bold letters, its answer is told behind. */
function demandIn(spot: Spot): Place | null {
  const [first, second] = spot.parts
  if (!first || !second) return placeOfBlock(spot)
  const place = placeOf(spot, first.from, first.to)
  if (BOLD.test(place.text)) return place
  return spot.block.kind === 'paragraph' ? null : placeOfBlock(spot)
}

function announcedAs(scene: Scene, spot: Spot, topic: Topic): Marked | null {
  if (spot.block.kind === 'paragraph' && spot.block.parents.length === 0 && !announcesProse(spot)) return null
  const nests = spot.block.leads && spot.block.text.split(' ').length <= MOST_TOPIC_WORDS
  if ((topic === 'idea' || topic === 'parked') && (nests || REPORTED.test(spot.block.text))) return null
  const place = topic === 'wish' ? demandIn(spot) : placeOfBlock(spot)
  if (!place) return null
  const found = { ...place, cues: ['section'], confidence: IN_SECTION }
  if (topic === 'idea' || topic === 'parked') return { ...found, kind: 'idea', parked: topic === 'parked' }
  if (topic === 'lesson') return { ...found, kind: 'lesson' }
  if (topic === 'wish') return { ...found, kind: 'wish', from: wisherOf(scene, spot) }
  if (topic === 'question') return { ...found, kind: 'question' }
  if (topic === 'position') return { ...found, kind: 'position' }
  return null
}

/** Prose under a title is what the title says only where the title is exact; "Ausblick" is often told at length. */
function announcesProse(spot: Spot): boolean {
  return !/ausblick|mögliche|vorschl|werkstatt|gesammelt|anregung|könnt/iu.test(spot.announced)
}

/** Of what a sentence is marked as, the surest; a question only where it is nothing else. */
function wordedAs(scene: Scene, spot: Spot, part: Part, topic: Topic | null): Marked[] {
  const { text } = part
  const at = (mark: Mark) => ({ ...placeOf(spot, part.from, part.to), cues: [mark.cue], confidence: mark.confidence })
  const wish = wishMarkOf(text)
  const lesson = lessonMarkOf(text)
  const idea = ideaIn(text, scene)
  const position = positionMarkOf(text)
  const best = Math.max(...[wish, lesson, idea, position].map(mark => mark?.confidence ?? 0))
  if (wish?.confidence === best) return [{ ...at(wish), kind: 'wish', from: spot.speaker?.name ?? wisherIn(text) }]
  if (lesson?.confidence === best) return [{ ...at(lesson), kind: 'lesson' }]
  if (idea?.confidence === best)
    return [{ ...at(idea), kind: 'idea', parked: idea.cue === 'parking-lot' || topic === 'parked' }]
  if (position) return [{ ...at(position), kind: 'position' }]
  const question = questionMarkOf(text)
  return question ? [{ ...at(question), kind: 'question' }] : []
}

function ideaIn(text: string, scene: Scene): Mark | null {
  const idea = ideaMarkOf(text)
  if (!idea || isRoster(text, scene)) return null
  return ASKS.test(text) && idea.cue !== 'why-not' && idea.cue !== 'whether-not' ? null : idea
}
