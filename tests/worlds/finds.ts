import type { Viewer } from '../../app/access/viewer.ts'
import { findCommitment, findCommitmentList, openCommitmentsOf } from '../../app/features/commitments/finds.ts'
import {
  bodyPage,
  directoryNames,
  listBodies,
  listOffices,
  listOrganizations,
  listPeople,
  organizationPage,
  personPage,
} from '../../app/features/directory/finds.ts'
import { findHome } from '../../app/features/home/finds.ts'
import { lettersSentAbout } from '../../app/features/letters/finds.ts'
import { attendanceOf, findMeetingList, meetingPage } from '../../app/features/meetings/finds.ts'
import { findMinutes } from '../../app/features/minutes/finds.ts'
import { readingList } from '../../app/features/minutes/reading/finds.ts'
import type { Id, Schema } from '../../app/ground/schema.ts'
import { meetingSlots } from '../../app/server.ts'
import type { Expected } from '../access/expected.ts'
import type { Rows } from './network.ts'

/** What a page or a list showed, and what it should have: compared as sets. */
export type Shown = { readonly what: string; readonly shown: readonly unknown[]; readonly there: readonly unknown[] }

const ids = (rows: readonly { readonly id: unknown }[]) => rows.map(({ id }) => id)
const isOpen = ({ state }: Schema['commitment']) => state === 'open' || state === 'under_way'

/** The reads behind the doors of lists, whole and counted, as one viewer, against the slow definition. */
export async function lists(viewer: Viewer, expected: Expected, rows: Rows): Promise<Shown[]> {
  const meetings = await findMeetingList(viewer, {})
  const readings = (await readingList(viewer))?.readings ?? []
  const seen = rows.commitment.filter(row => expected.commitment(row))
  const { counts } = await findCommitmentList(viewer, { list: 'open' })
  const home = await findHome(viewer)
  const names = await directoryNames(viewer)
  const compared: Shown[] = [
    { what: 'bodies', shown: ids(await listBodies(viewer)), there: ids(rows.body.filter(row => expected.body(row))) },
    {
      ...{ what: 'people', shown: ids(await listPeople(viewer)) },
      there: ids(rows.person.filter(row => expected.person(row))),
    },
    {
      ...{ what: 'names of people', shown: ids(names.people) },
      there: ids(rows.person.filter(row => expected.person(row))),
    },
    {
      ...{ what: 'organizations', shown: ids(await listOrganizations(viewer)) },
      there: ids(rows.organization.filter(row => expected.organization(row))),
    },
    {
      what: 'offices',
      shown: ids(await listOffices(viewer)),
      there: ids(rows.office.filter(row => expected.office(row))),
    },
    {
      ...{ what: 'meetings', shown: ids([...meetings.coming, ...meetings.held]) },
      there: ids(rows.meeting.filter(row => expected.meeting(row))),
    },
    {
      // The list leaves out what was discarded.
      ...{ what: 'readings', shown: ids(readings) },
      there: ids(rows.reading.filter(row => row.state !== 'discarded' && expected.reading(row))),
    },
    { what: 'count of open', shown: [counts.open], there: [seen.filter(isOpen).length] },
    { what: 'count of ended', shown: [counts.ended], there: [seen.filter(row => !isOpen(row)).length] },
    {
      ...{ what: 'count of mine', shown: [counts.mine] },
      there: [
        seen.filter(row => isOpen(row) && row.owner_person_id !== null && row.owner_person_id === expected.facts.me)
          .length,
      ],
    },
    {
      ...{ what: 'meetings at home', shown: ids(home.meetings).filter(id => !seesMeeting(id as Id, expected, rows)) },
      there: [],
    },
  ]
  for (const list of ['open', 'ended', 'without-owner'] as const) {
    const { items } = await findCommitmentList(viewer, { list })
    const of = seen.filter(row =>
      list === 'ended' ? !isOpen(row) : isOpen(row) && (list === 'open' || row.owner_kind === 'nobody'),
    )
    compared.push({ what: `commitments ${list}`, shown: ids(items), there: ids(of) })
  }
  for (const body of rows.body) {
    const open = seen.filter(row => row.body_id === body.id && isOpen(row))
    compared.push({ what: 'open of a body', shown: ids(await openCommitmentsOf(viewer, body.id)), there: ids(open) })
  }
  return compared
}

