import { cue } from '../../../language/cues.ts'
import { timesIn } from '../../../language/times.ts'
import { wordsOf } from '../../../language/words.ts'
import { type Action, actionsIn } from './actions.ts'
import { antecedentOf } from './antecedents.ts'
import type { Cast } from './cast.ts'
import { dueIn } from './due.ts'
import { colonOwners, leadingOwners, mentionedOwners, onlyOwners, trailingOwners } from './named.ts'
import { type Need, needIn } from './needs.ts'
import { noteIn } from './noun-acts.ts'
import { ownerAt } from './owners.ts'
import type { Part } from './parts.ts'
import type { Scene, Spot } from './scene.ts'
import type { Speaker } from './speakers.ts'
import { type Tail, tailOf } from './tails.ts'
import { type Task, taskAt } from './task.ts'
import { chargesIn, listOwners, titleOwners } from './task-lists.ts'

/** Under these titles a line is what the title says; only somebody named who acts makes it a task as well. */
const OTHER_TOPICS = new Set(['idea', 'parked', 'lesson', 'wish', 'question'])
const KEYWORD = cue(/^(?:to-?\s?do|aufgabe|auftrag|action(?: item)?|ap|task)(?: (?:an|für) ([^:]{2,40}))?\s?:\s*/iu)

/** The tasks that the sentences of a block tell, the doubtful ones too. */
export function toldTasks(scene: Scene, spot: Spot): Task[] {
  return spot.parts.flatMap((part, at) => {
    if (at > 0 && handedOver(scene, spot, at - 1)) return []
    const handed = handedOver(scene, spot, at)
    if (handed)
      return [
        taskAt(scene, spot, part.from, spot.parts[at + 1]!.to, {
          owners: handed.owners,
          cues: [handed.cue],
          confidence: handed.confidence,
        }),
      ]
    return partTasks(scene, spot, part)
  })
}

type Handed = { readonly owners: readonly string[]; readonly cue: string; readonly confidence: number }

/**
 * What the piece behind a sentence makes of it: brackets with a name ("Das Schild wird entfernt. (Mila)"), a name behind
 * an arrow or a question who ("Material → Tilo", "Wer hilft? Mila, Okan"), or a lone infinitive ("Livestream? → klären").
 */
function handedOver(scene: Scene, spot: Spot, at: number): Handed | null {
  const part = spot.parts[at]!
  const next = spot.parts[at + 1]
  if (!next || next.text.length > LONGEST_HANDED) return null
  const bracketed = /^\([^()]+\)\.?$/.test(next.text)
  const behindArrow = ARROW_BEFORE.test(spot.block.text.slice(part.to, next.from))
  const asked = WHO.test(part.text)
  const came = SEEKS.test(part.text) ? cameForward(next.text, scene.cast) : null
  if (came) return { owners: came, cue: 'owner-behind-it', confidence: 0.8 }
  if (!bracketed && !behindArrow && !asked) return null
  const named = next.text.replace(/[()]/g, '')
  const owners = onlyOwners(behindArrow ? named.replace(TIME_BEHIND, '') : named, scene.cast, false)
  if (owners) return { owners, cue: 'owner-behind-it', confidence: asked || behindArrow ? 0.9 : 0.65 }
  const alone = behindArrow && /^\p{Ll}+[.!]?$/u.test(next.text) && needIn(`das ${next.text}`)?.kind === 'infinitive'
  return alone ? { owners: [], cue: 'infinitive', confidence: 0.55 } : null
}

const TIME_BEHIND =
  /,? (?:(?:bis|zum|am|ab|spätestens|nächste|Ende|Anfang|Mitte)(?!\p{L})[^()]{0,40}|\d[\d. ]{2,12}|asap|sofort|zeitnah|umgehend)$/iu
