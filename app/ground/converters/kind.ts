import { done, type Outcome, type Refusal, refused } from '../problems.ts'

/** How a file is opened. Which document a ZIP holds is seen inside (`zipKindOf`). */
export type Container = 'text' | 'zip' | 'pdf'
export type Document = 'docx' | 'odt'

/** Why a file is not read: the sentence `problem.file-type-unknown` tells them apart by its value `kind`. */
export const unreadKinds = [
  'image',
  'protected',
  'oldWord',
  'oldOffice',
  'rtf',
  'html',
  'spreadsheet',
  'presentation',
  'pages',
  'recording',
  'archive',
  'other',
] as const
export type UnreadKind = (typeof unreadKinds)[number]

export const unread = (kind: UnreadKind): Refusal => refused('file-type-unknown', { values: { kind } })

type Magic = { readonly kind: UnreadKind; readonly at: number; readonly bytes: readonly number[] }

const magics: readonly Magic[] = [
  { kind: 'image', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', at: 0, bytes: ascii('GIF8') },
  { kind: 'image', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'image', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'image', at: 8, bytes: ascii('WEBP') },
  { kind: 'image', at: 4, bytes: ascii('ftyphei') },
  { kind: 'image', at: 4, bytes: ascii('ftypmif1') },
  { kind: 'image', at: 4, bytes: ascii('ftypavif') },
  { kind: 'recording', at: 4, bytes: ascii('ftyp') },
  { kind: 'recording', at: 8, bytes: ascii('WAVE') },
  { kind: 'recording', at: 0, bytes: ascii('ID3') },
  { kind: 'recording', at: 0, bytes: [0xff, 0xfb] },
  { kind: 'recording', at: 0, bytes: ascii('OggS') },
  { kind: 'recording', at: 0, bytes: ascii('fLaC') },
  { kind: 'recording', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { kind: 'archive', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'archive', at: 0, bytes: ascii('Rar!') },
  { kind: 'archive', at: 0, bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'rtf', at: 0, bytes: ascii('{\\rtf') },
  { kind: 'other', at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'other', at: 0, bytes: [0x4d, 0x5a, 0x90, 0x00] },
]

const ZIP_MAGICS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
const COMPOUND_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF_MAGIC = '%PDF-'
/** ISO 32000-1, Annex H: readers accept the header within the first 1024 bytes. */
const PDF_HEADER_WITHIN = 1024
const HTML_START = /^\s*(?:<!doctype html|<html[\s>])/i
const XML_START = /^\s*<\?xml\s/i

/** How to open a file, by its first bytes and never by its name. Refused: `file-type-unknown` with the kind it is. */
export function containerOf(bytes: Uint8Array): Outcome<Container> {
  if (ZIP_MAGICS.some(magic => startsWith(bytes, magic))) return done('zip')
  const head = Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).toString('latin1')
  if (head.includes(PDF_MAGIC)) return done('pdf')
  if (startsWith(bytes, COMPOUND_MAGIC)) return unread(compoundKindOf(bytes))
  const magic = magics.find(magic => startsWith(bytes, magic.bytes, magic.at))
  if (magic) return unread(magic.kind)
  return done('text')
}

/** Text that is written for machines, not for people: `html` or `other`, null for anything else. */
export function markupKindOf(text: string): UnreadKind | null {
  const head = text.slice(0, PDF_HEADER_WITHIN)
  if (HTML_START.test(head)) return 'html'
  return XML_START.test(head) ? 'other' : null
}

/** Which document a ZIP holds, by the names in it and its `mimetype` entry (ODF 1.3 part 2, 3.3). */
export function zipKindOf(names: readonly string[], mimetype: string): Outcome<Document> {
  const has = (start: string) => names.some(name => name.startsWith(start))
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return done('odt')
  if (mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return unread('spreadsheet')
  if (mimetype.startsWith('application/vnd.oasis.opendocument.presentation')) return unread('presentation')
  if (has('xl/')) return unread('spreadsheet')
  if (has('ppt/')) return unread('presentation')
  if (has('[Content_Types].xml') || has('word/')) return done('docx')
  if (has('Index/') && names.some(name => name.endsWith('.iwa'))) return unread('pages')
  return unread('archive')
}

/** The old Office container ([MS-CFB]) also wraps a DOCX with a password ([MS-OFFCRYPTO], EncryptedPackage). */
function compoundKindOf(bytes: Uint8Array): UnreadKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes('EncryptedPackage', 0, 'utf16le')) return 'protected'
  return buffer.includes('WordDocument', 0, 'utf16le') ? 'oldWord' : 'oldOffice'
}

function startsWith(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte)
}

function ascii(text: string): number[] {
  return [...text].map(sign => sign.charCodeAt(0))
}
