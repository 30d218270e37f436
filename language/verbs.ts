import { remembered } from './remembered.ts'
import { followUpVerbs, lastingVerbs, strongRoots, verbLists } from './verb-list.ts'
import type { Word } from './words.ts'

export type VerbSort = keyof typeof verbLists

/**
 * What a written word can be as a verb.
 * - `lemma`: the infinitive in one word ("anfragen").
 * - `prefix`: of a separable verb; for the finite shapes it stands elsewhere ("fragt … an"), otherwise it is joined.
 * - `shape`: finite present third person ("fragt", "fragen"), first person as people write and say it ("frage", "frag"),
 *   past ("fragte", "fragten"), infinitive (also with zu: "anzufragen"), participle.
 * - `lasting`: an act that regulates rather than being done once ("pflegen", "nutzen"); `followUp`: one that follows a
 *   meeting ("nachreichen", "klären").
 */
export type VerbForm = {
  readonly lemma: string
  readonly prefix: string
  readonly sort: VerbSort
  readonly shape: 'first' | 'singular' | 'plural' | 'past' | 'infinitive' | 'participle'
  readonly lasting: boolean
  readonly followUp: boolean
}

export type Modal = 'soll' | 'sollte' | 'muss' | 'wird' | 'will' | 'kann' | 'darf' | 'möchte'

type Root = { readonly third: string; readonly participle: string; readonly past: string }

const INSEPARABLE = /^(?:be|emp|ent|er|ge|hinter|miss|über|unter|ver|wider|wieder|zer)(?=\p{L}{4})/u
const NEEDS_E = /(?:[dt]|chn|ffn|[bfgkpt]n|[dt]m)$/
const INFINITIVE_ENDING = /(?:(?<=e[lr])n|en|n)$/

const roots = new Map(
  strongRoots.split('|').map((entry): [string, Root] => {
    const [infinitive, third, participle, past] = entry.trim().split(/\s+/)
    return [infinitive!, { third: third!, participle: participle!, past: past! }]
  }),
)
const lasting = new Set(lastingVerbs.trim().split(/\s+/).map(joined))
const followUp = new Set(followUpVerbs.trim().split(/\s+/).map(joined))

function joined(entry: string): string {
  return entry.replace('|', '')
}

function weakRoot(base: string, inseparable: boolean): Root {
  const stem = base.replace(INFINITIVE_ENDING, '')
  const third = stem + (NEEDS_E.test(stem) ? 'et' : 't')
  return { third, participle: inseparable || base.endsWith('ieren') ? third : `ge${third}`, past: `${third}e` }
}

/** Third person, participle and past of a verb without its separable prefix. */
function rootOf(base: string): Root {
  const whole = roots.get(base)
  if (whole) return whole
  const bound = INSEPARABLE.exec(base)?.[0]
  if (!bound) return weakRoot(base, false)
  const strong = roots.get(base.slice(bound.length))
  if (!strong) return weakRoot(base, true)
  return {
    third: bound + strong.third,
    participle: bound + strong.participle.replace(/^ge/, ''),
    past: bound + strong.past,
  }
}

function formsOf(entry: string, sort: VerbSort): [string, VerbForm][] {
  const lemma = joined(entry)
  const at = entry.indexOf('|')
  const prefix = at < 0 ? '' : entry.slice(0, at)
  const base = entry.slice(at + 1)
  const root = rootOf(base)
  const form = { lemma, prefix, sort, lasting: lasting.has(lemma), followUp: followUp.has(lemma) }
  return [
    [root.third, { ...form, shape: 'singular' }],
    [base, { ...form, shape: 'plural' }],
    ...firstPerson(base).map((word): [string, VerbForm] => [word, { ...form, shape: 'first' }]),
    [root.past, { ...form, shape: 'past' }],
    [root.past.endsWith('e') ? `${root.past}n` : `${root.past}en`, { ...form, shape: 'past' }],
    [lemma, { ...form, shape: 'infinitive' }],
    [prefix + root.participle, { ...form, shape: 'participle' }],
    ...(prefix ? [[`${prefix}zu${base}`, { ...form, shape: 'infinitive' }] as [string, VerbForm]] : []),
  ]
}

