import { describe, expect, it } from 'vitest'
import { circular, circularForm, modeAllowed } from './afar/model.ts'
import type { BodyRules, MajorityRule, QuorumRule } from './model.ts'
import { rulesOn } from './model.ts'
import { municipalCodes, presetRules } from './preset/model.ts'
import { elected, type Mandate, majority, mayVote, quorum } from './vote/model.ts'

/** The law of bodies as tables: a row a case, each with the paragraph it comes from. */
const law = presetRules('association', null)
const source = (paragraph: string) => ({ basis: 'statute', paragraph }) as const

const seat = (id: string, more: Partial<Mandate> = {}): Mandate => ({
  ...{ id, personId: `p-${id}`, role: 'member', votingRight: true, onBehalfOf: null },
  ...more,
})
const seats = (count: number): Mandate[] => Array.from({ length: count }, (_, at) => seat(String(at)))
const there = (mandates: readonly Mandate[]) => mandates.map(mandate => ({ mandate }))
const withQuorum = (rule: Partial<QuorumRule>): BodyRules => ({ ...law, quorum: { ...law.quorum, ...rule } })

describe('quorum', () => {
  type Case = [string, Partial<QuorumRule>, all: number, here: number, met: boolean, needed: number]
  const half = { kind: 'share', share: 'more-half' } as const
  const cases: Case[] = [
    ['§ 32 Abs. 1 BGB: one member is enough', {}, 20, 1, true, 1],
    ['§ 32 Abs. 1 BGB: nobody is not', {}, 20, 0, false, 1],
    ['statute: more than half of 10 are 6', half, 10, 6, true, 6],
    ['statute: half of 10 is not more than half', half, 10, 5, false, 6],
    ['statute: more than half of 11 are 6', half, 11, 6, true, 6],
    ['statute: at least half of 10', { kind: 'share', share: 'half' }, 10, 5, true, 5],
    ['statute: at least half of 11 are 6', { kind: 'share', share: 'half' }, 11, 5, false, 6],
    ['statute: a third of 10 are 4', { kind: 'share', share: 'third' }, 10, 3, false, 4],
    ['statute: two thirds of 9 are 6', { kind: 'share', share: 'two-thirds' }, 9, 6, true, 6],
    ['statute: three quarters of 8 are 6', { kind: 'share', share: 'three-quarters' }, 8, 6, true, 6],
    ['statute: a fixed number', { kind: 'number', number: 7 }, 30, 7, true, 7],
    ['statute: one less than the fixed number', { kind: 'number', number: 7 }, 30, 6, false, 7],
  ]
  it.each(cases)('%s', (_paragraph, rule, all, here, met, needed) => {
    const mandates = seats(all)
    expect(quorum(withQuorum(rule), mandates, there(mandates.slice(0, here)))).toMatchObject({
      met,
      needed,
      basis: all,
    })
  })

  it('municipal codes: a second meeting on the same item decides, the first did not', () => {
    const rules = presetRules('municipal', 'DE-SN')
    const mandates = seats(10)
    const here = there(mandates.slice(0, 3))
    expect(quorum(rules, mandates, here)).toMatchObject({ met: false, paragraph: '§ 39 SächsGemO' })
    expect(quorum(rules, mandates, here, { second: true })).toMatchObject({ met: true, reason: 'second-meeting' })
  })

  it('statute without that clause: a second meeting changes nothing', () => {
    const mandates = seats(10)
    expect(quorum(withQuorum(half), mandates, there(mandates.slice(0, 3)), { second: true }).met).toBe(false)
  })

  it('rules of procedure: presumed until somebody doubts it', () => {
    const rules = withQuorum({ ...half, presumed: true })
    const mandates = seats(10)
    const here = there(mandates.slice(0, 3))
    expect(quorum(rules, mandates, here)).toMatchObject({ met: true, reason: 'presumed' })
    expect(quorum(rules, mandates, here, { doubted: true })).toMatchObject({ met: false, needed: 6 })
  })

  it('is lost when somebody leaves, and found again', () => {
    const mandates = seats(10)
    const met = (count: number) => quorum(withQuorum(half), mandates, there(mandates.slice(0, count))).met
    expect([6, 5, 6].map(met)).toEqual([true, false, true])
  })

  it('by organisation: each counts once, whoever is there for it', () => {
    const mandates = ['a', 'a', 'b', 'c', 'd'].map((onBehalfOf, at) => seat(String(at), { onBehalfOf }))
    const rules = {
      ...withQuorum({ ...half, by: 'organization' }),
      votes: { by: 'organization', ...{ source: law.votes.source } } as const,
    }
    expect(quorum(rules, mandates, there(mandates.slice(0, 2)))).toMatchObject({ present: 1, basis: 4, needed: 3 })
    expect(quorum(rules, mandates, there(mandates.slice(1, 4)))).toMatchObject({ present: 3, met: true })
  })

  it('observers, guests, staff and seats without a vote do not count', () => {
    const mandates = [
      ...seats(3),
      ...(['observer', 'guest', 'staff', 'volunteer'] as const).map(role => seat(role, { role })),
      seat('advisory', { votingRight: false }),
    ]
    expect(quorum(withQuorum(half), mandates, there(mandates.slice(2)))).toMatchObject({ present: 1, basis: 3 })
  })
})

