import { act } from '../../access/act.ts'
import { asWideAs, refusePublicAndClosed } from '../../access/audiences.ts'
import { newReaders } from '../../access/readers.ts'
import type { Viewer } from '../../access/viewer.ts'
import { newId } from '../../ground/ids.ts'
import { done, type Outcome, refused } from '../../ground/problems.ts'
import type { AgendaItemKind, AttendanceState, Audience, Day, Id } from '../../ground/schema.ts'
import { languageOf, type Texts, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import { clearAgenda, controlsOf, freePlace, insertAgendaItems, wholeAgenda } from './agenda/store.ts'
import { notConfirmed } from './audience/acts.ts'
import { meetingReaders } from './audience/store.ts'
import type { MeetingChange, MeetingPlan } from './contract.ts'
import { writeToInvited } from './invitation/letter/acts.ts'
import { saysOther } from './invitation/model.ts'
import { countInvited } from './invitation/store.ts'
import { audiencesWithin, FIRST_CONTROL, narrower, standingItems } from './model.ts'
import * as store from './store.ts'

/**
 * Plans a meeting: a draft for its body, or announced to its audience. Problems: `already-done` (the body has a draft),
 * `person-unknown`, `choice-invalid` (an audience that leaves out who plans), `public-and-closed`.
 */
export const planMeeting = act('meeting.plan', {
  noun: 'meeting',
  subject: async (viewer, { bodyId }: MeetingPlan) => {
    const body = await store.bodySettings(viewer, bodyId)
    return body && { bodyId: body.id, body }
  },
  run: async (viewer, input, { body }) => {
    const closed = refusePublicAndClosed(input.audience, input.withoutAdministration)
    if (closed) return closed
    if (!(await store.areKnown(viewer, input.named))) return refused('person-unknown', { field: 'named' })
    const t = networkTexts(viewer)
    const id = newId(viewer.ground.clock)
    const meeting = { ...contentOf(input), name: input.name || t('meetings.default-name', { body: body.name }) }
    const state = input.announced ? 'scheduled' : 'draft'
    if (!(await store.insertMeeting(viewer, id, { ...meeting, bodyId: body.id, state })))
      return refused('already-done', { field: 'announced' })
    await keepNamed(viewer, id, input)
    await insertAgendaItems(viewer, standingRows(viewer, t, id))
    return staysVisible(viewer, id)
  },
  about: ({ id }) => id,
})

/** Writes a meeting of a series with its standing items, announced, in the caller's transaction. */
export async function planOccurrence(viewer: Viewer, meeting: Omit<store.NewMeeting, 'state'>): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await store.insertMeeting(viewer, id, { ...meeting, state: 'scheduled' })
  await insertAgendaItems(viewer, standingRows(viewer, networkTexts(viewer), id))
  return id
}

/**
 * Changes a meeting. What was held keeps its name, day and times: they stand in its minutes; and its audience is never
 * widened, because its minutes inherit it. Where more people would know of an announced one, somebody says yes to them.
 * Problems: `already-done` (a second draft of the body), `person-unknown`, `choice-invalid` (a wider audience, or one
 * that leaves out who changes it), `public-and-closed`, `audience-wider` (not confirmed yet), `update-unanswered` (people
 * are invited, and what they were told changes), `invitations-out` (who is invited knows of it), `already-done` (it was
 * called off).
 */
