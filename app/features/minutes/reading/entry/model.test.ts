import { describe, expect, it } from 'vitest'
import { EntryChange } from '../contract.ts'
import { type EntryNow, emptyEntry } from '../model.ts'
import { dueFields, entryOf, namesText, votesText, whenFields } from './model.ts'

const id = '0190b0e0-0000-7000-8000-000000000000'
const when = { words: 'im Juli', from: '2026-07', until: null, start: null, end: null }
const days = { words: 'vom 3. bis 5. Juli', from: '2026-07-03', until: '2026-07-05', start: '18:00', end: null }

/** What a browser sends when nobody changes anything in the form of an entry. */
function unchanged(now: EntryNow, change: object = {}) {
  return EntryChange.parse({
    ...{ id, item: id, revision: '1', from: '1', to: '1', kind: now.kind, text: now.text },
    ...{ owners: namesText(now.owners), ...dueFields(now.due), ...whenFields(now.when) },
    ...{ result: now.result ?? '', votes: votesText(now.votes), condition: now.condition ?? '' },
    ...{ title: now.title ?? '', place: now.place ?? '', speaker: now.speaker ?? '', ...change },
  })
}

describe('an entry that is saved as it was shown stays what it was', () => {
  it.each([
    ['a task with words alone', { kind: 'task', due: { ...when, words: 'bald', from: null } }],
    ['a task that is due in a month', { kind: 'task', due: when, owners: ['Rita', 'Max'] }],
    ['a task that is due within days', { kind: 'task', due: days }],
    ['an owner with a comma', { kind: 'task', owners: ['Weiß, Rita'] }],
    ['an appointment in a month', { kind: 'appointment', when, title: 'Fest' }],
    ['an appointment of several days', { kind: 'appointment', when: days, title: 'Fest', place: 'Hof' }],
    [
      'a decision',
      { kind: 'decision', result: 'accepted', votes: { yes: 5, no: null, abstain: 0 }, condition: 'falls' },
    ],
  ] as const)('%s', (_what, fields) => {
    const now: EntryNow = { ...emptyEntry('task', 'etwas'), ...fields }
    expect(entryOf(unchanged(now), now)).toEqual(now)
  })
})

it('takes over what a person changed', () => {
  const task: EntryNow = { ...emptyEntry('task', 'etwas'), owners: ['Weiß, Rita'], due: days }
  const own = { until: null, start: null, end: null }
  expect(entryOf(unchanged(task, { owners: 'Max; Eva' }), task)).toMatchObject({ owners: ['Max', 'Eva'], due: days })
  expect(entryOf(unchanged(task, { dueOn: '2026-08-01' }), task).due).toEqual({
    ...{ words: days.words, from: '2026-08-01', ...own },
  })
  expect(entryOf(unchanged(task, { due: '', dueOn: '' }), task).due).toBeNull()
  const event: EntryNow = { ...emptyEntry('appointment', 'Fest'), when: days }
  expect(entryOf(unchanged(event, { start: '19:00' }), event).when).toEqual({ ...days, start: '19:00' })
  expect(entryOf(unchanged(event, { date: '2026-07-04', until: '' }), event).when).toMatchObject({
    ...{ words: '2026-07-04', from: '2026-07-04', until: null },
  })
  expect(entryOf(unchanged(event, { date: '', until: '' }), event).when).toBeNull()
  expect(entryOf(unchanged(event, { kind: 'task' }), event).when).toBeNull()
})