/** "Es werden noch Helfer gebraucht. Es meldeten sich: Mila, Tom" */
const SEEKS = cue(/(?<!\p{L})(?:gesucht|gebraucht|benötigt|erforderlich|brauchen|suchen|fehlt|fehlen)(?!\p{L})/iu)
const CAME_FORWARD = cue(
  /^(?:(?:Es|Dafür|Dazu|Hierfür|Hierzu|Bisher|Spontan) (?:melden|meldeten|meldet|meldete|finden|fanden|fand|stellen|stellten|erklären|erklärten) sich|(?:Gemeldet haben sich|Es haben sich gemeldet|Freiwillige|Gefunden haben sich))(?: (?:bereit|dafür|dazu|freiwillig|hierfür))?:? ([^.;!?]{2,200}?)(?: (?:bereit|zur Verfügung|gemeldet))?[.!]?$/u,
)

function cameForward(text: string, cast: Cast): readonly string[] | null {
  const named = CAME_FORWARD.exec(text)?.[1]
  const owner = named === undefined ? null : ownerAt(wordsOf(named), 0, named, cast)
  return owner && /^(?:name|title|office)$/.test(owner.sure) ? owner.names : null
}

/** "Wer baut auf?", "Aufbau: wer hilft?" */
export const WHO = /^(?:[^?:]{0,40}: ?)?wer(?!\p{L})[^?]{0,200}\?$/iu
const ARROW_BEFORE = /→|=>|->/
const LONGEST_HANDED = 80

function partTasks(scene: Scene, spot: Spot, part: Part): Task[] {
  const keyword = KEYWORD.exec(part.text)
  if (keyword) return [keywordTask(scene, spot, part, keyword)]
  const charges = chargesIn(part.text, scene.cast)
  if (charges.length > 0) {
    return charges.map(charge =>
      taskAt(scene, spot, part.from + charge.from, part.from + charge.to, {
        owners: charge.owners,
        cues: ['charge'],
        confidence: 0.6,
      }),
    )
  }
  const mentioned = mentionedOwners(part.text)
  if (mentioned.length > 0 && TOLD_OF_MENTIONED.test(part.text)) return []
  if (mentioned.length > 0 && part.text.endsWith('?') && !REQUESTS.test(part.text)) return []
  if (mentioned.length > 0)
    return [taskAt(scene, spot, part.from, part.to, { owners: mentioned, cues: ['at-sign'], confidence: 0.8 })]
  const voice = spot.block.kind === 'item' && spot.speaker?.from && part === spot.parts[0] ? spot.speaker : null
  const handed = voice && labelledTask(scene, spot, part, voice)
  if (handed) return [handed]
  const actions = actionsIn(part.text, scene.cast, voice?.name)
  if (actions.length > 0) return actions.flatMap((action, at) => actionTask(scene, spot, part, action, at === 0))
  return bracketLabelTask(scene, spot, part) ?? namedTask(scene, spot, part) ?? neededTask(scene, spot, part)
}

/** "(Mila): Layout und Druck": whose name stands in brackets before an entry of a list. */
function bracketLabelTask(scene: Scene, spot: Spot, part: Part): Task[] | null {
  if (spot.block.kind !== 'item' || part.from > 0 || !/^\([^()]{2,40}\) ?:/.test(part.text)) return null
  const named = leadingOwners(part.text, scene.cast, false)
  return named && [taskAt(scene, spot, 0, part.to, { owners: named.owners, cues: ['owner-label'], confidence: 0.7 })]
}

/** "@mila kannst du das nachziehen?" */
const REQUESTS = /(?<!\p{L})(?:kannst|könntest|könnt|magst|mögt|würdest|machst|schaust|übernimmst|bitte)(?!\p{L})/iu

/** What was done, who was there and who holds an office in the meeting: "@mila hat das Repo umgezogen". */
const TOLD_OF_MENTIONED =
  /@\S{2,40} (?:hat|hatte|haben|war|ist|kann)(?!\p{L})|(?:@\S{2,40},? (?:\([^()]{1,20}\),? )?){3}|(?<!\p{L})(?:mod|moderation|protokoll|anwesend|dabei):? @/iu

/** "Mila: Flyer drucken" in a list, outside of titles that announce tasks. */
function labelledTask(scene: Scene, spot: Spot, part: Part, voice: Speaker): Task | null {
  if (needIn(part.text)?.kind !== 'infinitive') return null
  return taskAt(scene, spot, 0, part.to, { owners: [voice.name], cues: ['owner-label'], confidence: 0.8 })
}