export const changeMeeting = act('meeting.change', {
  noun: 'meeting',
  subject: async (viewer, { id }: MeetingChange) => {
    const meeting = await store.findMeeting(viewer, id)
    return meeting?.body && (await store.isWhole(viewer, id)) ? { id, bodyId: meeting.body.id, meeting } : null
  },
  run: async (viewer, input, { id, bodyId, meeting }): Promise<Outcome<{ id: Id }>> => {
    if (meeting.state === 'cancelled') return refused('already-done')
    const closed = refusePublicAndClosed(input.audience, input.withoutAdministration)
    if (closed) return closed
    if (!(await store.areKnown(viewer, input.named))) return refused('person-unknown', { field: 'named' })
    const { name, day, startTime, endTime, place, audience, withoutAdministration } = contentOf(input)
    const before = await meetingReaders(viewer, id)
    if (meeting.state === 'held') {
      const wider = !audiencesWithin(meeting.audience).includes(audience)
      if (wider || (meeting.withoutAdministration && !withoutAdministration))
        return refused('choice-invalid', { field: wider ? 'audience' : 'withoutAdministration' })
      await store.updateMeeting(viewer, id, { ...meeting, place, audience, withoutAdministration })
    } else {
      const state = input.announced ? 'scheduled' : 'draft'
      const planned = await store.lockPlanned(viewer, bodyId)
      if (state === 'draft' && planned.some(other => other.state === 'draft' && other.id !== id))
        return refused('already-done', { field: 'announced' })
      const when = { day, startTime, endTime }
      const invited = await countInvited(viewer, id)
      if (invited > 0 && state === 'draft') return refused('invitations-out', { field: 'announced' })
      const tells = invited > 0 && saysOther(meeting, { name: name || meeting.name, ...when, place })
      if (tells && !input.update) return refused('update-unanswered', { field: 'update', values: { count: invited } })
      await store.updateMeeting(viewer, id, {
        name: name || meeting.name,
        state,
        ...when,
        place,
        audience,
        withoutAdministration,
      })
    }
    await keepNamed(viewer, id, input)
    const wider = meeting.state === 'draft' ? null : newReaders(before, await meetingReaders(viewer, id))
    if (wider && meeting.state === 'held') return refused('choice-invalid', { field: 'audience' })
    if (wider && !input.wider) return notConfirmed(wider)
    if (input.update === 'yes' && (await countInvited(viewer, id)) > 0 && meeting.state !== 'held')
      await writeToInvited(viewer, id, { kind: 'update', wording: null, access: null })
    return staysVisible(viewer, id)
  },
})

/** Nobody closes a meeting to himself: he could not open it again. */
async function staysVisible(viewer: Viewer, id: Id): Promise<Outcome<{ id: Id }>> {
  return (await store.findMeeting(viewer, id)) ? done({ id }) : refused('choice-invalid', { field: 'audience' })
}

const contentOf = (input: MeetingPlan | MeetingChange) => ({
  name: input.name,
  day: input.day,
  startTime: input.startTime,
  endTime: input.endTime,
  place: input.place || null,
  audience: input.audience,
  withoutAdministration: input.withoutAdministration,
})

/** Whoever makes a meeting for named persons is one of them. */
async function keepNamed(viewer: Viewer, id: Id, { audience, named }: { audience: Audience; named: readonly Id[] }) {
  const own = viewer.personId ? [viewer.personId] : []
  await store.replaceNamed(viewer, id, audience === 'named' ? [...new Set([...named, ...own])] : [])
}

type Held = {
  readonly bodyId: Id
  readonly name: string
  readonly day: Day
  /** The body's draft may be this meeting, because its minutes are the youngest. */
  readonly mayBeDraft: boolean
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly audience: Audience
  readonly withoutAdministration: boolean
}

/**
 * Records a meeting that was held, in the caller's transaction, and returns its id. It is the one that was planned for
 * that day, or the body's draft where that may be and the draft stands for no later day; else a new one. The agenda
 * that was planned goes: what was really on it is in the minutes.
 */
export async function holdMeeting(viewer: Viewer, { mayBeDraft, ...held }: Held): Promise<Id> {
  const planned = await store.lockPlanned(viewer, held.bodyId)
  const same =
    planned.find(({ day }) => day === held.day) ??
    planned.find(({ state, day }) => mayBeDraft && state === 'draft' && (day === null || day < held.day))
  const id = same?.id ?? newId(viewer.ground.clock)
  if (same) {
    await clearAgenda(viewer, id)
    await store.updateMeeting(viewer, id, { ...held, state: 'held' })
  } else {
    await store.insertMeeting(viewer, id, { ...held, state: 'held' })
  }
  await keepNamed(viewer, id, { audience: held.audience, named: [] })
  return id
}

/**
 * Records that a planned meeting was held, in the caller's transaction: its agenda and who may see it stay, day and times
 * are those of the minutes. Gives the items in order, whoever may see them, for what was noted under them.
 */
export async function holdPlanned(
  viewer: Viewer,
  id: Id,
  held: Pick<Held, 'name' | 'day' | 'startTime' | 'endTime' | 'place'>,
): Promise<readonly { id: Id; title: string; position: number }[]> {
  await store.markHeld(viewer, id, held)
  return wholeAgenda(viewer, id)
}

type NewAgendaItem = {
  readonly meetingId: Id
  readonly position: number
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly kind: AgendaItemKind
  readonly minutesId: Id | null
}

