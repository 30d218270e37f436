import { Temporal } from 'temporal-polyfill'
import { fold } from '../../../language/words.ts'
import { type Act, act } from '../../access/act.ts'
import { refusePublicAndClosed } from '../../access/audiences.ts'
import type { Viewer } from '../../access/viewer.ts'
import { newId } from '../../ground/ids.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { Day, Id } from '../../ground/schema.ts'
import { recordBody, recordOffice, recordOrganization, recordPerson } from '../directory/acts.ts'
import { ensureDraft, holdMeeting, holdPlanned, recordAgendaItem, recordAttendance } from '../meetings/acts.ts'
import { attendanceOf } from '../meetings/finds.ts'
import type { Attendee } from '../meetings/model.ts'
import { type ConfirmedReading, type ConfirmedStatus, type ConfirmedTask, MONTHS_UNTIL_LOOK_AGAIN } from './model.ts'
import { onReview, proposeSameAs } from './reading/acts.ts'
import type { OpenCommitments } from './reading/commitment/model.ts'
import type { ReadingConfirm } from './reading/contract.ts'
import { type AgendaRow, agendaRowOf, type EntryItem, type Item, type Names, type Review } from './reading/model.ts'
import { mentionedNames, ownerOf } from './reading/name/model.ts'
import { judgeItems, settleReading, updateReading } from './reading/store.ts'
import { insertEntries, insertMinutes, type NewEntry, newestMinutesDay } from './store.ts'
import { endWriting } from './writing/store.ts'

/**
 * Makes facts of what was accepted, whole or not at all: the meeting with attendance and agenda, its minutes with the
 * source beside them, and an entry of every kind at its line. Tasks and status lines are handed on in the value.
 * Problems: `input-missing` for what has to be known first (`date`, `bodyId`, `undecided`), `public-and-closed`, `said-before` when
 * its tasks resemble open commitments that nobody was shown yet: the review shows them then.
 */
export const confirmReading =
  (openCommitments: OpenCommitments): Act<ReadingConfirm, ConfirmedReading> =>
  async (asker, input) => {
    const compared = await compareAgain(openCommitments)(asker, input)
    if (!compared.ok) return compared
    if (compared.value > 0) return refused('said-before', { values: { count: compared.value } })
    return confirmCompared(asker, input)
  }

/** A transaction of its own, so that what it found is kept when the confirmation is refused because of it. */
const compareAgain = (openCommitments: OpenCommitments) =>
  act(
    'reading.match',
    onReview(async (viewer, _input: ReadingConfirm, review) => {
      if (!review.bodyId) return done(0)
      const changed = await proposeSameAs(viewer, review.id, review.bodyId, openCommitments)
      if (changed > 0) await updateReading(viewer, review.id, {})
      return done(changed)
    }),
  )

const confirmCompared = act(
  'reading.confirm',
  onReview(async (viewer, input: ReadingConfirm, review): Promise<Outcome<ConfirmedReading>> => {
    const refusal = incomplete(review, input)
    if (refusal) return refusal
    const undecided = review.items.filter(item => item.state === 'proposed')
    const added = input.undecided === 'accept' ? undecided : []
    // What was accepted with the confirmation is told from what was left out for good.
    await judgeItems(
      viewer,
      review.id,
      added.map(({ id }) => id),
      'accepted',
    )
    const kept = review.items.filter(item => item.state === 'accepted' || added.includes(item))
    const confirmed = await record(viewer, input, review, kept)
    await settleReading(viewer, review.id, 'confirmed')
    return done(confirmed)
  }),
)

function incomplete(review: Review, input: ReadingConfirm): Outcome<never> | null {
  if (!review.head.date) return refused('input-missing', { field: 'date' })
  if (!review.bodyId && !review.head.body) return refused('input-missing', { field: 'bodyId' })
  const undecided = review.items.some(item => item.state === 'proposed')
  if (undecided && !input.undecided) return refused('input-missing', { field: 'undecided' })
  return refusePublicAndClosed(review.audience, review.withoutAdministration)
}

