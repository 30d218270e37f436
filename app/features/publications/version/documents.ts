import type { Viewer } from '../../../access/viewer.ts'
import type { Block, Document, Field } from '../../../ground/documents/document.ts'
import { fileNameOf, mediaTypes } from '../../../ground/documents/document.ts'
import { writeDocument } from '../../../ground/documents/write.ts'
import { type Language, languageOf, type Texts, texts } from '../../../texts/texts.ts'
import { dayText } from '../../../ui/dates.tsx'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import { letterOf } from '../../network/finds.ts'
import type { VersionDocumentInput } from './contract.ts'
import type { PublicContent, PublicEntry } from './model.ts'
import { findPublishedVersion, type Published } from './store.ts'

/** The public version as a file, in the language of whoever asks; its text stays German. */
export async function versionFile(viewer: Viewer, { id, format }: VersionDocumentInput): Promise<FileAnswer | null> {
  const found = await findPublishedVersion(viewer, id)
  if (!found) return null
  const document = versionDocument(found, await letterOf(viewer))
  return {
    bytes: () => writeDocument(document, format, viewer.actor),
    mediaType: mediaTypes[format],
    fileName: fileNameOf(document.title, found.content.day, format),
  }
}

function versionDocument(found: Published, letter: Omit<Document, 'title' | 'blocks'>): Document {
  const language = languageOf(letter.language)
  const t = texts(language)
  const { content, wording, approvedOn } = found
  const entries = (some: readonly PublicEntry[]): Block[] =>
    some.map(entry => {
      const label = t(`documents.entry.${entry.kind}`)
      return { kind: 'paragraph', label, text: withoutLabel(entry.text, label), details: detailsOf(entry, t, language) }
    })
  return {
    ...letter,
    title: wording,
    blocks: [
      { kind: 'fields', fields: [...stateOf(approvedOn, t, language), ...headOf(content, t, language)] },
      ...entries(content.apart),
      ...content.items.flatMap((item): Block[] => [
        { kind: 'heading', level: item.level + 1, text: `${item.number} ${item.title}` },
        ...entries(item.entries),
      ]),
    ],
  }
}

/** A line that says itself what it is would say it twice. */
const withoutLabel = (text: string, label: string): string =>
  text.toLowerCase().startsWith(`${label.toLowerCase()}:`) ? text.slice(label.length + 1).trim() : text

const stateOf = (approvedOn: string | null, t: Texts, language: Language): Field[] => [
  {
    label: t('documents.minutes.state'),
    value: approvedOn
      ? t('publications.version.approved-on', { day: dayText(language, approvedOn, 'long') })
      : t('publications.version.draft'),
  },
]

/** Facts of the meeting, each with its name. */
export function headOf(content: PublicContent, t: Texts, language: Language): Field[] {
  const { day, startTime, endTime, place, bodyName, attendance } = content
  return filled([
    { label: t('minutes.head.body'), value: bodyName },
    { label: t('minutes.head.date'), value: day && dayText(language, day, 'weekday') },
    { label: t('minutes.head.start'), value: startTime && t('ui.time', { time: startTime }) },
    { label: t('minutes.head.end'), value: endTime && t('ui.time', { time: endTime }) },
    { label: t('minutes.head.place'), value: place },
    { label: t('meetings.attendance'), value: attendanceText(attendance, t) },
  ])
}

/** "12 Personen, davon 8 Stimmberechtigte": the names of those who agreed, the others as a number. */
export function attendanceText({ named, count, voting }: PublicContent['attendance'], t: Texts): string | null {
  if (count === 0) return null
  const counted = t('publications.version.attendance', { count, voting })
  return named.length > 0 ? t('publications.version.attendance-named', { counted, names: named.join(', ') }) : counted
}

/** What is told beside the text of an entry. */
export function detailsOf(entry: PublicEntry, t: Texts, language: Language): Field[] {
  const day = (value: string) => dayText(language, value, 'long')
  const votes = [
    entry.yes === null ? null : t('documents.votes.yes', { count: entry.yes }),
    entry.no === null ? null : t('documents.votes.no', { count: entry.no }),
    entry.abstain === null ? null : t('documents.votes.abstain', { count: entry.abstain }),
  ].filter(count => count !== null)
  return filled([
    { label: t('minutes.entry.speaker'), value: entry.speaker },
    { label: t('documents.result'), value: entry.result && t(`documents.result.${entry.result}`) },
    { label: t('documents.votes'), value: votes.join(', ') },
    { label: t('documents.condition'), value: entry.condition },
    { label: t('documents.owners'), value: entry.owners },
    { label: t('documents.due'), value: entry.dueOn ? day(entry.dueOn) : entry.dueWords },
    { label: t('documents.when'), value: whenOf(entry, t, day) },
    { label: t('documents.where'), value: entry.place },
  ])
}

function whenOf({ dateFrom, dateUntil, startTime, when }: PublicEntry, t: Texts, day: (value: string) => string) {
  if (!dateFrom) return when
  const span = dateUntil && dateUntil !== dateFrom
  const days = span ? t('documents.span', { from: day(dateFrom), until: day(dateUntil) }) : day(dateFrom)
  return startTime ? `${days}, ${t('ui.time', { time: startTime })}` : days
}

const filled = (fields: readonly { readonly label: string; readonly value: string | null }[]): Field[] =>
  fields.filter((field): field is Field => field.value !== null && field.value !== '')