/** Adds an item to the agenda of a meeting, in the caller's transaction. It inherits the meeting's audience. */
export async function recordAgendaItem(viewer: Viewer, item: NewAgendaItem): Promise<Id> {
  const row = agendaRow(viewer, item)
  await insertAgendaItems(viewer, [row])
  return row.id
}

const agendaRow = (viewer: Viewer, { meetingId, position, number, title, level, kind, minutesId }: NewAgendaItem) => ({
  id: newId(viewer.ground.clock),
  meeting_id: meetingId,
  position,
  number,
  title,
  level: Math.min(Math.max(level, 1), DEEPEST),
  kind,
  minutes_id: minutesId,
  audience: null,
  without_administration: false,
  duration: null,
})
const DEEPEST = 6

type NewAttendance = {
  readonly meetingId: Id
  readonly personId: Id | null
  readonly name: string
  readonly state: AttendanceState
  readonly onBehalfOf: string | null
}

/** Notes who was there, in the caller's transaction. */
export async function recordAttendance(
  viewer: Viewer,
  { meetingId, personId, name, state, onBehalfOf }: NewAttendance,
): Promise<Id> {
  const id = newId(viewer.ground.clock)
  await store.insertAttendance(viewer, {
    id,
    meeting_id: meetingId,
    person_id: personId,
    name,
    state,
    on_behalf_of: onBehalfOf,
  })
  return id
}

/**
 * Makes sure that the next meeting of a body stands, and that its agenda looks back at these minutes; in the caller's
 * transaction. The next meeting is the first of those announced for a day to come, else the draft, else a new draft: with the
 * body's usual audience, at least as narrow as the meeting looked back at, and the standing items. Called again it
 * changes nothing. Returns the id of the meeting.
 */
export async function ensureDraft(
  viewer: Viewer,
  { bodyId, minutesId, minutesDay }: { bodyId: Id; minutesId: Id; minutesDay: Day },
): Promise<Id> {
  const t = networkTexts(viewer)
  const planned = await store.lockPlanned(viewer, bodyId)
  const [next] = planned
    .filter(({ state, day }) => state === 'scheduled' && day !== null && day >= viewer.today && day > minutesDay)
    .toSorted((a, b) => (a.day! < b.day! ? -1 : 1))
  const draft = planned.find(({ state }) => state === 'draft')
  const id = (next ?? draft)?.id ?? (await beginDraft(viewer, t, bodyId, minutesId))
  const controls = await controlsOf(viewer, id)
  if (controls.some(control => control.minutesId === minutesId)) return id
  const last = Math.max(FIRST_CONTROL - 1, ...controls.map(({ position }) => position))
  await recordAgendaItem(viewer, {
    meetingId: id,
    position: await freePlace(viewer, id, last),
    number: null,
    title: t('meetings.control-title', { day: dayText(firstLanguage(viewer), minutesDay, 'short') }),
    level: 2,
    kind: 'minutes_control',
    minutesId,
  })
  return id
}

async function beginDraft(viewer: Viewer, t: Texts, bodyId: Id, minutesId: Id): Promise<Id> {
  const settings = await store.settingsForNext(viewer, bodyId, minutesId)
  const withoutAdministration = settings.bodyCloses || settings.heldClosed
  const audience = asWideAs(narrower(settings.usual, settings.heldAudience), withoutAdministration)
  const id = newId(viewer.ground.clock)
  const made = await store.insertMeeting(viewer, id, {
    bodyId,
    name: t('meetings.default-name', { body: settings.name }),
    state: 'draft',
    day: null,
    startTime: null,
    endTime: null,
    place: null,
    audience,
    withoutAdministration,
  })
  // Somebody else began one since we looked; it is committed, or the insert would still wait.
  if (!made) return (await store.lockPlanned(viewer, bodyId)).find(({ state }) => state === 'draft')!.id
  if (audience === 'named') await store.copyNamed(viewer, settings.heldId, id)
  await insertAgendaItems(viewer, standingRows(viewer, t, id))
  return id
}

const standingRows = (viewer: Viewer, t: Texts, meetingId: Id) =>
  standingItems.map(({ word, level, position }) =>
    agendaRow(viewer, {
      meetingId,
      position,
      number: null,
      title: t(`meetings.standing.${word}`),
      level,
      kind: 'plain',
      minutesId: null,
    }),
  )

/** What is written into records is written in the network's first language. */
const firstLanguage = (viewer: Viewer) => languageOf(...viewer.network.languages)
const networkTexts = (viewer: Viewer): Texts => texts(firstLanguage(viewer))