const votes = (yes: number, no: number, abstain = 0, invalid = 0, present = 20, members = 40) => ({
  ...{ yes, no, abstain, invalid, present, members },
})
const decides = (rule: Partial<MajorityRule>, counting = {}): BodyRules => ({
  ...law,
  majorities: { ...law.majorities, ordinary: { ...law.majorities.ordinary, ...rule } },
  counting: { ...law.counting, ...counting },
})

describe('majority', () => {
  type Case = [string, BodyRules, Parameters<typeof majority>[1], ReturnType<typeof votes>, accepted: boolean]
  const cases: Case[] = [
    ['§ 32 Abs. 1 Satz 3 BGB: more yes than no', law, 'ordinary', votes(6, 5), true],
    ['§ 32 Abs. 1 Satz 3 BGB: a tie is a refusal', law, 'ordinary', votes(5, 5), false],
    ['§ 32 Abs. 1 Satz 3 BGB: abstentions do not count', law, 'ordinary', votes(3, 2, 15), true],
    ['§ 32 Abs. 1 Satz 3 BGB: invalid votes do not count', law, 'ordinary', votes(3, 2, 0, 15), true],
    ['§ 32 Abs. 1 Satz 3 BGB: nobody says yes', law, 'ordinary', votes(0, 0, 20), false],
    ['statute: abstentions count as votes cast', decides({}, { abstentions: true }), 'ordinary', votes(5, 2, 3), false],
    ['statute: more than half with abstentions', decides({}, { abstentions: true }), 'ordinary', votes(6, 2, 3), true],
    [
      'statute: invalid votes count as votes cast',
      decides({}, { invalid: true }),
      'ordinary',
      votes(5, 2, 0, 3),
      false,
    ],
    ['statute: of those present', decides({ of: 'present' }), 'ordinary', votes(10, 2), false],
    ['statute: of those present, eleven of twenty', decides({ of: 'present' }), 'ordinary', votes(11, 2), true],
    ['statute: of all members', decides({ of: 'members' }), 'ordinary', votes(20, 0), false],
    ['statute: of all members, 21 of 40', decides({ of: 'members' }), 'ordinary', votes(21, 0, 0, 0, 21), true],
    ['statute: two thirds', decides({ measure: 'two-thirds' }), 'ordinary', votes(6, 3), true],
    ['statute: two thirds, one short', decides({ measure: 'two-thirds' }), 'ordinary', votes(6, 4), false],
    ['statute: four fifths', decides({ measure: 'four-fifths' }), 'ordinary', votes(8, 2), true],
    ['statute: half, so a tie is enough', decides({ measure: 'half' }), 'ordinary', votes(5, 5), true],
    ['statute: relative', decides({ measure: 'relative' }), 'ordinary', votes(3, 2, 15), true],
    ['§ 33 Abs. 1 Satz 1 BGB: three quarters', law, 'statute', votes(9, 3), true],
    ['§ 33 Abs. 1 Satz 1 BGB: one short', law, 'statute', votes(8, 3), false],
    ['§ 33 Abs. 1 Satz 1 BGB: abstentions do not count', law, 'statute', votes(3, 1, 10), true],
    ['§ 33 Abs. 1 Satz 2 BGB: all members for another purpose', law, 'purpose', votes(40, 0, 0, 0, 40), true],
    ['§ 33 Abs. 1 Satz 2 BGB: one is missing', law, 'purpose', votes(39, 0, 0, 0, 39), false],
    ['§ 41 Satz 2 BGB: dissolution with three quarters', law, 'dissolution', votes(15, 5), true],
    ['§ 41 Satz 2 BGB: dissolution, one short', law, 'dissolution', votes(14, 5), false],
    ['custom: consensus, nobody against', presetRules('group', null), 'ordinary', votes(4, 0, 3), true],
    ['custom: consensus, one against', presetRules('group', null), 'ordinary', votes(9, 1), false],
    [
      '§ 39 SächsGemO: the main statute needs most of all',
      presetRules('municipal', 'DE-SN'),
      'statute',
      votes(20, 0),
      false,
    ],
  ]
  it.each(cases)('%s', (_paragraph, rules, matter, tally, accepted) => {
    expect(majority(rules, matter, tally).accepted).toBe(accepted)
  })
})

