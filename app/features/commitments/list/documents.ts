import type { Viewer } from '../../../access/viewer.ts'
import { csvOf, separatorOf } from '../../../ground/documents/csv.ts'
import { fileNameOf, mediaTypes, type Table } from '../../../ground/documents/document.ts'
import { type Language, languageOf, type Texts, texts } from '../../../texts/texts.ts'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import type { CommitmentLine, CommitmentListInput } from '../contract.ts'
import type { OwnerShown } from '../owner/contract.ts'
import { listCommitments } from './store.ts'

/** A list of commitments as CSV, all pages of it: what the viewer may see, by the same filter as the page. */
export async function commitmentsFile(viewer: Viewer, input: CommitmentListInput): Promise<FileAnswer> {
  const language = languageOf(viewer.language)
  const lines: CommitmentLine[] = []
  let after: string | undefined
  do {
    const { items, next } = await listCommitments(viewer, { ...input, after }, AT_ONCE)
    lines.push(...items)
    after = next ?? undefined
  } while (after)
  const t = texts(language)
  return {
    bytes: csvOf(tableOf(lines, language), separatorOf(language)),
    mediaType: mediaTypes.csv,
    fileName: fileNameOf(`${t('commitments.title')} ${t(`commitments.list.${input.list}`)}`, viewer.today, 'csv'),
  }
}
const AT_ONCE = 1000

function tableOf(lines: readonly CommitmentLine[], language: Language): Table {
  const t = texts(language)
  const text = (label: string) => ({ label, kind: 'text' }) as const
  return {
    columns: [
      ...[text(t('commitments.commitment')), text(t('commitments.body')), text(t('commitments.owner'))],
      { label: t('commitments.due.day'), kind: 'day' },
      ...[text(t('commitments.due.words')), text(t('commitments.state'))],
      { label: t('documents.commitments.overdue'), kind: 'number' },
      { label: t('documents.commitments.said-on'), kind: 'day' },
    ],
    rows: lines.map(({ wording, body, owner, due, state, daysOverdue, source }) => [
      ...[wording, body.name, ownerText(owner, t)],
      ...[due.kind === 'day' ? due.day : '', due.kind === 'nothing' ? '' : (due.words ?? '')],
      ...[t(`commitments.state.${state}`), daysOverdue === null ? '' : String(daysOverdue), source?.day ?? ''],
    ]),
  }
}

function ownerText({ kind, name }: OwnerShown, t: Texts): string {
  if (kind === 'nobody') return name ? t('commitments.owner.nobody-as-written', { name }) : ''
  return name ?? t(`commitments.owner.hidden.${kind}`)
}
