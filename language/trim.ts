/** The text without any of `signs` at its end. A loop, since a pattern that ends in `+$` takes quadratic time. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

/** The text without any of `signs` at its beginning. */
export function withoutStart(text: string, signs: string): string {
  let start = 0
  while (start < text.length && signs.includes(text[start]!)) start += 1
  return text.slice(start)
}

/** The text without any of `signs` at both ends. */
export function trimmed(text: string, signs: string): string {
  return withoutEnd(withoutStart(text, signs), signs)
}