describe('elections', () => {
  const ballot = (counts: number[], no = 0, abstain = 0) => ({
    candidates: counts.map((count, at) => ({ id: 'ABCD'[at]!, votes: count })),
    ...{ no, abstain, invalid: 0, present: 20, members: 40 },
  })
  const relative: BodyRules = {
    ...law,
    majorities: { ...law.majorities, election: { measure: 'relative', of: 'cast', source: source('§ 9 Satzung') } },
  }
  type Case = [string, BodyRules, ReturnType<typeof ballot>, elected: string | null, runOff: string]
  const cases: Case[] = [
    ['§ 32 Abs. 1 Satz 3 BGB: more than half of the votes cast', law, ballot([6, 3, 2]), 'A', ''],
    ['§ 32 Abs. 1 Satz 3 BGB: the most votes are not enough', law, ballot([5, 3, 2]), null, 'AB'],
    ['§ 32 Abs. 1 Satz 3 BGB: who is level with the second stands too', law, ballot([5, 3, 3]), null, 'ABC'],
    ['§ 32 Abs. 1 Satz 3 BGB: a tie elects nobody', law, ballot([5, 5]), null, 'AB'],
    ['§ 32 Abs. 1 Satz 3 BGB: one candidate, more yes than no', law, ballot([6], 5, 9), 'A', ''],
    ['§ 32 Abs. 1 Satz 3 BGB: one candidate, more no than yes', law, ballot([5], 6), null, ''],
    ['statute: the most votes are enough', relative, ballot([5, 4, 4]), 'A', ''],
    ['statute: the most votes, a tie', relative, ballot([4, 4, 2]), null, 'AB'],
    ['nobody voted', law, ballot([0, 0], 0, 20), null, ''],
  ]
  it.each(cases)('%s', (_paragraph, rules, counted, winner, runOff) => {
    const result = elected(rules, counted)
    expect([result.elected, result.runOff.join('')]).toEqual([winner, runOff])
  })
})

