import { giveUp } from './bounds.ts'
import type { Converted } from './extracted.ts'
import { type Container, zipKindOf } from './kind.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * Converts a PDF, or the document in a ZIP; a converter is loaded when it is needed.
 * Throws `Problem` with any `file-*` code, and `text-too-long`.
 */
export async function convertContainer(container: Exclude<Container, 'text'>, bytes: Uint8Array): Promise<Converted> {
  if (container === 'pdf') {
    const { convertPdf } = await import('./pdf/pdf.ts')
    return convertPdf(bytes)
  }
  const zip = openZip(bytes)
  const kind = zipKindOf(zip.names, mimetypeOf(zip))
  if (!kind.ok) giveUp(kind)
  if (kind.value === 'odt') {
    const { convertOdt } = await import('./odt/odt.ts')
    return convertOdt(zip)
  }
  const { convertDocx } = await import('./docx/docx.ts')
  return convertDocx(zip)
}

const LONGEST_MIMETYPE = 200

const mimetypeOf = (zip: Zip): string =>
  new TextDecoder('latin1').decode(zip.read('mimetype').subarray(0, LONGEST_MIMETYPE))