async function record(viewer: Viewer, input: ReadingConfirm, review: Review, kept: readonly Item[]) {
  const day = review.head.date
  const bodyId = review.bodyId ?? (await newBody(viewer, review, input.bodyKind ?? 'working_group'))
  const newest = await newestMinutesDay(viewer, bodyId)
  const names = await recordNames(viewer, review.names, kept)
  const mayBeDraft = newest === null || day > newest
  const { meetingId, agenda } = review.meetingId
    ? await heldAsWritten(viewer, review.meetingId, review, kept)
    : await heldAsRead(viewer, review, { bodyId, mayBeDraft }, kept)
  const known = review.meetingId ? ((await attendanceOf(viewer, meetingId)) ?? []) : []
  await recordAttendances(viewer, meetingId, kept, { names, known })
  const { minutesId, revisionId } = await insertMinutes(viewer, {
    meetingId,
    readingId: review.id,
    sourceId: review.sourceId,
    // Minutes name people; the public gets a version of its own, never these.
    audience: review.audience === 'public' ? 'network' : null,
  })
  const entries = kept.filter((item): item is EntryItem => item.section === 'entry')
  const rows = entries.map((item, position) => {
    const row = agendaRowOf(item, kept)
    return {
      item,
      row: newEntry(viewer, item, {
        minutesId,
        revisionId,
        position,
        agendaItemId: row && agenda.get(row),
        names,
        day,
      }),
    }
  })
  await insertEntries(
    viewer,
    rows.map(({ row }) => row),
  )
  if (mayBeDraft) await ensureDraft(viewer, { bodyId, minutesId, minutesDay: day })
  return { minutesId, meetingId, bodyId, day, ...handedOn(rows, names) } satisfies ConfirmedReading
}

/** The meeting of minutes that were brought in, with the agenda that stands in them. */
async function heldAsRead(
  viewer: Viewer,
  review: Review,
  { bodyId, mayBeDraft }: { bodyId: Id; mayBeDraft: boolean },
  kept: readonly Item[],
) {
  const { audience, withoutAdministration } = review
  const meetingId = await holdMeeting(viewer, {
    ...{ bodyId, ...headOf(review), audience, withoutAdministration },
    // A draft is the meeting to come; only minutes younger than all others can be those of it.
    mayBeDraft,
  })
  return { meetingId, agenda: await recordAgenda(viewer, meetingId, kept) }
}

/** The meeting at whose table the minutes were written: its items stay, and what is new in the text joins them. */
async function heldAsWritten(viewer: Viewer, meetingId: Id, review: Review, kept: readonly Item[]) {
  const planned = [...(await holdPlanned(viewer, meetingId, headOf(review)))]
  const agenda = new Map<AgendaRow, Id>()
  let position = planned.at(-1)?.position ?? 0
  for (const row of kept) {
    if (row.section !== 'agenda') continue
    const { number, title, level } = row.now
    const at = planned.findIndex(item => fold(item.title) === fold(title))
    const same = at < 0 ? null : planned.splice(at, 1)[0]!
    const added = { meetingId, position: ++position, number, title, level, kind: 'plain', minutesId: null } as const
    agenda.set(row, same?.id ?? (await recordAgendaItem(viewer, added)))
  }
  await endWriting(viewer, meetingId)
  return { meetingId, agenda }
}

const headOf = ({ head, fileName }: Review) => ({
  ...{ name: head.title || fileName, day: head.date },
  ...{ startTime: head.start || null, endTime: head.end || null, place: head.place || null },
})

function newBody(viewer: Viewer, review: Review, kind: NonNullable<ReadingConfirm['bodyKind']>): Promise<Id> {
  const audience = review.audience === 'named' ? 'body' : review.audience
  return recordBody(viewer, {
    name: review.head.body,
    kind,
    audience: audience === 'public' ? 'public' : 'network',
    withoutAdministration: review.withoutAdministration,
    meetingAudience: audience,
  })
}

/** Creates the records that a person left to be created, once for names that mean the same. */
async function recordNames(viewer: Viewer, names: Names, kept: readonly Item[]): Promise<Names> {
  const used = new Set(mentionedNames(kept).map(({ name }) => name))
  const made = new Map<string, Id>()
  const known: Record<string, Names[string]> = {}
  for (const [written, match] of Object.entries(names)) {
    if (match.id || match.kind === 'nobody' || match.kind === 'outside' || !used.has(written)) {
      known[written] = match
      continue
    }
    const key = `${match.kind}:${fold(match.name)}`
    const id = made.get(key) ?? (await recordName(viewer, match.kind, match.name))
    made.set(key, id)
    known[written] = { ...match, id }
  }
  return known
}

function recordName(viewer: Viewer, kind: 'person' | 'office' | 'organization', name: string): Promise<Id> {
  if (kind === 'person') return recordPerson(viewer, { name })
  if (kind === 'office') return recordOffice(viewer, { name })
  return recordOrganization(viewer, { name, kind: 'other', outside: false })
}

