import { refused } from '../../problems.ts'
import { linesOf } from '../block-lines.ts'
import { giveUp } from '../bounds.ts'
import type { Converted } from '../extracted.ts'
import { unread } from '../kind.ts'
import { headerBlocks } from '../page-header.ts'
import { xmlText } from '../xml.ts'
import type { Zip } from '../zip.ts'
import { blocksOfOdt } from './content.ts'
import { odtHeaderLines } from './header.ts'
import { odtStylesOf } from './styles.ts'

export const odtConverter = 'odt 2'
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

/** ODF 1.3 part 2, 4.3: entries with a password carry this element; 3.4.1: or the whole package is one entry. */
const ENCRYPTION = 'encryption-data'
const ENCRYPTED_PACKAGE = 'encrypted-package'

/**
 * The text of an ODT: headings and lists with the numbers that LibreOffice shows, tables, notes at the end; what
 * stands at the top of each page once, before all. Tracked deletions, comments and footers are left out.
 * Throws `Problem`: `file-broken`, `text-too-long`, `file-type-unknown` (password).
 */
export function convertOdt(zip: Zip): Converted {
  if (zip.has(ENCRYPTED_PACKAGE)) giveUp(unread('protected'))
  if (xmlText(zip.read('META-INF/manifest.xml')).includes(ENCRYPTION)) giveUp(unread('protected'))
  if (!zip.has('content.xml')) giveUp(refused('file-broken'))
  const content = xmlText(zip.read('content.xml'))
  const styles = zip.has('styles.xml') ? xmlText(zip.read('styles.xml')) : null
  const blocks = blocksOfOdt(content, odtStylesOf(styles === null ? [content] : [styles, content]))
  const header = styles === null ? [] : headerBlocks(odtHeaderLines(styles, content), blocks)
  return { text: linesOf([...header, ...blocks]), converter: odtConverter, mediaType: MEDIA_TYPE }
}
