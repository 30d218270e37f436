import { getDocumentProxy } from 'unpdf'
import { refused } from '../../problems.ts'
import { linesOf } from '../block-lines.ts'
import { bounds, giveUp, textTooLong } from '../bounds.ts'
import type { Converted } from '../extracted.ts'
import { unread } from '../kind.ts'
import { blocksOfPages } from './blocks.ts'
import type { Page } from './margins.ts'
import { piecesOf, type TextItem } from './pieces.ts'
import { segmentsOf } from './segments.ts'

/** unpdf's version stands in package.json; the number before it counts changes of the lines made here. */
export const pdfConverter = 'pdf 2, unpdf 1.7.0'
const MEDIA_TYPE = 'application/pdf'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

/** Sizes as printed are rounded to this part of a point, so that one font counts as one size. */
const SIZE_STEP = 4
const PASSWORD_NEEDED = 'PasswordException'
/** Forms that letters take in print (ligatures, Arabic): in a text they are the letters. */
const PRESENTATION = /[\ufb00-\ufdff\ufe70-\ufefc]/g
/** Fonts without a way back to letters give signs of the private use area instead of words. */
const UNREADABLE = /[\ue000-\uefff\ufffd]/g
const UNREADABLE_SHARE = 0.3

/**
 * The text of a PDF as a person reads it: columns in order, wrapped lines joined, words parted at line ends healed,
 * tables as rows, page numbers and repeated headers left out. No script of the file runs, nothing is fetched.
 * Throws `Problem`: `file-broken`, `file-type-unknown` (password), `file-has-no-text` (a scan), `text-too-long`.
 */
export async function convertPdf(bytes: Uint8Array): Promise<Converted> {
  const pdf = await openPdf(bytes)
  try {
    return await convertPages(pdf)
  } finally {
    // The process lives on: nothing of this file does.
    await pdf.destroy()
  }
}

async function convertPages(pdf: PdfDocument): Promise<Converted> {
  const pages: Page[] = []
  let signs = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number)
    pages.push(page)
    signs += page.segments.reduce((sum, segment) => sum + segment.text.length, 0)
    if (signs > bounds.textBytes) giveUp(textTooLong())
  }
  const text = linesOf(blocksOfPages(pages)).replace(PRESENTATION, sign => sign.normalize('NFKC'))
  const unreadable = text.match(UNREADABLE)?.length ?? 0
  if (unreadable > text.length * UNREADABLE_SHARE) giveUp(refused('file-has-no-text'))
  return { text, converter: pdfConverter, mediaType: MEDIA_TYPE }
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // pdf.js takes no Buffer and may keep what it is given.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false, stopAtErrors: false })
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_NEEDED) giveUp(unread('protected'), error)
    return giveUp(refused('file-broken'), error)
  }
}

async function readPage(pdf: PdfDocument, number: number): Promise<Page> {
  try {
    const page = await pdf.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const pieces = piecesOf(items as readonly TextItem[], transform).map(piece => ({
      ...piece,
      size: Math.round(piece.size * SIZE_STEP) / SIZE_STEP,
    }))
    page.cleanup()
    return { width, height, segments: segmentsOf(pieces) }
  } catch (error) {
    return giveUp(refused('file-broken'), error)
  }
}
