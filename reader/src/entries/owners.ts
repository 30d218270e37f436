import { beginsCapital } from '../../../language/capitals.ts'
import { isOffice, isOrganisation } from '../../../language/offices.ts'
import { remembered } from '../../../language/remembered.ts'
import { verbForms } from '../../../language/verbs.ts'
import type { Word } from '../../../language/words.ts'
import type { Cast } from './cast.ts'

/**
 * Who acts, as the text writes it.
 * - `names`: as written, without article; a pronoun stays itself here ("er").
 * - `end`: index of the first word behind.
 * - `sure`: how the owner was recognised, from a person of the attendance to a noun with article and a bare
 *   capital word.
 */
export type Owner = {
  readonly names: readonly string[]
  readonly end: number
  readonly sure: 'name' | 'title' | 'office' | 'we' | 'pronoun' | 'organisation' | 'noun' | 'bare'
  readonly plural: boolean
}

const TITLES = new Set(
  `Hr Hrn Herr Herrn Fr Frau Dr Prof Mag Ing Pfr Pfrin Pfarrer Pfarrerin Pastor Pastorin Bürgermeister Bürgermeisterin Bgm Vbgm
  Vzbgm OB GR StR GV Stadtrat Stadträtin Gemeinderat Gemeinderätin Koll Kollege Kollegin Kam Kamerad Kameradin Gfrd Gfrdn
  Gartenfreund Gartenfreundin Genosse Genossin Gen Br Sr Bruder Schwester Fam Familie Diakon Diakonin Vikar Vikarin`.split(
    /\s+/,
  ),
)
const ARTICLES = new Set('der die das den dem unser unsere unserem eine ein einer'.split(' '))
const WE = new Set('wir ich alle jede jeder jede:r jede*r jede/r jede_r'.split(' '))
const PRONOUNS = new Set('er sie dieser diese beide'.split(' '))
/** Groups that act without being a unit by their name's ending. */
const GROUPS =
  /^(?:Runde[rnm]?|Verein|Plenum|Mitglieder|Teilnehme(?:r|nde)|Anwesende|Orga(?:nisation)?|Kernteam|Bürgerrunde|Elternschaft|Eltern|Fachschaft|Admins?|Helfer|FSR|StuRa|Asta|AStA|Bauhof|Hausmeister|Stamm|Elternvertretung|Schülervertretung|SV|Kolleg|Netzwerk|Genossenschaft|Interessierte|Freiwillige|Individuell)(?:[*:_/]?innen|schaft|s|n)?$/u
/** Units that mostly stand outside of the body that met. */
const OUTSIDE =
  /(?:(?<!^)amt|behörde|feuerwehr|polizei|kita|kindergarten|träger|wirt|partner|außenstelle|zentrale|kirchengemeinde|sparkasse|krankenkasse|bank)(?:e?s)?$/iu
const ALLIANCE =
  /^(?:AG|AK|UAG|Arbeitsgruppe|Arbeitskreis|Team|Referat|Amt|Projektgruppe|Fachbereich|Fachgruppe|Kita|KV|OV|LV|Klasse|Gruppe|Stufe)$/u
const JOINERS = new Set(['und', 'sowie', 'u'])
const JOINING_SIGNS = /^\)?(?:, ?| ?[/&+] ?)$/
const MOST_OWNERS = 8
/** A name parted at the end of a line. */
const PARTED = /(?<=\p{Ll})- (?=\p{Ll})/gu

/** Reads who stands at word `at` of the text: one or several ("Mila, Yusuf und die AG Fest"), or null. */
export function ownerAt(words: readonly Word[], at: number, text: string, cast: Cast): Owner | null {
  const first = oneOwnerAt(words, at, text, cast)
  if (!first) return null
  let owner = first
  while (owner.names.length < MOST_OWNERS) {
    const next = joinedOwner(words, owner.end, text, cast) ?? bracketedOwner(words, owner, text, cast)
    if (!next) break
    owner = { names: [...owner.names, ...next.names], end: next.end, sure: owner.sure, plural: true }
  }
  return owner
}

function joinedOwner(words: readonly Word[], end: number, text: string, cast: Cast): Owner | null {
  const next = words[end]
  const before = words[end - 1]
  if (!next || !before) return null
  const joins = JOINERS.has(next.text)
  if (!joins && !JOINING_SIGNS.test(text.slice(before.to, next.from))) return null
  const at = joins ? end + 1 : end
  const owner = oneOwnerAt(words, at, text, cast) ?? (joins ? groupAt(words, at, text) : null)
  return owner && owner.sure !== 'we' && owner.sure !== 'pronoun' && (owner.sure !== 'noun' || owner.plural)
    ? owner
    : null
}

