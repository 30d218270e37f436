import { hasTitle, looksLikeName } from '../../../language/names.ts'
import { isOffice } from '../../../language/offices.ts'
import { wordsOf } from '../../../language/words.ts'
import type { Block } from './blocks.ts'
import type { Cast } from './cast.ts'

/** Who says a block: the name as written, and where in the block's text the words begin. */
export type Speaker = { readonly name: string; readonly from: number }

const LABEL = /^([^:;!?]{2,64}): */u
const REPORT_WORD =
  /^(?:Rückmeldung|Bericht|Anmerkung|Hinweis|Frage|Antwort|Beitrag|Wortmeldung|Kommentar|Einwand|Anregung|Meinung)(?: von| des| der| vom| durch)? /u
const INITIAL_NAME = /^\p{Lu}\. ?\p{Lu}[\p{L}'’-]+$/u

/**
 * Finds who speaks where minutes write "K. Sol: …" or "Rückmeldung von M. Ort:". A name alone with its colon governs the
 * blocks behind it, a name with words behind it those of its own block and the plain paragraphs that follow; both until
 * the next name, lead-in, heading or agenda item. In a list, a name governs only its item: there it is an owner as often.
 */
export function speakersOf(blocks: readonly Block[], cast: Cast): (Speaker | null)[] {
  let current: string | null = null
  let listsToo = false
  let item: number | null = null
  return blocks.map(block => {
    if (block.kind === 'heading' || block.agendaItem !== item) current = null
    item = block.agendaItem
    const label = LABEL.exec(block.text)
    const name = label && speakerIn(label[1]!, cast)
    if (name) {
      const from = label[0].length
      if (block.kind === 'item') return from < block.text.length ? { name, from } : null
      current = name
      listsToo = from >= block.text.trimEnd().length
      return from < block.text.length ? { name, from } : null
    }
    if (block.kind === 'paragraph' && (block.leads || block.marker !== null)) current = null
    if (block.kind === 'item' && !listsToo) current = null
    if (/^(?:→|=>|->)$/.test(block.marker ?? '')) current = null
    return current === null ? null : { name: current, from: 0 }
  })
}

function speakerIn(label: string, cast: Cast): string | null {
  const plain = label.replace(/[*_]+/g, '').trim()
  if (plain.startsWith('@')) return null
  const name = plain.replace(REPORT_WORD, '').replace(/ ?\([^()]{0,80}\)$/, '')
  if (isOffice(name) && name === plain) return null
  if (hasTitle(name) || INITIAL_NAME.test(name)) return looksLikeName(name) ? name : null
  const words = wordsOf(name)
  return words.length > 0 && cast.nameAt(words, 0) === words.length ? name : null
}
