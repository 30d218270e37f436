import { minutesDocument } from '../../app/features/minutes/documents.ts'
import { convertFile } from '../../app/ground/converters/convert.ts'
import type { Document, DocumentFormat } from '../../app/ground/documents/document.ts'
import { writeDocument } from '../../app/ground/documents/write.ts'
import { Chance } from '../worlds/chance.ts'
import { madeMinutes } from './made.ts'

/** Nobody said this. It holds lam-alef in each of its forms, digits and a word in Latin letters. */
export const PARAGRAPH =
  'تجتمع لجنة الحديقة مساء الأربعاء في بيت الشباب لمناقشة زراعة الأشجار والإضاءة في الممرات. لا توجد رسوم، والآباء ' +
  'والأمهات مدعوون مع أطفالهم. نطلب من الجميع إحضار كوب وملاعق، وسيقدم فريق Lindental الشاي والفاكهة حتى الساعة 18:30.'

const letters: Readonly<Record<'de' | 'ar', Omit<Document, 'title' | 'blocks'>>> = {
  de: { language: 'de', direction: 'ltr', letterhead: null, pages: { page: 'Seite', of: 'von' } },
  ar: { language: 'ar', direction: 'rtl', letterhead: null, pages: { page: 'صفحة', of: 'من' } },
}

/** Minutes with the paragraph as a line of their own, as a file. */
export async function fileWith(paragraph: string, language: 'de' | 'ar', format: DocumentFormat): Promise<Uint8Array> {
  const told = madeMinutes(new Chance(1))
  const [first, ...others] = told.entries
  if (!first) throw new Error('minutes without an entry')
  const entry = { ...first, kind: 'information' as const, content: paragraph }
  return writeDocument(minutesDocument({ ...told, entries: [entry, ...others] }, letters[language]), format, null)
}

const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
const NO_WORD = /[^\p{L}\p{M}\p{N}:]+/u
/** Words as people mean them: forms of letters that were only drawn count as the letters (NFKC). */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFKC').replace(MARKS, '').split(NO_WORD).filter(Boolean)

/** Of the paragraph's words those that stand in a text, each as often as it is there. */
export function foundIn(paragraph: string, text: string): { words: number; found: number; missed: string[] } {
  const left = new Map<string, number>()
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1)
  const words = wordsOf(paragraph)
  const missed = words.filter(word => {
    const more = left.get(word) ?? 0
    left.set(word, more - 1)
    return more <= 0
  })
  return { words: words.length, found: words.length - missed.length, missed }
}

/** What our own converter finds again of the paragraph, where `set` was written in its place. */
export async function readAgain(paragraph: string, language: 'de' | 'ar', format: DocumentFormat, set = paragraph) {
  const converted = await convertFile(await fileWith(set, language, format), `protokoll.${format}`)
  if (!converted.ok) throw new Error(`${format}: ${converted.code}`)
  return foundIn(paragraph, converted.value.text)
}
