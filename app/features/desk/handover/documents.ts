import type { Viewer } from '../../../access/viewer.ts'
import type { Block, Document, Field } from '../../../ground/documents/document.ts'
import { fileOf, type Leaving } from '../../../ground/documents/write.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import { dayText, momentText } from '../../../ui/dates.tsx'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import { letterOf } from '../../network/finds.ts'
import type { HandoverFileInput, HandoverShown } from './contract.ts'
import { findHandover } from './finds.ts'

/** The hand-over as a file: one act, and everything is in it that the viewer may see. */
export async function handoverFile(viewer: Viewer, { format }: HandoverFileInput): Promise<FileAnswer | null> {
  const told = await findHandover(viewer)
  if (!told) return null
  return fileOf(handoverDocument(told, await letterOf(viewer)), format, viewer.actor)
}

/** Open commitments by body, dates, who does what and how to reach them, and the organisations. */
export function handoverDocument(told: HandoverShown, letter: Omit<Document, 'title' | 'blocks'>): Leaving {
  const words = wordsOf(letter.language, told.zone)
  const { t, day } = words
  const section = (title: string, blocks: readonly Block[]): Block[] => [
    { kind: 'heading', level: 2, text: title },
    ...(blocks.length > 0 ? blocks : [{ kind: 'paragraph', label: null, text: t('desk.handover.nothing') } as const]),
  ]
  return {
    document: {
      ...letter,
      title: t('desk.handover.title'),
      blocks: [
        { kind: 'fields', fields: [{ label: t('documents.as-of'), value: day(told.today) }] },
        ...section(t('desk.handover.commitments'), byBody(told.commitments, words)),
        ...section(
          t('desk.handover.consequences'),
          told.consequences.map(one => ({
            ...{ kind: 'paragraph', label: t(`consequences.kind.${one.kind}`), text: one.commitment.name },
            details: filled([
              [t('consequences.wording'), one.wording],
              [t('desk.handover.fires'), one.firesOn && day(one.firesOn)],
              [
                t('commitments.state'),
                one.firesOn ? null : t(one.answered ? 'consequences.fires.answered' : 'consequences.fires.no-day'),
              ],
            ]),
          })),
        ),
        ...section(
          t('desk.handover.papers'),
          told.papers.map(one => ({
            ...{ kind: 'paragraph', label: null, text: one.name },
            details: filled([
              [t('commitments.body'), one.body.name],
              [t('papers.state'), t(`papers.state.${one.state}`)],
              [t('papers.since'), day(one.since)],
            ]),
          })),
        ),
        ...section(
          t('desk.handover.meetings'),
          told.meetings.map(one => ({
            ...{ kind: 'paragraph', label: day(one.day), text: one.name },
            details: filled([
              [t('commitments.body'), one.body.name],
              [t('desk.handover.time'), one.time && t('ui.time', { time: one.time })],
              [t('documents.where'), one.place],
            ]),
          })),
        ),
        ...section(
          t('desk.handover.people'),
          told.people.map(one => ({
            ...{ kind: 'paragraph', label: null, text: one.name },
            details: filled([
              [t('desk.handover.email'), one.email],
              [t('desk.handover.offices'), one.offices.join(', ')],
              ...one.roles.map(role => [t(`directory.role.${role.role}`), roleOf(role)] as const),
            ]),
          })),
        ),
        ...section(
          t('desk.handover.organizations'),
          told.organizations.map(one => ({
            ...{ kind: 'paragraph', label: null, text: one.name },
            details: filled([[t('desk.handover.website'), one.website]]),
          })),
        ),
      ],
    },
    table: { columns: [], rows: [] },
    day: told.today,
  }
}

function wordsOf(tag: string, zone: string) {
  const language = languageOf(tag)
  return {
    t: texts(language),
    day: (day: string) => dayText(language, day),
    moment: (at: string) => momentText(language, at, zone).day,
  }
}
type Words = ReturnType<typeof wordsOf>

const filled = (fields: readonly (readonly [string, string | null])[]): Field[] =>
  fields.flatMap(([label, value]) => (value ? [{ label, value }] : []))

const roleOf = ({ of, for: behalf }: HandoverShown['people'][number]['roles'][number]): string =>
  behalf ? `${of} (${behalf})` : of

function byBody(commitments: HandoverShown['commitments'], words: Words): Block[] {
  let last: string | null = null
  return commitments.flatMap(({ line, report }): Block[] => {
    const begins = line.body.id !== last
    last = line.body.id
    return [
      ...(begins ? [{ kind: 'heading', level: 3, text: line.body.name } as const] : []),
      { kind: 'paragraph', label: null, text: line.wording, details: detailsOf(line, report, words) },
    ]
  })
}

type One = HandoverShown['commitments'][number]

function detailsOf(
  { owner, due, state, source }: One['line'],
  report: One['report'],
  { t, day, moment }: Words,
): Field[] {
  const nobody = owner.name
    ? t('commitments.owner.nobody-as-written', { name: owner.name })
    : t('commitments.owner.nobody')
  const who = owner.kind === 'nobody' ? nobody : (owner.name ?? t(`commitments.owner.hidden.${owner.kind}`))
  const until = due.kind === 'day' ? day(due.day) : due.kind === 'words' ? due.words : t('commitments.due.nothing')
  const said = report && [t(`commitments.report.${report.report}`), report.sentence].filter(Boolean).join(': ')
  return filled([
    [t('commitments.owner'), who],
    [t('commitments.due'), until],
    [t('commitments.state'), t(`commitments.state.${state}`)],
    [t('desk.handover.last-word'), said && report ? `${said} (${moment(report.at)})` : null],
    [t('desk.handover.said-on'), source?.day ? day(source.day) : null],
  ])
}
