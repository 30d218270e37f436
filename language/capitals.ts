const CAPITAL = /^\p{Lu}/u
const SMALL = /^\p{Ll}/u

/** Does a text begin with a capital letter? Asked of every word, so most answers are found without a pattern. */
export function beginsCapital(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : CAPITAL.test(text)
}

/** Does a text begin with a small letter? */
export function beginsSmall(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : SMALL.test(text)
}
