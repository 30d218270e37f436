import { plainOf } from '../../../../reader/src/lines/inline.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Block, Document } from '../../../ground/documents/document.ts'
import { fileOf, type Leaving } from '../../../ground/documents/write.ts'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import { findBody } from '../../directory/finds.ts'
import { letterOf } from '../../network/finds.ts'
import { filled, votesText, type Words, wordsOf } from '../documents.ts'
import type { RegisterInput } from './contract.ts'
import { type DecisionRow, decisionsOf } from './store.ts'

/** What a body decided, as far as the viewer may read its minutes; null where there is no such body for him. */
export async function registerFile(viewer: Viewer, { id, format }: RegisterInput): Promise<FileAnswer | null> {
  const body = await findBody(viewer, id)
  if (!body) return null
  const letter = await letterOf(viewer)
  return fileOf(register(body.name, await decisionsOf(viewer, id), letter, viewer.today), format, viewer.actor)
}

/** The register of a body's decisions: under each meeting what was decided there, with result, votes and condition. */
export function register(
  body: string,
  decisions: readonly DecisionRow[],
  letter: Omit<Document, 'title' | 'blocks'>,
  today: string,
): Leaving {
  const words = wordsOf(letter.language)
  const { t, day } = words
  const title = t('documents.register.title', { body })
  const blocks: Block[] = [{ kind: 'fields', fields: [{ label: t('documents.as-of'), value: day(today) }] }]
  let last: string | null = null
  for (const one of decisions) {
    const under = one.day ? t('documents.register.meeting', { name: one.meeting, day: day(one.day) }) : one.meeting
    if (under !== last) blocks.push({ kind: 'heading', level: 2, text: under })
    last = under
    blocks.push(decided(one, words))
  }
  if (decisions.length === 0) blocks.push({ kind: 'paragraph', label: null, text: t('documents.register.none') })
  return { document: { ...letter, title, blocks }, table: tableOf(decisions, words), day: today }
}

function decided(one: DecisionRow, words: Words): Block {
  const { t } = words
  return {
    kind: 'paragraph',
    label: t('documents.entry.decision'),
    text: plainOf(one.content),
    details: filled([
      { label: t('documents.register.item'), value: one.item },
      { label: t('documents.result'), value: t(`documents.result.${one.result ?? 'unsaid'}`) },
      { label: t('documents.votes'), value: votesText(one, words) },
      { label: t('documents.condition'), value: one.condition },
    ]),
  }
}

function tableOf(decisions: readonly DecisionRow[], { t }: Words): Leaving['table'] {
  const text = (label: string) => ({ label, kind: 'text' }) as const
  const number = (label: string) => ({ label, kind: 'number' }) as const
  return {
    columns: [
      { label: t('documents.register.day'), kind: 'day' },
      ...[text(t('documents.register.of-meeting')), text(t('documents.register.item'))],
      ...[text(t('documents.entry.decision')), text(t('documents.result'))],
      ...(['yes', 'no', 'abstain'] as const).map(vote => number(t(`documents.register.${vote}`))),
      text(t('documents.condition')),
    ],
    rows: decisions.map(one => [
      ...[one.day ?? '', one.meeting, one.item ?? '', plainOf(one.content)],
      t(`documents.result.${one.result ?? 'unsaid'}`),
      ...[one.yes, one.no, one.abstain].map(count => (count === null ? '' : String(count))),
      one.condition ?? '',
    ]),
  }
}
