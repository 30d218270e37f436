import type { BodyRules, MajorityRule, Measure, Source } from '../model.ts'

/**
 * Starting points that a coordinator changes: what holds by law where nothing else is written, a working group that
 * gave itself no rules, and a committee or advisory board of a municipality.
 */
export const presets = ['association', 'group', 'municipal'] as const
export type Preset = (typeof presets)[number]

const law = (paragraph: string): Source => ({ basis: 'law', paragraph })
const custom: Source = { basis: 'custom', paragraph: '' }
const share = (measure: Measure, source: Source, of: MajorityRule['of'] = 'cast'): MajorityRule => ({
  ...{ measure, of, source },
})

/** §§ 26 to 41 BGB, for associations with and, by § 54 (1), without legal personality. */
const association: BodyRules = {
  notice: {
    ...{ length: null, unit: 'weeks', event: 'receipt', clear: true, delivery: 3, urgent: null },
    source: law('§ 58 Nr. 4 BGB'),
  },
  invitation: { form: 'any', source: law('§ 32 Abs. 1 Satz 2, § 58 Nr. 4 BGB') },
  quorum: {
    ...{ kind: 'none', number: 1, share: 'more-half', by: 'person', second: false, presumed: false },
    source: law('§ 32 Abs. 1 BGB'),
  },
  majorities: {
    ordinary: share('more-half', law('§ 32 Abs. 1 Satz 3 BGB')),
    statute: share('three-quarters', law('§ 33 Abs. 1 Satz 1 BGB')),
    purpose: share('all', law('§ 33 Abs. 1 Satz 2 BGB'), 'members'),
    dissolution: share('three-quarters', law('§ 41 Satz 2 BGB')),
    election: share('more-half', law('§ 32 Abs. 1 Satz 3 BGB')),
  },
  counting: { abstentions: false, invalid: false, source: law('§ 32 Abs. 1 Satz 3 BGB') },
  deputies: { kind: 'none', most: 1, source: law('§ 38 Satz 2 BGB') },
  votes: { by: 'person', source: law('§ 32 Abs. 1 BGB') },
  interest: { leaves: false, source: law('§ 34 BGB') },
  attendance: { hybrid: 'convener', virtual: 'decided', source: law('§ 32 Abs. 2 BGB') },
  circular: {
    ...{ kind: 'all', measure: 'all', participation: 'all', form: 'law' },
    source: law('§ 32 Abs. 3 BGB'),
  },
}

/** Nothing is written: one agrees with each other. */
const group: BodyRules = {
  notice: {
    ...{ length: null, unit: 'days', event: 'sending', clear: true, delivery: 0, urgent: null },
    source: custom,
  },
  invitation: { form: 'any', source: custom },
  quorum: {
    ...{ kind: 'none', number: 1, share: 'more-half', by: 'person', second: false, presumed: false },
    source: custom,
  },
  majorities: {
    ordinary: share('consensus', custom),
    statute: share('consensus', custom),
    purpose: share('consensus', custom),
    dissolution: share('consensus', custom),
    election: share('consensus', custom),
  },
  counting: { abstentions: false, invalid: false, source: custom },
  deputies: { kind: 'named', most: 1, source: custom },
  votes: { by: 'person', source: custom },
  interest: { leaves: false, source: custom },
  attendance: { hybrid: 'convener', virtual: 'convener', source: custom },
  circular: { kind: 'silence', measure: 'all', participation: 'all', form: 'text', source: custom },
}

/**
 * What most municipal codes have in common; how long before, in which form and whether virtually is decided by each
 * code and by the rules of procedure of the council or board.
 */
function municipal(code: MunicipalCode | null): BodyRules {
  const of = (place: keyof Omit<MunicipalCode, 'name'>): Source => law(code ? `${code[place]} ${code.name}` : '')
  const ordinary = share('more-half', of('vote'))
  return {
    notice: {
      ...{ length: 7, unit: 'days', event: 'receipt', clear: true, delivery: 3, urgent: 3 },
      source: of('invitation'),
    },
    invitation: { form: 'text', source: of('invitation') },
    quorum: {
      ...{ kind: 'share', number: 1, share: 'more-half', by: 'person', second: true, presumed: false },
      source: of('quorum'),
    },
    majorities: {
      ...{ ordinary, purpose: ordinary, dissolution: ordinary, election: ordinary },
      statute: share('more-half', of('vote'), 'members'),
    },
    counting: { abstentions: false, invalid: false, source: of('vote') },
    deputies: { kind: 'named', most: 1, source: { basis: 'procedure', paragraph: '' } },
    votes: { by: 'person', source: of('vote') },
    interest: { leaves: true, source: of('interest') },
    attendance: { hybrid: 'no', virtual: 'no', source: of('invitation') },
    circular: {
      ...{ kind: 'none', measure: 'all', participation: 'all', form: 'text' },
      source: of('vote'),
    },
  }
}

/** Where a Land's municipal code speaks of invitation, quorum, votes and interest. */
export type MunicipalCode = {
  readonly name: string
  readonly invitation: string
  readonly quorum: string
  readonly vote: string
  readonly interest: string
}

const code = (name: string, invitation: string, quorum: string, vote: string, interest: string): MunicipalCode => ({
  ...{ name, invitation, quorum, vote, interest },
})

/**
 * By ISO 3166-2. The city states have no municipal code: what holds for their boards stands in laws of districts. A
 * paragraph is a pointer for whoever checks it, not its text: codes change, and the form says so.
 */
export const municipalCodes: Readonly<Record<string, MunicipalCode>> = {
  'DE-BW': code('GemO BW', '§ 34', '§ 37', '§ 37', '§ 18'),
  'DE-BY': code('GO Bayern', 'Art. 46', 'Art. 47', 'Art. 51', 'Art. 49'),
  'DE-BB': code('BbgKVerf', '§ 34', '§ 38', '§ 39', '§ 22'),
  'DE-HE': code('HGO', '§ 58', '§ 53', '§ 54', '§ 25'),
  'DE-MV': code('KV M-V', '§ 29', '§ 30', '§ 31', '§ 24'),
  'DE-NI': code('NKomVG', '§ 59', '§ 65', '§ 66', '§ 41'),
  'DE-NW': code('GO NRW', '§ 47', '§ 49', '§ 50', '§ 31'),
  'DE-RP': code('GemO RLP', '§ 34', '§ 39', '§ 40', '§ 22'),
  'DE-SL': code('KSVG', '§ 41', '§ 44', '§ 45', '§ 27'),
  'DE-SN': code('SächsGemO', '§ 36', '§ 39', '§ 39', '§ 20'),
  'DE-ST': code('KVG LSA', '§ 53', '§ 55', '§ 56', '§ 33'),
  'DE-SH': code('GO SH', '§ 34', '§ 38', '§ 39', '§ 22'),
  'DE-TH': code('ThürKO', '§ 35', '§ 36', '§ 39', '§ 38'),
}

/** The rules of a starting point in a Land (ISO 3166-2, null where the network named none). */
export function presetRules(preset: Preset, region: string | null): BodyRules {
  if (preset === 'association') return association
  return preset === 'group' ? group : municipal(municipalCodes[region ?? ''] ?? null)
}
