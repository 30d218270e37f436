import { describe, expect, it } from 'vitest'
import { publicHolidays } from '../../../../ground/holidays.ts'
import type { NoticeRule } from '../model.ts'
import { presetRules } from '../preset/model.ts'
import { latestDispatchDay, urgentDispatchDay } from './model.ts'

/** Periods of notice: a row a case, each with the paragraph it comes from. */
const law = presetRules('association', null)
const saxony = publicHolidays('DE-SN')
const source = (paragraph: string) => ({ basis: 'statute', paragraph }) as const

const notice = (rule: Partial<NoticeRule>): NoticeRule => ({
  ...{ ...law.notice, length: 14, unit: 'days', event: 'sending', delivery: 0, source: source('§ 7 Satzung') },
  ...rule,
})

describe('notice', () => {
  const cases: [string, Partial<NoticeRule>, meeting: string, latest: string | null][] = [
    ['§ 58 Nr. 4 BGB: the law knows no period', { length: null }, '2026-03-23', null],
    ['§ 187 Abs. 1 BGB: 14 days, neither day counts', {}, '2026-03-25', '2026-03-10'],
    ['§ 187 Abs. 1 BGB: one day lies between', { length: 1 }, '2026-03-25', '2026-03-23'],
    ['§ 188 Abs. 2 BGB: two weeks are 14 days', { length: 2, unit: 'weeks' }, '2026-03-25', '2026-03-10'],
    ['§ 188 Abs. 2 BGB: one week', { length: 1, unit: 'weeks' }, '2026-03-26', '2026-03-18'],
    ['§ 188 Abs. 2 BGB: one month', { length: 1, unit: 'months' }, '2026-06-18', '2026-05-15'],
    ['§ 188 Abs. 3 BGB: the month has no such day', { length: 1, unit: 'months' }, '2026-03-31', '2026-02-27'],
    ['§ 188 Abs. 3 BGB: in a leap year', { length: 1, unit: 'months' }, '2028-03-31', '2028-02-28'],
    ['§ 188 Abs. 2 BGB: over the end of a year', { length: 4, unit: 'weeks' }, '2027-01-13', '2026-12-15'],
    ['statute: the day of sending counts', { clear: false }, '2026-03-25', '2026-03-11'],
    ['§ 193 BGB: a Saturday, the Friday before is safe', {}, '2026-03-29', '2026-03-13'],
    ['§ 193 BGB: a Sunday, the Friday before is safe', {}, '2026-03-30', '2026-03-13'],
    ['§ 193 BGB: Easter Monday, the Thursday before', {}, '2026-04-21', '2026-04-02'],
    ['§ 193 BGB, § 1 SächsSFG: Buß- und Bettag', { length: 7 }, '2026-11-26', '2026-11-17'],
    ['§ 130 Abs. 1 BGB: receipt, three working days', { event: 'receipt', delivery: 3 }, '2026-03-25', '2026-03-05'],
    ['§ 130 Abs. 1 BGB: a mail of the same day', { event: 'receipt', delivery: 0 }, '2026-03-25', '2026-03-10'],
    ['§ 130 Abs. 1 BGB: over the holidays', { event: 'receipt', delivery: 2 }, '2027-01-12', '2026-12-23'],
    ['§ 130 Abs. 1 BGB: sending needs no way', { event: 'sending', delivery: 3 }, '2026-03-25', '2026-03-10'],
    ['a board of integration: nine days', { length: 9 }, '2026-03-26', '2026-03-16'],
    ['a board of a Land: three weeks', { length: 3, unit: 'weeks' }, '2026-03-26', '2026-03-04'],
  ]
  it.each(cases)('%s', (_paragraph, rule, meeting, latest) => {
    expect(latestDispatchDay(notice(rule), meeting, saxony).day).toBe(latest)
  })

  it('§ 193 BGB: is explained step by step', () => {
    const { steps } = latestDispatchDay(notice({ event: 'receipt', delivery: 1 }), '2026-04-21', saxony)
    expect(steps.map(({ code }) => code)).toEqual(['meeting', 'period', 'receipt', 'rest-day', 'delivery'])
    expect(steps[1]).toMatchObject({ from: '2026-04-07', until: '2026-04-20' })
    expect(steps[3]).toMatchObject({ rest: '2026-04-06', holiday: 'Ostermontag', day: '2026-04-02' })
    expect(steps[4]).toMatchObject({ day: '2026-04-01', days: 1 })
  })

  it('rules of procedure: an urgent case has a shorter period, where there is one', () => {
    expect(urgentDispatchDay(notice({ urgent: 3 }), '2026-03-26', saxony)?.day).toBe('2026-03-20')
    expect(urgentDispatchDay(notice({ urgent: null }), '2026-03-26', saxony)).toBeNull()
  })

  it('holidays are those of the Land', () => {
    const rule = notice({ length: 7 })
    expect(latestDispatchDay(rule, '2026-11-26', publicHolidays('DE-ST')).day).toBe('2026-11-18')
    expect(latestDispatchDay(rule, '2026-11-26', publicHolidays(null)).day).toBe('2026-11-18')
  })
})
