import type { Day, Id, Timestamp } from '../../../ground/schema.ts'

/**
 * How a body invites, when it can decide, and who decides with which majority. What the law of associations says
 * (§§ 26 to 40 BGB) holds where neither statute nor rules of procedure say otherwise (§ 40 BGB); a body of a municipality
 * follows the municipal code of its Land. Nothing here is legal advice: each rule names the source that somebody entered.
 */
export const bases = ['law', 'statute', 'procedure', 'custom'] as const
/** Where a rule comes from, and its paragraph as people cite it; empty where nobody entered one. */
export type Source = { readonly basis: (typeof bases)[number]; readonly paragraph: string }

export const noticeUnits = ['days', 'weeks', 'months'] as const
export const noticeEvents = ['sending', 'receipt'] as const
export const invitationForms = ['text', 'writing', 'any'] as const
export const quorumKinds = ['none', 'number', 'share'] as const
export const votersBy = ['person', 'organization'] as const
/** A share of something: at least that much, or more than half of it. */
export const shares = ['third', 'half', 'more-half', 'two-thirds', 'three-quarters', 'four-fifths', 'all'] as const
export type Share = (typeof shares)[number]
/** `consensus`: nobody against; `relative`: more than any other (elections, proposals that exclude each other). */
export const measures = [...shares, 'relative', 'consensus'] as const
export type Measure = (typeof measures)[number]
/** Of what a majority is a share: of the votes that count, of those present with a vote, of all with a vote. */
export const majorityBases = ['cast', 'present', 'members'] as const
export const matters = ['ordinary', 'statute', 'purpose', 'dissolution', 'election'] as const
export type Matter = (typeof matters)[number]
export const deputyKinds = ['none', 'named', 'proxy'] as const
export const hybridKinds = ['convener', 'decided', 'no'] as const
export const virtualKinds = ['decided', 'convener', 'no'] as const
export const circularKinds = ['none', 'all', 'majority', 'silence'] as const
export const circularForms = ['law', 'text', 'writing'] as const

export type NoticeRule = {
  /** Null: no period is fixed. */
  readonly length: number | null
  readonly unit: (typeof noticeUnits)[number]
  /** What has to be done in time. Where a statute does not say, it is the receipt that counts. */
  readonly event: (typeof noticeEvents)[number]
  /** Neither the day of the event nor that of the meeting counts (§ 187 (1) BGB); else the day of the event does. */
  readonly clear: boolean
  /** Working days that a letter or a mail is given to arrive. */
  readonly delivery: number
  /** A shorter period for urgent cases, in days; null where there is none. */
  readonly urgent: number | null
  readonly source: Source
}

export type QuorumRule = {
  readonly kind: (typeof quorumKinds)[number]
  readonly number: number
  readonly share: Share
  readonly by: (typeof votersBy)[number]
  /** A second meeting on the same matter decides whoever comes. */
  readonly second: boolean
  /** Holds until somebody doubts it. */
  readonly presumed: boolean
  readonly source: Source
}

export type MajorityRule = {
  readonly measure: Measure
  readonly of: (typeof majorityBases)[number]
  readonly source: Source
}

export type BodyRules = {
  readonly notice: NoticeRule
  readonly invitation: { readonly form: (typeof invitationForms)[number]; readonly source: Source }
  readonly quorum: QuorumRule
  readonly majorities: Readonly<Record<Matter, MajorityRule>>
  /** Whether abstentions and invalid votes count among the votes cast. */
  readonly counting: { readonly abstentions: boolean; readonly invalid: boolean; readonly source: Source }
  /** `named`: a deputy of the same organisation; `proxy`: any other voter, with a limit of votes beside his own. */
  readonly deputies: {
    readonly kind: (typeof deputyKinds)[number]
    readonly most: number
    readonly source: Source
  }
  readonly votes: { readonly by: (typeof votersBy)[number]; readonly source: Source }
  /** Who has an interest has no vote; he may have to leave as well. */
  readonly interest: { readonly leaves: boolean; readonly source: Source }
  readonly attendance: {
    readonly hybrid: (typeof hybridKinds)[number]
    readonly virtual: (typeof virtualKinds)[number]
    readonly source: Source
  }
  readonly circular: {
    readonly kind: (typeof circularKinds)[number]
    readonly measure: Share
    /** The share of those with a vote who have to answer at all; only for `majority`. */
    readonly participation: Share
    readonly form: (typeof circularForms)[number]
    readonly source: Source
  }
}

/** Rules that hold from a day. The latest that has begun counts; two of one day: the one written last. */
export type RulesVersion = {
  readonly id: Id
  readonly number: number
  readonly validFrom: Day
  readonly rules: BodyRules
  readonly createdAt: Timestamp
}

/** The rules of a day, so that an old meeting keeps those it was held by; null before the first. */
export function rulesOn<Version extends Pick<RulesVersion, 'validFrom' | 'number'>>(
  versions: readonly Version[],
  day: Day,
): Version | null {
  let found: Version | null = null
  for (const version of versions) {
    if (version.validFrom > day) continue
    if (!found || version.validFrom > found.validFrom) found = version
    else if (version.validFrom === found.validFrom && version.number > found.number) found = version
  }
  return found
}

const fractions: Readonly<Record<Share, readonly [number, number]>> = {
  third: [1, 3],
  half: [1, 2],
  'more-half': [1, 2],
  'two-thirds': [2, 3],
  'three-quarters': [3, 4],
  'four-fifths': [4, 5],
  all: [1, 1],
}

/** The smallest whole number that is this share of `of`: whole numbers only, so that no rounding can be wrong. */
export function neededOf(share: Share, of: number): number {
  const [part, whole] = fractions[share]
  if (share === 'more-half') return Math.floor(of / 2) + 1
  return Math.ceil((part * of) / whole)
}
