import { LONGEST_ADDRESS_LINE, MOST_ADDRESS_LINES } from '../../ground/documents/document.ts'
import { type LetterKind, letterKinds, letterStates, letterWays } from '../../ground/schema/letters.ts'

export { type LetterKind, letterKinds, letterStates, letterWays }

export const LONGEST_SUBJECT = 160
export const LONGEST_WORDING = 10_000

/** What a letter is made as; as Markdown it would have no envelope. */
export const letterFormats = ['pdf', 'docx', 'odt'] as const

/** The lines of an address, blank ones left out. */
export const addressLines = (address: string): string[] =>
  address
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** Whether an address stands in the window of an envelope. */
export const fitsWindow = (address: string): boolean => {
  const lines = addressLines(address)
  return lines.length <= MOST_ADDRESS_LINES && lines.every(line => line.length <= LONGEST_ADDRESS_LINE)
}

/** By post goes what has a name and a place at least. */
export const mayBePosted = (address: string): boolean => addressLines(address).length >= 2

/** Kinds that are about a commitment, and those that stand by themselves. */
export const kindOf = (kind: LetterKind | undefined, ofCommitment: boolean): LetterKind =>
  kind ?? (ofCommitment ? 'demand' : 'talk')