const seesMeeting = (id: Id, expected: Expected, rows: Rows) =>
  rows.meeting.some(row => row.id === id && expected.meeting(row))

/** The reads behind the doors of single records: there or not, and what stands on the page. */
export async function records(viewer: Viewer, expected: Expected, rows: Rows): Promise<Shown[]> {
  const compared: Shown[] = []
  const whether = (what: string, found: unknown, there: boolean) =>
    compared.push({ what, shown: found ? ['there'] : [], there: there ? ['there'] : [] })
  const page = meetingPage(meetingSlots)
  for (const row of rows.meeting) {
    const shown = await page(viewer, row)
    whether('meeting', shown, expected.meeting(row))
    const items = rows.agenda_item.filter(item => item.meeting_id === row.id && expected.agenda_item(item))
    if (row.state === 'held') compared.push({ what: 'agenda', shown: ids(shown?.agenda ?? []), there: ids(items) })
    const hidden = rows.agenda_item.some(item => item.meeting_id === row.id && !expected.agenda_item(item))
    if (hidden)
      whether('a gap in the numbers', hasGap((shown?.agenda ?? []).map(({ number }) => String(number))), false)
    const attendees = rows.attendance.filter(one => one.meeting_id === row.id && expected.attendance(one))
    const count = (await attendanceOf(viewer, row.id))?.length ?? 0
    compared.push({ what: 'attendance', shown: [count], there: [attendees.length] })
  }
  for (const row of rows.minutes) {
    const shown = await findMinutes(viewer, row)
    whether('minutes', shown, expected.minutes(row))
    const entries = rows.entry.filter(entry => entry.minutes_id === row.id && expected.entry(entry))
    if (shown) compared.push({ what: 'entries', shown: ids(shown.entries), there: ids(entries) })
    const whole = rows.revision.some(one => {
      const source = rows.source.find(({ id }) => id === one.source_id)
      return one.minutes_id === row.id && expected.revision(one) && source !== undefined && expected.source(source)
    })
    whether('text of minutes', shown?.text, whole)
  }
  for (const row of rows.commitment) {
    const shown = await findCommitment(viewer, row.id, lettersSentAbout)
    whether('commitment', shown, expected.commitment(row))
    const told = rows.commitment_event.filter(
      event => event.commitment_id === row.id && expected.commitment_event(event),
    )
    const agreed = rows.consequence.filter(one => one.commitment_id === row.id && expected.consequence(one))
    // Agreed, and then fired or stopped.
    const ended = agreed.filter(({ state }) => state !== 'armed')
    const hangs = rows.condition
      .filter(one => one.commitment_id === row.id && expected.condition(one))
      .sort((a, b) => a.number - b.number)
    // Named (where no "not yet" stands before it), perhaps asked, perhaps answered.
    const steps = hangs.map(
      (one, at) =>
        Number(hangs[at - 1]?.state !== 'not_yet') + Number(one.asked_at !== null) + Number(one.answered_at !== null),
    )
    const letters = rows.letter.filter(
      one => one.commitment_id === row.id && one.state === 'sent' && expected.letter(one),
    )
    const there = [
      told.length + agreed.length + ended.length + letters.length + steps.reduce((sum, one) => sum + one, 0),
    ]
    if (shown) compared.push({ what: 'history', shown: [shown.history.length], there })
  }
  for (const row of rows.body) whether('body', await bodyPage([])(viewer, row), expected.body(row))
  for (const row of rows.person) whether('person', await personPage(viewer, row), expected.person(row))
  for (const row of rows.organization)
    whether('organization', await organizationPage(viewer, row), expected.organization(row))
  return compared
}

/** An outline has no gap where each number is the first below the one before, or the next of one of its parts. */
function hasGap(numbers: readonly string[]): boolean {
  return numbers.some((number, at) => {
    const before = numbers[at - 1]?.split('.') ?? []
    const following = before.map((count, depth) => [...before.slice(0, depth), Number(count) + 1].join('.'))
    return ![[...before, 1].join('.'), ...following].includes(number)
  })
}
