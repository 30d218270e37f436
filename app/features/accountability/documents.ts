import type { Viewer } from '../../access/viewer.ts'
import { csvOf, separatorOf } from '../../ground/documents/csv.ts'
import { fileNameOf, mediaTypes } from '../../ground/documents/document.ts'
import { originOf } from '../../ground/settings.ts'
import { type Language, texts } from '../../texts/texts.ts'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { counts, IN_FILES } from './model.ts'
import { publicEntries } from './store.ts'

/** What is public as a table, an entry a row; days as YYYY-MM-DD. UTF-8, RFC 4180. */
export async function accountTable(viewer: Viewer): Promise<FileAnswer> {
  const t = texts(viewer.language as Language)
  const entries = await publicEntries(viewer, IN_FILES)
  const yes = (is: boolean) => t(is ? 'account.yes' : 'account.no')
  const text = (label: string) => ({ label, kind: 'text' }) as const
  const day = (label: string) => ({ label, kind: 'day' }) as const
  const columns = [
    ...[text(t('account.column.side')), text(t('account.authority')), text(t('account.propose.wording'))],
    ...[day(t('account.asked-on')), day(t('account.due')), text(t('account.state'))],
    ...[text(t('account.measure.late')), day(t('account.column.answered-on')), day(t('account.column.promised-on'))],
    ...[day(t('account.column.kept-on')), day(t('account.column.marked-on')), text(t('account.column.answers'))],
    ...[text(t('account.statement')), day(t('account.column.statement-at')), day(t('account.as-of'))],
    text(t('account.column.link')),
  ]
  const rows = entries.map(entry => [
    ...[t(`account.side.${entry.side}`), entry.authority, entry.wording, entry.askedOn, entry.dueOn ?? ''],
    ...[t(`commitments.state.${entry.state}`), yes(counts('late', entry, viewer.today)), entry.answeredOn ?? ''],
    ...[entry.promisedOn ?? '', entry.keptOn ?? '', entry.markedOn ?? ''],
    entry.answers
      .map(({ on, answer, wording }) => [on, t(`commitments.answer.${answer}`), wording].filter(Boolean).join(' '))
      .join(' | '),
    ...[entry.statement?.content ?? '', entry.statement?.at.slice(0, 10) ?? '', entry.asOf.slice(0, 10)],
    addressOf(viewer, entry),
  ])
  const bytes = csvOf({ columns, rows }, separatorOf(viewer.language))
  return { bytes, mediaType: mediaTypes.csv, fileName: fileNameOf(t('account.title'), viewer.today, 'csv') }
}

/** The same as data: names as in the description of the API, days as YYYY-MM-DD, instants in UTC. */
export async function accountData(viewer: Viewer): Promise<FileAnswer> {
  const entries = await publicEntries(viewer, IN_FILES)
  const data = {
    network: viewer.network.name,
    day: viewer.today,
    entries: entries.map(entry => ({
      ...entry,
      late: counts('late', entry, viewer.today),
      address: addressOf(viewer, entry),
    })),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(data))
  return { bytes, mediaType: 'application/json', fileName: `accountability ${viewer.today}.json` }
}

/** Where everybody reads an entry. */
export const addressOf = ({ ground }: Viewer, { id, authorityId }: { id: string; authorityId: string }): string =>
  `${originOf(ground)}/accountability/${authorityId}#entry-${id}`