describe('who votes', () => {
  const a = seat('a', { onBehalfOf: 'org-a', role: 'delegate' })
  const a2 = seat('a2', { onBehalfOf: 'org-a', role: 'delegate' })
  const deputy = seat('da', { onBehalfOf: 'org-a', role: 'deputy' })
  const b = seat('b', { onBehalfOf: 'org-b', role: 'delegate' })
  const staff = seat('s', { role: 'staff' })
  const all = [a, a2, deputy, b, staff]
  const named: BodyRules = { ...law, deputies: { kind: 'named', most: 1, source: source('§ 4 GO') } }
  const oneEach: BodyRules = { ...named, votes: { by: 'organization', source: source('§ 5 GO') } }
  const proxy: BodyRules = { ...law, deputies: { kind: 'proxy', most: 1, source: source('§ 38 BGB, § 6 Satzung') } }

  type Case = [string, BodyRules, Mandate[], who: Mandate, reason: string, votes: number, object?]
  const cases: Case[] = [
    ['§ 32 Abs. 1 BGB: a member votes', law, [a], a, 'votes', 1],
    ['§ 32 Abs. 1 BGB: staff has no vote', law, [staff], staff, 'no-vote', 0],
    ['§ 38 Satz 2 BGB: no deputies by law', law, [deputy], deputy, 'no-deputies', 0],
    ['rules of procedure: a deputy for an empty seat', named, [a, deputy, b], deputy, 'stands-in', 1],
    ['rules of procedure: no seat is empty', named, [a, a2, deputy], deputy, 'nobody-to-stand-in-for', 0],
    ['rules of procedure: not for another organisation', named, [a, a2, deputy], deputy, 'nobody-to-stand-in-for', 0],
    ['one vote an organisation: the first has it', oneEach, [a, a2, b], a, 'votes', 1],
    ['one vote an organisation: the second has none', oneEach, [a, a2, b], a2, 'one-vote', 0],
    ['one vote an organisation: nor has the deputy beside', oneEach, [a, deputy], deputy, 'one-vote', 0],
    ['one vote an organisation: the deputy alone has it', oneEach, [deputy, b], deputy, 'stands-in', 1],
    ['§ 34 BGB: no vote on a deal with oneself', law, [a, b], a, 'interest', 0, { persons: ['p-a'] }],
    ['§ 34 BGB: the others vote', law, [a, b], b, 'votes', 1, { persons: ['p-a'] }],
    [
      '§ 34 BGB: a deal with the organisation he votes for',
      law,
      [a, b],
      b,
      'interest',
      0,
      { organizations: ['org-b'] },
    ],
    [
      '§ 34 BGB: the deputy of whoever has the interest votes',
      named,
      [deputy, b],
      deputy,
      'stands-in',
      1,
      { persons: ['p-a'] },
    ],
  ]
  it.each(cases)('%s', (_paragraph, rules, here, who, reason, count, about = {}) => {
    expect(mayVote(rules, all, there(here), who.id, about)).toMatchObject({ reason, votes: count })
  })

  it('§ 38 BGB, statute: a proxy votes for one absent member, and not for two', () => {
    const here = [{ mandate: b, proxies: ['a', 'a2'] }]
    expect(mayVote(proxy, all, here, 'b')).toMatchObject({ may: true, votes: 2 })
  })

  it('§ 34 BGB: who has an interest can not send a proxy either', () => {
    const here = [{ mandate: b, proxies: ['a'] }]
    expect(mayVote(proxy, all, here, 'b', { persons: ['p-a'] })).toMatchObject({ votes: 1 })
  })
})

