import { strFromU8, unzipSync } from 'fflate'
import { mentionsOf, type PersonNamed } from '../../../../../language/named.ts'

const MARKUP = /\.(?:xml|rels)$/
/** A part that is larger was refused when the file came in. */
const LARGEST_PART = 20_000_000
const TAG = /<[^<>]*>/g

/** Whether a document's parts name a person, properties and comments included; of a PDF what is written in the clear. */
export function mentionsFile(bytes: Uint8Array, person: PersonNamed): boolean {
  return partsOf(bytes).some(text => mentionsOf(text.replace(TAG, ' '), person).length > 0)
}

function partsOf(bytes: Uint8Array): string[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [strFromU8(bytes, true)]
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => MARKUP.test(name) && originalSize < LARGEST_PART,
    })
    return Object.values(parts).map(part => strFromU8(part))
  } catch {
    return []
  }
}
