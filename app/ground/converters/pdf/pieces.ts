/**
 * A run of text on a page, in points, from the top left corner of the page as it is looked at.
 * `y` is the baseline; `order` the place in the page's content stream.
 */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly rightToLeft: boolean
  readonly order: number
}
export type PageSize = { readonly width: number; readonly height: number }

/** Of pdf.js: a text item (other items have no `str`) and a transform as six numbers (ISO 32000-1, 8.3.4). */
export type TextItem = {
  readonly str?: string
  readonly dir?: string
  readonly width?: number
  readonly transform?: readonly number[]
}
type Matrix = readonly [number, number, number, number, number, number]

/** Text turned by more than this is a watermark or stands along an edge. */
const STRAIGHT = 0.05
/** Shadows and false bold print a run twice, this near (in sizes). */
const SAME_PLACE = 0.15
/** Symbol fonts put their bullets into the private use area; a line begins with them. */
const BULLETS = /^[•◦▪▫■□●○‣⁃∙·\uf000-\uf0ff]$/

/** The upright runs of a page. `toPage` is the transform of pdf.js' viewport at scale 1, which also turns the page. */
export function piecesOf(items: readonly TextItem[], toPage: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  for (const [order, item] of items.entries()) {
    const piece = pieceOf(item, toPage as Matrix, order)
    if (piece && !isRepeated(piece, pieces.at(-1))) pieces.push(piece)
  }
  return pieces
}

/** Word, LibreOffice and others print bullets in symbol fonts. */
export const isBullet = (text: string): boolean => BULLETS.test(text)

function pieceOf(item: TextItem, toPage: Matrix, order: number): Piece | null {
  if (!item.str || !item.transform) return null
  const [a, b, c, d, e, f] = product(toPage, item.transform as Matrix)
  const size = Math.hypot(c, d)
  if (size === 0 || Math.abs(b) > STRAIGHT * Math.hypot(a, b) || a < 0) return null
  return {
    text: item.str,
    x: e,
    y: f,
    width: item.width ?? 0,
    size,
    rightToLeft: item.dir === 'rtl',
    order,
  }
}

function isRepeated(piece: Piece, last: Piece | undefined): boolean {
  if (!last || last.text !== piece.text || piece.text.trim() === '') return false
  const near = SAME_PLACE * piece.size
  return Math.abs(last.x - piece.x) < near && Math.abs(last.y - piece.y) < near
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
