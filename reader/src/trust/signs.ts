import { datesIn } from '../../../language/dates.ts'
import { remembered } from '../../../language/remembered.ts'
import { stem } from '../../../language/stems.ts'
import { timesIn } from '../../../language/times.ts'
import { isInfinitive, isParticiple, modalOf, verbForms } from '../../../language/verbs.ts'
import { fold, type Word, wordsOf } from '../../../language/words.ts'
import type { Found } from '../entries/found.ts'
import { type Owner, ownerAt } from '../entries/owners.ts'
import type { Part } from '../entries/parts.ts'
import type { Scene, Spot } from '../entries/scene.ts'

/** A rule found less than this share of a part: it speaks of something beside it. */
const SHARE_OF_PART = 0.3
const WORDS_OF_TITLE = 8
const MOST_WORDS = 60

const TIMES = Object.entries({
  coming: /^(?:noch|bis|dann|demnaechst|naechste[nrs]?|bald|zeitnah|umgehend|kommende[nrs]?)$/,
  past: /^(?:bereits|schon|letzte[nrs]?|vergangene[nrs]?|gestern|bisher|seit|damals|inzwischen|mittlerweile)$/,
  negated: /^(?:kein|keine|keinen|keiner|nicht|niemand|nie)$/,
  reported: /^(?:dass|ob|wie|warum|wann|weil)$/,
  subjunctive: /(?:waere|haette|koennte|wuerde|muesste|sollte|faende|duerfte|moechte)n?$/,
  will: /^(?:wird|werden)$/,
  is: /^(?:hat|haben|wurde|wurden|ist|sind|war|waren)$/,
})
const PLAIN_TIMES = ['coming', 'past', 'negated', 'reported', 'subjunctive']

/** The times that a word stands for, none for most. */
const timesOf = remembered((word: string): readonly string[] => {
  const small = fold(word)
  return TIMES.flatMap(([name, pattern]) => (pattern.test(small) ? [name] : []))
})

/**
 * The signs of a part: short names of what may tell whether it is a task, a decision and so on. Its words, who begins
 * it, its verb and time, the title over it, its place, and what the rules found in it. `claims`: what they found in its
 * block.
 */
export function signsOf(scene: Scene, spot: Spot, part: Part, claims: readonly Found[]): readonly string[] {
  const words = wordsOf(part.text).slice(0, MOST_WORDS)
  return [
    ...ruleSigns(part, claims),
    ...wordSigns(scene, words),
    ...ownerSigns(scene, part, words),
    ...timeSigns(scene, part, words),
    ...placeSigns(spot, part, words),
  ]
}

function ruleSigns(part: Part, claims: readonly Found[]): string[] {
  return claims.flatMap(found => {
    const shared = Math.min(found.end, part.to) - Math.max(found.begin, part.from)
    if (shared <= 0) return []
    if (shared < SHARE_OF_PART * (part.to - part.from)) return [`beside ${found.kind}`]
    return [`found ${found.kind}`, ...found.cues.map(cue => `${found.kind} ${cue}`)]
  })
}

function wordSigns({ cast }: Scene, words: readonly Word[]): string[] {
  return words.map(({ text }) => (cast.isName(text) ? 'a name' : `word ${stem(fold(text))}`))
}

function ownerSigns({ cast }: Scene, part: Part, words: readonly Word[]): string[] {
  const owner: Owner | null = words.length > 0 ? ownerAt(words, 0, part.text, cast) : null
  if (!owner) return ['begins otherwise']
  const verb = words[owner.end]?.text
  if (verb === undefined) return [`begins ${owner.sure}`]
  const sorts = verbForms(verb).map(form => `${owner.sure} ${form.sort} ${form.shape}`)
  return [`begins ${owner.sure}`, `does ${stem(fold(verb))}`, ...new Set(sorts)]
}

function timeSigns({ context }: Scene, part: Part, words: readonly Word[]): string[] {
  const told = new Set(words.flatMap(word => timesOf(word.text)))
  const signs = PLAIN_TIMES.filter(name => told.has(name))
  const participle = words.some(word => isParticiple(word.text))
  if (told.has('will')) signs.push(participle ? 'will be done' : 'will')
  if (told.has('is')) signs.push(participle ? 'was done' : 'is')
  for (const { text } of words) {
    const modal = modalOf(text)
    if (modal) signs.push(`modal ${modal}`)
  }
  const last = words.at(-1)?.text ?? ''
  if (isInfinitive(last)) signs.push('ends infinitive')
  else if (isParticiple(last)) signs.push('ends participle')
  for (const date of datesIn(part.text, context.reference)) signs.push(`date ${tenseOf(date.from, context.reference)}`)
  if (timesIn(part.text).length > 0) signs.push('time of day')
  return [...new Set(signs)]
}

function tenseOf(day: string | null, reference: string | null): string {
  if (day === null) return 'vague'
  return reference !== null && day > reference.slice(0, day.length) ? 'ahead' : 'behind'
}

function placeSigns({ block, parts, topic, speaker }: Spot, part: Part, words: readonly Word[]): string[] {
  const title = block.governing.at(-1) ?? ''
  const place = parts.length === 1 ? 'only' : part === parts[0] ? 'first' : part === parts.at(-1) ? 'last' : 'middle'
  const last = part.text.at(-1) ?? ''
  return [
    `in ${topic ?? 'nothing'} ${block.kind}`,
    `place ${place}`,
    `ends ${/[\p{L}\p{N}]/u.test(last) ? 'word' : last}`,
    `size ${Math.min(6, words.length >> 2)}`,
    ...(speaker ? ['spoken'] : []),
    ...(block.parents.length > 0 ? ['nested'] : []),
    ...(block.leads ? ['leads'] : []),
    ...(/→|=>|->|➡/.test(block.text.slice(Math.max(0, part.from - 3), part.from + 2)) ? ['behind arrow'] : []),
    ...(/\([^()]*\)\.?$/.test(part.text) ? ['bracket behind'] : []),
    ...wordsOf(title)
      .slice(0, WORDS_OF_TITLE)
      .map(word => `title ${stem(fold(word.text))}`),
  ]
}
