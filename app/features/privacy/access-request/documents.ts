import { strToU8, zipSync } from 'fflate'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Clock } from '../../../ground/clock.ts'
import { languageOf, texts } from '../../../texts/texts.ts'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import type { Archive } from './model.ts'
import { ArchiveDocument } from './parts.tsx'

/** The archive as one ZIP: index.html to read, without script, and data.json for machines. */
export function archiveFile(archive: Archive, language: string, clock: Clock): FileAnswer {
  const spoken = languageOf(language)
  const html = `<!doctype html>${renderToString(h(ArchiveDocument, { archive, language: spoken, t: texts(spoken) }))}`
  const parts = { 'index.html': strToU8(html), 'data.json': strToU8(`${JSON.stringify(archive, null, 2)}\n`) }
  const mtime = clock.instant().epochMilliseconds
  const day = archive.madeAt.slice(0, 10)
  return {
    bytes: zipSync(parts, { mtime }),
    mediaType: 'application/zip',
    fileName: `${texts(spoken)('privacy.archive.file')}-${day}.zip`,
  }
}
