import { serve } from '../workers/serve.ts'
import { docxOf } from './docx.ts'
import { odtOf } from './odt.ts'
import type { Job } from './write.ts'

/** The process that writes files. Typst's compiler is loaded with the first PDF: it takes 60 MB. */
async function work({ document, format }: Job): Promise<Uint8Array> {
  if (format === 'docx') return docxOf(document)
  if (format === 'odt') return odtOf(document)
  const { pdfOf } = await import('./pdf.ts')
  return pdfOf(document)
}

serve(work, () => true)