describe('without a meeting', () => {
  const answers = (yes: number, no = 0, abstain = 0, missing = 0, closed = false) => ({
    ...{ yes, no, abstain, missing, closed },
  })
  const by = (change: Partial<BodyRules['circular']>): BodyRules => ({
    ...law,
    circular: { ...law.circular, ...change },
  })
  const looser = by({ kind: 'majority', measure: 'more-half', participation: 'half' })
  const silent = by({ kind: 'silence', measure: 'more-half' })
  const cases: [string, BodyRules, ReturnType<typeof answers>, string][] = [
    ['§ 32 Abs. 3 BGB: all agree', law, answers(9), 'accepted'],
    ['§ 32 Abs. 3 BGB: one is against', law, answers(8, 1), 'failed'],
    ['§ 32 Abs. 3 BGB: one abstains', law, answers(8, 0, 1), 'failed'],
    ['§ 32 Abs. 3 BGB: one has not answered yet', law, answers(8, 0, 0, 1), 'open'],
    ['§ 32 Abs. 3 BGB: one never answered', law, answers(8, 0, 0, 1, true), 'failed'],
    ['§ 32 Abs. 3, § 40 BGB: a statute asks for a majority', looser, answers(4, 2, 0, 3, true), 'accepted'],
    ['§ 32 Abs. 3, § 40 BGB: too few answered', looser, answers(3, 0, 0, 6, true), 'failed'],
    ['§ 32 Abs. 3, § 40 BGB: the time is not over', looser, answers(5, 0, 0, 4), 'open'],
    ['§ 32 Abs. 3, § 40 BGB: a tie', looser, answers(3, 3, 0, 0, true), 'failed'],
    ['rules of procedure: silence is consent', silent, answers(1, 2, 0, 6, true), 'accepted'],
    ['rules of procedure: silence, most object', silent, answers(1, 6, 0, 2, true), 'failed'],
    ['municipal codes: only in meetings', presetRules('municipal', 'DE-NW'), answers(9), 'not-provided'],
  ]
  it.each(cases)('%s', (_paragraph, rules, given, result) => {
    expect(circular(rules, given).result).toBe(result)
  })

  it.each([
    ['§ 32 Abs. 2 BGB a. F.: in writing until the end of 2024', '2024-12-31', 'writing'],
    ['§ 32 Abs. 3 BGB: in text form since 2025', '2025-01-01', 'text'],
  ])('%s', (_paragraph, day, form) => {
    expect(circularForm(law, day)).toBe(form)
  })

  const asked = { day: '2026-03-25', decided: false, access: true }
  it.each([
    ['§ 32 Abs. 2 Satz 1 BGB: hybrid by the invitation', law, 'hybrid', asked, 'allowed'],
    [
      '§ 32 Abs. 2 Satz 3 BGB: not without how to take part',
      law,
      'hybrid',
      { ...asked, access: false },
      'access-missing',
    ],
    ['§ 32 Abs. 2 Satz 2 BGB: virtual only when decided before', law, 'virtual', asked, 'not-decided'],
    ['§ 32 Abs. 2 Satz 2 BGB: decided for meetings to come', law, 'virtual', { ...asked, decided: true }, 'allowed'],
    ['§ 32 Abs. 2 BGB: not before 21 March 2023', law, 'hybrid', { ...asked, day: '2023-03-20' }, 'law-of-the-day'],
    ['municipal codes: not without a rule', presetRules('municipal', null), 'hybrid', asked, 'not-provided'],
    ['§ 32 Abs. 1 BGB: in one room always', law, 'in-person', { ...asked, access: false }, 'allowed'],
  ] as const)('%s', (_paragraph, rules, mode, given, reason) => {
    expect(modeAllowed(rules, mode, given).reason).toBe(reason)
  })
})

describe('versions', () => {
  const versions = [
    { validFrom: '2024-01-01', number: 1 },
    { validFrom: '2026-01-01', number: 2 },
    { validFrom: '2026-01-01', number: 3 },
  ]
  it('old meetings keep the rules of their day', () => {
    const of = (day: string) => rulesOn(versions, day)?.number ?? null
    expect(['2023-12-31', '2025-12-31', '2026-01-01'].map(of)).toEqual([null, 1, 3])
  })

  it('every Land with a municipal code has its paragraphs', () => {
    expect(Object.keys(municipalCodes)).toHaveLength(13)
    for (const land of Object.keys(municipalCodes))
      expect(presetRules('municipal', land).quorum.source.paragraph).toMatch(/^(§|Art\.) \d/)
  })
})
