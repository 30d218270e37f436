/** Places of a memory, a power of two; a text has some hundred different words. */
const PLACES = 1 << 10
const LONGEST_KEPT = 500

const memories: { clear(): void }[] = []

/**
 * The same question about the same words gets the answer it got before: for look-ups that many rules ask of each line.
 * The answer is shared, so it must not be changed; it may be made anew, so nobody may count on the same object. Long
 * texts are not kept, and `forget` empties everything.
 *
 * A text has one of two places side by side, told by its length and five of its signs, and gives it up to later ones: a
 * map would have to hash every sign of every stretch that was cut out of a line, which takes longer than most answers,
 * and the table that it gives up when it is cleared keeps what it held until all of the heap is collected.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const texts: (string | null)[] = new Array(PLACES).fill(null)
  const answers: (Answer | null)[] = new Array(PLACES).fill(null)
  let used = false
  memories.push({
    clear: () => {
      if (!used) return
      texts.fill(null)
      answers.fill(null)
      used = false
    },
  })
  return text => {
    const place = placeOf(text)
    if (texts[place] === text) return answers[place]!
    const beside = place ^ 1
    if (texts[beside] === text) return answers[beside]!
    const fresh = answer(text)
    if (text.length > LONGEST_KEPT) return fresh
    texts[beside] = texts[place]!
    answers[beside] = answers[place]!
    texts[place] = text
    answers[place] = fresh
    used = true
    return fresh
  }
}

/** The first of the two places of a text. */
function placeOf(text: string): number {
  const length = text.length
  if (length === 0) return 0
  const middle = length >> 1
  let mixed = length
  mixed = Math.imul(mixed, 31) + text.charCodeAt(0)
  mixed = Math.imul(mixed, 31) + text.charCodeAt(middle)
  mixed = Math.imul(mixed, 31) + text.charCodeAt(middle >> 1)
  mixed = Math.imul(mixed, 31) + text.charCodeAt(length - 1)
  mixed = Math.imul(mixed, 31) + text.charCodeAt((middle + length) >> 1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) & (PLACES - 1)
}

/** Has something beside these answers emptied with them. */
export function forgottenToo(clear: () => void): void {
  memories.push({ clear })
}

/** Forgets all answers. Whoever has read a text calls it, so that nothing of it stays in memory. */
export function forget(): void {
  for (const known of memories) known.clear()
}