function keywordTask(scene: Scene, spot: Spot, part: Part, keyword: RegExpExecArray): Task {
  const from = part.from + keyword[0].length
  const text = part.text.slice(keyword[0].length)
  const charged = keyword[1] ? onlyOwners(keyword[1], scene.cast, true) : null
  const acting = actionsIn(text, scene.cast)[0]?.owner.names
  return taskAt(scene, spot, from, part.to, {
    owners: charged ?? acting ?? listOwners(text, scene.cast),
    cues: ['keyword'],
    confidence: 0.85,
  })
}

function actionTask(scene: Scene, spot: Spot, part: Part, action: Action, isFirst: boolean): Task[] {
  const resolved = antecedentOf(scene, spot, part, action.owner)
  if (isWeak(spot, action)) return []
  const factor = isOther(spot) ? 0.75 : spot.speaker ? 0.85 : 1
  const clause = part.text.slice(action.from, action.to)
  const leans = action.cue === 'owner-elided' || leansOnSentence(clause)
  const from =
    leans && isFirst && timesIn(part.text.slice(0, action.from)).length === 0 ? part.from : part.from + action.from
  const due = dueIn(clause, scene.context.reference) ?? (leans ? dueIn(part.text, scene.context.reference) : null)
  const beside = /^(?:bare|noun)$/.test(action.owner.sure)
    ? bracketedOwners(part.text.slice(action.from), scene.cast)
    : null
  const cues = [action.cue, ...(resolved.ambiguous ? ['pronoun-ambiguous'] : [])]
  return [
    taskAt(scene, spot, from, part.from + action.to, {
      owners: beside ?? groupMeant(scene, spot, resolved.names),
      cues,
      confidence: action.confidence * factor,
      due,
    }),
  ]
}

/** "Aufruf geht über den Verteiler raus (Mila)": whose name stands in brackets does it. */
function bracketedOwners(text: string, cast: Cast): readonly string[] | null {
  return text.trimEnd().endsWith(')') ? (trailingOwners(text, cast, false)?.owners ?? null) : null
}

/** Under "AG Kultur" it is meant by "die AG". */
function groupMeant(scene: Scene, spot: Spot, owners: readonly string[]): readonly string[] {
  const [group] = owners
  if (owners.length !== 1 || !/^(?:AG|AK|UAG|Arbeitsgruppe|Arbeitskreis|Projektgruppe|Team)$/.test(group!))
    return owners
  const titled = titleOwners(spot, scene.cast)
  return titled.length === 1 && titled[0]!.includes(group!) ? titled : owners
}

/** Beside a speaker, and under a title of other things, only somebody named acts; a question finds its doer. */
function isWeak(spot: Spot, { owner, cue }: Action): boolean {
  if (!spot.speaker && !isOther(spot)) return false
  if (spot.topic === 'question' && /^(?:bare|organisation)\+act$/.test(cue)) return false
  return /^(?:we|organisation|noun|bare)$/.test(owner.sure)
}

/**
 * A clause that says nothing without the sentence around it: "…, Mila überweist", "…, Hr. Ott kümmert sich darum". It is
 * quoted with what stands before, unless that is an act or an appointment of its own.
 */
function leansOnSentence(clause: string): boolean {
  return (
    wordsOf(clause).length <= 3 ||
    /^(?:(?:[Dd]as|[Dd]ies) \p{Ll}|[Dd]afür |[Dd]arum |[Dd]aran |[Hh]ierfür )/u.test(clause) ||
    LEANS.test(clause)
  )
}

const LEANS = cue(
  /(?<!\p{L})(?:darum|dafür|dazu|damit|daran|davon|darauf|hin|es|das|dies|sie|ihn)(?=[.,;!]|$| (?:mit|weiterhin|weiter|an|ab|auf|zusammen|bekannt|weiter|noch|zeitnah|demnächst)(?!\p{L}))/iu,
)

