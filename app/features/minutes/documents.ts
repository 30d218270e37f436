import { plainOf } from '../../../reader/src/lines/inline.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Block, Document, Field } from '../../ground/documents/document.ts'
import { fileNameOf, mediaTypes } from '../../ground/documents/document.ts'
import { writeDocument } from '../../ground/documents/write.ts'
import type { AttendanceState, Id } from '../../ground/schema.ts'
import { type Language, languageOf, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { agendaOf, attendanceOf, findMeeting } from '../meetings/finds.ts'
import type { AgendaItem, Attendee, Meeting } from '../meetings/model.ts'
import { letterOf } from '../network/finds.ts'
import type { MinutesDocumentInput } from './contract.ts'
import type { Correction } from './corrections/model.ts'
import { correctionsOf } from './corrections/store.ts'
import type { EntryRow, MinutesHead } from './model.ts'
import { entriesOf, findMinutesHead } from './store.ts'

/** Everything that the document of minutes tells, as one reader may see it. */
export type MinutesTold = {
  readonly minutes: Pick<MinutesHead, 'name' | 'bodyName' | 'day' | 'state'>
  readonly meeting: Pick<Meeting, 'startTime' | 'endTime' | 'place'>
  readonly attendance: readonly Pick<Attendee, 'name' | 'state' | 'onBehalfOf'>[]
  readonly agenda: readonly Pick<AgendaItem, 'id' | 'number' | 'title' | 'level'>[]
  readonly entries: readonly (Omit<EntryRow, 'id' | 'lineFrom' | 'lineTo' | 'agendaNumber' | 'agendaTitle'> & {
    readonly corrected?: readonly string[]
  })[]
  /** Those that were accepted, each where it belongs. */
  readonly corrections?: readonly Pick<Correction, 'agendaItemId' | 'entryId' | 'wording'>[]
}

/** The minutes as a file: what the viewer may see of them, in his language. */
export async function minutesFile(viewer: Viewer, { id, format }: MinutesDocumentInput): Promise<FileAnswer | null> {
  const minutes = await findMinutesHead(viewer, id)
  const meeting = minutes && (await findMeeting(viewer, minutes.meetingId))
  if (!meeting) return null
  const told = {
    ...{ minutes, meeting },
    attendance: (await attendanceOf(viewer, meeting.id)) ?? [],
    agenda: await agendaOf(viewer, meeting),
    ...corrected(await entriesOf(viewer, id), await correctionsOf(viewer, id)),
  }
  const document = minutesDocument(told, await letterOf(viewer))
  return {
    bytes: () => writeDocument(document, format, viewer.actor),
    mediaType: mediaTypes[format],
    fileName: fileNameOf(document.title, minutes.day, format),
  }
}

/** Entries with what they should say, and the corrections of items and of the minutes as they are. */
function corrected(entries: readonly EntryRow[], all: readonly Correction[]) {
  const corrections = all.filter(({ answer }) => answer === 'accepted')
  return {
    entries: entries.map(entry => ({
      ...entry,
      corrected: corrections.filter(({ entryId }) => entryId === entry.id).map(({ wording }) => wording),
    })),
    corrections: corrections.filter(({ entryId }) => entryId === null),
  }
}

const ATTENDANCE = ['present', 'guest', 'excused', 'absent'] as const satisfies readonly AttendanceState[]

/**
 * Minutes so that people find in them what was settled, and our reader (reader/src/form) reads in them what stands here:
 * every entry says what it is, and below it who, until when, with which result. In German the two go together.
 */
export function minutesDocument(told: MinutesTold, letter: Omit<Document, 'title' | 'blocks'>): Document {
  const words = wordsOf(letter.language)
  const { t } = words
  const { minutes, meeting, attendance, agenda, entries, corrections = [] } = told
  const correctionsAt = (item: Id | null) =>
    corrections.filter(({ agendaItemId }) => agendaItemId === item).map(one => correctionBlock(one.wording, words))
  const fields = [
    { label: t('minutes.head.body'), value: minutes.bodyName },
    { label: t('minutes.head.date'), value: minutes.day && words.day(minutes.day, 'weekday') },
    { label: t('minutes.head.start'), value: meeting.startTime && t('ui.time', { time: meeting.startTime }) },
    { label: t('minutes.head.end'), value: meeting.endTime && t('ui.time', { time: meeting.endTime }) },
    { label: t('minutes.head.place'), value: meeting.place },
    {
      label: t('documents.minutes.state'),
      value: minutes.state === 'recorded' ? null : t(`minutes.state.${minutes.state}`),
    },
  ]
  const groups = ATTENDANCE.map(state => ({
    label: t(`documents.attendance.${state}`),
    value: attendance
      .filter(one => one.state === state)
      .map(({ name, onBehalfOf }) => (onBehalfOf ? `${name} (${onBehalfOf})` : name))
      .join(', '),
  })).filter(({ value }) => value !== '')
  const apart = entries.filter(({ agendaItemId }) => !agenda.some(({ id }) => id === agendaItemId))
  let depth = 1
  const items = agenda.flatMap((item): Block[] => {
    // A level that is left out would be one that a screen reader misses (PDF/UA-1, 7.4.2).
    depth = Math.min(item.level + 1, depth + 1)
    const title = item.number ? t('documents.item', { number: item.number, title: item.title }) : item.title
    const below = entries.filter(({ agendaItemId }) => agendaItemId === item.id)
    const blocks = [...below.map(entry => entryBlock(entry, words)), ...correctionsAt(item.id)]
    return [{ kind: 'heading', level: depth, text: title }, ...blocks]
  })
  return {
    ...letter,
    title: TITLED.test(minutes.name) ? minutes.name : t('documents.minutes.title', { name: minutes.name }),
    blocks: [
      { kind: 'fields', fields: filled(fields) },
      ...(groups.length > 0 ? [section(t('meetings.attendance')), { kind: 'fields', fields: groups } as const] : []),
      ...correctionsAt(null),
      ...(apart.length > 0 ? [section(t('documents.apart'))] : []),
      ...apart.map(entry => entryBlock(entry, words)),
      ...items,
      { kind: 'signatures', under: [t('documents.signed.chair'), t('documents.signed.minutes')] },
    ],
  }
}
/** Minutes that are called so already. */
const TITLED = /protokoll|niederschrift|minutes|محضر/iu

const section = (text: string): Block => ({ kind: 'heading', level: 2, text })

export function wordsOf(tag: string) {
  const language: Language = languageOf(tag)
  return {
    t: texts(language),
    day: (day: string, form: 'long' | 'weekday' = 'long') => dayText(language, day, form),
  }
}
export type Words = ReturnType<typeof wordsOf>
type Told = MinutesTold['entries'][number]
export type MaybeField = { readonly label: string; readonly value: string | null }

export const filled = (fields: readonly MaybeField[]): Field[] =>
  fields.filter((field): field is Field => field.value !== null && field.value !== '')

function entryBlock(entry: Told, words: Words): Block {
  const { t } = words
  const kind = entry.kind === 'idea' && entry.lookAgainOn ? 'parked' : entry.kind
  const from = entry.kind === 'statement' || entry.kind === 'wish' ? entry.speaker : null
  const word = t(`documents.entry.${kind}`)
  const label = from ? t('documents.entry.from', { what: word, name: plainOf(from) }) : word
  return {
    kind: 'paragraph',
    label,
    text: withoutLabel(plainOf(entry.content), word),
    details: filled([
      ...detailsOf(entry, words),
      ...(entry.corrected ?? []).map(value => ({ label: t('documents.corrected'), value })),
    ]),
  }
}

const correctionBlock = (text: string, { t }: Words): Block => ({
  ...{ kind: 'paragraph', label: t('documents.corrected'), text, details: [] },
})

/** A line that says itself what it is would say it twice. */
function withoutLabel(text: string, word: string): string {
  const begins = text.slice(0, word.length + 1).toLowerCase() === `${word.toLowerCase()}:`
  return begins ? text.slice(word.length + 1).trim() : text
}

function detailsOf(entry: Told, words: Words): MaybeField[] {
  const { t, day } = words
  switch (entry.kind) {
    case 'decision':
      return [
        { label: t('documents.result'), value: t(`documents.result.${entry.result ?? 'unsaid'}`) },
        { label: t('documents.votes'), value: votesText(entry, words) },
        { label: t('documents.condition'), value: entry.condition },
      ]
    case 'task':
      return [
        { label: t('documents.owners'), value: entry.owners ?? t('documents.open') },
        { label: t('documents.due'), value: (entry.dueOn ? day(entry.dueOn) : entry.dueWords) ?? t('documents.open') },
      ]
    case 'appointment': {
      const title = entry.appointmentTitle
      return [
        { label: t('documents.what'), value: title === entry.content ? null : title },
        { label: t('documents.when'), value: whenText(entry, words) },
        { label: t('documents.where'), value: entry.place },
      ]
    }
    case 'idea':
      return [{ label: t('documents.look-again'), value: entry.lookAgainOn && day(entry.lookAgainOn) }]
    default:
      return []
  }
}

export function votesText({ yes, no, abstain }: Pick<Told, 'yes' | 'no' | 'abstain'>, { t }: Words): string | null {
  const counts = [
    yes === null ? null : t('documents.votes.yes', { count: yes }),
    no === null ? null : t('documents.votes.no', { count: no }),
    abstain === null ? null : t('documents.votes.abstain', { count: abstain }),
  ].filter(count => count !== null)
  return counts.length > 0 ? counts.join(', ') : null
}

function whenText({ dateFrom, dateUntil, startTime, endTime, appointmentWords }: Told, { t, day }: Words): string {
  if (!dateFrom) return appointmentWords || t('documents.open')
  const span = dateUntil && dateUntil !== dateFrom
  const days = span ? t('documents.span', { from: day(dateFrom), until: day(dateUntil) }) : day(dateFrom, 'weekday')
  if (!startTime) return days
  return `${days}, ${t('ui.time', { time: endTime ? `${startTime}–${endTime}` : startTime })}`
}