/** "Mila (oder Tom)", "AG Fest (Mila und Tom)": in brackets another person, or who the group is. */
function bracketedOwner(words: readonly Word[], { end, sure }: Owner, text: string, cast: Cast): Owner | null {
  const before = words[end - 1]!
  const next = words[end]
  if (!next || text.slice(before.to, next.from) !== ' (') return null
  const joins = BESIDE.test(next.text)
  if (!joins && sure !== 'office') return null
  const owner = ownerAt(words, joins ? end + 1 : end, text, cast)
  return owner && /^(?:name|title)$/.test(owner.sure) && text[words[owner.end - 1]!.to] === ')' ? owner : null
}

const BESIDE = /^(?:oder|und|mit|evtl|ggf|u)$/

function oneOwnerAt(words: readonly Word[], at: number, text: string, cast: Cast): Owner | null {
  const word = words[at]
  if (!word) return null
  const lower = word.text.toLowerCase()
  if (isPersons(words[at + 1]) && COUNTED.test(lower))
    return { ...named(words, at, at + 2, text, 'office'), plural: !lower.startsWith('jede') }
  if (WE.has(lower)) return { names: [word.text], end: at + 1, sure: 'we', plural: lower === 'wir' || lower === 'alle' }
  if (PRONOUNS.has(lower) && !isNoun(words[at + 1])) {
    return { names: [word.text], end: at + 1, sure: 'pronoun', plural: lower === 'beide' }
  }
  if (TITLES.has(word.text)) return titledAt(words, at, text, cast)
  const length = cast.nameAt(words, at)
  if (length > 0) return named(words, at, at + length, text, 'name')
  if (ARTICLES.has(lower)) return behindArticle(words, at, text)
  return unitAt(words, at, text) ?? initialledAt(words, at, text) ?? bareAt(words, at, text)
}

/** "Jede Klasse", "vier Mitglieder", "2 Eltern": people by their number alone. */
const COUNTED = /^(?:jede[rs]?|zwei|drei|vier|fünf|sechs|\d{1,2}|einige|mehrere)$/
const PERSONS =
  /^(?:Klassen?|Gruppen?|Teams?|AGs?|Abteilung(?:en)?|Mitglied(?:er)?|Eltern|Personen|Freiwillige|Helfer(?:innen)?|Vertreter(?:innen)?|Teilnehmende|Teilnehmer(?:innen)?|Vereine?|Mannschaft(?:en)?|Fachschaft(?:en)?|Familien?|Schüler(?:innen)?|Kinder|Jugendliche)$/

function isPersons(word: Word | undefined): boolean {
  return word !== undefined && PERSONS.test(word.text)
}

function named(words: readonly Word[], from: number, end: number, text: string, sure: Owner['sure']): Owner {
  const last = words[end - 1]!
  const point = end - from > 1 && last.text.length === 1 && text[last.to] === '.' ? 1 : 0
  const name = text.slice(words[from]!.from, last.to + point).replace(PARTED, '')
  return { names: [name], end, sure, plural: false }
}

function isNoun(word: Word | undefined): boolean {
  return word !== undefined && beginsCapital(word.text)
}

/** "Hr. Dr. Ott", "Frau von Thun", "Fr. M. Sahin": titles, then up to three words of the name. */
function titledAt(words: readonly Word[], at: number, text: string, cast: Cast): Owner | null {
  let end = at
  while (end - at < 3 && TITLES.has(words[end]?.text ?? '')) end++
  const begin = end
  while (end - begin < 3 && words[end] && /^[. ]{1,2}$/.test(text.slice(words[end - 1]!.to, words[end]!.from))) {
    const word = words[end]!.text
    if (!beginsCapital(word) && !/^(?:von|van|de|der|al|el)$/.test(word)) break
    const isInitial = word.length === 1
    end++
    if (!isInitial && beginsCapital(word) && !cast.isName(words[end]?.text ?? '')) break
  }
  return end > begin ? named(words, at, end, text, 'title') : null
}

/** "die Koordinierungsstelle", "der neue Vorstand", "unsere AG Fest". */
function behindArticle(words: readonly Word[], at: number, text: string): Owner | null {
  const next = words[at + 1]
  if (!next) return null
  const adjective = /^\p{Ll}\p{L}*e[nrms]?$/u.test(next.text) && isNoun(words[at + 2])
  const unit = unitAt(words, at + (adjective ? 2 : 1), text)
  return unit && words[at]!.text.toLowerCase() === 'die' && MANY.test(unit.names[0]!) ? { ...unit, plural: true } : unit
}

/** With "die" these are many: "die Sprecher", "die Trainer:innen". */
const MANY =
  /^\p{Lu}\p{L}*(?:sprecher|leiter|trainer|vertreter|prüfer|helfer|lehrer|berater|führer|meister|innen|leute|beauftragten)$/u