/** Who was recorded at the meeting itself stays as he was recorded; the text adds whom nobody recorded. */
async function recordAttendances(
  viewer: Viewer,
  meetingId: Id,
  kept: readonly Item[],
  { names, known }: { names: Names; known: readonly Pick<Attendee, 'personId' | 'name'>[] },
): Promise<void> {
  for (const item of kept) {
    if (item.section !== 'attendance') continue
    const match = names[item.now.name]
    const personId = match?.kind === 'person' ? match.id : null
    const isKnown = (one: Pick<Attendee, 'personId' | 'name'>) =>
      (personId !== null && one.personId === personId) || fold(one.name) === fold(item.now.name)
    if (known.some(isKnown)) continue
    await recordAttendance(viewer, {
      meetingId,
      personId,
      name: item.now.name,
      state: item.now.state,
      onBehalfOf: item.now.onBehalfOf,
    })
  }
}

async function recordAgenda(viewer: Viewer, meetingId: Id, kept: readonly Item[]): Promise<Map<AgendaRow, Id>> {
  const ids = new Map<AgendaRow, Id>()
  for (const item of kept) {
    if (item.section !== 'agenda') continue
    const { number, title, level } = item.now
    const agendaItem = { meetingId, position: ids.size, number, title, level, kind: 'plain', minutesId: null } as const
    ids.set(item, await recordAgendaItem(viewer, agendaItem))
  }
  return ids
}

type Place = {
  minutesId: Id
  revisionId: Id
  position: number
  agendaItemId: Id | null | undefined
  names: Names
  day: Day
}

function newEntry(viewer: Viewer, { now, lines }: EntryItem, place: Place): NewEntry {
  const speaker = now.speaker ? place.names[now.speaker] : undefined
  return {
    entry: {
      id: newId(viewer.ground.clock),
      minutes_id: place.minutesId,
      revision_id: place.revisionId,
      agenda_item_id: place.agendaItemId ?? null,
      position: place.position,
      kind: now.kind,
      content: now.text,
      line_from: lines.from,
      line_to: lines.to,
      speaker: now.speaker,
      speaker_id: speaker?.kind === 'person' ? speaker.id : null,
      look_again_on: now.kind === 'idea' && now.parked ? (now.lookAgainOn ?? lookAgainAfter(viewer.today)) : null,
      owners: (now.kind === 'task' && now.owners.join(', ')) || null,
      due_on: now.kind === 'task' ? wholeDay(now.due?.until ?? now.due?.from) : null,
      due_words: (now.kind === 'task' && now.due?.words) || null,
    },
    decision:
      now.kind === 'decision'
        ? {
            result: now.result,
            votes_yes: now.votes?.yes ?? null,
            votes_no: now.votes?.no ?? null,
            votes_abstain: now.votes?.abstain ?? null,
            condition: now.condition,
          }
        : null,
    appointment:
      now.kind === 'appointment'
        ? {
            title: now.title ?? now.text,
            words: now.when?.words ?? '',
            date_from: wholeDay(now.when?.from),
            date_until: wholeDay(now.when?.until),
            start_time: now.when?.start ?? null,
            end_time: now.when?.end ?? null,
            place: now.place,
          }
        : null,
  }
}

const lookAgainAfter = (today: Day): Day =>
  Temporal.PlainDate.from(today).add({ months: MONTHS_UNTIL_LOOK_AGAIN }).toString()

/** A month alone ("2026-07") is no day; its words stay. */
const wholeDay = (date: string | null | undefined): Day | null => (date && date.length === 10 ? date : null)

function handedOn(rows: readonly { item: EntryItem; row: NewEntry }[], names: Names) {
  const tasks: ConfirmedTask[] = []
  const statuses: ConfirmedStatus[] = []
  for (const { item, row } of rows) {
    const { now } = item
    const entryId = row.entry.id
    if (now.sameAs?.id && (now.kind === 'task' || now.kind === 'status'))
      statuses.push({ entryId, commitmentId: now.sameAs.id, done: now.done, sentence: now.text })
    else if (now.kind === 'task')
      tasks.push({
        entryId,
        wording: now.text,
        owner: ownerOf(now.owners, names),
        dueOn: wholeDay(now.due?.until ?? now.due?.from),
        dueWords: now.due?.words || null,
      })
  }
  return { tasks, statuses }
}