/** "frage" and "frag", "sammle" and "sammel". */
function firstPerson(base: string): string[] {
  if (/e[lr]n$/.test(base)) return [base.slice(0, -1), `${base.slice(0, -3)}${base.at(-2)}e`]
  const stem = base.replace(INFINITIVE_ENDING, '')
  return [`${stem}e`, stem]
}

function lexicon(): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>()
  for (const sort of Object.keys(verbLists) as VerbSort[]) {
    for (const entry of verbLists[sort].trim().split(/\s+/)) {
      for (const [word, form] of formsOf(entry, sort)) {
        const known = forms.get(word)
        if (known) known.push(form)
        else forms.set(word, [form])
      }
    }
  }
  return forms
}

const forms = lexicon()
const NONE: readonly VerbForm[] = []

/** A verb with "es" leaning on it: "schickt's", "holts". */
const LEANING_ES = /(?<=t|e)['’]?s$/

/** Everything the word can be as a verb, by the lists; empty for words that are none or not listed. A capital letter only says that it is no first person ("Druck", "Frage"). */
export const verbForms = remembered((word: string): readonly VerbForm[] => {
  const lower = word.toLowerCase()
  const known = forms.get(lower)
  if (known && word !== lower) return known.filter(form => form.shape !== 'first')
  if (known || !lower.endsWith('s') || !LEANING_ES.test(lower)) return known ?? NONE
  return forms.get(lower.replace(LEANING_ES, ''))?.filter(form => FINITE_SHAPES.has(form.shape)) ?? NONE
})

const FINITE_SHAPES: ReadonlySet<VerbForm['shape']> = new Set(['first', 'singular', 'plural'])
const EXTRA_PREFIXES = new Set(
  'weiter zusammen zurück fest vor nach mit los durch voran herunter hinunter hinein heran zuvor bevor dazu davon'.split(
    ' ',
  ),
)
/** Behind these a prefix still closes its clause: what follows stands outside of the verb's bracket. */
const BEHIND_BRACKET = new Set(
  'als wie und oder sowie aber u bis damit sobald falls wenn sofern solange ob dass um zum zur mit bei beim für von vom in im am an auf nach vor per via durch über aus'.split(
    ' ',
  ),
)

/**
 * Reads the word at `at` as a finite verb of a clause that ends before `end`, and joins a separable prefix that closes
 * it ("ruft … an" → anrufen; not "hängt an der Tür"). A verb that exists only with its prefix is none without it. Null
 * if it is not in the lists.
 */
export function finiteVerb(words: readonly Word[], at: number, end: number): VerbForm | null {
  const word = words[at]?.text ?? ''
  const candidates = verbForms(word).filter(form => FINITE_SHAPES.has(form.shape))
  if (candidates.length === 0) return null
  const closing = strandedPrefixes(words, at, end)
  const separated = candidates.find(form => form.prefix !== '' && closing.includes(form.prefix))
  return separated ?? candidates.find(form => form.prefix === '') ?? null
}

/** The words between a verb and the end of its clause that can only be prefixes: a preposition has its noun behind it. */
export function strandedPrefixes(words: readonly Word[], at: number, end: number): string[] {
  return words.slice(at + 1, end).flatMap((word, step) => {
    if (!isVerbPrefix(word.text)) return []
    const next = words[at + step + 2]
    const closes = !next || at + step + 2 >= end || next.from - word.to > 1 || BEHIND_BRACKET.has(next.text)
    return closes ? [word.text] : []
  })
}

/** Is the word a prefix that can stand alone at the end of a clause ("an", "zusammen")? */
export function isVerbPrefix(word: string): boolean {
  return EXTRA_PREFIXES.has(word) || prefixes.has(word)
}

const prefixes = new Set(Array.from(forms.values()).flatMap(list => list.map(f => f.prefix).filter(p => p !== '')))

const modals = new Map<string, Modal>(
  Object.entries({
    soll: 'soll sollen',
    sollte: 'sollte sollten',
    muss: 'muss müssen muß müsste müssten',
    wird: 'wird werden',
    will: 'will wollen',
    kann: 'kann können könnte könnten',
    darf: 'darf dürfen',
    möchte: 'möchte möchten',
  }).flatMap(([modal, words]) => words.split(' ').map((word): [string, Modal] => [word, modal as Modal])),
)

/** The modal or future auxiliary a word is a form of, else null. "werden" is ambiguous: passive or future. */
export function modalOf(word: string): Modal | null {
  return mayBeModal(word) ? (modals.get(word.toLowerCase()) ?? null) : null
}

const MODAL_BEGINS = new Set(Array.from(modals.keys(), word => word.charCodeAt(0)))
const LONGEST_MODAL = Math.max(...Array.from(modals.keys(), word => word.length))
const SMALL = 0x20

/** False of most words, by their length and first letter alone. */
function mayBeModal(word: string): boolean {
  return word.length <= LONGEST_MODAL && MODAL_BEGINS.has(word.charCodeAt(0) | SMALL)
}

const PARTICIPLE_SHAPE =
  /^(?:\p{Ll}{2,9}ge|ge|be|er|ver|ent|zer|über|unter)\p{Ll}{2,}(?:t|en)$|^\p{Ll}{3,}iert$|^(?:wieder|neu|vor|an|auf|aus|ein|mit|weiter)(?:be|er|ver|ent)\p{Ll}{3,}t$/u
/** Of these a word in -en is as often an infinitive ("bespielen") as a participle. */
const BOTH_SHAPE = /^(?:be|er|ver|ent|zer|über|unter)\p{Ll}{2,}en$/u
const INFINITIVE_SHAPE = /^\p{Ll}{2,}(?:en|eln|ern)$/u
const NO_INFINITIVE = new Set(
  `insgesamt gesamt aber allen anderen ausgelassen bescheiden daneben deswegen eben einzeln entgegen golden hingegen inzwischen offen
  selten soeben trocken unzufrieden verschieden weswegen zufrieden außen beiden bisherigen dafür davon den denen deren diesen dessen einen einigen einzelnen eigenen
  eben euren ersten zweiten dritten gegen gestern gern gerne ihnen ihren innen jeden jenen keinen kommenden letzten meisten
  meinen mehreren morgen neben neuen nächsten offenen oben ohnehin seinen selben sondern unseren unten vielen vorigen
  welchen wegen weiteren wenigen zwischen zusammen übermorgen sofern insofern wofern hinten extern intern modern fern unten
  vorhanden abhanden verschollen entgegen übrigen willkommen verboten geschlossen betroffen angemessen erwachsen gelegen verlegen ausgewogen dingen waren wären hatten hätten wurden würden worden haben sein werden`
    .trim()
    .split(/\s+/),
)

/** Is the word a past participle, by the lists or by its shape ("abgeklärt", "versendet")? */
export const isParticiple = remembered((word: string): boolean => {
  const known = verbForms(word)
  if (known.length > 0) return known.some(f => f.shape === 'participle')
  return PARTICIPLE_SHAPE.test(word) && !NO_INFINITIVE.has(word)
})

/** Is the word an infinitive, by the lists or by its shape? Capital forms count only when listed ("Abklären"). */
export function isInfinitive(word: string): boolean {
  if (NO_INFINITIVE.has(word)) return false
  const known = verbForms(word)
  if (known.length > 0) return known.some(f => f.shape === 'infinitive')
  return INFINITIVE_SHAPE.test(word) && (BOTH_SHAPE.test(word) || !PARTICIPLE_SHAPE.test(word))
}

const LONGEST_CLAUSE = 60

/**
 * The infinitive of each word that is a listed verb, for comparing sentences: "ruft … an" and "angerufen" both give
 * "anrufen". Words that are no verb are not in the map.
 */
export function lemmasOf(words: readonly Word[]): ReadonlyMap<Word, string> {
  const lemmas = new Map<Word, string>()
  words.forEach((word, at) => {
    const joinedForm = verbForms(word.text).find(f => f.shape === 'infinitive' || f.shape === 'participle')
    const form = finiteVerb(words, at, at + LONGEST_CLAUSE) ?? joinedForm
    if (form) lemmas.set(word, form.lemma)
  })
  return lemmas
}
