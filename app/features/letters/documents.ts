import type { Viewer } from '../../access/viewer.ts'
import { type Document, fileNameOf } from '../../ground/documents/document.ts'
import { fileOf } from '../../ground/documents/write.ts'
import type { Schema } from '../../ground/schema.ts'
import { languageOf } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import type { FileAnswer } from '../../ui/file-answer.ts'
import { findOperator, letterOf } from '../network/finds.ts'
import type { LetterFileInput } from './contract.ts'
import { addressLines } from './model.ts'
import { lettersOf } from './store.ts'

type Words = Pick<Schema['letter'], 'language' | 'address' | 'subject' | 'wording'>

/** A letter of today in its own language: DIN 5008 form B, for an envelope with a window. */
export async function letterDocument(
  viewer: Viewer,
  { language, address, subject, wording }: Words,
): Promise<Document> {
  const sheet = await letterOf({ ...viewer, language })
  const { street, postalCode, city } = await findOperator(viewer)
  const place = [postalCode, city].filter(Boolean).join(' ')
  const date = dayText(languageOf(language), viewer.today)
  return {
    ...sheet,
    title: subject,
    window: {
      back: [viewer.network.name, street, place].filter(Boolean).join(' · '),
      lines: addressLines(address),
      date: city ? `${city}, ${date}` : date,
    },
    blocks: wording
      .split('\n')
      .map(text => text.trim())
      .filter(text => text !== '')
      .map(text => ({ kind: 'paragraph', label: null, text })),
  }
}

/** The letter as a file: a draft as it would go out today, a sent one as it did. */
export async function letterFile(viewer: Viewer, { id, format }: LetterFileInput): Promise<FileAnswer | null> {
  const [row] = await lettersOf(viewer, id)
  if (!row) return null
  const document = row.content ?? (await letterDocument(viewer, row))
  return fileOf({ document, table: { columns: [], rows: [] }, day: null }, format, viewer.actor)
}

/** What a mail carries beside its words. */
export const enclosed = (document: Document) => ({ document, fileName: fileNameOf(document.title, null, 'pdf') })