/** "Die Skater", "Das Werk": any noun with its article, in the nominative by its form. Who acts, or what. */
export function groupAt(words: readonly Word[], at: number, text: string): Owner | null {
  const article = words[at]?.text.toLowerCase()
  const noun = words[at + 1]
  if (!article || !noun || !/^(?:der|die|das)$/.test(article) || !/^\p{Lu}\p{Ll}{2,}/u.test(noun.text)) return null
  const plural = article === 'die' && /(?:er|en|e|innen|s)$/.test(noun.text)
  return { ...named(words, at + 1, at + 2, text, 'noun'), plural }
}

/** An office, a group or an organisation, with the name behind it ("AG Fest", "Vorstand des Vereins"). */
function unitAt(words: readonly Word[], at: number, text: string): Owner | null {
  const word = words[at]
  if (!word || !beginsCapital(word.text)) return null
  if (isGroupBehind(words, at, text)) return named(words, at, at + 2, text, 'office')
  const sure = unitNamed(word.text)
  if (!sure) return null
  let end = at + 1
  if (word.text.startsWith('Runde') && words[end]?.text.startsWith('Tisch')) end++
  if (ALLIANCE.test(word.text)) {
    while (isNoun(words[end]) && end - at < 4 && text.slice(words[end - 1]!.to, words[end]!.from) === ' ') end++
  }
  return {
    ...named(words, at, end, text, sure),
    plural: /innen$|(?:^Mitglieder|Teilnehmer|Eltern|Anwesende|Admins|Helfer|Partner|Freiwillige|Interessierte)$/.test(
      word.text,
    ),
  }
}

const unitNamed = remembered((word: string): 'office' | 'organisation' | null => {
  if (OUTSIDE.test(word)) return 'organisation'
  if (GROUPS.test(word) || isOffice(word)) return 'office'
  return isOrganisation(word) ? 'organisation' : null
})

/** "Kultur AG", "Presse-Team": a group named by what stands before it. */
function isGroupBehind(words: readonly Word[], at: number, text: string): boolean {
  const next = words[at + 1]
  return (
    next !== undefined &&
    NAMED_GROUPS.has(next.text) &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(words[at]!.text) &&
    !NO_NAMES.has(words[at]!.text) &&
    !ARTICLES.has(words[at]!.text.toLowerCase()) &&
    text.slice(words[at]!.to, next.from) === ' '
  )
}

const NAMED_GROUPS = new Set(['AG', 'AK', 'UAG', 'Team', 'Gruppe'])

/** Words that begin a sentence without naming anybody. */
const NO_NAMES = new Set(
  `Es Man Das Dies Da Dort Hier So Nun Dann Auch Bisher Zudem Jetzt Heute Morgen Gestern Danach Vorher Außerdem Leider
  Vielleicht Eventuell Evtl Bitte Noch Sonst Wer Was Wie Wo Wann Warum Daher Deshalb Dafür Damit Darüber Dabei Dazu Hierfür
  Hierzu Danke Ja Nein Nicht Kein Keine Mehr Viele Einige Manche Alles Etwas Jemand Niemand Aktuell Derzeit Momentan Insgesamt
  Ansonsten Weiterhin Generell Zunächst Zuerst Später Anschließend Los Weiter Zurück Sobald Falls Wenn Sofern Damit Darum Dadurch
  Hierbei Hiermit Somit Sollte Sollten Kann Können Soll Sollen Muss Müssen Wird Werden Würde Ist Sind Hat Haben Gibt Für Bei Mit Von Bis Ab Im Am In An Auf Zum Zur Nach Vor Über Aus Ohne Gegen Seit Unter Um Durch Wegen Firma Land Bund Staat Verwaltung Presse Politik Zwei Drei Vier Fünf Beim Vom Ins Laut Zwischen`.split(
    /\s+/,
  ),
)

/** "F. Ohlsen": an initial and a family name that nothing else in the text makes known. */
function initialledAt(words: readonly Word[], at: number, text: string): Owner | null {
  const next = words[at + 1]
  if (!next || !/^\p{Lu}$/u.test(words[at]!.text) || !/^\. ?$/.test(text.slice(words[at]!.to, next.from))) return null
  return bareNameAt(words, at + 1) === null ? null : named(words, at, at + 2, text, 'bare')
}

/** A capital word without article at the head of a clause, as a first name or a short name stands there. */
function bareAt(words: readonly Word[], at: number, text: string): Owner | null {
  return bareNameAt(words, at) === null ? null : named(words, at, at + 1, text, 'bare')
}

/** The word at `at` where it has the form of a short name and is no other word that may begin a sentence. */
export function bareNameAt(words: readonly Word[], at: number): string | null {
  const word = words[at]!.text
  return isShortName(word) ? word : null
}

const isShortName = remembered((word: string): boolean => {
  if (!/^\p{Lu}[\p{L}'’-]*$/u.test(word) || word.length < 2) return false
  if (/(?:ung|heit|keit|schaft|tion|ität|ismus|ment|nis)(?:en|s)?$/u.test(word)) return false
  return !NO_NAMES.has(word) && verbForms(word).length === 0
})
