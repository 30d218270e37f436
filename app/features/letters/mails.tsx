import type { Document } from '../../ground/documents/document.ts'

/** A letter as mail: its words in plain text, and who writes below, as on the sheet. */
export function letterMail({ title, letterhead }: Document, wording: string): { subject: string; content: string } {
  const foot = letterhead ? ['', '-- ', letterhead.name, ...letterhead.lines] : []
  return { subject: title, content: [wording.trim(), ...foot].join('\n') }
}
