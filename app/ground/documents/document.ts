/**
 * A document as it leaves the house, whatever its format. Every string is data: no writer reads markup in it, and line
 * ends within one count as blanks.
 */
export type Document = {
  readonly title: string
  /** BCP 47 tag of the words that the document brings itself, and the direction of its pages. */
  readonly language: string
  readonly direction: Direction
  readonly letterhead: Letterhead | null
  /** Only of a letter by post: what stands in the window of its envelope. */
  readonly window?: Window | null
  /** In the foot of each page, around its number and the number of pages: "Seite 2 von 5". */
  readonly pages: { readonly page: string; readonly of: string }
  readonly blocks: readonly Block[]
}

export type Direction = 'ltr' | 'rtl'

/** Who writes, and lines with address and contact. */
export type Letterhead = { readonly name: string; readonly lines: readonly string[] }

/**
 * A letter as DIN 5008:2020 form B sets it: the address field begins 45 mm below the upper and 20 mm behind the left edge
 * of the sheet, 85 mm by 45 mm; its last 27.3 mm hold up to six lines of the address, those above the way back. The folds
 * are 105 mm and 210 mm below the edge. Left is left in every language: envelopes do not turn.
 */
export type Window = { readonly back: string; readonly lines: readonly string[]; readonly date: string }
/** All in millimetres from the upper left corner of the sheet. */
export const windowAt = {
  ...{ left: 20, top: 45, width: 85, height: 45, inset: 5, back: 57, address: 62.7, line: 4.3 },
  ...{ folds: [105, 210], letterhead: 12, text: 98.5 },
} as const
export const MOST_ADDRESS_LINES = 6
/** Signs that fit beside each other in the window, at the size in which addresses are set. */
export const LONGEST_ADDRESS_LINE = 42

export type Block =
  /** "Datum: 3. März 2026", one a line. */
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** The title is level 1, so sections begin with 2. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `details` stand below, each on a line of its own. */
  | {
      readonly kind: 'paragraph'
      readonly label: string | null
      readonly text: string
      readonly details?: readonly Field[]
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** Lines to sign on, with the words below them. */
  | { readonly kind: 'signatures'; readonly under: readonly string[] }

export type Field = { readonly label: string; readonly value: string }
/** `level` 1 is outermost. */
export type ListItem = { readonly level: number; readonly text: string }

/** `room`: an empty column, wide and high enough to write in by hand. */
export type Column = { readonly label: string; readonly kind: 'text' | 'number' | 'day' | 'room' }
/** Each row has a cell for every column. */
export type Table = { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }

export const documentFormats = ['pdf', 'docx', 'odt', 'md'] as const
export type DocumentFormat = (typeof documentFormats)[number]
/** Where the document is a table. */
export const tableFormats = [...documentFormats, 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Letters of Persian that Arabic does not have. */
const PERSIAN = /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/
const HEBREW = /[\u0590-\u05ff]/

/** How a passage runs, by its first letter (UAX #9, P2); null where it has none. */
export function directionOf(text: string): Direction | null {
  const first = FIRST_LETTER.exec(text)
  return first ? (RIGHT_TO_LEFT.test(first[0]) ? 'rtl' : 'ltr') : null
}

/** The language to read a passage aloud in: told by its script, where that is not the document's own. */
export function languageOf(text: string, { language, direction }: Pick<Document, 'language' | 'direction'>): string {
  const own = directionOf(text) ?? direction
  if (own === direction) return language
  if (own === 'ltr') return 'de'
  if (HEBREW.test(text)) return 'he'
  return PERSIAN.test(text) ? 'fa' : 'ar'
}

const WHITE = /[\s\p{Cc}]+/gu
/** Marks that turn the direction of what follows them, beyond their own passage. */
const TURNING = /[\u202a-\u202e]/g

/** A passage as one line: no control sign, which XML could not hold, and none that turns what stands behind it. */
export const oneLine = (text: string): string => text.toWellFormed().replace(TURNING, '').replace(WHITE, ' ').trim()

const NOT_IN_FILE_NAMES = /[^\p{L}\p{N}]+/gu

/** "Protokoll Vorstand 2026-03-02.pdf" */
export const fileNameOf = (title: string, day: string | null, format: TableFormat): string =>
  `${[title.replaceAll(NOT_IN_FILE_NAMES, ' ').trim().slice(0, 100), day].filter(Boolean).join(' ')}.${format}`
