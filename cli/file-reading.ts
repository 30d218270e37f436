import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TextKey } from '../app/texts/texts.ts'
import { read } from '../reader/src/read.ts'
import type { Reading } from '../reader/src/reading.ts'
import { t } from './command.ts'

/** A file that was read, or the sentence that says why not. */
export type FileReading =
  | { readonly file: string; readonly reading: Reading }
  | { readonly file: string; readonly failure: string }

/**
 * Reads one file of any format that the converters take. `reference` is a day near the meeting, for dates without a
 * year. The converters are loaded with the first file: `--help` needs none.
 */
export async function readingOfFile(file: string, reference: string | undefined): Promise<FileReading> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { file, failure: t('cli.read.not-found', { file }) }
    return { file, failure: t('cli.read.unreadable', { file, reason: code ?? String(error) }) }
  }
  const { convertFile } = await import('../app/ground/converters/convert.ts')
  const extracted = await convertFile(bytes, basename(file))
  if (!extracted.ok) {
    const reason = t(`problem.${extracted.code}` as TextKey, extracted.values)
    return { file, failure: t('cli.read.refused', { file, reason }) }
  }
  return { file, reading: read(extracted.value.text, { reference }) }
}