/** "Die Liste ist unvollständig (Mila)": who is named beside what is to be done. */
function namedTask(scene: Scene, spot: Spot, part: Part): Task[] | null {
  if (isOther(spot) || /\?$/.test(part.text)) return null
  const isItem = spot.block.kind === 'item'
  const trailing =
    trailingOwners(part.text, scene.cast, false) ??
    (isItem || isNote(part.text) ? colonOwners(part.text, scene.cast) : null) ??
    (isItem ? timedTail(part.text, scene.cast) : null)
  if (!trailing) return null
  const said = part.text.slice(0, trailing.at)
  const need = needIn(said)
  const sentence =
    /(?<!\p{L})(?:ist|sind|soll|sollen|sollte|sollten|muss|müssen|wird|werden|wollen|will)(?!\p{L})/u.test(said)
  if (!need && !sentence && !isShortCharge(spot, said) && (isItem || !isNote(part.text))) return null
  return [
    taskAt(scene, spot, part.from, part.to, {
      owners: trailing.owners,
      cues: ['owner-at-end'],
      confidence: need ? 0.8 : sentence ? 0.6 : 0.45,
    }),
  ]
}

/** "Korrekturlesen: Mila" on a line of its own. */
function isNote(text: string): boolean {
  return text.length < LONGEST_HANDED && needIn(text)?.kind === 'infinitive'
}

/** "Beschriftung, E. Sol, bis 20.4.", "Text kürzen, Mila": a name at the end hands out beside a time or behind an act. */
function timedTail(text: string, cast: Cast): Tail | null {
  const tail = tailOf(text, cast)
  if (!tail || tail.time) return tail
  const need = needIn(text.slice(0, tail.at))
  return need && need.kind !== 'rule' ? tail : null
}

/** "Getränke (Mila)" hands something out; "Bericht aus dem Beirat (Mila)" names who reports. */
function isShortCharge(spot: Spot, said: string): boolean {
  return (
    spot.block.kind === 'item' &&
    !spot.block.leads &&
    said.length < 60 &&
    !REPORTS.test(said) &&
    spot.topic !== 'information'
  )
}

const REPORTS =
  /(?<!\p{L})(?:bericht\p{L}*|vortrag|info\p{L}*|rückblick|protokoll|begrüßung|input|vorstellung|präsentation|moderation|leitung|anwesend|stand|mitglied|kandidat\p{L}*|gewählt|lust|interesse|ab|bis)(?!\p{L})/iu
const NEED_CONFIDENCE_IN_REPORTS = 0.7

function neededTask(scene: Scene, spot: Spot, part: Part): Task[] {
  const bracketed = bracketedNeed(part)
  const need = bracketed?.need ?? needIn(part.text) ?? noteIn(spot, part)
  if (!need || need.kind === 'rule') return []
  if (need.kind === 'infinitive' && MAYBE.test(part.text)) return []
  const answers = /^(?:coming|passive)$/.test(need.kind) && part !== spot.parts[0]
  if (!bracketed && ((spot.speaker && !answers) || isOther(spot))) return []
  if (need.kind === 'infinitive' && !bracketed && (spot.topic === 'decision' || spot.topic === 'review')) return []
  const [from, to] = bracketed ? [part.from + bracketed.from, part.from + bracketed.to] : [part.from, part.to]
  const confidence = need.confidence * (spot.topic === 'information' ? NEED_CONFIDENCE_IN_REPORTS : 1)
  return [taskAt(scene, spot, from, to, { owners: titleOwners(spot, scene.cast), cues: [need.kind], confidence })]
}

/** "Vielleicht ein Fass mieten" proposes. */
const MAYBE = /^(?:vielleicht|vlt|vll|evtl|ev|eventuell|alternativ|oder|lieber)(?!\p{L})/iu

const BRACKETED = cue(/\((mit [^()]{4,120})\)/iu)

/** "(Mit der Schulleitung rücksprechen)" inside an idea. */
function bracketedNeed(part: Part): { need: Need; from: number; to: number } | null {
  const match = BRACKETED.exec(part.text)
  const need = match && needIn(match[1]!.replace(/\p{Lu}(?=\p{Ll}+$)/u, first => first.toLowerCase()))
  return need?.kind === 'infinitive' ? { need, from: match!.index + 1, to: match!.index + match![0].length - 1 } : null
}

function isOther({ topic }: Spot): boolean {
  return topic !== null && OTHER_TOPICS.has(topic)
}
