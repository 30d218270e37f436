import { cue } from '../../../language/cues.ts'
import { matchesOf } from '../../../language/matches.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Cast } from './cast.ts'
import { firstNameLength, leadingOwners, mentionedOwners, onlyOwners, trailingOwners } from './named.ts'
import { ownerAt } from './owners.ts'
import type { Spot } from './scene.ts'
import { type Tail, tailOf, timeBehind } from './tails.ts'

/**
 * Who owns all tasks under a title: "Aufgaben Mila", "Auftrag an die AG Fest", or a title that is only a name under one
 * that announces tasks ("TODOs" › "Mila"), or over one ("Mila" › "Was mache ich?"). Empty where nobody is named.
 */
export function sectionOwners(spot: Spot, cast: Cast): readonly string[] {
  const named = titleOwners(spot, cast)
  return named.length > 0 ? named : announcedOwners(spot.announced, cast)
}

/** Who is named by the innermost title over a line that is a name and nothing else. */
export function titleOwners({ block, announced }: Spot, cast: Cast): readonly string[] {
  const titles = [...block.governing, ...block.parents]
  const at = titles.indexOf(announced)
  for (const title of titles.slice(at + 1).reverse()) {
    if (IS_TOPIC.test(title)) continue
    const owners = onlyOwners(title.replace(/:$/, ''), cast, announced !== '')
    if (owners) return owners
  }
  const above = at > 0 ? personAlone(titles[at - 1]!, cast) : []
  return above.length > 0 ? above : bracketedIn(titles.at(-1) ?? '', cast)
}

/** "Sommerfest (Mila, Tom)": who looks after the topic, for what nobody else takes on. */
function bracketedIn(title: string, cast: Cast): readonly string[] {
  const named = title.endsWith(')') || title.endsWith('):') ? BRACKET_AT_END.exec(title)?.[1] : undefined
  return named === undefined ? [] : (onlyOwners(named, cast, false) ?? [])
}

const BRACKET_AT_END = /\(([^()]{2,60})\):?$/

/** A title that tells of organising, not of a team that does. */
const IS_TOPIC = /^(?:\W{0,3}\d{0,2}\.? ?)?(?:Orga|Organisation|Organisatorisches|Kasse|Finanzen):?$/iu

function personAlone(title: string, cast: Cast): readonly string[] {
  const words = wordsOf(title)
  return words.length > 0 && cast.nameAt(words, 0) === words.length ? [title.trim()] : []
}

const TOPIC_WORD =
  /^(?:offene |neue )?(?:to ?-?do'?s?|aufgaben?|tasks?|arbeitsaufträge?|aufträge?|auftrag|zu erledigen)(?:liste)?(?: (?:für|von|an|bei))?[\s:(–-]+/iu

function announcedOwners(title: string, cast: Cast): readonly string[] {
  const behind = title.replace(TOPIC_WORD, '')
  return behind === title ? [] : (onlyOwners(behind.replace(/[):]{1,3}$/, ''), cast, true) ?? [])
}

/** Who is named in an entry of a list of tasks, at its head, at its end or by an at sign. */
export function listOwners(text: string, cast: Cast): readonly string[] {
  return listCharge(text, cast).owners
}

/** Who is named in an entry of a list of tasks, and the words of time that stand beside the name. */
export function listCharge(text: string, cast: Cast): Pick<Tail, 'owners' | 'time'> {
  const mentioned = mentionedOwners(text)
  const tail = tailOf(text, cast)
  if (mentioned.length > 0) return { owners: mentioned, time: tail?.time ?? timeBehind(text) }
  if (tail) return tail
  const named =
    leadingOwners(text, cast, false) ??
    behindLabel(text, cast) ??
    leadingOwners(text, cast, true) ??
    trailingOwners(text, cast, true)
  const length = firstNameLength(text)
  return { owners: named?.owners ?? (length > 0 ? [text.slice(0, length)] : []), time: timeBehind(text) }
}

/** "Zelt: Tom wollte noch nachhaken": before the colon stands what it is about. */
function behindLabel(text: string, cast: Cast): { readonly owners: readonly string[] } | null {
  const behind = /^[^:]{2,40}: (?=\p{L})/u.exec(text)?.[0]
  if (!behind) return null
  const rest = text.slice(behind.length)
  const owner = ownerAt(wordsOf(rest), 0, rest, cast)
  return owner && /^(?:name|title)$/.test(owner.sure) ? { owners: owner.names } : null
}

const ROLE = cue(
  /(?:^|[(,;]\s?)((?:\p{L}[\p{L}/ .-]{0,50}?)?(?:verantwort\p{L}*|zuständig\p{L}*|federführ\p{L}*|hut|koordination|ansprechpartner\p{L}*|organisation|orga|betreuung|umsetzung|verantw\.?|v|abklärung\p{L}*|wer|who|owner)(?: [\p{L}/]{2,30})?: ?)([^:;()]{2,60}?)(?=$|[,;)])/giu,
)
const IN_BRACKETS = /\(([^()]{3,160})\)/g
const PAIR = /(?:^|[,;]\s?)([\p{L}][^:,;]{1,60}): ?([^:,;]{2,40})(?=$|[,;])/gu

/** A task that a label hands out: its stretch and its owners. */
export type Charge = { readonly from: number; readonly to: number; readonly owners: readonly string[] }

/** Labels that hand out a task: "Verantwortlich: Mila", "(Koordination: Mila, Sponsoren: Yusuf)". */
export function chargesIn(text: string, cast: Cast): Charge[] {
  const charges: Charge[] = []
  for (const bracket of text.includes('(') ? matchesOf(IN_BRACKETS, text) : []) {
    const begin = bracket.index + 1
    for (const pair of matchesOf(PAIR, bracket[1]!)) {
      const owners = onlyOwners(pair[2]!, cast, false)
      const from = begin + pair.index + (pair[0].length - pair[0].replace(/^[,;]\s?/, '').length)
      if (owners) charges.push({ from, to: begin + pair.index + pair[0].length, owners })
    }
  }
  if (charges.length > 0) return charges
  for (const match of ROLE.all(text)) {
    const owners = onlyOwners(match[2]!, cast, false)
    if (owners) charges.push({ from: match.index, to: match.index + match[0].length, owners })
  }
  return charges
}

const VOLUNTEERS = cue(
  /(?<!\p{L})(?:haben|hat) sich (.{2,80}?) (?:gemeldet|bereit ?erklärt|gefunden)|(?<!\p{L})(?:die (?:aufgaben?|organisation|punkte)|dies|das|alles) (?:übernehmen|übernimmt|machen|macht) (.{2,80}?)[.!]?$/iu,
)

/** Who took on what the list before names: "Für den Aufbau haben sich Mila und Yusuf gemeldet." */
export function volunteersIn(text: string, cast: Cast): readonly string[] {
  const match = VOLUNTEERS.exec(text)
  const named = match?.[1] ?? match?.[2]
  if (!named) return []
  const words = wordsOf(named)
  const owner = ownerAt(words, 0, named, cast)
  return owner && owner.sure !== 'bare' && owner.sure !== 'we' ? owner.names : []
}
